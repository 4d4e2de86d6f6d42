namespace DigestSearch.Search;

/// <summary>A search inside one dimension; compares and prints without an index.</summary>
public sealed record FacetQuery
{
    /// <summary>Longest beginning, in UTF-16 units.</summary>
    public const int MaxPrefixLength = 200;

    /// <summary>The dimension.</summary>
    public required Dimension Dimension { get; init; }

    /// <summary>What words of a label begin with, in any order; without a word in it all labels are listed.</summary>
    public string Prefix { get; init; } = "";

    /// <summary>What is counted, and how many labels are wanted; its page, order and dimensions do not matter.</summary>
    public ReviewQuery Query { get; init; } = new();
}

/// <summary>The answer to a <see cref="FacetQuery"/>.</summary>
/// <param name="Dimension">The dimension.</param>
/// <param name="Labels">The labels in one list, trees too.</param>
/// <param name="Total">Labels before they were cut to the size asked for.</param>
/// <param name="Generation">Number of the commit that answered.</param>
public sealed record FacetLabels(Dimension Dimension, IReadOnlyList<FacetLabel> Labels, int Total, long Generation);
