using DigestSearch.Reviews;
using DigestSearch.Search.Snippets;

namespace DigestSearch.Search;

/// <summary>Answers queries from the snapshot that a <see cref="ReviewIndexReader"/> serves.</summary>
public sealed class ReviewSearcher(ReviewIndexReader index, Vocabulary vocabulary)
{
    private readonly QueryVocabulary words = new(vocabulary);

    /// <summary>Answers one query.</summary>
    /// <exception cref="IndexNotReadyException">No index is loaded yet.</exception>
    /// <exception cref="OperationCanceledException">The client went away, or the time for one search ran out.</exception>
    public ReviewResults Search(ReviewQuery query, CancellationToken cancellation)
    {
        using var lease = index.Acquire();
        var snapshot = lease.Snapshot;
        var plan = QueryPlan.Of(QueryText.Parse(query.Text), snapshot, words, query.Exact, cancellation);
        var sort = query.Sort ?? (plan.Clauses.Count > 0 ? SortOrder.Relevance : SortOrder.Newest);
        using var collector = new ReviewCollector(snapshot, query, sort, plan.Clauses.Count == 0, cancellation);
        cancellation.ThrowIfCancellationRequested();
        snapshot.Searcher.Search(plan.Query, collector);
        var page = collector.Best().Skip((query.Page - 1) * query.Size).Select(candidate => Hit(snapshot, plan, query, candidate)).ToList();
        return new ReviewResults
        {
            Query = Reading(query.Text, plan), Total = collector.Total, Hits = page, Generation = snapshot.Generation,
            Facets = collector.Facets(query.FacetSize),
        };
    }

    private static ReviewHit Hit(Snapshot snapshot, QueryPlan plan, ReviewQuery query, Candidate candidate)
    {
        var document = snapshot.Reader.Leaves[candidate.Segment].DocBase + candidate.Document;
        var stored = snapshot.Stored(document);
        return new ReviewHit
        {
            Review = stored.Review, Digest = new DigestReference(stored.DigestId, stored.Digest), Score = candidate.Score,
            TitleHighlight = Snippet.Whole(stored.Review.Title, plan.Marked), Snippet = Snippet.Best(stored.Review.Text, plan.Marked),
            Explanation = query.Explain ? ScorePart.Of(plan.Query, document, snapshot.Searcher) : null,
        };
    }

    private static QueryReading Reading(string text, QueryPlan plan) => new(
        text, string.Join(' ', plan.Clauses.Select(clause => clause.Read)),
        [.. plan.Clauses.Select(clause => new QueryPart(clause.Kind, clause.Read, Without(text, clause)))], plan.Steps, plan.Warnings);

    private static string Without(string text, QueryClause clause) =>
        string.Join(' ', string.Concat(text.AsSpan(0, clause.Start), " ", text.AsSpan(clause.End)).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}

/// <summary>No index is loaded yet; the message is the reason.</summary>
public sealed class IndexNotReadyException(string reason) : Exception(reason);
