using System.Globalization;

namespace DigestSearch.Indexing.Analysis;

/// <summary>A word of a text, or one part of a word such as <c>Side-Tuning</c>.</summary>
/// <param name="Forms">Its indexed forms.</param>
/// <param name="Start">Offset in the text, in UTF-16 units.</param>
/// <param name="End">Offset after its last unit.</param>
/// <param name="Position">Number of the part in the text, from 0.</param>
/// <param name="Joined">Whether this is the whole of a word of several parts, standing at its first part's position.</param>
public readonly record struct ScannedWord(WordForms Forms, int Start, int End, int Position, bool Joined);

/// <summary>
/// Cuts a text into words. A hyphen, apostrophe or underscore joins parts, and so does the step from letters to a number at the end:
/// <c>GPT-2</c> and <c>GPT2</c> both give <c>gpt</c>, <c>2</c> and <c>gpt2</c>;
/// <c>C++</c>, <c>C#</c> and <c>.NET</c> keep their signs, <c>1912.13503</c> its point; letters of scripts without blanks stand alone.
/// </summary>
public static class WordScanner
{
    private const int MaxPartLength = 100;
    private const int MaxJoinedParts = 8;
    private const string DotNet = ".NET";

    /// <summary>Appends the words of a text to a list.</summary>
    public static void Scan(ReadOnlySpan<char> text, List<ScannedWord> words)
    {
        var position = 0;
        for (var at = 0; at < text.Length;)
        {
            if (IsWord(text, at)) at = ScanWord(text, at, words, ref position);
            else if (IsDotNet(text, at))
            {
                AddPart(text, at, at + DotNet.Length, words, ref position);
                at += DotNet.Length;
            }
            else at++;
        }
    }

    // The one name that begins with its sign; "word.net" is an address.
    private static bool IsDotNet(ReadOnlySpan<char> text, int at) =>
        text[at] is '.' && text[at..].StartsWith(DotNet, StringComparison.OrdinalIgnoreCase) && (at == 0 || !IsWord(text, at - 1)) && !(at + DotNet.Length < text.Length && IsWord(text, at + DotNet.Length));

    private static int ScanWord(ReadOnlySpan<char> text, int at, List<ScannedWord> words, ref int position)
    {
        var wordStart = at;
        var first = words.Count;
        var firstPosition = position;
        while (true)
        {
            var end = PartEnd(text, at);
            if (NumberStart(text[at..end]) is > 0 and var letters)
            {
                AddPart(text, at, at + letters, words, ref position);
                at += letters;
            }
            AddPart(text, at, end, words, ref position);
            at = end;
            if (at + 1 >= text.Length || !IsConnector(text[at]) || !IsWord(text, at + 1)) break;
            at++;
        }
        if (words.Count - first is > 1 and <= MaxJoinedParts && Join(text[wordStart..at]) is { } whole)
            words.Insert(first, new ScannedWord(whole, wordStart, at, firstPosition, true));
        return at;
    }

    private static void AddPart(ReadOnlySpan<char> text, int start, int end, List<ScannedWord> words, ref int position)
    {
        var length = Math.Min(end - start, MaxPartLength);
        if (char.IsHighSurrogate(text[start + length - 1])) length--;
        if (WordForms.Of(text.Slice(start, length)) is { } forms) words.Add(new ScannedWord(forms, start, end, position++, false));
    }

    // Where "GPT2" turns into its number; 0 for words of another make, such as "3D", "R2D2" or "X1".
    private static int NumberStart(ReadOnlySpan<char> part)
    {
        var digits = part.Length;
        while (digits > 0 && char.IsAsciiDigit(part[digits - 1])) digits--;
        if (digits < 2 || digits == part.Length) return 0;
        foreach (var c in part[..digits])
            if (!char.IsLetter(c)) return 0;
        return digits;
    }

    private static WordForms? Join(ReadOnlySpan<char> word)
    {
        if (word.Length > MaxPartLength) return null;
        Span<char> joined = stackalloc char[MaxPartLength];
        var length = 0;
        foreach (var c in word)
            if (!IsConnector(c)) joined[length++] = c;
        return WordForms.Of(joined[..length]);
    }

    private static int PartEnd(ReadOnlySpan<char> text, int at)
    {
        if (StandsAlone(text[at])) return at + 1;
        var start = at;
        while (at < text.Length)
        {
            if (IsWord(text, at) && !StandsAlone(text[at])) at += char.IsSurrogatePair(text[at], At(text, at + 1)) ? 2 : 1;
            else if (text[at] is '.' or ',' && at > start && char.IsAsciiDigit(text[at - 1]) && char.IsAsciiDigit(At(text, at + 1))) at++;
            else if (text[at] is '\u00AD' or '\u200D' && at + 1 < text.Length && IsWord(text, at + 1)) at++;
            else break;
        }
        var signs = at < text.Length && text[at] is '+' && At(text, at + 1) is '+' ? 2 : at < text.Length && text[at] is '#' ? 1 : 0;
        return signs > 0 && char.IsLetter(text[at - 1]) && !(at + signs < text.Length && IsWord(text, at + signs)) ? at + signs : at;
    }

    private static char At(ReadOnlySpan<char> text, int at) => at < text.Length ? text[at] : '\0';

    private static bool IsConnector(char c) => c is '-' or '\u2010' or '\u2011' or '\u2013' or '\'' or '\u2019' or '\u02BC' or '_';

    private static bool IsWord(ReadOnlySpan<char> text, int at)
    {
        var c = text[at];
        if (char.IsAscii(c)) return char.IsAsciiLetterOrDigit(c);
        if (char.IsLetterOrDigit(c)) return true;
        if (char.IsHighSurrogate(c) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]))
            return System.Text.Rune.IsLetterOrDigit(new System.Text.Rune(c, text[at + 1]));
        return char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
    }

    // Han, kana: no blanks between words, so each sign is a word and a query of several is a phrase.
    private static bool StandsAlone(char c) => c is >= '\u3040' and <= '\u30FF' or >= '\u3400' and <= '\u9FFF' or >= '\uF900' and <= '\uFAFF';
}
