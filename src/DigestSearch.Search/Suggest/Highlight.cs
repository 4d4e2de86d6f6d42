using System.Globalization;
using System.Text;
using DigestSearch.Indexing.Analysis;
using DigestSearch.Reviews;
using DigestSearch.Search.Snippets;

namespace DigestSearch.Search.Suggest;

/// <summary>A name as HTML text in which what was typed is marked; <c>mark</c> is the only element.</summary>
internal static class Highlight
{
    /// <param name="name">The name.</param>
    /// <param name="typed">What was typed.</param>
    /// <param name="near">Whether words with slips are marked.</param>
    public static string Of(string name, TypedText typed, bool near)
    {
        var html = new StringBuilder(name.Length + 32);
        var at = 0;
        foreach (var (start, end) in Marks(name, typed, near))
        {
            if (start < at) continue; // A part of a word that is marked whole.
            HtmlText.Append(html, name.AsSpan(at, start - at));
            html.Append("<mark>");
            HtmlText.Append(html, name.AsSpan(start, end - start));
            html.Append("</mark>");
            at = end;
        }
        HtmlText.Append(html, name.AsSpan(at));
        return html.ToString();
    }

    private static List<(int Start, int End)> Marks(string name, TypedText typed, bool near)
    {
        var words = new List<ScannedWord>();
        WordScanner.Scan(name, words);
        var marks = new List<(int Start, int End)>();
        foreach (var word in words)
        {
            var exact = word.Forms.Exact;
            var begun = typed.Words.Where(part => exact.StartsWith(part.Folded, StringComparison.Ordinal)).MaxBy(part => part.Folded.Length);
            if (begun is not null) marks.Add((word.Start, EndOf(begun.Folded, name, word)));
            else if (near && typed.Words.Any(part => part.Slips > 0 && new NearBeginnings(part).Has(exact))) marks.Add((word.Start, word.End));
        }
        marks.Sort((left, right) => left.Start != right.Start ? left.Start.CompareTo(right.Start) : right.End.CompareTo(left.End));
        return marks;
    }

    // Folding may change how many letters there are: the shortest piece of the word that folds to what was typed.
    private static int EndOf(string begun, string name, ScannedWord word)
    {
        var folded = new StringBuilder();
        for (var at = word.Start; at < word.End;)
        {
            var letter = StringInfo.GetNextTextElementLength(name.AsSpan(at, word.End - at));
            // What joins the parts of a word is not in its joined form.
            if (!word.Joined || char.IsLetterOrDigit(name[at]) || char.IsSurrogate(name[at])) folded.Append(Folding.FoldLetters(name.Substring(at, letter)));
            at += letter;
            if (folded.Length >= begun.Length) return at;
        }
        return word.End;
    }
}
