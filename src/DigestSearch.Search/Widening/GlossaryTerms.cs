using DigestSearch.Indexing;
using DigestSearch.Indexing.Analysis;
using DigestSearch.Reviews;
using Lucene.Net.Index;

namespace DigestSearch.Search.Widening;

/// <summary>Terms that mean the same, recognised among the words of a query by their stems.</summary>
internal sealed class GlossaryTerms
{
    // A pasted text may name many; each costs phrases.
    private const int MostInQuery = 6;

    private readonly Dictionary<string, List<(Term Own, Term[] Others)>> byFirstStem = new(StringComparer.Ordinal);
    private readonly HashSet<string> stemsOfTerms = new(StringComparer.Ordinal);
    private readonly HashSet<string> words = new(StringComparer.Ordinal);
    private readonly int longest;

    private readonly record struct Term(string Written, IReadOnlyList<WordForms> Parts, IReadOnlyList<QueryWord> Words)
    {
        public bool IsSame(IEnumerable<WordForms> parts) => Parts.Select(part => part.Stem).SequenceEqual(parts.Select(part => part.Stem));
    }

    public GlossaryTerms(IReadOnlyList<GlossaryEntry> entries)
    {
        foreach (var entry in entries)
        {
            var terms = entry.Russian.Concat(entry.English).Select(Read).Where(term => term.Parts.Count > 0).ToArray();
            foreach (var term in terms)
            {
                longest = Math.Max(longest, term.Parts.Count);
                stemsOfTerms.UnionWith(term.Parts.Select(part => part.Stem));
                words.UnionWith(term.Parts.Select(part => part.Exact));
                if (!byFirstStem.TryGetValue(term.Parts[0].Stem, out var list)) byFirstStem[term.Parts[0].Stem] = list = [];
                list.Add((term, [.. terms.Where(other => !other.IsSame(term.Parts))]));
            }
        }
    }

    /// <summary>The words of all terms, folded.</summary>
    public IReadOnlySet<string> Words => words;

    /// <summary>Whether a word by its stem is of some term.</summary>
    public bool Knows(string stem) => stemsOfTerms.Contains(stem);

    /// <summary>The clauses with words that are a term widened to what means the same and is in the index; the longest term counts.</summary>
    /// <param name="clauses">The clauses.</param>
    /// <param name="most">How many words a term may have.</param>
    /// <param name="reader">The whole index.</param>
    public IReadOnlyList<QueryClause> Widened(IReadOnlyList<QueryClause> clauses, int most, IndexReader reader)
    {
        if (longest == 0) return clauses;
        var widened = new List<QueryClause>(clauses.Count);
        var terms = 0;
        for (var at = 0; at < clauses.Count;)
        {
            if (terms < MostInQuery && At(clauses, at, most, reader) is { } term)
            {
                widened.Add(term);
                terms++;
                at += term.Said.Count;
            }
            else widened.Add(clauses[at++]);
        }
        return terms == 0 ? clauses : widened;
    }

    private WidenedClause? At(IReadOnlyList<QueryClause> clauses, int at, int most, IndexReader reader)
    {
        var parts = new List<WordForms>();
        WidenedClause? found = null;
        for (var end = at; end < clauses.Count && end - at < most && clauses[end] is WordClause word && parts.Count < longest; end++)
        {
            parts.AddRange(QueryWord.Of(word.Word).SelectMany(part => part.Parts));
            if (parts.Count == 0 || !byFirstStem.TryGetValue(parts[0].Stem, out var terms)) continue;
            foreach (var (own, others) in terms)
            {
                if (!(IsAcronym(word.Word) ? own.Parts.Select(part => part.Exact).SequenceEqual(parts.Select(part => part.Exact)) : own.IsSame(parts))) continue;
                var known = others.Where(other => other.Words.All(part => IsKnown(part, reader))).ToList();
                if (known.Count > 0) found = Clause([.. clauses.Skip(at).Take(end + 1 - at).Cast<WordClause>()], known);
            }
        }
        return found;
    }

    // "FAIR" is a lab, and no «fairness».
    private static bool IsAcronym(string word) => word.Length > 1 && word.All(letter => char.IsUpper(letter));

    private static WidenedClause Clause(IReadOnlyList<WordClause> said, IReadOnlyList<Term> others)
    {
        var (start, end) = (said[0].Start, said[^1].End);
        return new WidenedClause(said, [.. others.Select(QueryClause (other) => other.Words.Count > 1 ? new PhraseClause(other.Written, start, end) : new WordClause(other.Written, start, end))],
            new QueryStep("glossary", string.Join(' ', said.Select(word => word.Read)), string.Join(", ", others.Select(other => other.Written))), start, end);
    }

    private static Term Read(string written)
    {
        var words = QueryWord.Of(written);
        return new Term(written, [.. words.SelectMany(word => word.Parts)], words);
    }

    private static bool IsKnown(QueryWord word, IndexReader reader) =>
        word.Parts.All(part => Frequency(part.Stem, reader) > 0) || (word.Joined is { } joined && Frequency(joined.Stem, reader) > 0);

    private static int Frequency(string stem, IndexReader reader) => reader.DocFreq(new Lucene.Net.Index.Term(ReviewFields.Combined.Name, stem));
}
