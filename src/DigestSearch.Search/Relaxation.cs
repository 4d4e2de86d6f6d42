using System.Globalization;
using DigestSearch.Indexing;
using DigestSearch.Search.Lookup;
using DigestSearch.Search.Widening;
using Lucene.Net.Search;

namespace DigestSearch.Search;

/// <summary>
/// What a query asks where all of its words find too little: reviews that hold the most telling ones. How much of them must match depends on
/// the words and the whole index, never on selections, so that counts stay exact.
/// </summary>
/// <param name="Query">Matches and scores them.</param>
/// <param name="Pairs">Neighbours of the query that are neighbours in the text (Metzler and Croft, SIGIR 2005): evidence.</param>
/// <param name="Step">How it was relaxed, for the reader.</param>
internal sealed record Relaxation(BooleanQuery Query, IReadOnlyList<Query> Pairs, QueryStep Step)
{
    // Of two names one is all the difference: «John Malik» is not Jitendra Malik.
    private const int Fewest = 3;

    // From so many words on a quotation or a name is one word among others where nothing matches, and what matches best is shown by rank.
    private const int Sentence = 4;

    // All words of so many are seldom in one review, and the few that have them are seldom all that is meant.
    private const int LongQuery = 7;

    /// <summary>Reviews that answer a query.</summary>
    public const int Enough = 10;

    // A sentence is ranked more than filtered: the first pages would hardly differ with fewer.
    private const int EnoughOfSentence = 300;

    // Below, somebody looks for one thing; above, what the best hits have in common tells more of what is meant.
    private const int TellsSubject = 8;

    // Nobody types so many: it is a text from elsewhere.
    private const int Pasted = 12;

    private const float PairWeight = 0.1f;
    private const int PairSlop = 4;

    /// <summary>Kind of its step.</summary>
    public const string StepKind = "relax";

    /// <summary>Null where all words match enough, or where there is nothing to leave out.</summary>
    /// <param name="said">The clauses, as often as they are said.</param>
    /// <param name="asked">The clauses as Lucene is asked them.</param>
    /// <param name="typed">How many words there are, stop words included.</param>
    /// <param name="found">How many reviews match all of them; counting may end at <see cref="Enough"/>.</param>
    /// <param name="vocabulary">Knows the words that say nothing alone.</param>
    /// <param name="snapshot">The whole index.</param>
    /// <param name="cancellation">Looked at once a segment.</param>
    public static Relaxation? Of(IReadOnlyList<QueryClause> said, AskedClauses asked, int typed, int found, QueryVocabulary vocabulary, Snapshot snapshot, CancellationToken cancellation)
    {
        said = vocabulary.WithoutStopWords(said);
        if (typed < Fewest && !HasWordThatIsNoName(said, snapshot) || found >= (typed < LongQuery ? 1 : Enough)) return null;
        IReadOnlyList<WordClause> words = [.. said.OfType<WordClause>()];
        var widened = asked.Clauses.SelectMany(clause => WidenedClause.In(clause.Clause)).ToList();
        var others = asked.Clauses.Where(clause => clause.Clause is not WordClause and not WidenedClause).ToList();
        var kept = words.Count < Pasted ? Among(words, widened, AskedClauses.All(others), snapshot, cancellation) : null;
        if (kept is not null || typed < Sentence) return kept;
        return Among([.. words, .. vocabulary.Telling(others.SelectMany(other => Loosened(other.Clause))).OfType<WordClause>()], widened, AskedClauses.All(others.Where(other => other.Clause is not PhraseClause and not NameClause)), snapshot, cancellation);
    }

    private static bool HasWordThatIsNoName(IReadOnlyList<QueryClause> said, Snapshot snapshot) =>
        said is [WordClause one, WordClause other] && new[] { one, other }.SelectMany(clause => QueryWord.Of(clause.Word)).SelectMany(word => word.Parts)
            .Any(part => snapshot.Reader.DocFreq(ClauseQueries.TermOf(ReviewFields.Combined, part)) > 0 && !NamesInQuery.IsPartOfName(part.Exact, snapshot.Reader));

    // Quotation marks in a pasted text ask for nothing, nor do the names in it; in a question they count while anything matches.
    private static IEnumerable<WordClause> Loosened(QueryClause clause) => clause is PhraseClause or NameClause
        ? QueryLimits.Words(clause).Select(word => new WordClause(QueryPiece.NoOperator(word.Written), clause.Start, clause.End)) : [];

    private static Relaxation? Among(IReadOnlyList<WordClause> words, IReadOnlyList<WidenedClause> widened, BooleanQuery frame, Snapshot snapshot, CancellationToken cancellation)
    {
        var terms = ClauseQueries.Terms(words);
        if (terms.Count == 0) return null;
        var alike = widened.Select(clause => (Terms: ClauseQueries.Terms(WidenedClause.SaidIn(clause).OfType<WordClause>()).Keys, Query: ClauseQueries.Others(clause, lifted: false))).ToList();
        var coverage = new Coverage(terms.Keys, alike, snapshot.Reader);
        if (coverage.Most(words.Count < Sentence ? Enough : EnoughOfSentence, frame, snapshot.Searcher, cancellation) is not { } most) return null;
        frame.Add(ClauseQueries.Weighted(new ConstantScoreQuery(most), 0), Occur.MUST);
        foreach (var (term, times) in terms) frame.Add(ClauseQueries.Weighted(new SnapshotTermQuery(term), times), Occur.SHOULD);
        foreach (var (_, query) in alike) frame.Add(query, Occur.SHOULD);
        if (words.Count >= TellsSubject)
            foreach (var (term, weight) in Feedback.Of(frame, terms.Values.Sum(), snapshot, cancellation)) frame.Add(ClauseQueries.Weighted(new SnapshotTermQuery(term), weight), Occur.SHOULD);
        return new Relaxation(frame, [.. Neighbours([.. words.SelectMany(word => QueryWord.Of(word.Word))])], new QueryStep(StepKind, string.Join(' ', words.Select(word => word.Read)),
            string.Create(CultureInfo.InvariantCulture, $"words with at least {100.0 * most.Least / coverage.Whole:0} % of the weight")));
    }

    private static IEnumerable<Query> Neighbours(IReadOnlyList<QueryWord> words) =>
        words.Zip(words.Skip(1)).Where(pair => pair.First.Key != pair.Second.Key).DistinctBy(pair => (pair.First.Key, pair.Second.Key)).Take(QueryLimits.MaxWords)
            .Select(pair => ClauseQueries.Weighted(ClauseQueries.Sequence(ReviewFields.Text, [pair.First, pair.Second], PairSlop), PairWeight));
}
