using Lucene.Net.Store;

namespace DigestSearch.Indexing;

/// <summary>Reads a part of a file straight from cached blocks; a clone costs no buffer.</summary>
/// <param name="name">What is read, for messages.</param>
/// <param name="file">The file.</param>
/// <param name="start">Where the part begins in the file.</param>
/// <param name="end">Where it ends.</param>
/// <param name="owned">What is closed with this input, though not with its clones.</param>
internal sealed class BlockInput(string name, BlockFile file, long start, long end, IDisposable? owned) : IndexInput(name)
{
    private byte[] block = [];
    private long blockStart = BlockCache.StartOf(start);
    private int at = (int)(start - BlockCache.StartOf(start));
    private int limit; // None of the block is at hand before the first read: many clones only seek.

    /// <inheritdoc/>
    public override long Length => end - start;

    /// <inheritdoc/>
    public override long Position => blockStart + at - start;

    /// <inheritdoc/>
    public override byte ReadByte()
    {
        if (at >= limit) Fill();
        return block[at++];
    }

    /// <inheritdoc/>
    public override void ReadBytes(byte[] b, int offset, int len)
    {
        while (len > 0)
        {
            if (at >= limit) Fill();
            var read = Math.Min(len, limit - at);
            block.AsSpan(at, read).CopyTo(b.AsSpan(offset));
            at += read;
            offset += read;
            len -= read;
        }
    }

    /// <inheritdoc/>
    public override void Seek(long pos)
    {
        var position = start + pos;
        if (BlockCache.StartOf(position) != blockStart)
        {
            blockStart = BlockCache.StartOf(position);
            limit = 0;
        }
        at = (int)(position - blockStart);
    }

    /// <inheritdoc/>
    public override object Clone()
    {
        var clone = (BlockInput)base.Clone();
        clone.Disown();
        return clone;
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing) owned?.Dispose();
    }

    private void Disown() => owned = null;

    private void Fill()
    {
        var position = blockStart + at;
        if (position >= end) throw new EndOfStreamException($"{this} ends at {Length}, before {Position + 1}.");
        blockStart = BlockCache.StartOf(position);
        at = (int)(position - blockStart);
        block = file.Block(blockStart);
        limit = (int)Math.Min(block.Length, end - blockStart);
    }
}
