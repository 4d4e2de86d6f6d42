namespace DigestSearch.Search.Facets;

/// <summary>What is selected in one dimension, as label numbers of a snapshot.</summary>
internal sealed class Selection
{
    private readonly bool[] selected;

    private Selection(Dimension dimension, LabelTable table, IEnumerable<string> values)
    {
        Dimension = dimension;
        Values = values.ToHashSet(StringComparer.Ordinal);
        selected = new bool[table.Count];
        foreach (var value in Values)
            if (table.Find(value) is var label and >= 0 && label < selected.Length) selected[label] = true;
    }

    public Dimension Dimension { get; }

    /// <summary>The selected values, each to be listed; of years those that stand alone, since a range may hold thousands.</summary>
    public IReadOnlySet<string> Values { get; }

    /// <summary>Whether a label is selected.</summary>
    public bool Has(int label) => (uint)label < (uint)selected.Length && selected[label];

    /// <summary>The selections of a query, one for each dimension with any.</summary>
    public static Selection[] Of(ReviewQuery query, LabelTables labels) =>
        [.. Dimensions.All.Select(dimension => Of(query, dimension, labels[dimension])).OfType<Selection>()];

    private static Selection? Of(ReviewQuery query, Dimension dimension, LabelTable table)
    {
        if (dimension is Dimension.Year) return query.Years.Count > 0 ? OfYears(query.Years, table) : null;
        return query.Selections.TryGetValue(dimension, out var values) && values.Count > 0 ? new Selection(dimension, table, values) : null;
    }

    private static Selection OfYears(IReadOnlyList<YearRange> ranges, LabelTable table)
    {
        var selection = new Selection(Dimension.Year, table, ranges.Where(range => range.From == range.To).Select(range => range.ToString()));
        for (var label = 0; label < selection.selected.Length; label++)
            selection.selected[label] = Dimensions.YearOf(table[label]) is var year && ranges.Any(range => range.Contains(year));
        return selection;
    }
}
