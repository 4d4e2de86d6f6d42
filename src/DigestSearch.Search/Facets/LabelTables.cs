namespace DigestSearch.Search.Facets;

/// <summary>The label tables of all dimensions.</summary>
internal sealed class LabelTables
{
    private readonly LabelTable[] tables = [.. Dimensions.All.Select(dimension => new LabelTable(dimension))];

    public LabelTable this[Dimension dimension] => tables[(int)dimension];
}
