namespace DigestSearch.Reviews;

/// <summary>The topics of a digest: what at least a third of its reviews are about.</summary>
public static class DigestTopics
{
    private const int Share = 3;
    private const int Limit = 6;

    /// <summary>Topics as paths, the most frequent first; a topic whose part is itself listed is left out.</summary>
    public static IReadOnlyList<string> Of(IReadOnlyList<Review> reviews)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var topic in reviews.SelectMany(review => review.Topics.SelectMany(LabelPath.SelfAndAncestors).Distinct(StringComparer.Ordinal)))
            counts[topic] = counts.GetValueOrDefault(topic) + 1;
        var shared = counts.Where(pair => pair.Value * Share >= reviews.Count && (pair.Value > 1 || reviews.Count == 1)).ToList();
        return [.. shared.Where(pair => !shared.Exists(other => other.Key.StartsWith(pair.Key + LabelPath.Separator, StringComparison.Ordinal)))
            .OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal).Take(Limit).Select(pair => pair.Key)];
    }
}
