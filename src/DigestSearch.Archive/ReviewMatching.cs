using DigestSearch.Reviews;

namespace DigestSearch.Archive;

/// <summary>Which review of a digest continues which one of its earlier reading, so that ids stay when a digest is edited or reordered.</summary>
internal static class ReviewMatching
{
    // Similarity compares every pair; past this many leftovers a side it would cost more than stable ids are worth.
    private const int MaxLeftovers = 500;
    private const int MinWords = 5;
    private const double Similar = 0.5;

    /// <summary>For each review as it is now the index of the earlier one that it continues, or null.</summary>
    public static int?[] Match(IReadOnlyList<Review> before, IReadOnlyList<Review> now)
    {
        var match = new Matches(before, now);
        match.ByKey(review => Folding.Fold(review.Title));
        match.ByKey(review => review.Ids.Arxiv);
        match.ByKey(review => review.Ids.Doi);
        match.ByKey(review => review.Ids.OpenReview);
        match.ByKey(review => review.Ids.Acl);
        var words = new WordSets();
        match.ByPlace(words);
        match.BySimilarity(words);
        return match.Found;
    }

    private sealed class Matches(IReadOnlyList<Review> before, IReadOnlyList<Review> now)
    {
        private readonly bool[] taken = new bool[before.Count];

        public int?[] Found { get; } = new int?[now.Count];

        public void ByKey(Func<Review, string?> keyOf)
        {
            var waiting = new Dictionary<string, Queue<int>>(StringComparer.OrdinalIgnoreCase);
            foreach (var index in FreeBefore())
            {
                if (keyOf(before[index]) is not { Length: > 0 } key) continue;
                if (!waiting.TryGetValue(key, out var queue)) waiting[key] = queue = new Queue<int>();
                queue.Enqueue(index);
            }
            if (waiting.Count == 0) return;
            foreach (var index in FreeNow())
                if (keyOf(now[index]) is { Length: > 0 } key && waiting.TryGetValue(key, out var queue) && queue.TryDequeue(out var earlier))
                    Take(index, earlier);
        }

        public void ByPlace(WordSets words)
        {
            var byOrdinal = new Dictionary<int, int>();
            foreach (var index in FreeBefore()) byOrdinal.TryAdd(before[index].Ordinal, index);
            foreach (var index in FreeNow())
                if (byOrdinal.TryGetValue(now[index].Ordinal, out var earlier) && !taken[earlier] &&
                    (SameFirstAuthor(before[earlier], now[index]) || words.Overlap(before[earlier], now[index]) >= Similar))
                    Take(index, earlier);
        }

        public void BySimilarity(WordSets words)
        {
            var earlier = FreeBefore().Take(MaxLeftovers).ToList();
            var pairs = from index in FreeNow().Take(MaxLeftovers).ToList()
                        from other in earlier
                        let overlap = words.Overlap(before[other], now[index])
                        where overlap >= Similar
                        orderby overlap descending
                        select (index, other);
            foreach (var (index, other) in pairs)
                if (Found[index] is null && !taken[other]) Take(index, other);
        }

        private IEnumerable<int> FreeBefore() => Enumerable.Range(0, before.Count).Where(index => !taken[index]);

        private IEnumerable<int> FreeNow() => Enumerable.Range(0, now.Count).Where(index => Found[index] is null);

        private void Take(int index, int earlier)
        {
            Found[index] = earlier;
            taken[earlier] = true;
        }

        private static bool SameFirstAuthor(Review one, Review other) =>
            one.Authors.Count > 0 && other.Authors.Count > 0 && Folding.Fold(one.Authors[0]) is { Length: > 0 } author &&
            author == Folding.Fold(other.Authors[0]);
    }

    private sealed class WordSets
    {
        private readonly Dictionary<Review, HashSet<string>> sets = new(ReferenceEqualityComparer.Instance);

        /// <summary>Common words as a part of the larger set; 0 where there are too few to tell.</summary>
        public double Overlap(Review one, Review other)
        {
            var (few, many) = (Of(one), Of(other));
            if (few.Count > many.Count) (few, many) = (many, few);
            // The smaller set bounds the overlap, which spares most comparisons.
            if (few.Count < MinWords || few.Count < Similar * many.Count) return 0;
            return (double)few.Count(many.Contains) / many.Count;
        }

        private HashSet<string> Of(Review review) => sets.TryGetValue(review, out var set)
            ? set : sets[review] = [.. Folding.Fold(review.Text).Split(' ', StringSplitOptions.RemoveEmptyEntries)];
    }
}
