using DigestSearch.Search.Suggest;

namespace DigestSearch.Search.Facets;

/// <summary>What is numbered alike in all segments and snapshots of a lineage: the labels of all dimensions, and titles.</summary>
internal sealed class LabelTables
{
    private readonly LabelTable[] tables = [.. Dimensions.All.Select(dimension => new LabelTable(dimension))];
    private readonly LabelNames[] names;

    public LabelTables() => names = [.. Dimensions.All.Select(dimension => new LabelNames(dimension, this[dimension]))];

    public LabelTable this[Dimension dimension] => tables[(int)dimension];

    public TitleTable Titles { get; } = new();

    /// <summary>The words of a dimension's labels.</summary>
    public LabelNames Names(Dimension dimension) => names[(int)dimension];
}
