using System.Text;
using DigestSearch.Indexing.Analysis;

namespace DigestSearch.Search.Snippets;

/// <summary>Excerpts of a text as HTML text in which <c>mark</c> is the only element.</summary>
internal static class Snippet
{
    private const int Length = 280;
    private const int ScannedLength = 100_000;
    private const int LongestWord = 40;
    private const char Ellipsis = '…';

    /// <summary>The whole text, marked.</summary>
    public static string Whole(string text, MarkedTerms marked)
    {
        var marks = Marks(text, marked);
        var html = new StringBuilder(text.Length + 16);
        Append(html, text, 0, text.Length, marks);
        return html.ToString();
    }

    /// <summary>The passage with most of the different words, marked; the beginning where there is none.</summary>
    public static string Best(string text, MarkedTerms marked)
    {
        if (text.Length > ScannedLength) text = text[..WordStart(text, ScannedLength)];
        var marks = Marks(text, marked);
        var (start, end) = Passage(text, marks);
        var html = new StringBuilder(end - start + 64);
        if (start > 0) html.Append(Ellipsis);
        Append(html, text, start, end, marks);
        if (end < text.Length) html.Append(Ellipsis);
        return html.ToString();
    }

    private readonly record struct Mark(int Start, int End, int Word);

    private static List<Mark> Marks(string text, MarkedTerms marked)
    {
        var marks = new List<Mark>();
        if (marked.Count == 0) return marks;
        var words = new List<ScannedWord>(text.Length / 6);
        WordScanner.Scan(text, words);
        foreach (var word in words)
        {
            if (marks.Count > 0 && word.Start < marks[^1].End) continue; // A part of a word that is marked whole.
            if (marked.Find(word.Forms) is var number and >= 0) marks.Add(new Mark(word.Start, word.End, number));
        }
        return marks;
    }

    private static (int Start, int End) Passage(string text, List<Mark> marks)
    {
        if (text.Length <= Length) return (0, text.Length);
        if (marks.Count == 0) return (0, WordEnd(text, Length));
        var (first, last) = Densest(marks);
        var slack = Math.Max(0, Length - (marks[last].End - marks[first].Start));
        var earliest = Math.Max(0, marks[first].Start - (slack / 2));
        var start = SentenceStart(text, earliest, marks[first].Start) ?? WordStart(text, earliest);
        return (start, WordEnd(text, Math.Max(Math.Min(text.Length, start + Length), marks[last].End)));
    }

    // Two pointers over the marks: most different words first, then most marks, then the earliest.
    private static (int First, int Last) Densest(List<Mark> marks)
    {
        var (best, bestDifferent) = ((First: 0, Last: 0), 0);
        var counts = new Dictionary<int, int>();
        for (var (first, last) = (0, 0); last < marks.Count; last++)
        {
            counts[marks[last].Word] = counts.GetValueOrDefault(marks[last].Word) + 1;
            while (marks[last].End - marks[first].Start > Length && first < last)
                if (--counts[marks[first++].Word] == 0) counts.Remove(marks[first - 1].Word);
            if (counts.Count > bestDifferent || (counts.Count == bestDifferent && last - first > best.Last - best.First))
                (best, bestDifferent) = ((first, last), counts.Count);
        }
        return best;
    }

    private static int? SentenceStart(string text, int from, int to)
    {
        if (from == 0) return 0;
        for (var at = from; at < to; at++)
            if (text[at] is '\n' || (at > from && char.IsWhiteSpace(text[at]) && text[at - 1] is '.' or '!' or '?' or '…'))
                return at + 1;
        return null;
    }

    // A text without blanks is cut anywhere but inside a pair.
    private static int WordStart(string text, int at)
    {
        var limit = Math.Max(0, at - LongestWord);
        var start = at;
        while (start > limit && start < text.Length && !char.IsWhiteSpace(text[start - 1]) && !StandsAlone(text, start)) start--;
        return start < text.Length && start > 0 && char.IsLowSurrogate(text[start]) ? start - 1 : start;
    }

    private static int WordEnd(string text, int at)
    {
        var limit = Math.Min(text.Length, at + LongestWord);
        while (at < limit && !char.IsWhiteSpace(text[at])) at++;
        return at < text.Length && char.IsLowSurrogate(text[at]) ? at + 1 : at;
    }

    private static bool StandsAlone(string text, int at) => text[at] is >= '\u3040' and <= '\u9FFF';

    private static void Append(StringBuilder html, string text, int start, int end, List<Mark> marks)
    {
        var at = start;
        foreach (var mark in marks)
        {
            if (mark.Start < start || mark.End > end) continue;
            HtmlText.Append(html, text.AsSpan(at, mark.Start - at));
            html.Append("<mark>");
            HtmlText.Append(html, text.AsSpan(mark.Start, mark.End - mark.Start));
            html.Append("</mark>");
            at = mark.End;
        }
        HtmlText.Append(html, text.AsSpan(at, end - at));
    }
}
