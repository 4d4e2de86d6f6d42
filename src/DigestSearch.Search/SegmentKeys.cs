using DigestSearch.Indexing;
using Lucene.Net.Index;
using Lucene.Net.Util;

namespace DigestSearch.Search;

/// <summary>One key of bytes for every document of a segment, in one array.</summary>
internal sealed class SegmentKeys
{
    // bytes[starts[doc]..starts[doc + 1]]
    private readonly int[] starts;
    private readonly byte[] bytes;

    private SegmentKeys(int[] starts, byte[] bytes)
    {
        this.starts = starts;
        this.bytes = bytes;
    }

    public ReadOnlySpan<byte> this[int document] => bytes.AsSpan(starts[document], starts[document + 1] - starts[document]);

    public static SegmentKeys Read(AtomicReader reader, ReviewField field)
    {
        var starts = new int[reader.MaxDoc + 1];
        if (reader.GetBinaryDocValues(field.Name) is not { } values) return new SegmentKeys(starts, []);
        using var bytes = new MemoryStream();
        var value = new BytesRef();
        for (var document = 0; document < reader.MaxDoc; document++)
        {
            values.Get(document, value);
            bytes.Write(value.Bytes, value.Offset, value.Length);
            starts[document + 1] = (int)bytes.Length;
        }
        return new SegmentKeys(starts, bytes.ToArray());
    }
}
