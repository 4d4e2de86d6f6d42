using Lucene.Net.Store;

namespace DigestSearch.Indexing;

/// <summary>
/// Reads files at positions, without the lock that the other file directories share among all readers of a file (lucenenet#611). What is
/// searched is read through a cache of blocks: a call of the system costs more than the postings that it gives.
/// </summary>
internal sealed class PreadDirectory(string path, LockFactory? locks, BlockCache cache) : FSDirectory(new DirectoryInfo(path), locks)
{
    /// <inheritdoc/>
    public override IndexInput OpenInput(string name, IOContext context)
    {
        EnsureOpen();
        var file = FileOf(name);
        return IsReadOnce(context) ? new BufferedInput(name, file, BufferedIndexInput.GetBufferSize(context)) : new BlockInput(name, file, 0, file.Length, file);
    }

    /// <inheritdoc/>
    public override IndexInputSlicer CreateSlicer(string name, IOContext context)
    {
        EnsureOpen();
        return new Slicer(name, FileOf(name));
    }

    // What a merge or a checksum reads once would push out what searches read again.
    private static bool IsReadOnce(IOContext context) => context.Context is IOContext.UsageContext.MERGE || context.ReadOnce;

    // A merge deletes files that are still read.
    private BlockFile FileOf(string name) => new(name, File.OpenHandle(Path.Combine(Directory.FullName, name), FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete), cache);

    private sealed class Slicer(string name, BlockFile file) : IndexInputSlicer
    {
        public override IndexInput OpenSlice(string sliceDescription, long offset, long length) => new BlockInput($"{name}:{sliceDescription}", file, offset, offset + length, owned: null);

        [Obsolete("Of Lucene 3.")]
        public override IndexInput OpenFullSlice() => OpenSlice("all", 0, file.Length);

        protected override void Dispose(bool disposing)
        {
            if (disposing) file.Dispose();
        }
    }

    private sealed class BufferedInput(string name, BlockFile file, int bufferSize) : BufferedIndexInput(name, bufferSize)
    {
        private bool isClone;

        public override long Length => file.Length;

        public override object Clone()
        {
            var clone = (BufferedInput)base.Clone();
            clone.isClone = true;
            return clone;
        }

        protected override void ReadInternal(byte[] b, int offset, int length) => file.Read(b.AsSpan(offset, length), Position);

        protected override void SeekInternal(long pos)
        {
            // Every read says where.
        }

        protected override void Dispose(bool disposing)
        {
            if (disposing && !isClone) file.Dispose();
        }
    }
}
