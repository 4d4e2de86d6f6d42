using DigestSearch.Search.Ladder;
using DigestSearch.Search.Snippets;
using DigestSearch.Search.Widening;
using Lucene.Net.Search;

namespace DigestSearch.Search;

/// <summary>A parsed query as Lucene is asked it.</summary>
/// <param name="Query">What matches, and how well.</param>
/// <param name="Evidence">What lifts the best of the matches; has no clause where there is nothing to tell them apart.</param>
/// <param name="Marked">What snippets mark.</param>
/// <param name="Clauses">What was said.</param>
/// <param name="Steps">How it was widened, repaired or relaxed.</param>
/// <param name="Warnings">What was left out.</param>
internal sealed record QueryPlan(Query Query, BooleanQuery Evidence, MarkedTerms Marked, IReadOnlyList<QueryClause> Clauses, IReadOnlyList<QueryStep> Steps, IReadOnlyList<string> Warnings)
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
        var tried = new HashSet<Query>(); // Without a match, or nothing else would be tried.
        var attempt = Attempt(said);
        if (!exact && attempt.Found == 0)
        {
            // What did not fit is not asked, and so not repaired either.
            if (Repair.Of(said, [.. attempt.Asked.Clauses.Select(clause => clause.Clause)], Matches, new KnownWords(snapshot.Reader, vocabulary.Glossary), cancellation) is { } repair)
            {
                attempt = Attempt(repair.Clauses);
                steps.AddRange(repair.Steps);
            }
            if (attempt.Found == 0 && LoosenedPhrases.Of(attempt.Said, snapshot.Reader) is { } loosened && Attempt(loosened.Clauses) is { Found: > 0 } apart)
            {
                attempt = apart;
                steps.AddRange(loosened.Steps);
            }
            // Where no review has what means the same as a term, some may have what means the same as its words.
            if (attempt.Found == 0 && Attempt(attempt.Said, wordsOfTerm: 1) is { Found: > 0 } byWord) attempt = byWord;
        }
        var (asked, matching) = (attempt.Asked, attempt.Matching);
        if (asked.Exceeded) warnings.Add(QueryBudget.Warning);
        steps.AddRange(asked.Clauses.SelectMany(clause => WidenedClause.In(clause.Clause)).Select(widened => widened.Step).OfType<QueryStep>());
        var typed = parsed.Clauses.Where(clause => clause is not NotClause).SelectMany(QueryLimits.Words).DistinctBy(word => word.Key).Count();
        var relaxation = exact ? null : Relaxation.Of(attempt.Said, asked, typed, attempt.Found, vocabulary, snapshot, cancellation);
        if (relaxation is not null)
        {
            matching = relaxation.Query;
            steps.Add(relaxation.Step);
        }
        var kept = asked.Clauses.SelectMany(clause => WidenedClause.SaidIn(clause.Clause)).ToList();
        if (kept.TrueForAll(clause => clause is NotClause)) matching.Add(new MatchAllDocsQuery(), Occur.MUST);
        else if (!exact && attempt.Found == 0 && relaxation is null) matching = []; // As is known: nothing.
        else if (Search.Evidence.ExactTitle(parsed.Text, snapshot.Reader) is { } title) matching.Add(title, Occur.SHOULD);
        return new QueryPlan(matching, Search.Evidence.Of(kept, relaxation), MarkedTerms.Of(asked.Clauses.Select(clause => clause.Clause)), kept, steps, warnings);

        bool Matches(IReadOnlyList<QueryClause> clauses) => snapshot.Count(AskedClauses.Of(Read(clauses, int.MaxValue)).All(), 1, cancellation) > 0;

        Attempt Attempt(IReadOnlyList<QueryClause> clauses, int wordsOfTerm = int.MaxValue)
        {
            var read = exact ? vocabulary.WithoutStopWords(clauses) : Read(clauses, wordsOfTerm);
            var asked = AskedClauses.Of(read);
            var matching = asked.All();
            // The same words may be all that is left after another step.
            var found = exact || !tried.Add(matching) ? 0 : snapshot.Count(matching, Relaxation.Enough, cancellation);
            return new Attempt(clauses, asked, matching, found);
        }

        IReadOnlyList<QueryClause> Read(IReadOnlyList<QueryClause> clauses, int wordsOfTerm)
        {
            var widened = JoinedWords.Widened(vocabulary.Glossary.Widened(clauses, wordsOfTerm, snapshot.Reader), snapshot.Reader);
            return vocabulary.WithoutStopWords(NamesWidened.Of(widened, snapshot.Reader, cancellation));
        }
    }
}

/// <summary>Clauses as they are tried, and what the whole index says.</summary>
/// <param name="Said">The clauses, as often as they are said.</param>
/// <param name="Asked">As Lucene is asked them, with words widened, without stop words.</param>
/// <param name="Matching">All of them.</param>
/// <param name="Found">How many reviews match; counting may end at <see cref="Relaxation.Enough"/>.</param>
internal sealed record Attempt(IReadOnlyList<QueryClause> Said, AskedClauses Asked, BooleanQuery Matching, int Found);
