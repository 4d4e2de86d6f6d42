using System.Buffers.Binary;
using DigestSearch.Indexing;
using DigestSearch.Search.Facets;
using DigestSearch.Search.Suggest;
using Lucene.Net.Index;
using Lucene.Net.Util;

namespace DigestSearch.Search;

/// <summary>What searches need of a segment beside its postings, read once: a segment never changes.</summary>
internal sealed class SegmentState
{
    /// <summary>Stands for a missing year or day.</summary>
    public const int Unknown = int.MinValue;

    private static int states;

    private readonly Lock gate = new();
    private SegmentTitles? titles;

    private SegmentState(AtomicReader reader, LabelTables tables)
    {
        Facets = SegmentFacets.Read(reader, tables);
        Years = Numbers(reader, ReviewFields.Year);
        Dates = Numbers(reader, ReviewFields.Date);
        Ids = SegmentKeys.Read(reader, ReviewFields.IdOrder);
        TitlePrefixes = Prefixes(reader, ReviewFields.TitleOrder);
    }

    /// <summary>Tells it from every other segment that was ever read.</summary>
    public int Number { get; } = Interlocked.Increment(ref states);

    public SegmentFacets Facets { get; }

    public int[] Years { get; }

    public int[] Dates { get; }

    /// <summary>Ids, whole: those of one source often begin alike, and they decide every tie.</summary>
    public SegmentKeys Ids { get; }

    /// <summary>First eight bytes of the folded titles, big-endian, so that they order as the titles do.</summary>
    public ulong[] TitlePrefixes { get; }

    /// <summary>The words of its titles, read when they are first asked for.</summary>
    public SegmentTitles Titles(AtomicReader reader, TitleTable table)
    {
        lock (gate) return titles ??= SegmentTitles.Read(reader, table);
    }

    public static SegmentState Read(AtomicReader reader, LabelTables tables) => new(reader, tables);

    private static int[] Numbers(AtomicReader reader, ReviewField field)
    {
        var numbers = new int[reader.MaxDoc];
        Array.Fill(numbers, Unknown);
        if (reader.GetNumericDocValues(field.Name) is not { } values) return numbers;
        var present = reader.GetDocsWithField(field.Name);
        for (var document = 0; document < numbers.Length; document++)
            if (present.Get(document)) numbers[document] = (int)values.Get(document);
        return numbers;
    }

    private static ulong[] Prefixes(AtomicReader reader, ReviewField field)
    {
        var prefixes = new ulong[reader.MaxDoc];
        if (reader.GetBinaryDocValues(field.Name) is not { } values) return prefixes;
        var value = new BytesRef();
        Span<byte> first = stackalloc byte[sizeof(ulong)];
        for (var document = 0; document < prefixes.Length; document++)
        {
            values.Get(document, value);
            first.Clear();
            value.Bytes.AsSpan(value.Offset, Math.Min(value.Length, first.Length)).CopyTo(first);
            prefixes[document] = BinaryPrimitives.ReadUInt64BigEndian(first);
        }
        return prefixes;
    }
}
