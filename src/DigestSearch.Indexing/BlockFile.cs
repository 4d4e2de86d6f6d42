using Microsoft.Win32.SafeHandles;

namespace DigestSearch.Indexing;

/// <summary>A file that never changes, read by blocks; safe for all threads.</summary>
/// <param name="name">For messages.</param>
/// <param name="handle">The open file, which this one closes.</param>
/// <param name="cache">Keeps the blocks.</param>
internal sealed class BlockFile(string name, SafeFileHandle handle, BlockCache cache) : IDisposable
{
    // A checksum reads all once, and what is loaded at the start is read once more: what is read again is searched.
    private const int ReadsBefore = 2;

    private readonly byte[] reads = new byte[BlockCache.CountOf(RandomAccess.GetLength(handle))];
    private readonly CachedBlock?[] blocks = new CachedBlock?[BlockCache.CountOf(RandomAccess.GetLength(handle))];

    /// <summary>In bytes.</summary>
    public long Length { get; } = RandomAccess.GetLength(handle);

    /// <summary>The block that begins at a position; shorter at the end of the file. It is kept from the third read on.</summary>
    public byte[] Block(long start)
    {
        if (Volatile.Read(ref blocks[BlockCache.NumberOf(start)]) is { } cached) return cached.Touched();
        var bytes = GC.AllocateUninitializedArray<byte>((int)Math.Min(BlockCache.BlockSize, Length - start));
        Read(bytes, start);
        // Threads may lose a count, or read the same block; either is right.
        ref var read = ref reads[BlockCache.NumberOf(start)];
        if (read < ReadsBefore) read++;
        else cache.Keep(blocks, BlockCache.NumberOf(start), bytes);
        return bytes;
    }

    /// <summary>Fills a span from a position.</summary>
    /// <exception cref="EndOfStreamException">The file ends before.</exception>
    public void Read(Span<byte> bytes, long position)
    {
        while (bytes.Length > 0)
        {
            var read = RandomAccess.Read(handle, bytes, position);
            if (read == 0) throw new EndOfStreamException($"{name} ends at {Length}, before {position + bytes.Length}.");
            bytes = bytes[read..];
            position += read;
        }
    }

    /// <summary>Closes the file and forgets its blocks.</summary>
    public void Dispose()
    {
        handle.Dispose();
        cache.Drop(blocks);
    }
}
