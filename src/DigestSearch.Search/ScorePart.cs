using System.Globalization;
using DigestSearch.Indexing;
using DigestSearch.Indexing.Analysis;
using Lucene.Net.Search;
using Lucene.Net.Search.Spans;

namespace DigestSearch.Search;

/// <summary>What one part of a query gave to the score of a hit; the parts add up to it.</summary>
/// <param name="Score">What it gave: its weight times what BM25 makes of how rare it is and how often it stands there.</param>
/// <param name="Matched">The word, the words in their order, or the name.</param>
/// <param name="Field">Name of the field in which it matched.</param>
/// <param name="Weight">Its weight in the query.</param>
public sealed record ScorePart(float Score, string Matched, string Field, float Weight)
{
    /// <summary>The parts of a hit's score, the largest first; what only filters gives none.</summary>
    /// <param name="queries">What gave the score.</param>
    /// <param name="document">Number of the hit in the whole index.</param>
    /// <param name="searcher">The whole index.</param>
    internal static IReadOnlyList<ScorePart> Of(IEnumerable<Query> queries, int document, IndexSearcher searcher) =>
        [.. queries.SelectMany(query => Parts(query, 1, document, searcher)).Where(part => part.Score > 0).OrderByDescending(part => part.Score)];

    private static IEnumerable<ScorePart> Parts(Query query, float weight, int document, IndexSearcher searcher) => query switch
    {
        BooleanQuery all => all.Clauses.Where(clause => clause.Occur is not Occur.MUST_NOT).SelectMany(clause => Parts(clause.Query, weight * all.Boost, document, searcher)),
        _ when searcher.Explain(Weighted(query, weight), document) is not { IsMatch: true } => [],
        DisjunctionMaxQuery any => [Best(any, weight, document, searcher) with { Score = ScoreOf(any, weight, document, searcher) }],
        _ => [new ScorePart(ScoreOf(query, weight, document, searcher), MatchedBy(query), FieldOf(query), query.Boost * weight)],
    };

    // What matches best stands for what else matches.
    private static ScorePart Best(DisjunctionMaxQuery any, float weight, int document, IndexSearcher searcher) =>
        any.Select(inner => Parts(inner, weight * any.Boost, document, searcher).ToList()).MaxBy(parts => parts.Sum(part => part.Score)) is [var first, .. var others]
            ? first with { Matched = string.Join(' ', others.Select(other => other.Matched).Prepend(first.Matched)) } : new ScorePart(0, "", "", 0);

    private static float ScoreOf(Query query, float weight, int document, IndexSearcher searcher) => searcher.Explain(Weighted(query, weight), document).Value;

    private static Query Weighted(Query query, float weight)
    {
        if (weight == 1) return query;
        var weighted = (Query)query.Clone();
        weighted.Boost *= weight;
        return weighted;
    }

    private static string MatchedBy(Query query) => query switch
    {
        TermQuery { Term: var term } => Word(term.Text),
        PhraseQuery phrase => $"\"{string.Join(' ', phrase.GetTerms().Select(term => Word(term.Text)))}\"",
        PrefixQuery { Prefix: var prefix } => Word(prefix.Text) + "*",
        SpanTermQuery { Term: var term } => Word(term.Text),
        SpanFirstQuery first => string.Create(CultureInfo.InvariantCulture, $"{MatchedBy(first.Match)} (among the first {first.End} words)"),
        SpanNearQuery near => string.Join(' ', near.GetClauses().Select(MatchedBy)),
        SpanOrQuery or => MatchedBy(or.GetClauses()[0]),
        ConstantScoreQuery { Query: { } inner } => MatchedBy(inner),
        _ => query.ToString(),
    };

    private static string FieldOf(Query query) => query switch
    {
        TermQuery { Term: var term } => term.Field,
        PhraseQuery phrase => phrase.GetTerms()[0].Field,
        PrefixQuery { Prefix: var prefix } => prefix.Field,
        SpanQuery span => span.Field,
        ConstantScoreQuery { Query: { } inner } => FieldOf(inner),
        NumericRangeQuery<int> range => range.Field,
        _ => ReviewFields.Combined.Name,
    };

    private static string Word(string term) => term.TrimStart(ReviewAnalyzer.ExactMark);
}
