using DigestSearch.Reviews;
using DigestSearch.Search.Facets;

namespace DigestSearch.Search.Similar;

/// <summary>What the topics, authors and labs of a review weigh in reviews that share them, each the more the fewer reviews have it.</summary>
internal sealed class SharedLabels
{
    private const float TopicWeight = 1;
    private const float AuthorWeight = 1;
    private const float LabWeight = 0.25f;

    // A group that shares all its authors writes of more than one thing.
    private const float FurtherAuthors = 0.2f;

    // Those of a long list who count are its first, and the last, who leads the group.
    private const int MostAuthors = 6;

    private readonly Dictionary<int, float> topics;
    private readonly Dictionary<int, float> authors;
    private readonly Dictionary<int, float> labs;

    public SharedLabels(Review review, Snapshot snapshot)
    {
        topics = Weights(review.Topics.SelectMany(LabelPath.SelfAndAncestors), Dimension.Topic, TopicWeight, snapshot);
        authors = Weights(review.Authors.Count <= MostAuthors ? review.Authors : review.Authors.Take(MostAuthors - 1).Append(review.Authors[^1]), Dimension.Author, AuthorWeight, snapshot);
        labs = Weights(review.Labs.SelectMany(LabelPath.SelfAndAncestors), Dimension.Lab, LabWeight, snapshot);
        Most = topics.Values.Sum() + authors.Values.Sum() + labs.Values.Sum();
    }

    /// <summary>No review shares more.</summary>
    public float Most { get; }

    /// <summary>The weight of all labels that a review of a segment shares.</summary>
    public float Of(SegmentState segment, int document) =>
        Sum(topics, segment.Facets[Dimension.Topic, document], 1) + Sum(authors, segment.Facets[Dimension.Author, document], FurtherAuthors) + Sum(labs, segment.Facets[Dimension.Lab, document], 1);

    private static Dictionary<int, float> Weights(IEnumerable<string> values, Dimension dimension, float weight, Snapshot snapshot)
    {
        var weights = new Dictionary<int, float>();
        var totals = snapshot.Totals(dimension);
        foreach (var value in values)
            if (snapshot.Labels[dimension].Find(value) is var label and >= 0 && label < totals.Labels)
                weights[label] = weight * Rarity.Of(totals[label], snapshot.Reader.NumDocs);
        return weights;
    }

    // The heaviest counts whole, the further ones as told.
    private static float Sum(Dictionary<int, float> weights, ReadOnlySpan<int> labels, float further)
    {
        if (weights.Count == 0) return 0;
        var (sum, heaviest) = (0f, 0f);
        foreach (var label in labels)
        {
            if (!weights.TryGetValue(SegmentFacets.Number(label), out var weight)) continue;
            sum += weight;
            heaviest = Math.Max(heaviest, weight);
        }
        return heaviest + ((sum - heaviest) * further);
    }
}
