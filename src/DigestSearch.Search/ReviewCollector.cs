using System.Buffers;
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
    // Matches are counted so many at a time, one dimension after the other: labels of one dimension lie together.
    private const int Batch = 4_096;

    private readonly Snapshot snapshot;
    private readonly Selection[] selections;
    private readonly Dimension[] counted;
    private readonly int[] sizes;
    private readonly int[][] counts;
    private readonly int[] waiting;
    private readonly bool everything;
    private readonly bool scored;
    private readonly int kept;
    private readonly HitOrder order;
    private readonly PriorityQueue<Candidate, Candidate> best;
    private readonly CancellationToken cancellation;

    // Of the segment at hand, in the order of selections and of counted dimensions.
    private readonly SegmentFacet[] selectable;
    private readonly SegmentFacet[] countable;
    private int waits;
    private int collected;
    private int segment;
    private Scorer? scorer;

    /// <param name="snapshot">What is searched; held until disposal.</param>
    /// <param name="query">Selections, dimensions and page.</param>
    /// <param name="sort">Order of the hits.</param>
    /// <param name="matchesAll">Whether every review matches the text, so that without a selection the snapshot knows the counts.</param>
    /// <param name="cancellation">Looked at every few thousand matches.</param>
    public ReviewCollector(Snapshot snapshot, ReviewQuery query, SortOrder sort, bool matchesAll, CancellationToken cancellation)
    {
        this.snapshot = snapshot;
        this.cancellation = cancellation;
        selections = Selection.Of(query, snapshot.Labels);
        counted = [.. query.Facets.Distinct()];
        everything = matchesAll && selections.Length == 0;
        sizes = [.. counted.Select(dimension => everything ? snapshot.Totals(dimension).Length : snapshot.Labels[dimension].Count)];
        counts = [.. counted.Select((dimension, at) => everything ? snapshot.Totals(dimension) : Rent(sizes[at]))];
        waiting = ArrayPool<int>.Shared.Rent(Batch);
        selectable = new SegmentFacet[selections.Length];
        countable = new SegmentFacet[counted.Length];
        scored = sort is SortOrder.Relevance;
        var depth = query.Page * query.Size;
        kept = scored && depth > 0 ? Math.Max(depth, Rescoring.Window) : depth;
        order = new HitOrder(sort, snapshot);
        best = new(Comparer<Candidate>.Create((left, right) => order.Compare(right, left))); // The worst on top, to be replaced.
    }

    /// <summary>Matches that pass every selection.</summary>
    public int Total { get; private set; }

    // The order of hits is total, whichever comes first.
    public bool AcceptsDocsOutOfOrder => true;

    public void SetScorer(Scorer scorer) => this.scorer = scorer;

    public void SetNextReader(AtomicReaderContext context)
    {
        cancellation.ThrowIfCancellationRequested();
        CountWaiting();
        segment = context.Ord;
        var state = snapshot.Segments[segment];
        for (var at = 0; at < selections.Length; at++) selectable[at] = state[selections[at].Dimension];
        for (var at = 0; at < counted.Length; at++) countable[at] = state[counted[at]];
    }

    public void Collect(int doc)
    {
        if (++collected % Batch == 0) cancellation.ThrowIfCancellationRequested();
        var missed = -1;
        for (var at = 0; at < selections.Length; at++)
        {
            if (selections[at].Accepts(selectable[at][doc])) continue;
            if (missed >= 0) return;
            missed = at;
        }
        if (missed < 0)
        {
            Hit(doc);
            if (waits == Batch) CountWaiting();
            waiting[waits++] = doc;
        }
        else if (Array.IndexOf(counted, selections[missed].Dimension) is var at and >= 0) countable[at].Count([doc], counts[at]);
    }

    /// <summary>The answer of every counted dimension.</summary>
    public IReadOnlyList<Facet> Facets(int size)
    {
        CountWaiting();
        return [.. counted.Select((dimension, at) => FacetReport.Of(dimension, counts[at].AsSpan(0, sizes[at]), SelectionIn(dimension), size, snapshot.Labels[dimension]))];
    }

    /// <summary>Some labels of the first counted dimension in one list, and how many there are.</summary>
    public (IReadOnlyList<FacetLabel> Labels, int Total) Labels(int size, Func<string, int, bool> among)
    {
        CountWaiting();
        return FacetReport.Flat(counted[0], counts[0].AsSpan(0, sizes[0]), SelectionIn(counted[0]), size, snapshot.Labels[counted[0]], among);
    }

    /// <summary>The best candidates, best first.</summary>
    /// <param name="evidence">What lifts those that match best.</param>
    public IReadOnlyList<Candidate> Best(BooleanQuery evidence)
    {
        var candidates = new Candidate[best.Count];
        for (var at = candidates.Length - 1; at >= 0; at--) candidates[at] = best.Dequeue();
        return scored ? Rescoring.Of(candidates, evidence, snapshot, order) : candidates;
    }

    public void Dispose()
    {
        ArrayPool<int>.Shared.Return(waiting);
        if (everything) return;
        foreach (var array in counts) ArrayPool<int>.Shared.Return(array);
    }

    private void Hit(int doc)
    {
        Total++;
        if (kept == 0) return;
        var candidate = new Candidate(segment, doc, scored ? scorer!.GetScore() : 0);
        if (best.Count < kept) best.Enqueue(candidate, candidate);
        else if (order.Compare(candidate, best.Peek()) < 0) best.DequeueEnqueue(candidate, candidate);
    }

    private Selection? SelectionIn(Dimension dimension) => Array.Find(selections, selection => selection.Dimension == dimension);

    private void CountWaiting()
    {
        if (!everything && waits > 0)
            for (var at = 0; at < counted.Length; at++) countable[at].Count(waiting.AsSpan(0, waits), counts[at]);
        waits = 0;
    }

    private static int[] Rent(int length)
    {
        var array = ArrayPool<int>.Shared.Rent(Math.Max(length, 1));
        Array.Clear(array);
        return array;
    }
}
