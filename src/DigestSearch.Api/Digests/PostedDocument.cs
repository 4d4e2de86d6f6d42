using System.Security.Cryptography;
using Microsoft.Net.Http.Headers;

namespace DigestSearch.Api.Digests;

/// <summary>The body of a post: received whole before anything reads it.</summary>
internal static class PostedDocument
{
    private const int InMemory = 1 << 20;
    private const int NameBytes = 8;

    private static readonly string[] Endings = [".md", ".markdown", ".html", ".htm", ".txt", ".jsonl", ".jsonl.gz"];

    /// <summary>The media type, with its charset where that is not UTF-8; null where the client only sent what it sends by default.</summary>
    public static string? MediaTypeOf(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
        && type.MediaType is { HasValue: true } name
        && !name.Equals("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase)
        && !name.Equals("application/octet-stream", StringComparison.OrdinalIgnoreCase) ? name.ToString().ToLowerInvariant() + CharsetOf(type) : null;

    private static string CharsetOf(MediaTypeHeaderValue type) =>
        type.Charset is { HasValue: true, Length: < 40 } charset && !charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase) ? "; charset=" + charset.ToString().ToLowerInvariant() : "";

    /// <summary>The name with the ending that JSON Lines are known by, where only the media type tells that a document is of them.</summary>
    public static string WithEnding(string name, string? mediaType) => Array.Exists(Endings, e => name.EndsWith(e, StringComparison.OrdinalIgnoreCase)) ? name : mediaType?.Split(';')[0] switch
    {
        "application/x-ndjson" or "application/ndjson" or "application/jsonl" or "application/x-jsonlines" or "application/json" => name + ".jsonl",
        "application/gzip" or "application/x-gzip" => name + ".jsonl.gz",
        _ => name,
    };

    /// <summary>Receives the body; large ones go to a temporary file, so that the archive can read without waiting for the client.</summary>
    public static async Task<Stream> ReceiveAsync(HttpRequest request, CancellationToken cancellation)
    {
        request.EnableBuffering(InMemory);
        await request.Body.CopyToAsync(Stream.Null, cancellation);
        request.Body.Position = 0;
        return request.Body;
    }

    /// <summary>The name of a document that was posted without one: its bytes tell.</summary>
    public static async Task<string> NameOfAsync(Stream content, CancellationToken cancellation)
    {
        var hash = await SHA256.HashDataAsync(content, cancellation);
        content.Position = 0;
        return "post-" + Convert.ToHexStringLower(hash.AsSpan(0, NameBytes));
    }
}
