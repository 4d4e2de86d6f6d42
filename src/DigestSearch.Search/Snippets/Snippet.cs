using System.Text;
using DigestSearch.Indexing.Analysis;

namespace DigestSearch.Search.Snippets;

/// <summary>Excerpts of a text as one line of HTML text in which <c>mark</c> is the only element.</summary>
internal static class Snippet
{
    private const int ScannedLength = 100_000;
    private const int LongestWord = 40;
    private const char Ellipsis = '…';

    /// <summary>The whole text, marked.</summary>
    public static string Whole(string text, MarkedTerms marked)
    {
        var html = new StringBuilder(text.Length + 16);
        Append(html, text, new Passage(0, text.Length), Marks(text, marked));
        return html.ToString();
    }

    /// <summary>The passages with most of the different words, marked; the beginning where there is none.</summary>
    public static string Best(string text, MarkedTerms marked)
    {
        text = text.Trim();
        var marks = Marks(text.AsSpan(0, text.Length > ScannedLength ? TextEdges.WordEnd(text, ScannedLength - LongestWord, ScannedLength) : text.Length), marked);
        var passages = Passages.Of(text, marks);
        var html = new StringBuilder(512);
        if (!TextEdges.StartsSentence(text, passages[0].Start)) html.Append(Ellipsis);
        for (var at = 0; at < passages.Count; at++)
        {
            if (at > 0) html.Append(Between(text.AsSpan(passages[at - 1].End, passages[at].Start - passages[at - 1].End)));
            Append(html, text, passages[at], marks);
        }
        if (!TextEdges.EndsSentence(text, passages[^1].End)) html.Append(Ellipsis);
        return html.ToString();
    }

    private static string Between(ReadOnlySpan<char> gap) => gap.Length == 0 ? "" : gap.IsWhiteSpace() ? " " : $" {Ellipsis} ";

    private static List<Mark> Marks(ReadOnlySpan<char> text, MarkedTerms marked)
    {
        var marks = new List<Mark>();
        if (marked.IsEmpty) return marks;
        var words = new List<ScannedWord>(text.Length / 6);
        WordScanner.Scan(text, words);
        for (var at = 0; at < words.Count; at++)
        {
            if (marked.FindTerm(words, at) is { } term) Add(words[at].Start, term.End, term.Number);
            if (marked.Find(words[at].Forms) is var number and >= 0) Add(words[at].Start, words[at].End, number);
        }
        return marks;

        // A part of what is marked whole is found where the whole is.
        void Add(int start, int end, int number) => marks.Add(marks.Count > 0 && start < marks[^1].End ? marks[^1] with { Word = number } : new Mark(start, end, number));
    }

    private static void Append(StringBuilder html, string text, Passage passage, List<Mark> marks)
    {
        var at = passage.Start;
        foreach (var mark in marks)
        {
            if (mark.Start < at || mark.Start >= passage.End) continue;
            AppendLine(html, text.AsSpan(at, mark.Start - at));
            at = Math.Min(mark.End, passage.End);
            html.Append("<mark>");
            HtmlText.Append(html, text.AsSpan(mark.Start, at - mark.Start));
            html.Append("</mark>");
        }
        AppendLine(html, text.AsSpan(at, passage.End - at));
    }

    // Lines become one: a line break and the blanks around it are one blank.
    private static void AppendLine(StringBuilder html, ReadOnlySpan<char> text)
    {
        while (text.IndexOfAny(TextEdges.LineBreaks) is var at and >= 0)
        {
            HtmlText.Append(html, text[..at].TrimEnd());
            html.Append(' ');
            text = text[at..].TrimStart();
        }
        HtmlText.Append(html, text);
    }
}
