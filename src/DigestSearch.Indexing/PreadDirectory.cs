using Lucene.Net.Store;
using Microsoft.Win32.SafeHandles;

namespace DigestSearch.Indexing;

/// <summary>Reads files at positions, without the lock that the other file directories share among all readers of a file (lucenenet#611).</summary>
internal sealed class PreadDirectory(string path, LockFactory? locks) : FSDirectory(new DirectoryInfo(path), locks)
{
    /// <inheritdoc/>
    public override IndexInput OpenInput(string name, IOContext context)
    {
        EnsureOpen();
        var file = OpenFile(name);
        return new Input(name, file, 0, RandomAccess.GetLength(file), BufferedIndexInput.GetBufferSize(context), ownsFile: true);
    }

    /// <inheritdoc/>
    public override IndexInputSlicer CreateSlicer(string name, IOContext context)
    {
        EnsureOpen();
        return new Slicer(name, OpenFile(name), BufferedIndexInput.GetBufferSize(context));
    }

    // A merge deletes files that are still read.
    private SafeFileHandle OpenFile(string name) => File.OpenHandle(Path.Combine(Directory.FullName, name), FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);

    private sealed class Slicer(string name, SafeFileHandle file, int bufferSize) : IndexInputSlicer
    {
        public override IndexInput OpenSlice(string sliceDescription, long offset, long length) => new Input($"{name}:{sliceDescription}", file, offset, offset + length, bufferSize, ownsFile: false);

        [Obsolete("Of Lucene 3.")]
        public override IndexInput OpenFullSlice() => OpenSlice("all", 0, RandomAccess.GetLength(file));

        protected override void Dispose(bool disposing)
        {
            if (disposing) file.Dispose();
        }
    }

    private sealed class Input(string name, SafeFileHandle file, long start, long end, int bufferSize, bool ownsFile) : BufferedIndexInput(name, bufferSize)
    {
        private bool isClone;

        public override long Length => end - start;

        public override object Clone()
        {
            var clone = (Input)base.Clone();
            clone.isClone = true;
            return clone;
        }

        protected override void ReadInternal(byte[] b, int offset, int length)
        {
            var position = start + Position;
            if (position + length > end) throw new EndOfStreamException($"{this} ends at {Length}, before {Position + length}.");
            for (var read = 0; length > 0; position += read, offset += read, length -= read)
            {
                read = RandomAccess.Read(file, b.AsSpan(offset, length), position);
                if (read == 0) throw new EndOfStreamException($"{this} is shorter than when it was opened.");
            }
        }

        protected override void SeekInternal(long pos)
        {
            // Every read says where.
        }

        protected override void Dispose(bool disposing)
        {
            if (disposing && ownsFile && !isClone) file.Dispose();
        }
    }
}
