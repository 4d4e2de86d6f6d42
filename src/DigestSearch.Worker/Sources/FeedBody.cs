using System.IO.Compression;

namespace DigestSearch.Worker.Sources;

/// <summary>The body of an answer, unpacked and measured while it streams.</summary>
internal static class FeedBody
{
    private const int RatioLimit = 100;
    private const int RatioFrom = 1 << 20;

    /// <summary>All of it; null where it is larger than the limit, or more than anything packs to.</summary>
    /// <exception cref="InvalidDataException">It is packed in another way than it says, or than can be read.</exception>
    public static async Task<ReadOnlyMemory<byte>?> ReadAsync(HttpContent content, int limit, CancellationToken cancellation)
    {
        var packing = string.Join(',', content.Headers.ContentEncoding).ToLowerInvariant();
        if (content.Headers.ContentLength > limit) return null;
        using var received = new CountedStream(await content.ReadAsStreamAsync(cancellation).ConfigureAwait(false));
        using Stream plain = packing switch
        {
            "" or "identity" => received,
            "gzip" or "x-gzip" => new GZipStream(received, CompressionMode.Decompress),
            "br" => new BrotliStream(received, CompressionMode.Decompress),
            _ => throw new InvalidDataException($"It is packed as “{(packing.Length > 40 ? packing[..40] : packing)}”, which is not read."),
        };
        using var bytes = new MemoryStream();
        var part = new byte[1 << 16];
        for (int read; (read = await plain.ReadAsync(part, cancellation).ConfigureAwait(false)) > 0;)
        {
            bytes.Write(part, 0, read);
            if (bytes.Length > limit || plain != received && bytes.Length > RatioFrom && bytes.Length > RatioLimit * received.Count) return null;
        }
        return bytes.GetBuffer().AsMemory(0, (int)bytes.Length);
    }

    /// <summary>Counts what is read of another stream.</summary>
    private sealed class CountedStream(Stream inner) : Stream
    {
        public long Count { get; private set; }

        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => false;
        public override long Length => throw new NotSupportedException();
        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            var read = await inner.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
            Count += read;
            return read;
        }

        public override int Read(byte[] buffer, int offset, int count)
        {
            var read = inner.Read(buffer, offset, count);
            Count += read;
            return read;
        }

        public override void Flush() { }
        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
        public override void SetLength(long value) => throw new NotSupportedException();
        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            if (disposing) inner.Dispose();
            base.Dispose(disposing);
        }
    }
}
