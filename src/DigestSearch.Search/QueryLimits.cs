using System.Globalization;
using DigestSearch.Indexing;
using Lucene.Net.Index;

namespace DigestSearch.Search;

/// <summary>Bounds what a query may cost before anything is built from it.</summary>
internal static class QueryLimits
{
    /// <summary>More distinct words than this are cut to the rarest.</summary>
    public const int MaxWords = 64;

    /// <summary>A phrase counts up to this many words: repeating one makes a phrase long without making it rich.</summary>
    public const int MaxPhraseWords = 64;

    /// <summary>The clauses with at most <see cref="MaxWords"/> distinct words among them; tells when some were left out.</summary>
    public static IReadOnlyList<QueryClause> Rarest(IReadOnlyList<QueryClause> clauses, IndexReader reader, List<string> warnings)
    {
        var words = clauses.SelectMany(Words).DistinctBy(word => word.Key).ToList();
        if (words.Count <= MaxWords) return clauses;
        warnings.Add(string.Create(CultureInfo.InvariantCulture, $"Of {words.Count} different words the {MaxWords} rarest were looked for."));
        var rarest = words.OrderBy(word => DocumentFrequency(word, reader)).Take(MaxWords).Select(word => word.Key).ToHashSet(StringComparer.Ordinal);
        return [.. clauses.SelectMany(clause => Cut(clause, rarest))];
    }

    /// <summary>All words of a clause, as often as they are said.</summary>
    public static IEnumerable<QueryWord> Words(QueryClause clause) => clause switch
    {
        WordClause word => QueryWord.Of(word.Word),
        PhraseClause phrase => QueryWord.Of(phrase.Words),
        NameClause name => QueryWord.Of(name.Name),
        PrefixClause prefix => QueryWord.Of(prefix.Prefix),
        FieldClause field => Words(field.Clause),
        NotClause not => Words(not.Clause),
        OrClause or => or.Clauses.SelectMany(Words),
        WidenedClause widened => widened.Said.SelectMany(Words),
        _ => [],
    };

    private static IEnumerable<QueryClause> Cut(QueryClause clause, HashSet<string> rarest)
    {
        var words = Words(clause).ToList();
        var wanted = words.Where(word => rarest.Contains(word.Key)).ToList();
        if (wanted.Count == words.Count) return [clause];
        return clause switch
        {
            // Fewer words would exclude more reviews than were asked for.
            NotClause => [],
            OrClause or => Alternatives(or, rarest),
            FieldClause field => wanted.Select(word => field with { Clause = Single(word, clause) }),
            _ => wanted.Select(word => Single(word, clause)),
        };
    }

    private static IEnumerable<QueryClause> Alternatives(OrClause or, HashSet<string> rarest)
    {
        var kept = or.Clauses.Where(alternative => Words(alternative).All(word => rarest.Contains(word.Key))).ToList();
        return kept.Count switch { 0 => [], 1 => kept, _ => [or with { Clauses = kept }] };
    }

    private static WordClause Single(QueryWord word, QueryClause clause) => new(QueryPiece.NoOperator(word.Written), clause.Start, clause.End);

    // A word of several parts is no more frequent than the rarest of them.
    private static int DocumentFrequency(QueryWord word, IndexReader reader) => word.Parts.Min(part => reader.DocFreq(new Term(ReviewFields.Combined.Name, part.Stem)));
}
