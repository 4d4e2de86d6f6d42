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
    /// <param name="candidates">In any order.</param>
    /// <param name="evidence">What lifts them.</param>
    /// <param name="snapshot">The whole index.</param>
    /// <param name="order">The order of hits.</param>
    public static IReadOnlyList<Candidate> Of(Candidate[] candidates, BooleanQuery evidence, Snapshot snapshot, HitOrder order)
    {
        if (evidence.Clauses.Count == 0 || candidates.Length <= 1 || candidates.Length > Window) Array.Sort(candidates, order);
        if (evidence.Clauses.Count == 0 || candidates.Length == 0) return candidates;
        var window = candidates.AsSpan(0, Math.Min(candidates.Length, Window));
        window.Sort((left, right) => left.Segment != right.Segment ? left.Segment.CompareTo(right.Segment) : left.Document.CompareTo(right.Document));
        var weights = evidence.Clauses.Select(clause => (Weight: snapshot.Searcher.CreateNormalizedWeight(clause.Query), IsWord: clause.Query is TermQuery)).ToList();
        for (var start = 0; start < window.Length;)
        {
            var end = start + 1;
            while (end < window.Length && window[end].Segment == window[start].Segment) end++;
            Add(window[start..end], weights, snapshot);
            start = end;
        }
        window.Sort(order);
        return candidates;
    }

    // One clause after the other: each goes through its own postings once.
    private static void Add(Span<Candidate> candidates, List<(Weight Weight, bool IsWord)> weights, Snapshot snapshot)
    {
        var leaf = snapshot.Reader.Leaves[candidates[0].Segment];
        // A phrase goes on to the next review that holds it: only these may. A word is soon found where it is not, and needs no such set.
        var accepted = new FixedBitSet(candidates[^1].Document + 1);
        foreach (var candidate in candidates) accepted.Set(candidate.Document);
        var among = new UpTo(accepted);
        Span<double> scores = stackalloc double[candidates.Length];
        foreach (var (weight, isWord) in weights)
        {
            if (weight.GetScorer(leaf, isWord ? null : among) is not { } scorer) continue;
            for (var at = 0; at < candidates.Length; at++)
            {
                var document = candidates[at].Document;
                if (scorer.DocID < document && scorer.Advance(document) == DocIdSetIterator.NO_MORE_DOCS) break;
                if (scorer.DocID == document) scores[at] += scorer.GetScore();
            }
        }
        for (var at = 0; at < candidates.Length; at++) candidates[at] = candidates[at] with { Rescored = true, Score = candidates[at].Score + (float)scores[at] };
    }

    // The set ends with its last document.
    private sealed class UpTo(FixedBitSet documents) : IBits
    {
        public int Length => documents.Length;

        public bool Get(int index) => index < documents.Length && documents.Get(index);
    }
}
