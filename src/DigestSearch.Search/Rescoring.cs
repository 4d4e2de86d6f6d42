using DigestSearch.Indexing.Analysis;
using DigestSearch.Search.Lookup;
using Lucene.Net.Index;
using Lucene.Net.Search;

namespace DigestSearch.Search;

/// <summary>
/// Adds evidence to the scores of the best matches and of no others: most words stand in thousands of reviews, and a page shows ten. Scores
/// only grow, so that those past the window stay behind it, and a candidate that cannot reach the page by all that is left is dropped (Turtle
/// and Flood, 1995).
/// </summary>
internal sealed class Rescoring
{
    /// <summary>How many of the best matches are looked at; more than the largest page.</summary>
    public const int Window = 200;

    // Sums are rounded: one that is so near may reach the page.
    private const double Nearly = 1 + 1e-5;

    private readonly Snapshot snapshot;
    private readonly Candidate[] candidates; // By segment and document.
    private readonly double[] lifts; // By candidate.
    private readonly ulong[] words; // By candidate: a bit for each word that it has.
    private readonly Dictionary<Term, ulong> bits = [];
    private readonly DocumentsAmong?[] among; // By segment.

    private int open; // So many of the first candidates may reach the page.

    private Rescoring(Candidate[] candidates, int count, Snapshot snapshot)
    {
        this.snapshot = snapshot;
        this.candidates = candidates;
        open = count;
        lifts = new double[count];
        words = new ulong[count];
        among = new DocumentsAmong?[snapshot.Segments.Length];
        Array.Sort(candidates, 0, count, ByDocument.Comparer);
    }

    /// <summary>The candidates in their new order, at least as many as are shown.</summary>
    /// <param name="candidates">In any order.</param>
    /// <param name="evidence">What lifts them, in the order in which it is looked for.</param>
    /// <param name="depth">How many are shown or come before those that are.</param>
    /// <param name="snapshot">The whole index.</param>
    /// <param name="order">The order of hits.</param>
    public static IReadOnlyList<Candidate> Of(Candidate[] candidates, BooleanQuery evidence, int depth, Snapshot snapshot, HitOrder order)
    {
        if (evidence.Clauses.Count == 0 || candidates.Length <= 1 || candidates.Length > Window) Array.Sort(candidates, order);
        if (evidence.Clauses.Count == 0 || candidates.Length == 0) return candidates;
        var window = Math.Min(candidates.Length, Window);
        var rescoring = new Rescoring(candidates, window, snapshot);
        rescoring.Add(evidence, depth);
        Array.Sort(candidates, 0, rescoring.open, order);
        return new ArraySegment<Candidate>(candidates, 0, candidates.Length - window + rescoring.open);
    }

    private void Add(BooleanQuery evidence, int depth)
    {
        var weights = evidence.Clauses.Select(clause => snapshot.Searcher.CreateNormalizedWeight(clause.Query)).ToList();
        var left = weights.Sum(ReviewSimilarity.Most);
        foreach (var (clause, weight) in evidence.Clauses.Zip(weights))
        {
            Add(weight, clause.Query is TermQuery { Term: var term } ? BitOf(term) : 0, clause.Query is PhraseQuery phrase ? BitsOf(phrase) : 0);
            left -= ReviewSimilarity.Most(weight);
            if (depth < open) Drop(depth, left);
        }
        for (var at = 0; at < open; at++) candidates[at] = candidates[at] with { Rescored = true, Score = candidates[at].Score + (float)lifts[at] };
    }

    // None where there are too many words.
    private ulong BitOf(Term word)
    {
        if (bits.TryGetValue(word, out var bit) || bits.Count == 8 * sizeof(ulong)) return bit;
        return bits[word] = 1UL << bits.Count;
    }

    // Of those words that were looked for before.
    private ulong BitsOf(PhraseQuery phrase) => phrase.GetTerms().Aggregate(0UL, (known, word) => known | bits.GetValueOrDefault(word));

    // Each segment goes through its own postings once, from candidate to candidate.
    private void Add(Weight weight, ulong word, ulong needed)
    {
        for (var (start, end) = (0, 0); start < open; start = end)
        {
            var segment = candidates[start].Segment;
            while (end < open && candidates[end].Segment == segment) end++;
            var documents = among[segment] ??= new DocumentsAmong(end - start);
            documents.Begin();
            for (var at = start; at < end; at++)
                if ((words[at] & needed) == needed) documents.Add(candidates[at].Document);
            if (documents.Length == 0 || weight.GetScorer(snapshot.Reader.Leaves[segment], documents) is not { } scorer) continue;
            for (var at = start; scorer.NextDoc() is var document and not DocIdSetIterator.NO_MORE_DOCS; at++)
            {
                while (candidates[at].Document < document) at++;
                lifts[at] += scorer.GetScore();
                words[at] |= word;
            }
        }
    }

    // Those that all that is left does not lift to the page.
    private void Drop(int depth, double left)
    {
        Span<double> best = stackalloc double[depth]; // Rising.
        best.Fill(double.NegativeInfinity);
        for (var at = 0; at < open; at++)
        {
            var score = candidates[at].Score + lifts[at];
            if (score <= best[0]) continue;
            var place = 0;
            for (; place + 1 < depth && best[place + 1] < score; place++) best[place] = best[place + 1];
            best[place] = score;
        }
        var kept = 0;
        for (var at = 0; at < open; at++)
        {
            if ((candidates[at].Score + lifts[at] + left) * Nearly < best[0]) continue;
            (candidates[kept], lifts[kept], words[kept]) = (candidates[at], lifts[at], words[at]);
            kept++;
        }
        open = kept;
    }

    private sealed class ByDocument : IComparer<Candidate>
    {
        public static readonly ByDocument Comparer = new();

        public int Compare(Candidate left, Candidate right) => left.Segment != right.Segment ? left.Segment.CompareTo(right.Segment) : left.Document.CompareTo(right.Document);
    }
}
