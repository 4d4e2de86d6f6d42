using System.Security.Cryptography;

namespace DigestSearch.Search.Suggest;

/// <summary>Numbers for folded titles, the same in all segments and snapshots of a lineage. Titles are known by their hash: the texts stay in the index.</summary>
internal sealed class TitleTable
{
    private readonly Lock gate = new();
    private readonly Dictionary<UInt128, int> numbers = [];

    /// <summary>How many titles there are; a reader of an older snapshot may see more than it counts.</summary>
    public int Count
    {
        get
        {
            lock (gate) return numbers.Count;
        }
    }

    /// <summary>The number of a folded title, given when it is new.</summary>
    public int Add(ReadOnlySpan<byte> folded)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(folded, hash);
        var key = System.Buffers.Binary.BinaryPrimitives.ReadUInt128LittleEndian(hash);
        lock (gate)
        {
            if (numbers.TryGetValue(key, out var number)) return number;
            numbers.Add(key, numbers.Count);
            return numbers.Count - 1;
        }
    }
}
