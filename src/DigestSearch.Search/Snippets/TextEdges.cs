using System.Buffers;
using System.Collections.Frozen;
using System.Globalization;

namespace DigestSearch.Search.Snippets;

/// <summary>Where sentences and words of a text begin and end.</summary>
internal static class TextEdges
{
    /// <summary>What ends a line.</summary>
    public static readonly SearchValues<char> LineBreaks = SearchValues.Create("\n\r\v\f\u0085\u2028\u2029");

    private const int LongestCluster = 32;
    private const int MaxClosers = 4;

    // A point behind one of these ends no sentence, nor one behind a letter or a number of an item.
    private static readonly FrozenSet<string> Shortened = new[] { "al", "cf", "vs", "fig", "eq", "sec", "рис", "табл", "см", "ср", "им" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> ShortenedSpans = Shortened.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The last place up to <paramref name="to"/> where a sentence begins; null where there is none from <paramref name="from"/> on.</summary>
    public static int? SentenceStart(string text, int from, int to)
    {
        for (var at = to; at >= from; at--)
            if (StartsSentence(text, at)) return at;
        return null;
    }

    /// <summary>The first place from <paramref name="from"/> on where a sentence ends; null where there is none up to <paramref name="to"/>.</summary>
    public static int? SentenceEnd(string text, int from, int to)
    {
        for (var at = from; at <= to; at++)
            if (EndsSentence(text, at)) return at;
        return null;
    }

    /// <summary>The first place from <paramref name="from"/> on where a word begins; without one up to <paramref name="to"/> the text is cut between characters.</summary>
    public static int WordStart(string text, int from, int to)
    {
        for (var at = from; at <= to; at++)
            if (StartsWord(text, at)) return at;
        return AfterCut(text, from, to);
    }

    /// <summary>The last place up to <paramref name="to"/> where a word ends; without one from <paramref name="from"/> on the text is cut between characters.</summary>
    public static int WordEnd(string text, int from, int to)
    {
        for (var at = to; at >= from; at--)
            if (EndsWord(text, at)) return at;
        return BeforeCut(text, from, to);
    }

    /// <summary>Whether a sentence, or a line, begins here.</summary>
    public static bool StartsSentence(string text, int at)
    {
        if (at == 0) return true;
        if (at >= text.Length || char.IsWhiteSpace(text[at])) return false;
        if (!char.IsWhiteSpace(text[at - 1])) return IsWideStop(text[at - 1]) && !IsCloser(text[at]) && !IsWideStop(text[at]);
        var end = at;
        for (; end > 0 && char.IsWhiteSpace(text[end - 1]); end--)
            if (LineBreaks.Contains(text[end - 1])) return true;
        return EndsSentence(text, end);
    }

    /// <summary>Whether a sentence, or a line, ends here.</summary>
    public static bool EndsSentence(string text, int at)
    {
        if (at == text.Length) return true;
        if (at == 0 || char.IsWhiteSpace(text[at - 1])) return false;
        var stop = at;
        while (stop > 0 && at - stop < MaxClosers && IsCloser(text[stop - 1])) stop--;
        if (stop > 0 && IsWideStop(text[stop - 1])) return !IsCloser(text[at]) && !IsWideStop(text[at]);
        if (!char.IsWhiteSpace(text[at])) return false;
        var next = at;
        for (; next < text.Length && char.IsWhiteSpace(text[next]); next++)
            if (LineBreaks.Contains(text[next])) return true;
        if (next == text.Length) return true;
        if (stop == 0 || text[stop - 1] is not ('.' or '!' or '?' or '…') || char.IsLower(text[next])) return false;
        return text[stop - 1] is not '.' || !(char.IsAsciiDigit(text[next]) || IsShortened(text, stop - 1));
    }

    private static bool StartsWord(string text, int at) =>
        at == 0 || (at < text.Length && !char.IsWhiteSpace(text[at]) && (char.IsWhiteSpace(text[at - 1]) || (StandsAlone(text[at]) && IsWhole(text, at))));

    private static bool EndsWord(string text, int at) =>
        at == text.Length || (at > 0 && !char.IsWhiteSpace(text[at - 1]) && (char.IsWhiteSpace(text[at]) || (StandsAlone(text[at - 1]) && IsWhole(text, at))));

    private static int AfterCut(string text, int from, int to)
    {
        for (var at = from; at < Math.Min(to, from + LongestCluster); at++)
            if (IsWhole(text, at)) return at;
        return to;
    }

    private static int BeforeCut(string text, int from, int to)
    {
        for (var at = to; at > Math.Max(from, to - LongestCluster); at--)
            if (IsWhole(text, at)) return at;
        return to > 0 && to < text.Length && char.IsSurrogatePair(text[to - 1], text[to]) ? to - 1 : to;
    }

    // A text may be cut between two characters as a reader sees them: not inside a pair, nor before what is put onto a letter.
    private static bool IsWhole(string text, int at) => at <= 0 || at >= text.Length
        || (!(char.IsSurrogatePair(text[at - 1], text[at]) || text[at - 1] is '\u200D' || text[at] is '\u200D')
            && CharUnicodeInfo.GetUnicodeCategory(text, at) is not (UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark));

    private static bool IsShortened(string text, int point)
    {
        var start = point;
        while (start > 0 && point - start < 5 && char.IsLetterOrDigit(text[start - 1])) start--;
        var word = text.AsSpan(start, point - start);
        if (word.Length == 0) return false;
        return char.IsAsciiDigit(word[0]) ? word.Length <= 2 : word.Length == 1 || ShortenedSpans.Contains(word);
    }

    private static bool IsCloser(char c) => c is ')' or ']' or '"' or '\'' or '»' or '”' or '’' or '」' or '』' or '）';

    private static bool IsWideStop(char c) => c is '。' or '！' or '？';

    // Scripts without blanks.
    private static bool StandsAlone(char c) => c is >= '\u3040' and <= '\u9FFF';
}
