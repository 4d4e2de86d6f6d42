using DigestSearch.Api.Discovery;
using DigestSearch.Api.Search;
using DigestSearch.Archive;
using DigestSearch.Search;

namespace DigestSearch.Api.Pages;

/// <summary><c>/</c>: nothing typed yet; what is here, and how to ask.</summary>
internal static class HomePage
{
    private const int LabelsShown = 8;

    /// <param name="setting">Reader and place.</param>
    /// <param name="newest">The latest digests.</param>
    /// <param name="digests">How many there are.</param>
    /// <param name="all">A search for everything; null while there is no index.</param>
    public static Html Of(PageSetting setting, IReadOnlyList<ArchivedDigest> newest, int digests, ReviewResults? all) =>
        PageFrame.Of(setting, "", null, $"""
            <div class="home">
            <h1>{setting.Texts.Tagline} <em>{setting.Texts.TaglineEnd}</em></h1>
            {SearchBox.Of(setting.Texts, new(), large: true)}
            {(all is { Total: > 0 } ? Examples(setting, all) : Html.None)}
            {(digests == 0 ? Empty(setting.Texts) : (Html)$"<div class=\"halves\">{Newest(setting, newest)}{(all is null ? Html.None : Inside(setting, all, digests))}</div>")}
            </div>
            """, StructuredData.OfSite(setting), description: setting.Texts.Footer);

    private static Html Empty(Texts texts) => $"<section class=\"none\"><h2>{texts.EmptyArchive}</h2><p>{texts.EmptyArchiveHint}</p></section>";

    private static Html Examples(PageSetting setting, ReviewResults all) => $"""
        <div class="examples"><h2 class="dim">{setting.Texts.Examples}</h2><ul>{ExampleQueries.Of(setting.Texts, all).Select(e => (Html)$"<li><a href=\"{SearchAddress.Page(new() { Text = e.Text })}\"><bdi{setting.Lang(e.Text)}>{e.Text}</bdi></a> <span>{e.Meaning}</span></li>")}</ul></div>
        """;

    private static Html Newest(PageSetting setting, IReadOnlyList<ArchivedDigest> newest) => $"""
        <section><h2 class="dim">{setting.Texts.Newest}</h2>
        <ol class="digests">{newest.Select(d => DigestName.Entry(setting, d))}</ol></section>
        """;

    private static Html Inside(PageSetting setting, ReviewResults all, int digests)
    {
        var rows = new[] { Dimension.Topic, Dimension.Lab, Dimension.Author, Dimension.Year }.Select(d => all.Facets.FirstOrDefault(f => f.Dimension == d)).OfType<Facet>();
        return $"""
            <section><h2 class="dim">{setting.Texts.Inside}</h2>
            <p class="count"><a href="/search">{setting.Texts.Reviews(all.Total)}</a> · <a href="{ListPage.Digests}">{setting.Texts.Digests(digests)}</a></p>
            <dl class="inside">{rows.Where(f => f.Labels.Count > 0).Select(f => Labels(setting, f))}</dl></section>
            """;
    }

    private static Html Labels(PageSetting setting, Facet facet) => $"""
        <dt>{(LabelPage.Roots.ContainsKey(facet.Dimension) ? (Html)$"<a href=\"{ListPage.Address(facet.Dimension)}\">{setting.Texts.Dimension(facet.Dimension)}</a>" : $"{setting.Texts.Dimension(facet.Dimension)}")}</dt><dd>{Html.Join(facet.Labels.Take(LabelsShown).Select(l => Label(setting, facet.Dimension, l)), " ")}</dd>
        """;

    private static Html Label(PageSetting setting, Dimension dimension, FacetLabel label) =>
        $"<a href=\"{LabelPage.Address(dimension, label.Value)}\">{LabelText.Of(setting, dimension, label)}&nbsp;<span>{setting.Texts.Number(label.Count)}</span></a>";
}
