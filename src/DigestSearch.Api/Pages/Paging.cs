using DigestSearch.Api.Search;
using DigestSearch.Search;

namespace DigestSearch.Api.Pages;

/// <summary>Links to the other pages of hits, as deep as paging goes.</summary>
internal static class Paging
{
    private const int Around = 2;

    public static Html Of(PageSetting setting, ReviewQuery query, int total)
    {
        var last = Last(query, total);
        if (last < 2) return Html.None;
        var ends = query.Page >= last && total > ReviewQuery.MaxDepth ? (Html)$"<p class=\"quiet\">{setting.Texts.DepthEnds}</p>" : Html.None;
        return $"""
            <nav class="more" aria-label="{setting.Texts.Pages}">{Step(query, query.Page - 1, last, "prev", $"← {setting.Texts.Previous}")}{Numbers(query, last)}{Step(query, query.Page + 1, last, "next", $"{setting.Texts.Next} →")}</nav>{ends}
            """;
    }

    /// <summary>For a page that there is not: where the last one is.</summary>
    public static Html Beyond(PageSetting setting, ReviewQuery query, int total) =>
        $"<div class=\"none\"><p>{setting.Texts.BeyondLast} <a href=\"{Address(query, Last(query, total))}\">{setting.Texts.LastPage}</a></p></div>";

    private static int Last(ReviewQuery query, int total)
    {
        var size = Math.Max(1, query.Size);
        return Math.Min((total + size - 1) / size, ReviewQuery.MaxDepth / size);
    }

    private static IEnumerable<Html> Numbers(ReviewQuery query, int last)
    {
        var before = 0;
        foreach (var page in Shown(query.Page, last))
        {
            if (page > before + 1) yield return $"<span aria-hidden=\"true\">…</span>";
            yield return page == query.Page ? (Html)$"<b aria-current=\"page\">{page}</b>" : $"<a href=\"{Address(query, page)}\">{page}</a>";
            before = page;
        }
    }

    private static IEnumerable<int> Shown(int page, int last) =>
        Enumerable.Range(page - Around, 2 * Around + 1).Append(1).Append(last).Where(p => p >= 1 && p <= last).Distinct().Order();

    private static Html Step(ReviewQuery query, int page, int last, string rel, string text) =>
        page < 1 || page > last ? Html.None : $"<a rel=\"{rel}\" href=\"{Address(query, page)}\">{text}</a>";

    private static string Address(ReviewQuery query, int page) => SearchAddress.Page(query with { Page = page });
}
