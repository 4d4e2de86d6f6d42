using DigestSearch.Api.Search;
using DigestSearch.Search;

namespace DigestSearch.Api.Pages;

/// <summary>The form to search with; what is chosen stays chosen.</summary>
internal static class SearchBox
{
    public static Html Of(Texts texts, ReviewQuery query, bool large = false) => $"""
        <form class="{(large ? "box large" : "box")}" action="/search" role="search">
        <input type="search" name="q" value="{query.Text}" maxlength="{ReviewQuery.MaxTextLength}" placeholder="{texts.SearchHint}" aria-label="{texts.SearchBox}" autocomplete="off" spellcheck="false" enterkeyhint="search">
        {Kept(query)}<button>{texts.Find}</button>
        </form>
        """;

    private static IEnumerable<Html> Kept(ReviewQuery query) => Choices.In(query).Select(c =>
        (Html)$"<input type=\"hidden\" name=\"{DimensionName.Of(c.Dimension)}\" value=\"{c.Value}\">");
}
