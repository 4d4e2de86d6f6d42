using DigestSearch.Search;

namespace DigestSearch.Api.Pages;

/// <summary><c>/search</c>: what was asked, what can be chosen, what was found.</summary>
internal static class SearchPage
{
    public static Html Of(PageSetting setting, ReviewQuery query, ReviewResults results, NoHits? noHits) =>
        PageFrame.Of(setting, Title(setting, query), query, $"""
            <div class="page">
            {ReadingLine.Of(setting, query, results.Query)}
            {FacetColumn.Of(setting, query, results)}
            <section class="hits">
            {SummaryLine.Of(setting, query, results)}
            {noHits?.Render(setting, query, results)}{HitList.Of(setting, results.Hits)}{(results is { Hits.Count: 0, Total: > 0 } ? Paging.Beyond(setting, query, results.Total) : Html.None)}{Paging.Of(setting, query, results.Total)}
            {(results.Total > 0 ? ExportLinks.Line(setting, query) : Html.None)}
            </section>
            </div>
            """, ExportLinks.Head(query));

    /// <summary>What the hits have in common, in the reader's words.</summary>
    public static string Title(PageSetting setting, ReviewQuery query) =>
        query.Text.Length > 0 ? query.Text
        : Choices.In(query).Select(c => LabelText.Plain(setting, c.Dimension, c.Value)).ToList() is { Count: > 0 } chosen ? string.Join(", ", chosen)
        : setting.Texts.AllReviews;
}
