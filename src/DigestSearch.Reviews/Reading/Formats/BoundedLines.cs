using System.IO.Compression;

namespace DigestSearch.Reviews.Reading.Formats;

/// <summary>How the reading of a line went.</summary>
internal enum LineOutcome
{
    Line,
    TooLong,
    End,
    Bomb,
    Damaged,
}

/// <summary>Lines of a plain or gzip stream, in bounded memory: long lines are skipped, bombs and damage end the reading.</summary>
internal sealed class BoundedLines : IDisposable
{
    private const int BufferSize = 64 * 1024;
    private const int RatioLimit = 200;
    private const long RatioFrom = 16 * 1024 * 1024;

    private readonly int lineLimit;
    private readonly CountingStream received;
    private readonly Stream plain;
    private readonly bool compressed;
    private readonly byte[] chunk = new byte[BufferSize];
    private readonly MemoryStream pending = new();
    private int at;
    private int filled;
    private long total;

    public BoundedLines(Stream content, int lineLimit)
    {
        this.lineLimit = lineLimit;
        var magic = new byte[2];
        var read = content.ReadAtLeast(magic, 2, throwOnEndOfStream: false);
        received = new CountingStream(magic.AsMemory(0, read), content);
        compressed = read == 2 && magic is [0x1F, 0x8B];
        plain = compressed ? new GZipStream(received, CompressionMode.Decompress, leaveOpen: true) : received;
    }

    /// <summary>Number of the line read last, from 1.</summary>
    public int Number { get; private set; }

    /// <summary>The next line without its end; valid until the next call.</summary>
    public LineOutcome Next(out ReadOnlyMemory<byte> line)
    {
        line = default;
        pending.SetLength(0);
        var tooLong = false;
        while (true)
        {
            if (at == filled)
            {
                if (Fill() is { } broken) return broken;
                if (filled == 0 && pending.Length == 0 && !tooLong) return LineOutcome.End;
            }
            var rest = chunk.AsSpan(at, filled - at);
            var end = rest.IndexOf((byte)'\n');
            var part = end < 0 ? rest : rest[..end];
            tooLong |= pending.Length + part.Length > lineLimit;
            if (!tooLong) pending.Write(part);
            at += part.Length + (end < 0 ? 0 : 1);
            if (end < 0 && filled > 0) continue;
            Number++;
            line = pending.GetBuffer().AsMemory(0, (int)pending.Length);
            return tooLong ? LineOutcome.TooLong : LineOutcome.Line;
        }
    }

    public void Dispose()
    {
        if (compressed) plain.Dispose();
        pending.Dispose();
    }

    private LineOutcome? Fill()
    {
        try
        {
            (at, filled) = (0, plain.Read(chunk));
        }
        catch (InvalidDataException)
        {
            return LineOutcome.Damaged;
        }
        total += filled;
        return compressed && total > RatioFrom && total > RatioLimit * received.Count ? LineOutcome.Bomb : null;
    }

    /// <summary>Gives back what was read ahead, and counts what was taken.</summary>
    private sealed class CountingStream(ReadOnlyMemory<byte> ahead, Stream rest) : Stream
    {
        public long Count { get; private set; }

        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => false;
        public override long Length => throw new NotSupportedException();
        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(Span<byte> buffer)
        {
            int read;
            if (ahead.IsEmpty) read = rest.Read(buffer);
            else
            {
                read = Math.Min(ahead.Length, buffer.Length);
                ahead.Span[..read].CopyTo(buffer);
                ahead = ahead[read..];
            }
            Count += read;
            return read;
        }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));
        public override void Flush() { }
        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
        public override void SetLength(long value) => throw new NotSupportedException();
        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
