using DigestSearch.Reviews;
using DigestSearch.Search.Snippets;
using DigestSearch.Search.Suggest;

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
        var plan = Plan(query, snapshot, cancellation);
        using var collector = Collect(query, plan, snapshot, cancellation);
        var page = collector.Best(plan.Evidence).Skip((query.Page - 1) * query.Size).Take(query.Size).Select(candidate => Hit(snapshot, plan, query, candidate)).ToList();
        return new ReviewResults
        {
            Query = Reading(query.Text, plan), Total = collector.Total, Hits = page, Generation = snapshot.Generation,
            Facets = collector.Facets(query.FacetSize),
        };
    }

    /// <summary>Finds all that a query matches, whatever its page.</summary>
    /// <param name="query">The query; its facets are not counted.</param>
    /// <param name="most">How many reviews are given at the most.</param>
    /// <param name="cancellation">Looked at while it is searched.</param>
    /// <exception cref="IndexNotReadyException">No index is loaded yet.</exception>
    /// <exception cref="OperationCanceledException">The client went away, or the time for one search ran out.</exception>
    public FoundReviews All(ReviewQuery query, int most, CancellationToken cancellation)
    {
        var lease = index.Acquire();
        try
        {
            var snapshot = lease.Snapshot;
            var asked = query with { Facets = [], Page = 1, Size = most };
            var plan = Plan(asked, snapshot, cancellation);
            using var collector = Collect(asked, plan, snapshot, cancellation);
            return new FoundReviews(lease, collector.Total, [.. collector.Best(plan.Evidence).Take(most)]);
        }
        catch
        {
            lease.Dispose();
            throw;
        }
    }

    /// <summary>Searches inside one dimension: its labels with their counts under a query.</summary>
    /// <exception cref="IndexNotReadyException">No index is loaded yet.</exception>
    /// <exception cref="OperationCanceledException">The client went away, or the time for one search ran out.</exception>
    public FacetLabels Labels(FacetQuery query, CancellationToken cancellation)
    {
        using var lease = index.Acquire();
        var snapshot = lease.Snapshot;
        var asked = query.Query with { Facets = [query.Dimension], Page = 1, Size = 0, Sort = SortOrder.Newest };
        using var collector = Collect(asked, Plan(asked, snapshot, cancellation), snapshot, cancellation);
        var (labels, total) = collector.Labels(asked.FacetSize, Beginning(query, snapshot, cancellation));
        return new FacetLabels(query.Dimension, labels, total, snapshot.Generation);
    }

    private Func<string, int, bool> Beginning(FacetQuery query, Snapshot snapshot, CancellationToken cancellation)
    {
        var typed = TypedText.Of(query.Prefix);
        if (typed.Words.Count == 0) return (_, _) => true;
        var begun = snapshot.Labels.Names(query.Dimension).Begun(typed, snapshot.Labels[query.Dimension].Count, vocabulary, cancellation);
        // A selected label that no review holds has a name as well.
        return (indexed, number) => number >= 0 ? begun.Contains(number)
            : LabelNames.Names(query.Dimension, indexed, vocabulary).Any(typed.Begins);
    }

    private QueryPlan Plan(ReviewQuery query, Snapshot snapshot, CancellationToken cancellation) => QueryPlan.Of(QueryText.Parse(query.Text), snapshot, words, query.Exact, cancellation);

    private static ReviewCollector Collect(ReviewQuery query, QueryPlan plan, Snapshot snapshot, CancellationToken cancellation)
    {
        var sort = query.Sort ?? (plan.Clauses.Count > 0 ? SortOrder.Relevance : SortOrder.Newest);
        var collector = new ReviewCollector(snapshot, query, sort, plan.Clauses.Count == 0, cancellation);
        try
        {
            cancellation.ThrowIfCancellationRequested();
            if (!collector.TakesAll()) snapshot.Searcher.Search(plan.Query, collector);
            collector.Finish();
            return collector;
        }
        catch
        {
            collector.Dispose();
            throw;
        }
    }

    private static ReviewHit Hit(Snapshot snapshot, QueryPlan plan, ReviewQuery query, Candidate candidate)
    {
        var document = snapshot.Reader.Leaves[candidate.Segment].DocBase + candidate.Document;
        var stored = snapshot.Stored(document);
        return new ReviewHit
        {
            Review = stored.Review, Digest = new DigestReference(stored.DigestId, stored.Digest), Score = candidate.Score,
            TitleHighlight = query.Snippets ? Snippet.Whole(stored.Review.Title, plan.Marked) : HtmlText.Of(stored.Review.Title), Snippet = query.Snippets ? Snippet.Best(stored.Review.Text, plan.Marked) : "",
            Explanation = query.Explain ? ScorePart.Of(candidate.Rescored ? [plan.Query, plan.Evidence] : [plan.Query], document, snapshot.Searcher) : null,
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
