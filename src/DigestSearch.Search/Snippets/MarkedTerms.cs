using DigestSearch.Indexing.Analysis;

namespace DigestSearch.Search.Snippets;

/// <summary>What of a text is marked: the words that a query looks for.</summary>
internal sealed class MarkedTerms
{
    private readonly Dictionary<string, int> stems = new(StringComparer.Ordinal);
    private readonly List<string> prefixes = [];

    /// <summary>How many different words there are to find.</summary>
    public int Count => stems.Count + prefixes.Count;

    public void Add(QueryWord word)
    {
        foreach (var part in word.Parts) stems.TryAdd(part.Stem, stems.Count);
        if (word.Joined is { } joined) stems.TryAdd(joined.Stem, stems.Count);
    }

    public void AddPrefix(string prefix) => prefixes.Add(prefix);

    /// <summary>Number of the query word that a word of a text matches, -1 for none.</summary>
    public int Find(WordForms word)
    {
        if (stems.TryGetValue(word.Stem, out var number)) return number;
        for (var at = 0; at < prefixes.Count; at++)
            if (word.Exact.StartsWith(prefixes[at], StringComparison.Ordinal)) return stems.Count + at;
        return -1;
    }
}
