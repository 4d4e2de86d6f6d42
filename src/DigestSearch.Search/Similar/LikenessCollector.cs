using Lucene.Net.Index;
using Lucene.Net.Search;

namespace DigestSearch.Search.Similar;

/// <summary>Keeps the reviews that are most like one: what they share of its words and authors, and of its labels.</summary>
internal sealed class LikenessCollector(SharedLabels labels, int itself, int depth, Snapshot snapshot, CancellationToken cancellation) : ICollector
{
    private readonly HitOrder order = new(SortOrder.Relevance, snapshot);
    private readonly List<Candidate> best = [];
    private AtomicReaderContext? segment;
    private Scorer? scorer;
    private float least;

    // Of so many words each costs less when they are added up in bulk.
    public bool AcceptsDocsOutOfOrder => true;

    public void SetScorer(Scorer scorer) => this.scorer = scorer;

    public void SetNextReader(AtomicReaderContext context)
    {
        cancellation.ThrowIfCancellationRequested();
        segment = context;
    }

    public void Collect(int doc)
    {
        if (segment!.DocBase + doc == itself) return;
        var words = scorer!.GetScore();
        if (words + labels.Most < least) return;
        var likeness = words + labels.Of(snapshot.Segments[segment.Ord], doc);
        if (likeness <= 0 || likeness < least) return;
        best.Add(new Candidate(segment.Ord, doc, likeness));
        if (best.Count >= 2 * depth) Prune();
    }

    /// <summary>The most similar ones, best first.</summary>
    public IReadOnlyList<Candidate> Best()
    {
        Prune();
        return best;
    }

    private void Prune()
    {
        best.Sort(order);
        if (best.Count < depth) return;
        best.RemoveRange(depth, best.Count - depth);
        least = best[^1].Score;
    }
}
