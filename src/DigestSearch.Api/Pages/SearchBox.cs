using DigestSearch.Api.Search;
using DigestSearch.Search;
using DigestSearch.Search.Suggest;

namespace DigestSearch.Api.Pages;

/// <summary>The form to search with; what is chosen stays chosen. With scripts it suggests while one types.</summary>
internal static class SearchBox
{
    private const int Suggestions = 8;

    public static Html Of(Texts texts, ReviewQuery query, bool large = false) => $"""
        <form class="{(large ? "box large" : "box")}" action="/search" role="search" data-suggest="/api/v1/suggest?size={Suggestions}&amp;q="{Types(texts)} data-told="{Told(texts)}">
        <input type="search" name="q" value="{query.Text}" maxlength="{ReviewQuery.MaxTextLength}" placeholder="{texts.SearchHint}" aria-label="{texts.SearchBox}" autocomplete="off" spellcheck="false" enterkeyhint="search">
        {Kept(query)}<button>{texts.Find}</button>
        </form>
        """;

    // Words for the script, which knows none of its own.
    private static IEnumerable<Html> Types(Texts texts) => Enum.GetValues<SuggestionType>().Select(type =>
        (Html)$" data-{type.ToString().ToLowerInvariant()}=\"{texts.Suggestion(type)}\"");

    private static string Told(Texts texts) => string.Join('|', Enumerable.Range(0, Suggestions + 1).Select(texts.Suggested));

    private static IEnumerable<Html> Kept(ReviewQuery query) => Choices.In(query).Select(c =>
        (Html)$"<input type=\"hidden\" name=\"{DimensionName.Of(c.Dimension)}\" value=\"{c.Value}\">");
}
