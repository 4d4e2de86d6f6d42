using System.Globalization;

namespace DigestSearch.Search.Facets;

/// <summary>What is selected in one dimension, as label numbers of a snapshot.</summary>
internal sealed class Selection
{
    private readonly bool[] selected;

    private Selection(Dimension dimension, bool[] selected)
    {
        Dimension = dimension;
        this.selected = selected;
    }

    public Dimension Dimension { get; }

    /// <summary>Whether one of a document's labels is selected.</summary>
    public bool Accepts(ReadOnlySpan<int> labels)
    {
        foreach (var label in labels)
            if ((uint)label < (uint)selected.Length && selected[label]) return true;
        return false;
    }

    /// <summary>The selections of a query, one for each dimension with any.</summary>
    public static IReadOnlyList<Selection> Of(ReviewQuery query, LabelTables labels)
    {
        var selections = new List<Selection>();
        foreach (var dimension in Dimensions.All)
        {
            if (!IsSelected(query, dimension)) continue;
            var table = labels[dimension];
            var count = table.Count;
            var selected = new bool[count];
            if (dimension is Dimension.Digest or Dimension.Year)
            {
                for (var label = 0; label < count; label++) selected[label] = IsSelected(query, dimension, table[label]);
            }
            else
            {
                foreach (var value in query.Selections[dimension])
                    if (table.Find(value) is var label and >= 0 && label < count) selected[label] = true;
            }
            selections.Add(new Selection(dimension, selected));
        }
        return selections;
    }

    /// <summary>Whether anything is selected in a dimension.</summary>
    public static bool IsSelected(ReviewQuery query, Dimension dimension) => dimension is Dimension.Year
        ? query.Years.Count > 0
        : query.Selections.TryGetValue(dimension, out var values) && values.Count > 0;

    /// <summary>Whether an indexed label is selected.</summary>
    public static bool IsSelected(ReviewQuery query, Dimension dimension, string indexed)
    {
        if (dimension is Dimension.Year)
        {
            var year = int.Parse(indexed, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
            return query.Years.Any(range => range.Contains(year));
        }
        return query.Selections.TryGetValue(dimension, out var values) && values.Contains(Dimensions.Value(dimension, indexed), StringComparer.Ordinal);
    }
}
