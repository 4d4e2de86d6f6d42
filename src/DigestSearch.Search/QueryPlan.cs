using DigestSearch.Search.Ladder;
using DigestSearch.Search.Snippets;
using DigestSearch.Search.Widening;
using Lucene.Net.Search;

namespace DigestSearch.Search;

/// <summary>A parsed query as Lucene is asked it, with what its snippets mark, how it was widened, repaired or relaxed, and what of it was left out.</summary>
internal sealed record QueryPlan(Query Query, MarkedTerms Marked, IReadOnlyList<QueryClause> Clauses, IReadOnlyList<QueryStep> Steps, IReadOnlyList<string> Warnings)
{
    /// <summary>Plans a query for an index; how it is read depends on text and index alone.</summary>
    /// <param name="parsed">The text.</param>
    /// <param name="snapshot">The index.</param>
    /// <param name="vocabulary">What is known of words.</param>
    /// <param name="exact">Whether all words must match as they are, whatever is found.</param>
    /// <param name="cancellation">Looked at between the looks at the index.</param>
    public static QueryPlan Of(ParsedQuery parsed, Snapshot snapshot, QueryVocabulary vocabulary, bool exact, CancellationToken cancellation)
    {
        var warnings = new List<string>(parsed.Warnings);
        var steps = new List<QueryStep>();
        var named = NamesInQuery.Read(parsed.Clauses, snapshot, cancellation);
        var telling = vocabulary.WithoutStopWords(named);
        // A term of the glossary may hold stop words: «обучение без учителя».
        var said = QueryLimits.Rarest(telling, snapshot.Reader, warnings) is var rarest && ReferenceEquals(rarest, telling) ? named : rarest;
        var read = exact ? vocabulary.WithoutStopWords(said) : Read(said);
        var asked = AskedClauses.Of(read);
        var matching = asked.All();
        var found = exact ? 0 : snapshot.Count(matching, Relaxation.Enough, cancellation);
        if (!exact && found == 0 && Repair.Of(said, read, Matches, new KnownWords(snapshot.Reader, vocabulary.Glossary), cancellation) is { } repair)
        {
            said = repair.Clauses;
            asked = AskedClauses.Of(Read(said));
            matching = asked.All();
            found = snapshot.Count(matching, Relaxation.Enough, cancellation);
            steps.AddRange(repair.Steps);
        }
        if (asked.Exceeded) warnings.Add(QueryBudget.Warning);
        steps.AddRange(asked.Clauses.SelectMany(clause => WidenedClause.In(clause.Clause)).Select(widened => widened.Step).OfType<QueryStep>());
        var typed = parsed.Clauses.Where(clause => clause is not NotClause).Sum(clause => QueryLimits.Words(clause).Count());
        if (!exact && Relaxation.Of(vocabulary.WithoutStopWords(said), asked, typed, found, snapshot, cancellation) is { } relaxation)
        {
            matching = relaxation.Query;
            steps.Add(relaxation.Step);
        }
        var kept = asked.Clauses.SelectMany(clause => WidenedClause.SaidIn(clause.Clause)).ToList();
        if (kept.TrueForAll(clause => clause is NotClause)) matching.Add(new MatchAllDocsQuery(), Occur.MUST);
        else Evidence.Add(matching, parsed.Text, kept, all: steps is not [.., { Kind: Relaxation.StepKind }]);
        return new QueryPlan(matching, MarkedTerms.Of(asked.Clauses.Select(clause => clause.Clause)), kept, steps, warnings);

        bool Matches(IReadOnlyList<QueryClause> clauses) => snapshot.Count(AskedClauses.Of(Read(clauses)).All(), 1, cancellation) > 0;

        IReadOnlyList<QueryClause> Read(IReadOnlyList<QueryClause> clauses) => vocabulary.WithoutStopWords(Widened(clauses));

        IReadOnlyList<QueryClause> Widened(IReadOnlyList<QueryClause> clauses) => NamesWidened.Of(JoinedWords.Widened(vocabulary.Glossary.Widened(clauses, snapshot.Reader), snapshot.Reader), snapshot.Reader, cancellation);
    }
}
