using System.Text;
using System.Text.RegularExpressions;

namespace DigestSearch.Reviews.Reading;

/// <summary>Bytes to text.</summary>
/// <param name="Text">The text, line ends as <c>\n</c>; null where the bytes are no text.</param>
/// <param name="InvalidLine">First line with bytes that are not valid.</param>
internal sealed record Decoding(string? Text, int? InvalidLine)
{
    private static readonly Regex Declaration = new("^<\\?xml[^>]{0,100}encoding\\s*=\\s*[\"']([A-Za-z0-9._:-]{1,40})[\"']", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);

    public static Decoding Read(ReadOnlySpan<byte> bytes)
    {
        var declared = Declared(bytes);
        var text = bytes switch
        {
            [0xEF, 0xBB, 0xBF, ..] => Encoding.UTF8.GetString(bytes[3..]),
            [0xFF, 0xFE, ..] => Encoding.Unicode.GetString(bytes[2..]),
            [0xFE, 0xFF, ..] => Encoding.BigEndianUnicode.GetString(bytes[2..]),
            [(byte)'<', 0, (byte)'?', 0, ..] => Encoding.Unicode.GetString(bytes),
            [0, (byte)'<', 0, (byte)'?', ..] => Encoding.BigEndianUnicode.GetString(bytes),
            _ => (declared ?? Encoding.UTF8).GetString(bytes),
        };
        if (text.Contains('\0') || IsBinary(text)) return new Decoding(null, null);
        var written = declared is not null || bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] or [(byte)'<', 0, ..] or [0, (byte)'<', ..] ? null : FirstInvalid(bytes);
        return new Decoding(text.ReplaceLineEndings("\n"), written);
    }

    /// <summary>What XML declares itself to be written in; null for UTF-8, for what is unknown, and for what the bytes belie.</summary>
    private static Encoding? Declared(ReadOnlySpan<byte> bytes)
    {
        if (!bytes.StartsWith("<?xml"u8) || Declaration.Match(Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, 200)])) is not { Success: true } match) return null;
        var name = match.Groups[1].Value;
        try
        {
            var encoding = CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
            return encoding.WebName.StartsWith("utf", StringComparison.OrdinalIgnoreCase) || encoding.WebName is "us-ascii" ? null : encoding;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static bool IsBinary(string text)
    {
        var sample = text.AsSpan(0, Math.Min(text.Length, 8_192));
        if (sample.StartsWith("%PDF-")) return true;
        var strange = 0;
        foreach (var character in sample)
            if (character is '\ufffd' || char.IsControl(character) && character is not ('\n' or '\r' or '\t' or '\f' or '\v')) strange++;
        return strange * 5 > sample.Length;
    }

    private static int? FirstInvalid(ReadOnlySpan<byte> bytes)
    {
        var line = 1;
        while (!bytes.IsEmpty)
        {
            var status = Rune.DecodeFromUtf8(bytes, out var rune, out var used);
            if (status is not System.Buffers.OperationStatus.Done) return line;
            if (rune.Value is '\n') line++;
            bytes = bytes[used..];
        }
        return null;
    }
}
