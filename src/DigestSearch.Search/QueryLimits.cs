using System.Globalization;
using DigestSearch.Indexing;
using DigestSearch.Indexing.Analysis;
using Lucene.Net.Index;

namespace DigestSearch.Search;

/// <summary>Bounds what a query may cost before anything is built from it.</summary>
internal static class QueryLimits
{
    /// <summary>More distinct words than this are cut to the rarest.</summary>
    public const int MaxWords = 64;

    /// <summary>A phrase counts up to this many words: repeating one makes a phrase long without making it rich.</summary>
    public const int MaxPhraseWords = 64;

    /// <summary>A phrase asks for one word so often: each time more multiplies the ways in which it can match.</summary>
    public const int MaxRepeats = 3;

    // All words of a long sentence, but not each letter of the alphabet.
    private const int PostingsPerReview = 3;
    private const long FewestPostings = 400_000;

    private static readonly ReviewField[] LetterFields = [.. ReviewFields.Searched.Where(field => field.Kind is FieldKind.Names), ReviewFields.Combined];

    // To compare positions, or the fields in which a letter stands, takes as long as to find the reviews.
    private const int Compared = 2;

    /// <summary>The clauses with at most <see cref="MaxWords"/> distinct words among them, without those that stand in too many reviews to read all; tells when some were left out.</summary>
    public static IReadOnlyList<QueryClause> Rarest(IReadOnlyList<QueryClause> clauses, IndexReader reader, List<string> warnings)
    {
        var words = clauses.SelectMany(Words).DistinctBy(word => word.Key).ToList();
        if (words.Count <= MaxWords) return Readable(clauses, reader, warnings);
        warnings.Add(string.Create(CultureInfo.InvariantCulture, $"Of {words.Count} different words the {MaxWords} rarest were looked for."));
        var rarest = words.OrderBy(word => DocumentFrequency(word, reader)).Take(MaxWords).Select(word => word.Key).ToHashSet(StringComparer.Ordinal);
        return Readable([.. clauses.SelectMany(clause => Cut(clause, rarest))], reader, warnings);
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

    // The rarest first: they tell most and cost least.
    private static IReadOnlyList<QueryClause> Readable(IReadOnlyList<QueryClause> clauses, IndexReader reader, List<string> warnings)
    {
        var left = Math.Max(FewestPostings, (long)reader.MaxDoc * PostingsPerReview);
        var readable = new HashSet<string>(StringComparer.Ordinal);
        var costs = clauses.SelectMany(clause => clause is OrClause or ? or.Clauses : [clause]).DistinctBy(clause => clause.Read).Select(clause => (clause.Read, Postings: Postings(clause, reader))).ToList();
        foreach (var (read, postings) in costs.OrderBy(cost => cost.Postings))
        {
            if (left <= 0) break;
            readable.Add(read);
            left -= postings;
        }
        if (readable.Count == costs.Count) return clauses;
        warnings.Add(string.Create(CultureInfo.InvariantCulture, $"Of {costs.Count} words and phrases the {readable.Count} rarest were looked for; the others stand in very many reviews."));
        return [.. clauses.SelectMany(clause => clause is OrClause or ? Alternatives(or, alternative => readable.Contains(alternative.Read)) : readable.Contains(clause.Read) ? [clause] : [])];
    }

    private static long Postings(QueryClause clause, IndexReader reader) => clause switch
    {
        NotClause not => Postings(not.Clause, reader),
        FieldClause field => Postings(field.Clause, reader),
        PhraseClause or NameClause => Postings([.. Words(clause).SelectMany(word => word.Parts)], reader),
        _ => Words(clause).Sum(word => Postings(word.Parts, reader)),
    };

    // Of parts that stand together the rarest leads; a letter may be an initial.
    private static long Postings(IReadOnlyList<WordForms> parts, IndexReader reader) => parts switch
    {
        [] => 0,
        [{ Exact.Length: 1 } letter] => Compared * LetterFields.Sum(field => (long)reader.DocFreq(ClauseQueries.TermOf(field, letter))),
        [var part] => reader.DocFreq(ClauseQueries.TermOf(ReviewFields.Combined, part)),
        _ => Compared * (long)parts.Count * parts.Min(part => reader.DocFreq(ClauseQueries.TermOf(ReviewFields.Combined, part))),
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
            OrClause or => Alternatives(or, alternative => Words(alternative).All(word => rarest.Contains(word.Key))),
            FieldClause field => wanted.Select(word => field with { Clause = Single(word, clause) }),
            _ => wanted.Select(word => Single(word, clause)),
        };
    }

    private static IEnumerable<QueryClause> Alternatives(OrClause or, Func<QueryClause, bool> isKept)
    {
        var kept = or.Clauses.Where(isKept).ToList();
        return kept.Count switch { 0 => [], 1 => kept, _ => [or with { Clauses = kept }] };
    }

    private static WordClause Single(QueryWord word, QueryClause clause) => new(QueryPiece.NoOperator(word.Written), clause.Start, clause.End);

    // A word of several parts is no more frequent than the rarest of them.
    private static int DocumentFrequency(QueryWord word, IndexReader reader) => word.Parts.Min(part => reader.DocFreq(new Term(ReviewFields.Combined.Name, part.Stem)));
}
