using DigestSearch.Api.Search;
using DigestSearch.Search;

namespace DigestSearch.Api.Pages;

/// <summary>The dimensions with their counts; each number is what its link gives.</summary>
internal static class FacetColumn
{
    private const int RowsShown = 16;
    private const int ManyLabels = 100;

    // Title of a digest is long and its page is a click away; authors of a wide search tell little: last.
    private static readonly Dimension[] Order =
        [Dimension.Year, Dimension.Lab, Dimension.Topic, Dimension.Reviewer, Dimension.Has, Dimension.Author, Dimension.Venue, Dimension.Language, Dimension.Digest];

    /// <summary>All dimensions that have something to choose.</summary>
    public static Html Of(PageSetting setting, ReviewQuery query, ReviewResults results)
    {
        var texts = setting.Texts;
        var chosen = Choices.In(query).Count();
        var groups = Order.Select(d => results.Facets.FirstOrDefault(f => f.Dimension == d)).OfType<Facet>()
            .Where(f => IsWorthShowing(query, results, f)).Select(f => Group(setting, query, f)).ToList();
        if (groups.Count == 0) return Html.None;
        return $"""
            <aside><details class="filters"><summary>{texts.Filters}{(chosen > 0 ? (Html)$" · <b>{texts.Chosen(chosen)}</b>" : Html.None)}</summary>
            <div class="facets">{groups}</div>
            </details></aside>
            """;
    }

    // One language that all hits share is no choice.
    private static bool IsWorthShowing(ReviewQuery query, ReviewResults results, Facet facet) =>
        facet.Labels.Count > 0 && (facet.Dimension is not (Dimension.Language or Dimension.Venue or Dimension.Digest)
            || facet.Labels.Count > 1 || facet.Labels[0].Count < results.Total || Choices.Any(query, facet.Dimension));

    private static Html Group(PageSetting setting, ReviewQuery query, Facet facet) => $"""
        <section class="group"><h2 class="dim">{setting.Texts.Dimension(facet.Dimension)}</h2>
        {(facet.Dimension is Dimension.Year ? YearBars.Of(setting, query, facet) : Labels(setting, query, facet))}</section>

        """;

    private static Html Labels(PageSetting setting, ReviewQuery query, Facet facet)
    {
        var rows = RowsShown - facet.Labels.Count;
        var items = new Html(0, 0);
        foreach (var label in facet.Labels) items.AppendFormatted(Item(setting, query, facet.Dimension, label, ref rows));
        return $"""
            <ul class="facet">{items}</ul>{More(setting, query, facet)}
            """;
    }

    private static Html Item(PageSetting setting, ReviewQuery query, Dimension dimension, FacetLabel label, ref int rows)
    {
        var children = new Html(0, 0);
        foreach (var child in ChildrenOf(label, ref rows)) children.AppendFormatted(Item(setting, query, dimension, child, ref rows));
        return $"<li>{FacetRow.Of(setting, query, new(dimension, label.Value), LabelText.Of(setting, dimension, label), label)}{(children.IsEmpty ? Html.None : (Html)$"<ul>{children}</ul>")}</li>";
    }

    // Branches open from the top for as long as the list stays short; one with a choice in it is always open.
    private static IReadOnlyList<FacetLabel> ChildrenOf(FacetLabel label, ref int rows)
    {
        if (label.Children.Count > rows && !HasChoice(label))
        {
            rows = 0;
            return [];
        }
        rows -= label.Children.Count;
        return label.Children;
    }

    private static bool HasChoice(FacetLabel label) => label.Selected || label.Children.Any(HasChoice);

    private static Html More(PageSetting setting, ReviewQuery query, Facet facet)
    {
        if (facet.Labels.Count < SearchAddress.PageFacetSize) return Html.None;
        var many = query.FacetSize > SearchAddress.PageFacetSize;
        var other = query with { FacetSize = many ? SearchAddress.PageFacetSize : ManyLabels };
        return $"<p class=\"wider\"><a href=\"{SearchAddress.Page(other)}\">{(many ? setting.Texts.ShowLess : setting.Texts.ShowMore)}</a></p>";
    }
}
