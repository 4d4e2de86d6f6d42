using System.Globalization;
using System.Text;
using DigestSearch.Reviews.Reading.Formats;

namespace DigestSearch.Reviews.Reading;

/// <summary>Signs before a text that only decorate it, such as emoji in the place of bullets.</summary>
internal static class Decoration
{
    /// <summary>The text without them.</summary>
    public static RichText Trim(RichText text) => Length(text.Text) is > 0 and var length ? text.From(length) : text;

    /// <summary>The text without them.</summary>
    public static string Trim(string text) => Length(text) is > 0 and var length ? text[length..] : text;

    private static int Length(string text)
    {
        var (at, end) = (0, 0);
        while (at < text.Length)
        {
            if (!Rune.TryGetRuneAt(text, at, out var rune)) break;
            var isSign = IsSign(rune);
            // Joiners, colours and blanks belong to the sign before them.
            if (!isSign && (end == 0 || !(rune.Value is 0xFE0F or 0x200D or (>= 0x1F3FB and <= 0x1F3FF) or 0x20E3 || Rune.IsWhiteSpace(rune)))) break;
            at += rune.Utf16SequenceLength;
            end = at;
        }
        return end;
    }

    private static bool IsSign(Rune rune) => rune.Value is not ('©' or '®' or '°' or '№') && Rune.GetUnicodeCategory(rune) is UnicodeCategory.OtherSymbol
        || rune.Value is '•' or '·' or '▪' or '‣' or '→' or '⇒' or '➔';
}
