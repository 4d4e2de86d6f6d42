using Lucene.Net.Index;
using Lucene.Net.Util;

namespace DigestSearch.Search.Facets;

/// <summary>The labels of every document of a segment in one dimension, as flat arrays of label numbers.</summary>
internal sealed class SegmentFacet
{
    // ordinals[starts[doc]..starts[doc + 1]]
    private readonly int[] starts;
    private readonly int[] ordinals;

    private SegmentFacet(int[] starts, int[] ordinals)
    {
        this.starts = starts;
        this.ordinals = ordinals;
    }

    public ReadOnlySpan<int> this[int document] => ordinals.AsSpan(starts[document], starts[document + 1] - starts[document]);

    /// <summary>Counts the labels of documents by their numbers.</summary>
    public void Count(ReadOnlySpan<int> documents, Span<int> counts)
    {
        foreach (var document in documents)
            for (var (at, end) = (starts[document], starts[document + 1]); at < end; at++) counts[ordinals[at]]++;
    }

    /// <summary>Reads the doc values of a segment once.</summary>
    public static SegmentFacet Read(AtomicReader reader, Dimension dimension, LabelTable table)
    {
        var starts = new int[reader.MaxDoc + 1];
        if (reader.GetSortedSetDocValues(Dimensions.Field(dimension).Name) is not { } values) return new SegmentFacet(starts, []);
        var numbers = Numbers(values, table);
        var ordinals = new List<int>(reader.MaxDoc);
        for (var document = 0; document < reader.MaxDoc; document++)
        {
            values.SetDocument(document);
            for (var ordinal = values.NextOrd(); ordinal != SortedSetDocValues.NO_MORE_ORDS; ordinal = values.NextOrd())
                ordinals.Add(numbers[(int)ordinal]);
            starts[document + 1] = ordinals.Count;
        }
        return new SegmentFacet(starts, [.. ordinals]);
    }

    private static int[] Numbers(SortedSetDocValues values, LabelTable table)
    {
        var numbers = new int[(int)values.ValueCount];
        var label = new BytesRef();
        for (var ordinal = 0; ordinal < numbers.Length; ordinal++)
        {
            values.LookupOrd(ordinal, label);
            numbers[ordinal] = table.Add(label.Utf8ToString());
        }
        return numbers;
    }
}
