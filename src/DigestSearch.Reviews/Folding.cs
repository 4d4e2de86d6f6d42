using System.Globalization;
using System.Text;

namespace DigestSearch.Reviews;

/// <summary>Text to its form for equality: letters and digits only, lower case, ё as е, Latin diacritics dropped, й kept.</summary>
public static class Folding
{
    /// <summary>The folded words of a text, joined by one blank.</summary>
    public static string Fold(string text) => FoldPlain(text) ?? FoldAny(text);

    // One pass over the letters that nearly all texts are made of: whole reviews go through it.
    private static string? FoldPlain(string text)
    {
        var folded = new char[text.Length];
        var length = 0;
        var gap = false;
        foreach (var written in text)
        {
            var letter = Plain(written);
            if (letter == '\0') return null;
            if (letter == ' ')
            {
                gap = length > 0;
                continue;
            }
            if (gap) folded[length++] = ' ';
            gap = false;
            folded[length++] = letter;
        }
        return new string(folded, 0, length);
    }

    private static char Plain(char letter) => letter switch
    {
        >= 'a' and <= 'z' or >= '0' and <= '9' or '+' or '#' or >= 'а' and <= 'я' => letter,
        >= 'A' and <= 'Z' or >= 'А' and <= 'Я' => (char)(letter + ('a' - 'A')),
        'ё' or 'Ё' => 'е',
        < '\u0080' or '\u00A0' or '«' or '»' or >= '\u2010' and <= '\u201F' => ' ',
        _ => '\0',
    };

    /// <summary>The same for any letters; what <see cref="Fold"/> must agree with.</summary>
    internal static string FoldAny(string text)
    {
        var folded = new StringBuilder(text.Length);
        var gap = false;
        foreach (var rune in FoldLetters(text).EnumerateRunes())
        {
            if (!Rune.IsLetterOrDigit(rune) && rune.Value is not ('+' or '#') && Rune.GetUnicodeCategory(rune) is not
                (UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark))
            {
                gap = folded.Length > 0;
                continue;
            }
            if (gap) folded.Append(' ');
            gap = false;
            folded.Append(rune.ToString());
        }
        return folded.ToString();
    }

    /// <summary>The text with letters folded one by one and everything else kept.</summary>
    public static string FoldLetters(string text)
    {
        // Decomposing everything would turn й into и (Nominatim#886): only Latin and Greek letters lose their marks.
        var folded = new StringBuilder(text.Length);
        foreach (var rune in WellFormed(text).Normalize(NormalizationForm.FormKC).EnumerateRunes())
        {
            var lower = Rune.ToLowerInvariant(rune);
            if (lower.Value is 'ё') folded.Append('е');
            else if (lower.Value is 0x301 or 0xAD) continue;
            else if (lower.Value is >= 0xC0 and < 0x400 or >= 0x1E00 and < 0x2000) FoldLatin(lower, folded);
            else folded.Append(lower.ToString());
        }
        return folded.ToString();
    }

    // Normalize throws on half a surrogate pair and on noncharacters; any text must fold.
    private static string WellFormed(string text)
    {
        for (var at = 0; at < text.Length; at++)
            if (!IsWellFormed(text, ref at)) return Replaced(text);
        return text;
    }

    private static string Replaced(string text)
    {
        var cleaned = text.ToCharArray();
        for (var at = 0; at < cleaned.Length; at++)
        {
            var start = at;
            if (!IsWellFormed(text, ref at)) cleaned.AsSpan(start, at - start + 1).Fill('\uFFFD');
        }
        return new string(cleaned);
    }

    // Leaves the position on the last unit of the character.
    private static bool IsWellFormed(string text, ref int at)
    {
        if (!char.IsSurrogate(text[at])) return text[at] is not (>= '\uFDD0' and <= '\uFDEF' or '\uFFFE' or '\uFFFF');
        if (!char.IsHighSurrogate(text[at]) || at + 1 >= text.Length || !char.IsLowSurrogate(text[at + 1])) return false;
        return (char.ConvertToUtf32(text[at], text[++at]) & 0xFFFE) != 0xFFFE;
    }

    private static void FoldLatin(Rune rune, StringBuilder folded)
    {
        switch (rune.Value)
        {
            case 'ß': folded.Append("ss"); return;
            case 'æ': folded.Append("ae"); return;
            case 'œ': folded.Append("oe"); return;
            case 'ø': folded.Append('o'); return;
            case 'đ' or 'ð': folded.Append('d'); return;
            case 'ł': folded.Append('l'); return;
            case 'ı': folded.Append('i'); return;
            case 'þ': folded.Append("th"); return;
        }
        foreach (var part in rune.ToString().Normalize(NormalizationForm.FormD).EnumerateRunes())
            if (Rune.GetUnicodeCategory(part) is not UnicodeCategory.NonSpacingMark) folded.Append(part.ToString());
    }
}
