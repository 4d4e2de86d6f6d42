using Microsoft.Win32.SafeHandles;

namespace DigestSearch.Indexing;

/// <summary>A file that never changes, read by blocks; safe for all threads.</summary>
/// <param name="name">For messages.</param>
/// <param name="handle">The open file, which this one closes.</param>
/// <param name="cache">Keeps the blocks.</param>
internal sealed class BlockFile(string name, SafeFileHandle handle, BlockCache cache) : IDisposable
{
    private readonly CachedBlock?[] blocks = new CachedBlock?[BlockCache.CountOf(RandomAccess.GetLength(handle))];

    /// <summary>In bytes.</summary>
    public long Length { get; } = RandomAccess.GetLength(handle);

    /// <summary>The block that begins at a position; shorter at the end of the file.</summary>
    public byte[] Block(long start)
    {
        if (Volatile.Read(ref blocks[BlockCache.NumberOf(start)]) is { } cached) return cached.Touched();
        var bytes = GC.AllocateUninitializedArray<byte>((int)Math.Min(BlockCache.BlockSize, Length - start));
        Read(bytes, start);
        // Another thread may have read it as well; either is right.
        cache.Keep(blocks, BlockCache.NumberOf(start), bytes);
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
