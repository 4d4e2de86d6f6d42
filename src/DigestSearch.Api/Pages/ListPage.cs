using DigestSearch.Archive;
using DigestSearch.Search;

namespace DigestSearch.Api.Pages;

/// <summary><c>/labs</c>, <c>/authors</c>, <c>/topics</c>, <c>/digests</c>: everything of a kind, to look through without a query.</summary>
internal static class ListPage
{
    /// <summary>Address of the list of digests.</summary>
    public const string Digests = "/digests";

    /// <summary>Digests on a page of their list.</summary>
    public const int DigestsShown = 50;

    private const int MostLabels = 1_000;

    /// <summary>Address of the list of a dimension's labels.</summary>
    public static string Address(Dimension dimension) => LabelPage.Roots[dimension].TrimEnd('/');

    /// <summary>What the list of a dimension asks.</summary>
    public static FacetQuery Query(Dimension dimension, string beginning) =>
        new() { Dimension = dimension, Prefix = beginning.Length > FacetQuery.MaxPrefixLength ? beginning[..FacetQuery.MaxPrefixLength] : beginning, Query = new() { FacetSize = MostLabels } };

    /// <summary>The labels of a dimension, most reviews first.</summary>
    public static Html Of(PageSetting setting, FacetQuery query, FacetLabels labels)
    {
        var (texts, dimension) = (setting.Texts, query.Dimension);
        var name = dimension switch { Dimension.Lab => texts.Labs, Dimension.Author => texts.Authors, _ => texts.Topics };
        return PageFrame.Of(setting, name, new(), $"""
            <div class="page one">
            <article class="review list">
            <h1>{name}</h1>
            <form class="box" action="{Address(dimension)}"><input type="search" name="prefix" value="{query.Prefix}" aria-label="{texts.BeginsWith}" placeholder="{texts.BeginsWith}" maxlength="{FacetQuery.MaxPrefixLength}"><button>{texts.Find}</button></form>
            <p class="quiet" role="status">{Told(texts, labels)}</p>
            <ul class="facet columns">{labels.Labels.Select(label => Row(setting, dimension, label))}</ul>
            </article>
            </div>
            """);
    }

    /// <summary>The digests, latest first.</summary>
    public static Html Of(PageSetting setting, IReadOnlyList<ArchivedDigest> digests, int total, int page)
    {
        var last = Math.Max(1, (total + DigestsShown - 1) / DigestsShown);
        return PageFrame.Of(setting, setting.Texts.AllDigests, new(), $"""
            <div class="page one">
            <article class="review list">
            <h1>{setting.Texts.AllDigests}</h1>
            <p class="quiet">{setting.Texts.Digests(total)}</p>
            <ol class="digests">{digests.Select(digest => DigestName.Entry(setting, digest))}</ol>
            {(last == 1 ? Html.None : (Html)$"<nav class=\"more\" aria-label=\"{setting.Texts.Pages}\">{Step(page - 1, last, "prev", $"← {setting.Texts.Previous}")}{Step(page + 1, last, "next", $"{setting.Texts.Next} →")}</nav>")}
            </article>
            </div>
            """);
    }

    private static string Told(Texts texts, FacetLabels labels) => labels.Total == 0 ? texts.NothingFound
        : labels.Labels.Count < labels.Total ? texts.FirstOf(labels.Labels.Count, labels.Total) : texts.Number(labels.Total);

    private static Html Row(PageSetting setting, Dimension dimension, FacetLabel label) =>
        $"<li class=\"row\"><a href=\"{LabelPage.Address(dimension, label.Value)}\"><span class=\"l\">{LabelText.Of(setting, dimension, label)}</span> <span class=\"n\">{setting.Texts.Number(label.Count)}</span></a></li>";

    private static Html Step(int page, int last, string rel, string text) =>
        page < 1 || page > last ? Html.None : $"<a rel=\"{rel}\" href=\"{Digests}{(page == 1 ? "" : $"?page={page}")}\">{text}</a>";
}
