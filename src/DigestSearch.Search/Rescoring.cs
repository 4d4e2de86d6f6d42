using Lucene.Net.Search;
using Lucene.Net.Util;

namespace DigestSearch.Search;

/// <summary>
/// Adds evidence to the scores of the best matches and of no others: most words stand in thousands of reviews, and a page shows ten. Scores
/// only grow, so that those past the window stay behind it.
/// </summary>
internal static class Rescoring
{
    /// <summary>How many of the best matches are looked at; more than the largest page.</summary>
    public const int Window = 200;

    /// <summary>The candidates in their new order.</summary>
    /// <param name="candidates">The best first.</param>
    /// <param name="evidence">What lifts them.</param>
    /// <param name="snapshot">The whole index.</param>
    /// <param name="order">The order of hits.</param>
    public static IReadOnlyList<Candidate> Of(IReadOnlyList<Candidate> candidates, BooleanQuery evidence, Snapshot snapshot, HitOrder order)
    {
        if (evidence.Clauses.Count == 0 || candidates.Count == 0) return candidates;
        var window = candidates.Take(Window).OrderBy(candidate => candidate.Segment).ThenBy(candidate => candidate.Document).ToArray();
        var weight = snapshot.Searcher.CreateNormalizedWeight(evidence);
        for (var start = 0; start < window.Length;)
        {
            var end = start + 1;
            while (end < window.Length && window[end].Segment == window[start].Segment) end++;
            Add(window.AsSpan(start, end - start), weight, snapshot);
            start = end;
        }
        Array.Sort(window, order);
        return [.. window, .. candidates.Skip(Window)];
    }

    private static void Add(Span<Candidate> candidates, Weight weight, Snapshot snapshot)
    {
        // A phrase goes on to the next review that holds it: only these may.
        var accepted = new FixedBitSet(candidates[^1].Document + 1);
        foreach (var candidate in candidates) accepted.Set(candidate.Document);
        var scorer = weight.GetScorer(snapshot.Reader.Leaves[candidates[0].Segment], new UpTo(accepted));
        foreach (ref var candidate in candidates)
        {
            if (scorer is not null && scorer.DocID < candidate.Document) scorer.Advance(candidate.Document);
            candidate = candidate with { Rescored = true, Score = candidate.Score + (scorer?.DocID == candidate.Document ? scorer.GetScore() : 0) };
        }
    }

    // The set ends with its last document.
    private sealed class UpTo(FixedBitSet documents) : IBits
    {
        public int Length => documents.Length;

        public bool Get(int index) => index < documents.Length && documents.Get(index);
    }
}
