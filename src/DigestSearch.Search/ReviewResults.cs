using DigestSearch.Reviews;

namespace DigestSearch.Search;

/// <summary>The answer to a <see cref="ReviewQuery"/>.</summary>
public sealed record ReviewResults
{
    /// <summary>How the text was read.</summary>
    public required QueryReading Query { get; init; }

    /// <summary>Matches before paging, exact.</summary>
    public required int Total { get; init; }

    /// <summary>The page, best first.</summary>
    public required IReadOnlyList<ReviewHit> Hits { get; init; }

    /// <summary>Counted dimensions in the order asked for.</summary>
    public required IReadOnlyList<Facet> Facets { get; init; }

    /// <summary>Number of the commit that answered.</summary>
    public required long Generation { get; init; }
}

/// <summary>How a text was understood.</summary>
/// <param name="Text">The text as given.</param>
/// <param name="Read">How it was read, as a text that reads the same way again.</param>
/// <param name="Parts">The parts of the reading, each shown as a chip.</param>
/// <param name="Steps">What was repaired or widened.</param>
/// <param name="Warnings">What of the text was left out and why, in whole sentences.</param>
public sealed record QueryReading(string Text, string Read, IReadOnlyList<QueryPart> Parts, IReadOnlyList<QueryStep> Steps, IReadOnlyList<string> Warnings);

/// <summary>One part of a query's reading.</summary>
/// <param name="Kind"><c>word</c>, <c>phrase</c>, <c>prefix</c>, <c>name</c>, <c>field</c>, <c>range</c>, <c>not</c> or <c>or</c>.</param>
/// <param name="Read">The part as it was read.</param>
/// <param name="Without">The text of the query without this part.</param>
public sealed record QueryPart(string Kind, string Read, string Without);

/// <summary>One repair or widening of a query, told so that it can be undone.</summary>
public sealed record QueryStep(string Kind, string From, string To);

/// <summary>One result.</summary>
public sealed record ReviewHit
{
    /// <summary>The review, its text included.</summary>
    public required Review Review { get; init; }

    /// <summary>The digest it stands in.</summary>
    public required DigestReference Digest { get; init; }

    /// <summary>Relevance; comparable within one answer only.</summary>
    public float Score { get; init; }

    /// <summary>Title as HTML text in which <c>mark</c> is the only element.</summary>
    public required string TitleHighlight { get; init; }

    /// <summary>Excerpt as HTML text in which <c>mark</c> is the only element.</summary>
    public required string Snippet { get; init; }

    /// <summary>How the score came about, where asked for.</summary>
    public IReadOnlyList<ScorePart>? Explanation { get; init; }
}

/// <summary>The digest of a hit.</summary>
public sealed record DigestReference(string Id, Digest Digest);

/// <summary>Counts of one dimension.</summary>
public sealed record Facet(Dimension Dimension, IReadOnlyList<FacetLabel> Labels);

/// <summary>One label of a dimension.</summary>
/// <param name="Value">What selects it.</param>
/// <param name="Label">What is shown.</param>
/// <param name="Count">Matches it would give alone in its dimension; exact.</param>
/// <param name="Selected">Whether the query selects it.</param>
/// <param name="Children">Labels below it, for trees.</param>
public sealed record FacetLabel(string Value, string Label, int Count, bool Selected, IReadOnlyList<FacetLabel> Children);
