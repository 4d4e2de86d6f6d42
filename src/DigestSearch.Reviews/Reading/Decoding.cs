using System.Buffers;
using System.Text;

namespace DigestSearch.Reviews.Reading;

/// <summary>Bytes to text: by the mark at their beginning, else UTF-8 where they are valid, else as declared, else by their letters.</summary>
/// <param name="Text">The text, line ends as <c>\n</c>; null where the bytes are no text.</param>
/// <param name="InvalidLine">First line with bytes that are not valid in the encoding.</param>
/// <param name="Encoding">Name of the encoding.</param>
/// <param name="IsDoubtful">Whether nothing told the encoding and another one is nearly as likely.</param>
internal sealed record Decoding(string? Text, int? InvalidLine, string Encoding, bool IsDoubtful = false)
{
    private const int Sample = 8_192;
    private const string Utf8 = "utf-8";

    public static Decoding Read(ReadOnlySpan<byte> bytes, string? mediaType = null)
    {
        switch (bytes)
        {
            case [0xEF, 0xBB, 0xBF, ..]: return OfUtf8(bytes[3..]);
            case [0xFF, 0xFE, 0, 0, ..]: return Of(bytes[4..], System.Text.Encoding.UTF32);
            case [0xFF, 0xFE, ..]: return Of(bytes[2..], System.Text.Encoding.Unicode);
            case [0xFE, 0xFF, ..]: return Of(bytes[2..], System.Text.Encoding.BigEndianUnicode);
        }
        if (WideEncoding(bytes) is { } wide && Of(bytes, wide) is { Text: not null } wideText) return wideText;
        // A declaration survives the conversion that made it wrong: what can be UTF-8 is. Only the encodings that shift by escapes look like ASCII.
        var isUtf8 = FirstInvalid(bytes) is null;
        if (isUtf8 && !bytes.Contains((byte)0x1B)) return OfUtf8(bytes);
        var declared = DeclaredEncoding.Find(bytes, mediaType);
        return isUtf8 && declared is null or { IsSingleByte: true } or UTF8Encoding ? OfUtf8(bytes) : OfForeign(bytes, declared);
    }

    private static Decoding OfForeign(ReadOnlySpan<byte> bytes, Encoding? declared)
    {
        if (declared is not (null or UTF8Encoding) && !DeclaredEncoding.IsDefault(declared) && Of(bytes, declared) is { Text: not null } told) return told;
        // Damage leaves most characters whole.
        if (declared is UTF8Encoding or null && IsMostlyUtf8(bytes)) return OfUtf8(bytes);
        if (EncodingGuess.Of(bytes) is { } guess)
        {
            var isTold = DeclaredEncoding.IsDefault(declared) && guess.IsLatin;
            if (isTold || declared is null || !guess.IsDoubtful)
                return Of(bytes, guess.Encoding) with { IsDoubtful = guess.IsDoubtful && !isTold };
        }
        return DeclaredEncoding.IsDefault(declared) && Of(bytes, declared!) is { Text: not null } plain ? plain : OfUtf8(bytes);
    }

    private static Decoding OfUtf8(ReadOnlySpan<byte> bytes)
    {
        var text = System.Text.Encoding.UTF8.GetString(bytes);
        return IsBinary(text) ? new Decoding(null, null, Utf8) : new Decoding(text.ReplaceLineEndings("\n"), FirstInvalid(bytes), Utf8);
    }

    private static Decoding Of(ReadOnlySpan<byte> bytes, Encoding encoding)
    {
        if (encoding is UTF8Encoding) return OfUtf8(bytes);
        var text = encoding.GetString(bytes);
        if (IsBinary(text)) return new Decoding(null, null, encoding.WebName);
        text = text.ReplaceLineEndings("\n");
        var invalid = text.IndexOf('\ufffd');
        return new Decoding(text, invalid < 0 ? null : text.AsSpan(0, invalid).Count('\n') + 1, encoding.WebName);
    }

    // Blanks and line ends have a zero as their other byte in UTF-16, Russian letters a four.
    private static Encoding? WideEncoding(ReadOnlySpan<byte> bytes)
    {
        var sample = bytes[..(Math.Min(bytes.Length, Sample) & ~1)];
        if (sample.Length < 4 || !sample.Contains((byte)0)) return null;
        Span<int> high = [0, 0];
        for (var i = 0; i < sample.Length; i++)
            if (sample[i] is 0 or 4) high[i & 1]++;
        var most = sample.Length / 2 * 9 / 10;
        if (high[1] >= most && high[0] * 10 < sample.Length) return System.Text.Encoding.Unicode;
        return high[0] >= most && high[1] * 10 < sample.Length ? System.Text.Encoding.BigEndianUnicode : null;
    }

    private static bool IsBinary(string text)
    {
        if (text.Contains('\0')) return true;
        var sample = text.AsSpan(0, Math.Min(text.Length, Sample));
        if (sample.StartsWith("%PDF-")) return true;
        var strange = 0;
        foreach (var character in sample)
            if (character is '\ufffd' || char.IsControl(character) && character is not ('\n' or '\r' or '\t' or '\f' or '\v' or '\u0085')) strange++;
        return strange * 5 > sample.Length;
    }

    private static bool IsMostlyUtf8(ReadOnlySpan<byte> bytes)
    {
        var (valid, invalid) = (0, 0);
        while (!bytes.IsEmpty)
        {
            var status = Rune.DecodeFromUtf8(bytes, out _, out var used);
            if (status is not OperationStatus.Done) invalid++;
            else if (used > 1) valid++;
            bytes = bytes[used..];
        }
        return valid > invalid;
    }

    private static int? FirstInvalid(ReadOnlySpan<byte> bytes)
    {
        var line = 1;
        while (!bytes.IsEmpty)
        {
            var status = Rune.DecodeFromUtf8(bytes, out var rune, out var used);
            if (status is not OperationStatus.Done) return line;
            if (rune.Value is '\n') line++;
            bytes = bytes[used..];
        }
        return null;
    }
}
