using DigestSearch.Api.Reviews;
using DigestSearch.Api.Search;
using DigestSearch.Reviews;
using DigestSearch.Search;

namespace DigestSearch.Api.Pages;

/// <summary><c>/labs/…</c>, <c>/authors/…</c>, <c>/topics/…</c>: what there is of a lab, an author, a topic.</summary>
internal static class LabelPage
{
    private const int Newest = 5;
    private const int LabelsShown = 12;

    /// <summary>The dimensions whose labels have a page, with the first part of its address.</summary>
    public static IReadOnlyDictionary<Dimension, string> Roots { get; } =
        new Dictionary<Dimension, string> { [Dimension.Lab] = "/labs/", [Dimension.Author] = "/authors/", [Dimension.Topic] = "/topics/" };

    /// <summary>The page of a label; the search for it where it has none.</summary>
    public static string Address(Dimension dimension, string value) =>
        // The server takes no NUL in a path.
        Roots.TryGetValue(dimension, out var root) && !value.Contains('\0', StringComparison.Ordinal) ? root + ReviewAddress.Path(value) : Choices.Address(dimension, value);

    /// <summary>What the page asks.</summary>
    public static ReviewQuery Query(Dimension dimension, string value) => Choices.Only(new(), new(dimension, value)) with
    {
        Size = Newest, Sort = SortOrder.Published, FacetSize = LabelsShown + 1, Facets = [Dimension.Year, Dimension.Topic, Dimension.Lab, Dimension.Author],
    };

    /// <param name="setting">Reader and place.</param>
    /// <param name="dimension">Kind of the label.</param>
    /// <param name="value">The label.</param>
    /// <param name="results">What <see cref="Query"/> found.</param>
    public static Html Of(PageSetting setting, Dimension dimension, string value, ReviewResults results)
    {
        var all = Choices.Only(new(), new(dimension, value));
        var name = LabelText.Plain(setting, dimension, value);
        return PageFrame.Of(setting, name, new(), $"""
            <div class="page one">
            <article class="review label">
            <p class="crumb">{Html.Join([$"<a href=\"{ListPage.Address(dimension)}\">{setting.Texts.Dimension(dimension)}</a>", .. Parents(setting, dimension, value)], " · ")}</p>
            <h1{setting.Lang(name)} dir="auto">{name}</h1>
            <p class="links"><a href="{SearchAddress.Page(all)}">{setting.Texts.Reviews(results.Total)}</a></p>
            <h2 class="dim">{setting.Texts.LatestReviews}</h2>
            {HitList.Of(setting, results.Hits)}
            {ExportLinks.Line(setting, all)}
            </article>
            <aside class="facts">{results.Facets.Where(facet => facet.Labels.Count > 0).Select(facet => Group(setting, all, facet, dimension, value))}</aside>
            </div>
            """, Html.Join([ExportLinks.Head(all), Discovery.StructuredData.OfLabel(setting, dimension, name)], "\n"));
    }

    private static IEnumerable<Html> Parents(PageSetting setting, Dimension dimension, string value) => LabelPath.SelfAndAncestors(value).Where(path => path != value)
        .Select(path => (Html)$"<a href=\"{Address(dimension, path)}\"><bdi>{LabelText.Plain(setting, dimension, path)}</bdi></a>");

    private static Html Group(PageSetting setting, ReviewQuery all, Facet facet, Dimension dimension, string value)
    {
        if (facet.Dimension is Dimension.Year) return $"<section class=\"group\"><h2 class=\"dim\">{setting.Texts.Dimension(Dimension.Year)}</h2>{YearBars.Of(setting, all, facet)}</section>";
        // In its own dimension a label stands among others that nobody chose, but for what is below it.
        var labels = facet.Dimension == dimension ? Below(facet.Labels, value) : facet.Labels;
        return labels.Count == 0 ? Html.None : $"""
            <section class="group"><h2 class="dim">{setting.Texts.Dimension(facet.Dimension)}</h2>
            <ul class="facet">{labels.Take(LabelsShown).Select(label => (Html)$"<li class=\"row\"><a href=\"{Address(facet.Dimension, label.Value)}\"><span class=\"l\">{LabelText.Of(setting, facet.Dimension, label)}</span> <span class=\"n\">{setting.Texts.Number(label.Count)}</span></a></li>")}</ul></section>
            """;
    }

    private static IReadOnlyList<FacetLabel> Below(IReadOnlyList<FacetLabel> labels, string value) =>
        labels.FirstOrDefault(label => LabelPath.SelfAndAncestors(value).Contains(label.Value)) is not { } on ? []
        : on.Value == value ? on.Children : Below(on.Children, value);
}
