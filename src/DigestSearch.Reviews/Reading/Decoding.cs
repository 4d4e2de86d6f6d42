using System.Text;

namespace DigestSearch.Reviews.Reading;

/// <summary>Bytes to text.</summary>
/// <param name="Text">The text, line ends as <c>\n</c>; null where the bytes are no text.</param>
/// <param name="InvalidLine">First line with bytes that are not valid.</param>
internal sealed record Decoding(string? Text, int? InvalidLine)
{
    public static Decoding Read(ReadOnlySpan<byte> bytes)
    {
        var text = bytes switch
        {
            [0xEF, 0xBB, 0xBF, ..] => Encoding.UTF8.GetString(bytes[3..]),
            [0xFF, 0xFE, ..] => Encoding.Unicode.GetString(bytes[2..]),
            [0xFE, 0xFF, ..] => Encoding.BigEndianUnicode.GetString(bytes[2..]),
            _ => Encoding.UTF8.GetString(bytes),
        };
        if (text.Contains('\0') || IsBinary(text)) return new Decoding(null, null);
        var written = bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] ? null : FirstInvalid(bytes);
        return new Decoding(text.ReplaceLineEndings("\n"), written);
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
