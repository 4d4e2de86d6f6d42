namespace DigestSearch.Search.Facets;

/// <summary>A label and how many matches it has; number -1 when no review holds it.</summary>
internal readonly record struct CountedLabel(string Indexed, int Count, int Number);

/// <summary>The order of labels: years falling, others by count, then label, then value.</summary>
internal sealed class LabelOrder(Dimension dimension) : IComparer<CountedLabel>
{
    /// <summary>The same turned round, so that the worst of a heap is on top.</summary>
    public IComparer<CountedLabel> WorstFirst => Comparer<CountedLabel>.Create((left, right) => Compare(right, left));

    /// <summary>Negative when the left label comes first.</summary>
    public int Compare(CountedLabel left, CountedLabel right)
    {
        if (dimension is Dimension.Year) return Dimensions.YearOf(right.Indexed).CompareTo(Dimensions.YearOf(left.Indexed));
        if (left.Count != right.Count) return right.Count.CompareTo(left.Count);
        var order = string.CompareOrdinal(Dimensions.Label(dimension, left.Indexed), Dimensions.Label(dimension, right.Indexed));
        return order == 0 ? string.CompareOrdinal(left.Indexed, right.Indexed) : order;
    }
}
