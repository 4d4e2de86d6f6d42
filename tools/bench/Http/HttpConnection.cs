using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace DigestSearch.Bench.Http;

/// <summary>One connection to a server on this machine; blocking, since that costs the generator of the load least.</summary>
internal sealed class HttpConnection : IDisposable
{
    private static readonly byte[] EndOfHead = "\r\n\r\n"u8.ToArray(), EndOfChunks = "\r\n0\r\n\r\n"u8.ToArray();

    private readonly Socket socket;
    private byte[] buffer = new byte[1 << 16];
    private int filled, body;

    public HttpConnection(int port)
    {
        socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        socket.Connect(IPAddress.Loopback, port);
    }

    /// <summary>The bytes of a request.</summary>
    /// <param name="target">Path and query.</param>
    /// <param name="accepts">Codings that are taken; empty for none.</param>
    public static byte[] Request(string target, string accepts = "") =>
        Encoding.ASCII.GetBytes($"GET {target} HTTP/1.1\r\nHost: 127.0.0.1\r\n{(accepts.Length > 0 ? $"Accept-Encoding: {accepts}\r\n" : "")}\r\n");

    /// <summary>The bytes of a request that posts a document.</summary>
    public static byte[] Post(string target, string key, string document)
    {
        var body = Encoding.UTF8.GetBytes(document);
        return [.. Encoding.ASCII.GetBytes(FormattableString.Invariant($"POST {target} HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer {key}\r\nContent-Type: text/markdown\r\nContent-Length: {body.Length}\r\n\r\n")), .. body];
    }

    /// <summary>Asks and waits for the whole answer; returns its status.</summary>
    public int Ask(byte[] request)
    {
        socket.Send(request);
        filled = 0;
        int head;
        while ((head = Whole.IndexOf(EndOfHead)) < 0) Receive();
        head += EndOfHead.Length;
        body = head;
        if (Length(Whole[..head]) is { } length)
            while (filled < head + length) Receive();
        else
            while (!Whole[(head - 2)..].EndsWith(EndOfChunks)) Receive();
        return int.Parse(Whole[9..12], CultureInfo.InvariantCulture);
    }

    /// <summary>The last answer, head and body; a body in chunks with their marks.</summary>
    public ReadOnlySpan<byte> Whole => buffer.AsSpan(0, filled);

    /// <summary>The last answer's body as its server made it: without chunks, unpacked.</summary>
    public byte[] Plain()
    {
        var head = Whole[..body];
        var packed = Length(head) is null ? WithoutChunks(Whole[body..]) : Whole[body..].ToArray();
        if (head.IndexOf("Content-Encoding: br"u8) < 0) return packed;
        using var unpacking = new BrotliStream(new MemoryStream(packed), CompressionMode.Decompress);
        using var plain = new MemoryStream();
        unpacking.CopyTo(plain);
        return plain.ToArray();
    }

    public void Dispose() => socket.Dispose();

    private void Receive()
    {
        if (filled == buffer.Length) Array.Resize(ref buffer, 2 * buffer.Length);
        var received = socket.Receive(buffer, filled, buffer.Length - filled, SocketFlags.None);
        if (received == 0) throw new IOException("The server closed the connection.");
        filled += received;
    }

    private static byte[] WithoutChunks(ReadOnlySpan<byte> chunks)
    {
        using var plain = new MemoryStream();
        for (var at = 0; at < chunks.Length;)
        {
            var end = at + chunks[at..].IndexOf("\r\n"u8);
            var length = int.Parse(chunks[at..end], NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            plain.Write(chunks.Slice(end + 2, length));
            at = end + length + 4;
        }
        return plain.ToArray();
    }

    private static int? Length(ReadOnlySpan<byte> head)
    {
        var at = head.IndexOf("Content-Length: "u8);
        if (at < 0) return null;
        var value = head[(at + "Content-Length: ".Length)..];
        return int.Parse(value[..value.IndexOf((byte)'\r')], CultureInfo.InvariantCulture);
    }
}
