using DigestSearch.Indexing.Analysis;
using DigestSearch.Reviews;

namespace DigestSearch.Search.Snippets;

/// <summary>What of a text is marked: the words that a query looks for.</summary>
internal sealed class MarkedTerms
{
    private readonly Dictionary<string, int> stems = new(StringComparer.Ordinal);
    private readonly List<string> prefixes = [];

    /// <summary>How many different words there are to find.</summary>
    public int Count => stems.Count + prefixes.Count;

    /// <summary>The words of clauses; what must not match, and whole labels, are not in the text.</summary>
    public static MarkedTerms Of(IEnumerable<QueryClause> clauses)
    {
        var marked = new MarkedTerms();
        foreach (var clause in clauses) marked.Add(clause);
        return marked;
    }

    private void Add(QueryClause clause)
    {
        switch (clause)
        {
            case PrefixClause { Prefix: var prefix }:
                if (Folding.FoldLetters(prefix) is { Length: > 0 } folded) prefixes.Add(folded);
                break;
            case FieldClause { Field.WholeLabel: false, Clause: var inner }:
                Add(inner);
                break;
            case OrClause or:
                foreach (var alternative in or.Clauses) Add(alternative);
                break;
            case WordClause or PhraseClause or NameClause:
                foreach (var word in QueryLimits.Words(clause)) Add(word);
                break;
        }
    }

    private void Add(QueryWord word)
    {
        foreach (var part in word.Parts) stems.TryAdd(part.Stem, stems.Count);
        if (word.Joined is { } joined) stems.TryAdd(joined.Stem, stems.Count);
    }

    /// <summary>Number of the query word that a word of a text matches, -1 for none.</summary>
    public int Find(WordForms word)
    {
        if (stems.TryGetValue(word.Stem, out var number)) return number;
        for (var at = 0; at < prefixes.Count; at++)
            if (word.Exact.StartsWith(prefixes[at], StringComparison.Ordinal)) return stems.Count + at;
        return -1;
    }
}
