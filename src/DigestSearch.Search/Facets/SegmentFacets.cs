using System.Runtime.Intrinsics.X86;
using Lucene.Net.Index;
using Lucene.Net.Util;

namespace DigestSearch.Search.Facets;

/// <summary>The labels of every document of a segment as numbers, those of one document side by side: whoever counts finds all of them in a line or two of memory.</summary>
internal sealed class SegmentFacets
{
    // A label is the number of its dimension before its own.
    private const int NumberBits = 27;
    private const int NumberMask = (1 << NumberBits) - 1;

    // So many documents are on their way from memory at once, each with up to two lines of it.
    private const int Ahead = 8;
    private const int LineOfLabels = 16;

    private readonly int[] starts; // labels[starts[document]..starts[document + 1]]
    private readonly int[] labels;

    private SegmentFacets(int[] starts, int[] labels) => (this.starts, this.labels) = (starts, labels);

    /// <summary>The labels of a document in a dimension, of which <see cref="Number"/> is the number.</summary>
    public ReadOnlySpan<int> this[Dimension dimension, int document]
    {
        get
        {
            var (first, end) = (starts[document], starts[document + 1]);
            while (first < end && labels[first] >> NumberBits < (int)dimension) first++;
            var last = first;
            while (last < end && labels[last] >> NumberBits == (int)dimension) last++;
            return labels.AsSpan(first, last - first);
        }
    }

    /// <summary>The number of a label in its dimension.</summary>
    public static int Number(int label) => label & NumberMask;

    /// <summary>Counts the labels of documents.</summary>
    /// <param name="documents">Numbers of the documents.</param>
    /// <param name="counts">By the number of a dimension; null where it is not counted.</param>
    public void Count(ReadOnlySpan<int> documents, LabelCounts?[] counts)
    {
        for (var next = 0; next < documents.Length; next++)
        {
            Prefetch(documents, next);
            var document = documents[next];
            for (var (at, end) = (starts[document], starts[document + 1]); at < end; at++)
            {
                var label = labels[at];
                counts[label >> NumberBits]?.Add(label & NumberMask);
            }
        }
    }

    /// <summary>A bit for each dimension in which a label of a document is selected.</summary>
    /// <param name="document">Number of the document.</param>
    /// <param name="selections">By the number of a dimension; null where nothing is selected.</param>
    public int Accepted(int document, Selection?[] selections)
    {
        var accepted = 0;
        for (var (at, end) = (starts[document], starts[document + 1]); at < end; at++)
        {
            var label = labels[at];
            if (selections[label >> NumberBits] is { } selection && selection.Has(label & NumberMask)) accepted |= 1 << (label >> NumberBits);
        }
        return accepted;
    }

    /// <summary>Has the labels of a document a few places ahead brought near: nobody can guess how many each has, so that the processor does not look ahead itself.</summary>
    public unsafe void Prefetch(ReadOnlySpan<int> documents, int at)
    {
        if (!Sse.IsSupported || at + Ahead >= documents.Length || starts[documents[at + Ahead]] is var first && first >= labels.Length) return;
        fixed (int* address = &labels[first])
        {
            Sse.Prefetch0(address);
            Sse.Prefetch0(address + LineOfLabels - 1);
        }
    }

    /// <summary>Reads the doc values of a segment once.</summary>
    public static SegmentFacets Read(AtomicReader reader, LabelTables tables)
    {
        var columns = Dimensions.All.Select(dimension => new Column(reader, dimension, tables[dimension])).ToArray();
        var starts = new int[reader.MaxDoc + 1];
        var labels = new List<int>(reader.MaxDoc * columns.Length);
        for (var document = 0; document < reader.MaxDoc; document++)
        {
            foreach (var column in columns) column.AddTo(labels, document);
            starts[document + 1] = labels.Count;
        }
        return new SegmentFacets(starts, [.. labels]);
    }

    /// <summary>The doc values of one dimension.</summary>
    private sealed class Column
    {
        private readonly SortedSetDocValues? values;
        private readonly int[] labelOf = [];

        public Column(AtomicReader reader, Dimension dimension, LabelTable table)
        {
            values = reader.GetSortedSetDocValues(Dimensions.Field(dimension).Name);
            if (values is null) return;
            labelOf = new int[(int)values.ValueCount];
            var name = new BytesRef();
            for (var ordinal = 0; ordinal < labelOf.Length; ordinal++)
            {
                values.LookupOrd(ordinal, name);
                labelOf[ordinal] = ((int)dimension << NumberBits) | table.Add(name.Utf8ToString());
            }
        }

        public void AddTo(List<int> labels, int document)
        {
            if (values is null) return;
            values.SetDocument(document);
            for (var ordinal = values.NextOrd(); ordinal != SortedSetDocValues.NO_MORE_ORDS; ordinal = values.NextOrd()) labels.Add(labelOf[(int)ordinal]);
        }
    }
}
