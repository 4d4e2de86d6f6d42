using DigestSearch.Indexing.Analysis;
using DigestSearch.Reviews;

namespace DigestSearch.Search.Snippets;

/// <summary>What of a text is marked: the words that a query looks for, and terms that mean the same.</summary>
internal sealed class MarkedTerms
{
    private readonly Dictionary<string, int> stems = new(StringComparer.Ordinal);
    private readonly List<(string Prefix, int Number)> prefixes = [];
    private readonly Dictionary<string, List<(string[] Stems, int Number)>> sequences = new(StringComparer.Ordinal);
    private int count;

    /// <summary>Whether nothing is marked.</summary>
    public bool IsEmpty => count == 0;

    /// <summary>The words of clauses; what must not match, and whole labels, are not in the text.</summary>
    public static MarkedTerms Of(IEnumerable<QueryClause> clauses)
    {
        var marked = new MarkedTerms();
        foreach (var clause in clauses) marked.Add(clause);
        return marked;
    }

    /// <summary>Number of the query word that a word of a text matches, -1 for none.</summary>
    public int Find(WordForms word)
    {
        if (stems.TryGetValue(word.Stem, out var number)) return number;
        foreach (var (prefix, of) in prefixes)
            if (word.Exact.StartsWith(prefix, StringComparison.Ordinal)) return of;
        return -1;
    }

    /// <summary>Where a term of several words begins with a word of a text: number of the query word it stands for, and the end of its last word.</summary>
    public (int Number, int End)? FindTerm(List<ScannedWord> words, int at)
    {
        if (words[at].Joined || !sequences.TryGetValue(words[at].Forms.Stem, out var begun)) return null;
        (int Number, int End)? longest = null;
        foreach (var (term, number) in begun)
            if (EndOf(term, words, at) is { } end && end > (longest?.End ?? 0)) longest = (number, end);
        return longest;
    }

    private static int? EndOf(string[] term, List<ScannedWord> words, int at)
    {
        var (found, end) = (0, 0);
        for (; found < term.Length && at < words.Count; at++)
        {
            if (words[at].Joined) continue;
            if (words[at].Forms.Stem != term[found]) return null;
            (found, end) = (found + 1, words[at].End);
        }
        return found == term.Length ? end : null;
    }

    private void Add(QueryClause clause)
    {
        switch (clause)
        {
            case PrefixClause { Prefix: var prefix }:
                if (Folding.FoldLetters(prefix) is { Length: > 0 } folded) prefixes.Add((folded, count++));
                break;
            case FieldClause { Field.WholeLabel: false, Clause: var inner }:
                Add(inner);
                break;
            case OrClause or:
                foreach (var alternative in or.Clauses) Add(alternative);
                break;
            case WidenedClause widened:
                AddAlike(widened);
                break;
            case WordClause or PhraseClause or NameClause:
                foreach (var word in QueryLimits.Words(clause)) Add(word);
                break;
        }
    }

    // To have found what means the same is to have found the word, and «обучение» of another term tells nothing.
    private void AddAlike(WidenedClause widened)
    {
        foreach (var said in widened.Said) Add(said);
        var number = WidenedClause.SaidIn(widened).SelectMany(QueryLimits.Words).SelectMany(word => word.Parts).Select(part => stems[part.Stem]).First();
        foreach (var other in widened.Others)
            if (other is PhraseClause phrase && QueryLimits.Words(phrase).SelectMany(word => word.Parts).Select(part => part.Stem).ToArray() is [var first, _, ..] term)
            {
                if (!sequences.TryGetValue(first, out var begun)) sequences[first] = begun = [];
                begun.Add((term, number));
            }
            else Add(other);
    }

    private void Add(QueryWord word)
    {
        foreach (var part in word.Parts) Add(part.Stem);
        if (word.Joined is { } joined) Add(joined.Stem);
    }

    private void Add(string stem)
    {
        if (stems.TryAdd(stem, count)) count++;
    }
}
