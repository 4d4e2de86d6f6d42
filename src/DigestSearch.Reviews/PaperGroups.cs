namespace DigestSearch.Reviews;

/// <summary>Which reviews are of one paper. The answer depends on the reviews alone, not on the order in which they came.</summary>
public static class PaperGroups
{
    private const int Identifiers = (int)PaperKeyKind.Title;

    /// <summary>The papers of some reviews, each review given by its keys.</summary>
    public static IReadOnlyList<PaperGroup> Of(IReadOnlyList<IReadOnlyList<PaperKey>> reviews)
    {
        var groups = new Groups(reviews);
        // The strongest key first: what an identifier has joined or kept apart, a title does not change.
        foreach (var holders in reviews.SelectMany((keys, review) => keys.Select(key => (key, review))).GroupBy(pair => pair.key, pair => pair.review)
            .OrderBy(group => group.Key, PaperKey.StrongestFirst))
            groups.Join(holders.Key, holders);
        return groups.All();
    }

    private sealed class Groups(IReadOnlyList<IReadOnlyList<PaperKey>> reviews)
    {
        private readonly int[] parents = [.. Enumerable.Range(0, reviews.Count)];
        private readonly HashSet<PaperKey>[] keys = [.. reviews.Select(review => review.ToHashSet())];

        public void Join(PaperKey key, IEnumerable<int> holders)
        {
            var roots = holders.Select(Root).Distinct().ToList();
            if (roots.Count < 2) return;
            var stronger = Math.Min((int)key.Kind, Identifiers);
            // Holders that contradict each other stay apart, and the ones that say nothing stronger belong to none of them.
            if (Enumerable.Range(0, stronger).Any(kind => Contradict(roots, (PaperKeyKind)kind)))
                roots = [.. roots.Where(root => !keys[root].Any(held => (int)held.Kind < stronger))];
            foreach (var root in roots.Skip(1))
            {
                parents[root] = roots[0];
                keys[roots[0]].UnionWith(keys[root]);
            }
        }

        public List<PaperGroup> All() => [.. Enumerable.Range(0, reviews.Count).GroupBy(Root)
            .Select(members => new PaperGroup(keys[members.Key].Count > 0 ? keys[members.Key].Min(PaperKey.StrongestFirst) : null, keys[members.Key], [.. members]))];

        /// <summary>Whether some name identifiers of a kind, and none is common to all of these.</summary>
        private bool Contradict(List<int> roots, PaperKeyKind kind)
        {
            HashSet<PaperKey>? common = null;
            foreach (var root in roots)
            {
                var named = keys[root].Where(key => key.Kind == kind).ToList();
                if (named.Count == 0) continue;
                if (common is null) common = [.. named];
                else common.IntersectWith(named);
            }
            return common is { Count: 0 };
        }

        private int Root(int review)
        {
            while (parents[review] != review) review = parents[review] = parents[parents[review]];
            return review;
        }
    }
}

/// <summary>One paper among some reviews.</summary>
/// <param name="Key">Its strongest key, which no other paper has as its strongest; null for a review without any.</param>
/// <param name="Keys">All of its keys.</param>
/// <param name="Reviews">Its reviews by their places.</param>
public sealed record PaperGroup(PaperKey? Key, IReadOnlySet<PaperKey> Keys, IReadOnlyList<int> Reviews);
