using DigestSearch.Indexing;
using DigestSearch.Reviews;
using DigestSearch.Search.Ladder;
using DigestSearch.Search.Snippets;
using Lucene.Net.Index;
using Lucene.Net.Search;

namespace DigestSearch.Search;

/// <summary>A parsed query as Lucene is asked it, with what its snippets mark, how it was relaxed and what of it was left out.</summary>
internal sealed record QueryPlan(Query Query, MarkedTerms Marked, IReadOnlyList<QueryClause> Clauses, IReadOnlyList<QueryStep> Steps, IReadOnlyList<string> Warnings)
{
    private const float ExactFormWeight = 0.2f;

    // More than any sum of the other weights: the title as it is comes first, whatever else repeats its words.
    private const float ExactTitleWeight = 10_000;
    private const float TitlePhraseWeight = 16;
    private const float TextPhraseWeight = 2;
    private const int PhraseSlop = 2;

    // Of the weights of the field table; the combined field has told most already.
    private const float FieldWeight = 0.5f;
    private static readonly ReviewField[] ExactForms = [ReviewFields.Title, ReviewFields.Text];
    private static readonly ReviewField[] Telling = [.. ReviewFields.Searched.Where(field => field != ReviewFields.Text)];

    /// <summary>Plans a query for an index; how it is read depends on text and index alone.</summary>
    /// <param name="parsed">The text.</param>
    /// <param name="snapshot">The index.</param>
    /// <param name="stopWords">Words that count only where there are no others.</param>
    /// <param name="exact">Whether all words must match, whatever is found.</param>
    /// <param name="cancellation">Looked at between the looks at the index.</param>
    public static QueryPlan Of(ParsedQuery parsed, Snapshot snapshot, IReadOnlySet<string> stopWords, bool exact, CancellationToken cancellation)
    {
        var warnings = new List<string>(parsed.Warnings);
        var steps = new List<QueryStep>();
        IReadOnlyList<QueryClause> said = WithoutStopWords(QueryLimits.Rarest(WithoutStopWords(parsed.Clauses, stopWords), snapshot.Reader, warnings), stopWords);
        var asked = Asked(said, out var exceeded);
        var matching = All(asked);
        var found = exact ? 0 : snapshot.Count(matching, Relaxation.Enough, cancellation);
        if (!exact && found == 0 && Repair.Of(said, clauses => snapshot.Count(All(Asked(clauses, out _)), 1, cancellation) > 0, snapshot.Reader, cancellation) is { } repair)
        {
            said = repair.Clauses;
            asked = Asked(said, out exceeded);
            matching = All(asked);
            found = snapshot.Count(matching, Relaxation.Enough, cancellation);
            steps.AddRange(repair.Steps);
        }
        if (exceeded) warnings.Add(QueryBudget.Warning);
        var typed = parsed.Clauses.Where(clause => clause is not NotClause).Sum(clause => QueryLimits.Words(clause).Count());
        var relaxation = exact ? null : Relaxation.Of([.. said.OfType<WordClause>()], typed, [.. asked.Where(clause => clause.Clause is not WordClause)], found, snapshot, cancellation);
        if (relaxation is not null)
        {
            matching = relaxation.Query;
            steps.Add(relaxation.Step);
        }
        var kept = asked.Select(clause => clause.Clause).ToList();
        if (kept.TrueForAll(clause => clause is NotClause)) matching.Add(new MatchAllDocsQuery(), Occur.MUST);
        else AddEvidence(matching, parsed, [.. kept.OfType<WordClause>().SelectMany(clause => QueryWord.Of(clause.Word))], relaxation is null);
        return new QueryPlan(matching, MarkedTerms.Of(kept), kept, steps, warnings);
    }

    private static List<(QueryClause Clause, Query Query)> Asked(IEnumerable<QueryClause> said, out bool exceeded)
    {
        var asked = new List<(QueryClause, Query)>();
        var built = new HashSet<(Query, bool)>();
        var budget = QueryBudget.Whole;
        foreach (var clause in said.DistinctBy(clause => clause.Read))
        {
            var (left, fitting) = budget.Spend(clause);
            var negated = clause is NotClause;
            // No word in it, or all of it was asked before: a word said a thousand times is asked once.
            if (fitting is null || ClauseQueries.Of(fitting is NotClause not ? not.Clause : fitting) is not { } query || !built.Add((query, negated)))
            {
                if (fitting is null) budget = left;
                continue;
            }
            budget = left;
            asked.Add((fitting, query));
        }
        exceeded = budget.Exceeded;
        return asked;
    }

    /// <summary>Clauses that must match, and those that must not.</summary>
    public static BooleanQuery All(IEnumerable<(QueryClause Clause, Query Query)> clauses)
    {
        var all = new BooleanQuery(disableCoord: true);
        foreach (var (clause, query) in clauses) all.Add(query, clause is NotClause ? Occur.MUST_NOT : Occur.MUST);
        return all;
    }

    private static List<QueryClause> WithoutStopWords(IReadOnlyList<QueryClause> clauses, IReadOnlySet<string> stopWords)
    {
        var kept = clauses.Where(clause => clause is not WordClause word || !IsStopWord(word.Word, stopWords)).ToList();
        return kept.Exists(clause => clause is not NotClause and not YearClause) ? kept : [.. clauses];
    }

    // "IT" and "WHO" in capitals are names, not function words.
    private static bool IsStopWord(string word, IReadOnlySet<string> stopWords) =>
        stopWords.Contains(Folding.Fold(word)) && !(word.Length > 1 && word.All(char.IsUpper));

    // These only lift what matches anyway: the title as it is, the words in their order, the form as asked, the field where a word stands.
    private static void AddEvidence(BooleanQuery query, ParsedQuery parsed, IReadOnlyList<QueryWord> words, bool all)
    {
        query.Add(ClauseQueries.Weighted(new ConstantScoreQuery(new TermQuery(new Term(ReviewFields.TitleKey.Name, Folding.Fold(parsed.Text)))), ExactTitleWeight), Occur.SHOULD);
        foreach (var word in words.Where(word => word.Parts.Count == 1).DistinctBy(word => word.Key))
        {
            foreach (var field in ExactForms) query.Add(ClauseQueries.Weighted(ClauseQueries.Exact(field, word.Parts[0]), ExactFormWeight), Occur.SHOULD);
            // Of a sentence few words are names or labs, and chance would decide.
            if (!all) continue;
            foreach (var field in Telling) query.Add(ClauseQueries.Weighted(ClauseQueries.In(field, word.Parts[0]), field.Weight * FieldWeight), Occur.SHOULD);
        }
        if (words.Count is < 2 or > QueryLimits.MaxPhraseWords) return;
        query.Add(ClauseQueries.Weighted(ClauseQueries.Sequence(ReviewFields.Title, words, PhraseSlop), TitlePhraseWeight), Occur.SHOULD);
        query.Add(ClauseQueries.Weighted(ClauseQueries.Sequence(ReviewFields.Text, words, PhraseSlop), TextPhraseWeight), Occur.SHOULD);
    }
}
