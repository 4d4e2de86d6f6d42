using System.Globalization;
using DigestSearch.Indexing;
using Lucene.Net.Index;

namespace DigestSearch.Search;

/// <summary>
/// What one query may still ask. Distinct words are limited before; this bounds how often they may come again in phrases and alternatives,
/// and how many postings are read for them, which few queries do and which costs most.
/// </summary>
/// <param name="Words">How many words, each time it is said.</param>
/// <param name="Sequences">How many sequences: two for a phrase, one for a word of several parts.</param>
/// <param name="Postings">How many postings; the first clause always fits.</param>
/// <param name="Exceeded">Whether something did not fit.</param>
internal readonly record struct QueryBudget(int Words, int Sequences, long Postings, bool Exceeded)
{
    private const int MaxPhrases = 8;
    private const int PhraseSequences = 2;

    // All words of a long sentence, but not each letter of the alphabet.
    private const int PostingsPerReview = 6;
    private const long FewestPostings = 750_000;

    // To compare positions, or the fields in which a letter stands, takes as long as to find the reviews.
    private const int Compared = 2;

    public static string Warning { get; } =
        string.Create(CultureInfo.InvariantCulture, $"Only the first {MaxPhrases} phrases, {PhraseSequences * MaxPhrases} words with hyphens, {2 * QueryLimits.MaxWords} words in all, and a few of the most frequent words were looked for.");

    /// <summary>What a query may ask of an index.</summary>
    public static QueryBudget Of(IndexReader reader) => new(2 * QueryLimits.MaxWords, PhraseSequences * MaxPhrases, Math.Max(FewestPostings, (long)reader.MaxDoc * PostingsPerReview), false);

    /// <summary>What is left after a clause, and what of the clause fits; null when nothing does.</summary>
    public (QueryBudget Left, QueryClause? Clause) Spend(QueryClause clause, IndexReader reader)
    {
        if (clause is OrClause or) return SpendOr(or, reader);
        var (words, sequences) = Cost(clause);
        return words > Words || sequences > Sequences || Postings <= 0 ? (this with { Exceeded = true }, null)
            : (this with { Words = Words - words, Sequences = Sequences - sequences, Postings = Postings - PostingsOf(clause, reader) }, clause);
    }

    private (QueryBudget Left, QueryClause? Clause) SpendOr(OrClause or, IndexReader reader)
    {
        var left = this;
        var kept = new List<QueryClause>();
        foreach (var alternative in or.Clauses.DistinctBy(alternative => alternative.Read))
        {
            (left, var fitting) = left.Spend(alternative, reader);
            if (fitting is not null) kept.Add(fitting);
        }
        return (left, kept.Count switch { 0 => null, 1 => kept[0], _ => or with { Clauses = kept } });
    }

    private static (int Words, int Sequences) Cost(QueryClause clause)
    {
        if (clause is NotClause not) return Cost(not.Clause);
        if (clause is PhraseClause) return (QueryLimits.Words(clause).Take(QueryLimits.MaxPhraseWords).Count(), PhraseSequences);
        // A quoted name is no phrase, and whether words are a name may depend on their neighbours: all of them cost what their words do.
        if (clause is FieldClause { Field.Field.Kind: not FieldKind.Names } field) return Cost(field.Clause);
        var words = QueryLimits.Words(clause).DistinctBy(word => word.Key).ToList();
        return (words.Count, words.Count(word => word.Parts.Count > 1));
    }

    private static long PostingsOf(QueryClause clause, IndexReader reader) => clause switch
    {
        NotClause not => PostingsOf(not.Clause, reader),
        FieldClause field => PostingsOf(field.Clause, reader),
        PhraseClause or NameClause => PostingsOf(QueryLimits.Words(clause), reader),
        _ => QueryLimits.Words(clause).DistinctBy(word => word.Key).Sum(word => PostingsOf([word], reader)),
    };

    // The rarest part leads; a letter may be an initial.
    private static long PostingsOf(IEnumerable<QueryWord> words, IndexReader reader)
    {
        var parts = words.SelectMany(word => word.Parts).ToList();
        return parts switch
        {
            [] => 0,
            [{ Exact.Length: 1 } letter] => Compared * ReviewFields.Searched.Where(field => field.Kind is FieldKind.Names).Append(ReviewFields.Combined).Sum(field => (long)reader.DocFreq(ClauseQueries.TermOf(field, letter))),
            [var part] => reader.DocFreq(ClauseQueries.TermOf(ReviewFields.Combined, part)),
            _ => Compared * (long)parts.Count * parts.Min(part => reader.DocFreq(ClauseQueries.TermOf(ReviewFields.Combined, part))),
        };
    }
}
