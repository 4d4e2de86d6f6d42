namespace DigestSearch.Search;

/// <summary>The best so many of the candidates that are offered: a heap with the worst on top, to be replaced.</summary>
/// <param name="most">How many are kept.</param>
/// <param name="order">Which comes first.</param>
internal sealed class BestCandidates(int most, HitOrder order)
{
    private Candidate[] heap = new Candidate[Math.Min(most, 256)];
    private int count;

    /// <summary>The score that a candidate must reach to be kept, where the order is by score.</summary>
    public float LeastScore { get; private set; } = float.NegativeInfinity;

    /// <summary>Keeps a candidate that is better than the worst of those kept.</summary>
    public void Offer(Candidate candidate)
    {
        if (count < most)
        {
            if (count == heap.Length) Array.Resize(ref heap, Math.Min(most, 2 * count));
            Rise(count++, candidate);
        }
        else if (most > 0 && Before(candidate, heap[0])) Sink(candidate);
        if (count == most && most > 0) LeastScore = heap[0].Score;
    }

    /// <summary>All that were kept, in no order.</summary>
    public Candidate[] All() => heap[..count];

    private void Rise(int at, Candidate candidate)
    {
        for (int above; at > 0 && Before(heap[above = (at - 1) / 2], candidate); at = above) heap[at] = heap[above];
        heap[at] = candidate;
    }

    private void Sink(Candidate candidate)
    {
        var at = 0;
        for (int below; (below = (2 * at) + 1) < count; at = below)
        {
            if (below + 1 < count && Before(heap[below], heap[below + 1])) below++;
            if (!Before(candidate, heap[below])) break;
            heap[at] = heap[below];
        }
        heap[at] = candidate;
    }

    // Scores differ nearly always; in an order that is not theirs all are 0.
    private bool Before(in Candidate left, in Candidate right) => left.Score != right.Score ? left.Score > right.Score : order.Compare(left, right) < 0;
}
