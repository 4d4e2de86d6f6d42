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

    private readonly int _lineLimit;
    private readonly CountingStream _received;
    private readonly Stream _content;
    private readonly bool _compressed;
    private readonly byte[] _buffer = new byte[BufferSize];
    private readonly MemoryStream _line = new();
    private int _at;
    private int _filled;
    private long _total;

    public BoundedLines(Stream content, int lineLimit)
    {
        _lineLimit = lineLimit;
        var magic = new byte[2];
        var read = content.ReadAtLeast(magic, 2, throwOnEndOfStream: false);
        _received = new CountingStream(magic.AsMemory(0, read), content);
        _compressed = read == 2 && magic is [0x1F, 0x8B];
        _content = _compressed ? new GZipStream(_received, CompressionMode.Decompress, leaveOpen: true) : _received;
    }

    /// <summary>Number of the line read last, from 1.</summary>
    public int Number { get; private set; }

    /// <summary>The next line without its end; valid until the next call.</summary>
    public LineOutcome Next(out ReadOnlyMemory<byte> line)
    {
        line = default;
        _line.SetLength(0);
        var tooLong = false;
        while (true)
        {
            if (_at == _filled)
            {
                if (Fill() is { } broken) return broken;
                if (_filled == 0 && _line.Length == 0 && !tooLong) return LineOutcome.End;
            }
            var rest = _buffer.AsSpan(_at, _filled - _at);
            var end = rest.IndexOf((byte)'\n');
            var part = end < 0 ? rest : rest[..end];
            tooLong |= _line.Length + part.Length > _lineLimit;
            if (!tooLong) _line.Write(part);
            _at += part.Length + (end < 0 ? 0 : 1);
            if (end < 0 && _filled > 0) continue;
            Number++;
            line = _line.GetBuffer().AsMemory(0, (int)_line.Length);
            return tooLong ? LineOutcome.TooLong : LineOutcome.Line;
        }
    }

    public void Dispose()
    {
        if (_compressed) _content.Dispose();
        _line.Dispose();
    }

    private LineOutcome? Fill()
    {
        try
        {
            (_at, _filled) = (0, _content.Read(_buffer));
        }
        catch (InvalidDataException)
        {
            return LineOutcome.Damaged;
        }
        _total += _filled;
        return _compressed && _total > RatioFrom && _total > RatioLimit * _received.Count ? LineOutcome.Bomb : null;
    }

    /// <summary>Gives back what was read ahead, and counts what was taken.</summary>
    private sealed class CountingStream(ReadOnlyMemory<byte> ahead, Stream rest) : Stream
    {
        private ReadOnlyMemory<byte> _ahead = ahead;

        public long Count { get; private set; }

        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => false;
        public override long Length => throw new NotSupportedException();
        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(Span<byte> buffer)
        {
            int read;
            if (_ahead.IsEmpty) read = rest.Read(buffer);
            else
            {
                read = Math.Min(_ahead.Length, buffer.Length);
                _ahead.Span[..read].CopyTo(buffer);
                _ahead = _ahead[read..];
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
