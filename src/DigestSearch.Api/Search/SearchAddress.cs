using System.Globalization;
using DigestSearch.Search;

namespace DigestSearch.Api.Search;

/// <summary>A query as the query string that reads as it again: parameters in one order, defaults left out.</summary>
internal static class SearchAddress
{
    private static readonly ReviewQuery Blank = new();

    /// <summary>Labels a dimension on the pages, until more are asked for.</summary>
    public const int PageFacetSize = 8;

    /// <summary>The query as the search page asks it: few labels, unless more are wanted.</summary>
    public static ReviewQuery ForPage(ReviewQuery query) =>
        query with { Size = Blank.Size, Facets = Blank.Facets, FacetSize = query.FacetSize == Blank.FacetSize ? PageFacetSize : query.FacetSize };

    /// <summary>The address of the search page for a query.</summary>
    public static string Page(ReviewQuery query) => "/search" + QueryString(
        query with { Size = Blank.Size, Facets = Blank.Facets, FacetSize = query.FacetSize == PageFacetSize ? Blank.FacetSize : query.FacetSize });

    /// <summary>The query string with its question mark; empty when everything is as by default.</summary>
    public static string QueryString(ReviewQuery query)
    {
        var pairs = string.Join('&', Pairs(query).Select(p => $"{p.Name}={Uri.EscapeDataString(p.Value)}"));
        return pairs.Length == 0 ? "" : "?" + pairs;
    }

    private static IEnumerable<(string Name, string Value)> Pairs(ReviewQuery query)
    {
        if (query.Text.Length > 0) yield return ("q", query.Text);
        foreach (var years in query.Years) yield return ("year", years.ToString());
        foreach (var (dimension, labels) in query.Selections.OrderBy(s => s.Key))
            foreach (var label in labels) yield return (DimensionName.Of(dimension), label);
        if (query.Sort is { } sort) yield return ("sort", SearchRequest.Sorts.First(s => s.Value == sort).Key);
        if (query.Page != Blank.Page) yield return ("page", Whole(query.Page));
        if (query.Size != Blank.Size) yield return ("size", Whole(query.Size));
        if (!query.Facets.SequenceEqual(Blank.Facets)) yield return ("facets", string.Join(',', query.Facets.Select(DimensionName.Of)));
        if (query.FacetSize != Blank.FacetSize) yield return ("facetSize", Whole(query.FacetSize));
        if (query.Exact) yield return ("exact", "true");
        if (!query.Snippets) yield return ("snippets", "false");
        if (query.Explain) yield return ("explain", "true");
    }

    private static string Whole(int number) => number.ToString(CultureInfo.InvariantCulture);
}
