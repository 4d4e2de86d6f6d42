using DigestSearch.Reviews;

namespace DigestSearch.Archive;

/// <summary>Whether one digest repeats another: mirrored in the same words, or translated. In doubt it does not.</summary>
internal static class CopyRule
{
    private const int FewestReviews = 3, FewestWords = 5;
    private const double NearlyAll = 0.8, Similar = 0.5, NearlyEqual = 0.8;

    /// <summary>What the arriving digest is to the one that is here; null when it is a digest of its own.</summary>
    public static CopyKind? Of(Digest arriving, IReadOnlyList<Review> now, Digest here, IReadOnlyList<Review> before)
    {
        if (IsSameText(now, before)) return CopyKind.Mirrored;
        var most = NearlyAll * Math.Max(now.Count, before.Count);
        if (Math.Min(now.Count, before.Count) < FewestReviews || Pairs(now, before) is not { } pairs || pairs.Count < most) return null;
        var foreign = pairs.Count(pair => Reviewers(pair.Now, pair.Before) is false);
        var sameIssue = IsSameIssue(arriving, here);
        var overlaps = pairs.ConvertAll(pair => Shingles.Overlap(pair.Now.Text, pair.Before.Text));
        if (pairs.Count - foreign >= most && (overlaps.Count(overlap => overlap >= NearlyEqual) >= most || sameIssue && overlaps.Count(overlap => overlap >= Similar) >= most))
            return CopyKind.Mirrored;
        // Words cannot be compared between languages: here nothing may speak against it, and the reviewers or the whole order must speak for it.
        var translated = pairs.Count(pair => pair.Now.Language is { } language && pair.Before.Language is { } other && language != other) >= most;
        return translated && sameIssue && foreign == 0 && IsInOrder(pairs) &&
            (now.Count == before.Count || pairs.Count(pair => Reviewers(pair.Now, pair.Before) is true) >= most)
            ? CopyKind.Translated : null;
    }

    private static bool IsSameText(IReadOnlyList<Review> now, IReadOnlyList<Review> before) =>
        now.Count == before.Count && now.Sum(review => Folding.Fold(review.Text).Split(' ', StringSplitOptions.RemoveEmptyEntries).Length) >= FewestWords &&
        now.Zip(before).All(pair => Folding.Fold(pair.First.Title) == Folding.Fold(pair.Second.Title) && Folding.Fold(pair.First.Text) == Folding.Fold(pair.Second.Text) &&
            Reviewers(pair.First, pair.Second) is not false);

    /// <summary>Reviews of one paper, each of the other digest taken once.</summary>
    private static List<(Review Now, Review Before, int At)> Pairs(IReadOnlyList<Review> now, IReadOnlyList<Review> before)
    {
        var waiting = new Dictionary<string, Queue<int>>(StringComparer.Ordinal);
        for (var at = 0; at < before.Count; at++)
            foreach (var key in Keys(before[at]))
                if (waiting.TryGetValue(key, out var queue)) queue.Enqueue(at);
                else waiting[key] = new([at]);
        var taken = new HashSet<int>();
        var pairs = new List<(Review, Review, int)>();
        foreach (var review in now)
            if (Keys(review).SelectMany(key => waiting.TryGetValue(key, out var queue) ? queue : []).Cast<int?>().FirstOrDefault(at => !taken.Contains(at!.Value)) is { } found)
            {
                taken.Add(found);
                pairs.Add((review, before[found], found));
            }
        return pairs;
    }

    // Between two digests a title is enough: what else stands beside it is compared as well.
    private static IEnumerable<string> Keys(Review review) => PaperKeys.Of(review).Where(key => key.Kind < PaperKeyKind.Title).Select(key => key.ToString())
        .Concat(Folding.Fold(review.Title) is { Length: > 0 } title ? [title] : []);

    private static bool IsInOrder(List<(Review Now, Review Before, int At)> pairs) => pairs.Zip(pairs.Skip(1)).All(two => two.First.At < two.Second.At);

    /// <summary>Whether two reviews have the same reviewer; null where one does not tell.</summary>
    private static bool? Reviewers(Review one, Review other)
    {
        var (names, others) = (Names(one), Names(other));
        return names.Count == 0 || others.Count == 0 ? null : names.Overlaps(others);
    }

    private static HashSet<string> Names(Review review) =>
        [.. new[] { review.Reviewer, review.ReviewerName }.OfType<string>().Select(Folding.Fold).Where(name => name.Length > 0)];

    private static bool IsSameIssue(Digest one, Digest other) =>
        one.Url is not null && one.Url == other.Url ||
        (one.Period is not null && other.Period is not null ? one.Period == other.Period
            : one.Published is not null && other.Published is not null ? one.Published == other.Published
            : Folding.Fold(one.Title) is { Length: > 0 } title && title == Folding.Fold(other.Title));

    private static class Shingles
    {
        private const int Width = 3;

        /// <summary>Common runs of three words as a part of the larger text's; 0 where there are too few to tell.</summary>
        public static double Overlap(string one, string other)
        {
            var (few, many) = (Of(one), Of(other));
            if (few.Count > many.Count) (few, many) = (many, few);
            return few.Count < FewestWords ? 0 : (double)few.Count(many.Contains) / many.Count;
        }

        private static HashSet<(string, string, string)> Of(string text)
        {
            var words = Folding.Fold(text).Split(' ', StringSplitOptions.RemoveEmptyEntries);
            return [.. Enumerable.Range(0, Math.Max(0, words.Length - Width + 1)).Select(at => (words[at], words[at + 1], words[at + 2]))];
        }
    }
}

/// <summary>How a document repeats the digest of another one.</summary>
internal enum CopyKind
{
    /// <summary>The very bytes.</summary>
    Same,

    /// <summary>The same reviews in the same language, in nearly the same words.</summary>
    Mirrored,

    /// <summary>The same papers in the same order, in another language.</summary>
    Translated,
}
