using System.Text;
using DigestSearch.Indexing;
using DigestSearch.Indexing.Analysis;
using DigestSearch.Reviews;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;

namespace DigestSearch.Search.Ladder;

/// <summary>Words of the index that differ from a word by a slip or two (Damerau and Levenshtein); the first letter is taken to be right.</summary>
internal static class NearWords
{
    private const int Most = 4;
    private const int OneSlip = 4;
    private const int TwoSlips = 8;
    private const int Longest = 24;
    private const int MostLooked = 500;

    /// <summary>Where words are looked for, and what stands before them there.</summary>
    private static readonly (ReviewField Field, string Mark)[] Places = [(ReviewFields.Title, ReviewAnalyzer.ExactMark.ToString()), (ReviewFields.Text, ReviewAnalyzer.ExactMark.ToString()), (ReviewFields.Authors, "")];

    /// <summary>Those with the fewest slips, the most frequent first.</summary>
    public static IReadOnlyList<string> Of(string word, KnownWords known, CancellationToken cancellation)
    {
        var folded = Folding.FoldLetters(word);
        // Budgets are of letters, not of bytes: a Cyrillic word has no more than a Latin one.
        var letters = folded.EnumerateRunes().Count();
        if (letters is < OneSlip or > Longest) return [];
        var most = letters < TwoSlips ? 1 : 2;
        var near = Within(most, folded, known.Reader, cancellation);
        foreach (var term in known.OfGlossary)
            if (term[0] == folded[0] && Math.Abs(term.Length - folded.Length) <= most && Slips(folded, term) <= most) near.TryAdd(term, 0);
        return [.. near.GroupBy(entry => Slips(folded, entry.Key)).MinBy(group => group.Key)?
            .OrderByDescending(entry => entry.Value).ThenBy(entry => entry.Key, StringComparer.Ordinal).Take(Most).Select(entry => entry.Key) ?? []];
    }

    /// <summary>Words that begin so, the most frequent first: «jeff» for Jeffrey.</summary>
    public static IReadOnlyList<string> Begun(string word, IndexReader reader, CancellationToken cancellation)
    {
        var folded = Folding.FoldLetters(word);
        if (folded.EnumerateRunes().Count() < OneSlip) return [];
        var frequencies = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var leaf in reader.Leaves)
            foreach (var (field, mark) in Places)
            {
                cancellation.ThrowIfCancellationRequested();
                if (leaf.AtomicReader.GetTerms(field.Name) is not { } terms) continue;
                var begun = terms.GetEnumerator();
                if (begun.SeekCeil(new BytesRef(mark + folded)) is TermsEnum.SeekStatus.END) continue;
                for (var looked = 0; looked < MostLooked && begun.Term.Utf8ToString() is var term && term.StartsWith(mark + folded, StringComparison.Ordinal); looked++)
                {
                    if (IsWord(term)) frequencies[term[mark.Length..]] = frequencies.GetValueOrDefault(term[mark.Length..]) + begun.DocFreq;
                    if (!begun.MoveNext()) break;
                }
            }
        return [.. frequencies.OrderByDescending(entry => entry.Value).ThenBy(entry => entry.Key, StringComparer.Ordinal).Take(Most).Select(entry => entry.Key)];
    }

    // Words and the reviews that hold them; in two fields counted twice.
    private static Dictionary<string, int> Within(int slips, string word, IndexReader reader, CancellationToken cancellation)
    {
        var frequencies = new Dictionary<string, int>(StringComparer.Ordinal);
        // They keep the automata of a word, which cost more than the look itself.
        var automata = Places.Select(place => place.Mark).Distinct().ToDictionary(mark => mark, _ => new AttributeSource());
        foreach (var leaf in reader.Leaves)
            foreach (var (field, mark) in Places)
            {
                cancellation.ThrowIfCancellationRequested();
                if (leaf.AtomicReader.GetTerms(field.Name) is not { } terms) continue;
                // The mark and the first letter stay.
                var near = new FuzzyTermsEnum(terms, automata[mark], new Term(field.Name, mark + word), slips, mark.Length + 1, transpositions: true);
                while (near.MoveNext())
                    if (near.Term.Utf8ToString()[mark.Length..] is var found && found != word && IsWord(found)) frequencies[found] = frequencies.GetValueOrDefault(found) + near.DocFreq;
            }
        return frequencies;
    }

    // Optimal string alignment: a letter too many, too few or another, or two neighbours changed.
    private static int Slips(string from, string to)
    {
        var slips = new int[from.Length + 1, to.Length + 1];
        for (var i = 0; i <= from.Length; i++) slips[i, 0] = i;
        for (var j = 0; j <= to.Length; j++) slips[0, j] = j;
        for (var i = 1; i <= from.Length; i++)
            for (var j = 1; j <= to.Length; j++)
            {
                slips[i, j] = Math.Min(Math.Min(slips[i - 1, j], slips[i, j - 1]) + 1, slips[i - 1, j - 1] + (from[i - 1] == to[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && from[i - 1] == to[j - 2] && from[i - 2] == to[j - 1]) slips[i, j] = Math.Min(slips[i, j], slips[i - 2, j - 2] + 1);
            }
        return slips[from.Length, to.Length];
    }

    // An initial carries a point, and is no word.
    private static bool IsWord(string text) => Rune.IsLetterOrDigit(text.EnumerateRunes().Last());
}
