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
    private const int CancellationStride = 0xFFF;

    private readonly Snapshot snapshot;
    private readonly IReadOnlyList<Selection> selections;
    private readonly Dimension[] counted;
    private readonly int[] sizes;
    private readonly int[][] counts;
    private readonly bool scored;
    private readonly int depth;
    private readonly PriorityQueue<Candidate, Candidate> best;
    private readonly HitOrder order;
    private readonly CancellationToken cancellation;
    private int collected;
    private int segment;
    private SegmentState state;
    private Scorer? scorer;

    public ReviewCollector(Snapshot snapshot, ReviewQuery query, SortOrder sort, CancellationToken cancellation)
    {
        this.snapshot = snapshot;
        this.cancellation = cancellation;
        selections = Selection.Of(query, snapshot.Labels);
        counted = [.. query.Facets.Distinct()];
        sizes = [.. counted.Select(dimension => snapshot.Labels[dimension].Count)];
        counts = [.. sizes.Select(Rent)];
        scored = sort is SortOrder.Relevance;
        depth = query.Page * query.Size;
        order = new HitOrder(sort, snapshot);
        best = new(Comparer<Candidate>.Create((left, right) => order.Compare(right, left))); // The worst on top, to be replaced.
        state = null!;
    }

    /// <summary>Matches that pass every selection.</summary>
    public int Total { get; private set; }

    public bool AcceptsDocsOutOfOrder => false;

    public void SetScorer(Scorer scorer) => this.scorer = scorer;

    public void SetNextReader(AtomicReaderContext context)
    {
        segment = context.Ord;
        state = snapshot.Segments[segment];
    }

    public void Collect(int doc)
    {
        if ((++collected & CancellationStride) == 0) cancellation.ThrowIfCancellationRequested();
        Selection? missed = null;
        foreach (var selection in selections)
        {
            if (selection.Accepts(state[selection.Dimension][doc])) continue;
            if (missed is not null) return;
            missed = selection;
        }
        if (missed is null) Hit(doc);
        for (var at = 0; at < counted.Length; at++)
            if (missed is null || missed.Dimension == counted[at]) Count(counts[at], state[counted[at]][doc]);
    }

    /// <summary>Counts of a counted dimension by label number; valid until disposal.</summary>
    public ReadOnlySpan<int> Counts(Dimension dimension)
    {
        var at = Array.IndexOf(counted, dimension);
        return counts[at].AsSpan(0, sizes[at]);
    }

    /// <summary>The best candidates, best first.</summary>
    public IReadOnlyList<Candidate> Best()
    {
        var candidates = new Candidate[best.Count];
        for (var at = candidates.Length - 1; at >= 0; at--) candidates[at] = best.Dequeue();
        return candidates;
    }

    public void Dispose()
    {
        foreach (var array in counts) ArrayPool<int>.Shared.Return(array);
    }

    private void Hit(int doc)
    {
        Total++;
        if (depth == 0) return;
        var candidate = new Candidate(segment, doc, scored ? scorer!.GetScore() : 0);
        if (best.Count < depth) best.Enqueue(candidate, candidate);
        else if (order.Compare(candidate, best.Peek()) < 0) best.DequeueEnqueue(candidate, candidate);
    }

    private static void Count(int[] counts, ReadOnlySpan<int> labels)
    {
        foreach (var label in labels) counts[label]++;
    }

    private static int[] Rent(int length)
    {
        var array = ArrayPool<int>.Shared.Rent(Math.Max(length, 1));
        Array.Clear(array);
        return array;
    }
}
