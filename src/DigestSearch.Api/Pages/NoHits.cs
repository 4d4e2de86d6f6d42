using DigestSearch.Api.Search;
using DigestSearch.Search;

namespace DigestSearch.Api.Pages;

/// <summary>What to offer when a search found nothing.</summary>
/// <param name="WithoutChoices">Hits that the words alone have; 0 where nothing was chosen.</param>
/// <param name="Nearest">Reviews that some of the words find.</param>
/// <param name="Unknown">Words of several that stand in no review.</param>
internal sealed record NoHits(int WithoutChoices, IReadOnlyList<ReviewHit> Nearest, IReadOnlyList<string> Unknown)
{
    /// <summary>Ways on: fewer filters, fewer words, the nearest titles.</summary>
    public Html Render(PageSetting setting, ReviewQuery query, ReviewResults results)
    {
        var texts = setting.Texts;
        var choices = Choices.In(query).ToList();
        var parts = results.Query.Parts;
        return $"""
            <div class="none">
            <p>{(Unknown.Count == 0 ? Html.None : (Html)$"{texts.NotHere(string.Join(", ", Unknown))} ")}{texts.CheckWords}</p>
            {(WithoutChoices == 0 ? Html.None : (Html)$"<p><a href=\"{SearchAddress.Page(Choices.None(query))}\">{texts.WithoutFilters}: {texts.Reviews(WithoutChoices)}</a></p>")}
            {(choices.Count < 2 ? Html.None : Row(texts.DropFilter, choices.Select(c => SummaryLine.Out(setting, query, c, LabelText.Of(setting, c, results)))))}
            {(parts.Count < 2 ? Html.None : Row(texts.DropWord, parts.Select(p => (Html)$"<a class=\"chip\" href=\"{SearchAddress.Page(query with { Text = p.Without, Page = 1 })}\"><s>{p.Read}</s></a>")))}
            </div>
            {(Nearest.Count == 0 ? Html.None : (Html)$"<h2 class=\"dim\">{texts.Nearest}</h2>{HitList.Of(setting, Nearest)}")}
            """;
    }

    private static Html Row(string name, IEnumerable<Html> chips) => $"<p class=\"ways\"><span>{name}</span> {Html.Join(chips, " ")}</p>";
}
