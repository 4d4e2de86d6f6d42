using System.Buffers;
using System.Numerics;
using DigestSearch.Search.Facets;
using Lucene.Net.Index;
using Lucene.Net.Search;

namespace DigestSearch.Search;

/// <summary>
/// One pass over all matches: the total, the best of them, and the counts of every dimension. A match that misses exactly one dimension's
/// selection counts in that dimension alone, as if nothing were selected there (drill-sideways).
/// </summary>
internal sealed class ReviewCollector : ICollector, IDisposable
{
    // Matches are taken so many at a time: finding and counting each go through memory of their own.
    private const int Batch = 512;

    private readonly Snapshot snapshot;
    private readonly Selection[] selections;
    private readonly Dimension[] counted;
    private readonly LabelCounts?[] counts = new LabelCounts?[Dimensions.All.Count]; // By dimension.
    private readonly int[] waiting;
    private readonly float[] scores;
    private readonly Selection?[] selectionIn = new Selection?[Dimensions.All.Count]; // By dimension.
    private readonly int wanted; // A bit for each dimension with a selection.
    private readonly bool everything;
    private readonly bool scored;
    private readonly int depth, kept;
    private readonly SortOrder sort;
    private readonly HitOrder order;
    private readonly BestCandidates best;
    private readonly CancellationToken cancellation;

    private SegmentFacets? facets; // Of the segment at hand.
    private int waits;
    private int segment;
    private Scorer? scorer;
    private Candidate[]? front;

    /// <param name="snapshot">What is searched; held until disposal.</param>
    /// <param name="query">Selections, dimensions and page.</param>
    /// <param name="sort">Order of the hits.</param>
    /// <param name="matchesAll">Whether every review matches the text, so that without a selection the snapshot knows the counts.</param>
    /// <param name="cancellation">Looked at every few hundred matches.</param>
    public ReviewCollector(Snapshot snapshot, ReviewQuery query, SortOrder sort, bool matchesAll, CancellationToken cancellation)
    {
        this.snapshot = snapshot;
        this.cancellation = cancellation;
        selections = Selection.Of(query, snapshot.Labels);
        counted = [.. query.Facets.Distinct()];
        everything = matchesAll && selections.Length == 0;
        foreach (var dimension in counted) counts[(int)dimension] = everything ? snapshot.Totals(dimension) : LabelCounts.Of(snapshot.Labels[dimension].Count);
        waiting = ArrayPool<int>.Shared.Rent(Batch);
        scores = ArrayPool<float>.Shared.Rent(Batch);
        foreach (var selection in selections)
        {
            selectionIn[(int)selection.Dimension] = selection;
            wanted |= 1 << (int)selection.Dimension;
        }
        this.sort = sort;
        scored = sort is SortOrder.Relevance;
        depth = query.Page * query.Size;
        kept = scored && depth > 0 ? Math.Max(depth, Rescoring.Window) : depth;
        order = new HitOrder(sort, snapshot);
        best = new(kept, order);
    }

    /// <summary>Matches that pass every selection.</summary>
    public int Total { get; private set; }

    // The order of hits is total, whichever comes first.
    public bool AcceptsDocsOutOfOrder => true;

    public void SetScorer(Scorer scorer) => this.scorer = scorer;

    public void SetNextReader(AtomicReaderContext context)
    {
        cancellation.ThrowIfCancellationRequested();
        TakeWaiting();
        segment = context.Ord;
        facets = snapshot.Segments[segment].Facets;
    }

    public void Collect(int doc)
    {
        if (scored) scores[waits] = scorer!.GetScore();
        waiting[waits++] = doc;
        if (waits == Batch) TakeWaiting();
    }

    /// <summary>Takes the last matches; to be called when the search has ended.</summary>
    public void Finish() => TakeWaiting();

    /// <summary>Takes what the snapshot knows of all reviews, where that answers the query; false where it has to be searched.</summary>
    public bool TakesAll()
    {
        if (!everything || scored || kept > Snapshot.FrontSize) return false;
        Total = snapshot.Reader.NumDocs;
        if (kept > 0) front = snapshot.Front(sort);
        return true;
    }

    /// <summary>The answer of every counted dimension.</summary>
    public IReadOnlyList<Facet> Facets(int size)
    {
        if (everything) return [.. counted.Select(dimension => snapshot.Whole(dimension, size))];
        return [.. counted.Select(dimension => FacetReport.Of(dimension, counts[(int)dimension]!, SelectionIn(dimension), size, snapshot.Labels[dimension]))];
    }

    /// <summary>Some labels of the first counted dimension in one list, and how many there are.</summary>
    public (IReadOnlyList<FacetLabel> Labels, int Total) Labels(int size, Func<string, int, bool> among)
    {
        return FacetReport.Flat(counted[0], counts[(int)counted[0]]!, SelectionIn(counted[0]), size, snapshot.Labels[counted[0]], among);
    }

    /// <summary>The best candidates, best first.</summary>
    /// <param name="evidence">What lifts those that match best.</param>
    public IReadOnlyList<Candidate> Best(BooleanQuery evidence)
    {
        if (front is not null) return new ArraySegment<Candidate>(front, 0, Math.Min(kept, front.Length));
        var candidates = best.All();
        if (scored) return Rescoring.Of(candidates, evidence, depth, snapshot, order);
        Array.Sort(candidates, order);
        return candidates;
    }

    public void Dispose()
    {
        ArrayPool<int>.Shared.Return(waiting);
        ArrayPool<float>.Shared.Return(scores);
        if (everything) return;
        foreach (var labels in counts) labels?.Dispose();
    }

    private Selection? SelectionIn(Dimension dimension) => selectionIn[(int)dimension];

    private void TakeWaiting()
    {
        if (waits == 0) return;
        cancellation.ThrowIfCancellationRequested();
        if (selections.Length > 0) waits = Select(waiting.AsSpan(0, waits));
        Total += waits;
        for (var at = 0; at < waits && kept > 0; at++)
            // Most matches are worse than those that are kept, and told so by their score alone.
            if (!scored) best.Offer(new Candidate(segment, waiting[at], 0));
            else if (scores[at] >= best.LeastScore) best.Offer(new Candidate(segment, waiting[at], scores[at]));
        if (!everything && counted.Length > 0) facets!.Count(waiting.AsSpan(0, waits), counts);
        waits = 0;
    }

    // Those that pass every selection come to stand first; how many they are.
    private int Select(Span<int> matches)
    {
        var passed = 0;
        for (var at = 0; at < matches.Length; at++)
        {
            facets!.Prefetch(matches, at);
            var missed = wanted & ~facets.Accepted(matches[at], selectionIn);
            if (missed == 0)
            {
                (matches[passed], scores[passed]) = (matches[at], scores[at]);
                passed++;
            }
            else if (BitOperations.IsPow2(missed) && BitOperations.TrailingZeroCount(missed) is var dimension && counts[dimension] is { } sideways)
                foreach (var label in facets[(Dimension)dimension, matches[at]]) sideways.Add(SegmentFacets.Number(label));
        }
        return passed;
    }
}
