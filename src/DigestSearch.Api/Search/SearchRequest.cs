using DigestSearch.Api.Requests;
using DigestSearch.Reviews;
using DigestSearch.Search;

namespace DigestSearch.Api.Search;

/// <summary>The query string of a search to a <see cref="ReviewQuery"/>, for the API and the pages alike.</summary>
internal static class SearchRequest
{
    /// <summary>Most labels of a dimension that one answer lists.</summary>
    public const int MaxFacetSize = 1_000;

    private const int MaxLabelLength = 500;
    private const int MaxLabels = 100;

    /// <summary>Orders by their names.</summary>
    public static IReadOnlyDictionary<string, SortOrder> Sorts { get; } = new OrderedDictionary<string, SortOrder>(StringComparer.Ordinal)
    {
        ["relevance"] = SortOrder.Relevance, ["newest"] = SortOrder.Newest, ["oldest"] = SortOrder.Oldest, ["published"] = SortOrder.Published, ["title"] = SortOrder.Title,
    };

    /// <summary>The parameters, in the order in which they are told.</summary>
    public static QueryTable<ReviewQuery> Table { get; } = new(new ReviewQuery(),
    [
        new(new("q", $"text of up to {ReviewQuery.MaxTextLength} characters",
                "The reader's words; absent or empty finds all reviews, newest first."),
            (query, text) => text.Length <= ReviewQuery.MaxTextLength ? query with { Text = text } : null),
        new(new("year", YearRange.Forms, "Year of the paper; several give any of them.") { Repeats = true },
            (query, text) => YearRange.Parse(text) is { } range && query.Years.Count < MaxLabels ? query with { Years = [.. query.Years, range] } : null),
        Selection(Dimension.Lab, "Lab as a facet gives it, from parent to child: 'Google > Google Brain'; a parent includes its children."),
        Selection(Dimension.Topic, "Topic as a facet gives it, from parent to child; a parent includes its children."),
        Selection(Dimension.Author, "Author of the paper."),
        Selection(Dimension.Reviewer, "Who reviewed the paper."),
        Selection(Dimension.Venue, "Conference or journal of the paper."),
        Selection(Dimension.Language, "Two-letter code of the language of the review."),
        Selection(Dimension.Digest, "Id of the digest."),
        Has(),
        Choice("sort", "Order of the hits; by default relevance where there is text and newest where there is none.", Sorts,
            (query, sort) => query with { Sort = sort }),
        new(new("page", "a whole number from 1", $"Page of hits, from 1; page × size reaches {ReviewQuery.MaxDepth} at most.") { Number = true },
            (query, text) => Numbers.Read(text, 1, int.MaxValue) is { } page ? query with { Page = page } : null),
        new(new("size", $"a whole number from 0 to {ReviewQuery.MaxSize}", "Hits a page, 10 by default.") { Number = true },
            (query, text) => Numbers.Read(text, 0, ReviewQuery.MaxSize) is { } size ? query with { Size = size } : null),
        new(new("facets", $"names of dimensions joined by commas, of {string.Join(", ", DimensionName.All)}; empty for none",
                "Dimensions to count, all by default."),
            (query, text) => ReadFacets(text) is { } facets ? query with { Facets = facets } : null),
        new(new("facetSize", $"a whole number from 1 to {MaxFacetSize}", "Labels a dimension is answered with, 20 by default; years are always whole.") { Number = true },
            (query, text) => Numbers.Read(text, 1, MaxFacetSize) is { } size ? query with { FacetSize = size } : null),
        Choice("exact", "Takes the words as they are: no repair, no widening.", Truth, (query, exact) => query with { Exact = exact }),
        Choice("snippets", "Marks the words of the query in titles and adds a snippet to each hit; true by default.", Truth, (query, snippets) => query with { Snippets = snippets }),
        Choice("explain", "Adds to each hit how its score came about.", Truth, (query, explain) => query with { Explain = explain }),
    ]);

    private static IReadOnlyDictionary<string, bool> Truth => new Dictionary<string, bool>(StringComparer.Ordinal) { ["true"] = true, ["false"] = false };

    /// <summary>Reads the query string of the API.</summary>
    public static QueryReading<ReviewQuery> Read(string? queryString) => WithinDepth(Table.Read(queryString));

    /// <summary>Reads the query string of a page.</summary>
    public static QueryReading<ReviewQuery> ReadKindly(string? queryString) => WithinDepth(Table.ReadKindly(queryString));

    /// <summary>What is wrong with a page that lies deeper than results can be paged; else null.</summary>
    public static RequestMistake? BeyondDepth(ReviewQuery query) => (long)query.Page * query.Size > ReviewQuery.MaxDepth
        ? new("page", $"page × size is {(long)query.Page * query.Size}; results can be paged up to {ReviewQuery.MaxDepth} hits deep. Narrow the search instead.") : null;

    private static QueryReading<ReviewQuery> WithinDepth(QueryReading<ReviewQuery> reading) =>
        reading.Value is { } query && BeyondDepth(query) is { } mistake ? new(null, mistake) : reading;

    private static Parameter<ReviewQuery> Selection(Dimension dimension, string meaning) =>
        new(new(DimensionName.Of(dimension), $"a label of up to {MaxLabelLength} characters, up to {MaxLabels} times", meaning + " Several give any of them.") { Repeats = true },
            (query, text) => text.Length is > 0 and <= MaxLabelLength ? Select(query, dimension, text) : null);

    private static Parameter<ReviewQuery> Has() =>
        new(new("has", OneOf(LinkKind.All), "Kind of a link that the review has; several give any of them.") { Repeats = true, Values = LinkKind.All },
            (query, text) => LinkKind.All.Contains(text) ? Select(query, Dimension.Has, text) : null);

    private static ReviewQuery? Select(ReviewQuery query, Dimension dimension, string label)
    {
        var labels = query.Selections.GetValueOrDefault(dimension, []);
        if (labels.Contains(label)) return query;
        if (labels.Count >= MaxLabels) return null;
        return query with { Selections = new Dictionary<Dimension, IReadOnlyList<string>>(query.Selections) { [dimension] = [.. labels, label] } };
    }

    private static Parameter<ReviewQuery> Choice<T>(string name, string meaning, IReadOnlyDictionary<string, T> choices, Func<ReviewQuery, T, ReviewQuery> set) =>
        new(new(name, OneOf(choices.Keys), meaning) { Values = [.. choices.Keys] },
            (query, text) => choices.TryGetValue(text, out var choice) ? set(query, choice) : null);

    private static List<Dimension>? ReadFacets(string text)
    {
        var facets = new List<Dimension>();
        foreach (var name in text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (DimensionName.Read(name) is not { } dimension) return null;
            if (!facets.Contains(dimension)) facets.Add(dimension);
        }
        return facets;
    }

    private static string OneOf(IEnumerable<string> values) => "one of " + string.Join(", ", values);
}
