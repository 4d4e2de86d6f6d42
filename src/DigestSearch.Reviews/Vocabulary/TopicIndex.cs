namespace DigestSearch.Reviews;

/// <summary>What a review is about: by its tags, then by the terms that it uses.</summary>
internal sealed class TopicIndex
{
    private const int MostTopics = 4;
    private const int MostOfOneTree = 2;
    private const int MostCharacters = 8_000;
    private const double ShareOfBestChild = 0.5;

    private readonly IReadOnlyList<Topic> topics;
    private readonly TopicTerms terms;
    private readonly Dictionary<string, int> byName = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Topic> byPath = new(StringComparer.Ordinal);

    internal TopicIndex(IReadOnlyList<Topic> topics)
    {
        this.topics = topics;
        terms = new TopicTerms(topics);
        for (var at = 0; at < topics.Count; at++)
        {
            var topic = topics[at];
            byPath[topic.Path] = topic;
            foreach (var name in new[] { topic.Path, topic.Name, topic.Russian })
                if (name is not null) byName.TryAdd(Folding.Fold(name), at);
        }
    }

    internal IReadOnlyList<Topic> All => topics;

    internal string LabelOf(string path, string language) =>
        language == "ru" && byPath.TryGetValue(path, out var topic) && topic.Russian is { } russian ? russian : LabelPath.Leaf(path);

    internal IReadOnlyList<string> TopicsOf(string title, string text, IReadOnlyList<string> tags)
    {
        if (topics.Count == 0) return [];
        var found = new List<string>();
        foreach (var tag in tags)
            if (TopicOfTag(tag) is { } at) found.Add(topics[at].Path);
        found.AddRange(ByEvidence(title, text).Select(at => topics[at].Path));
        return [.. found.Distinct().Where(path => !found.Exists(other => IsUnder(other, path))).Take(MostTopics)];
    }

    /// <summary>Whether a text is the name of a topic, or a term that stands for one.</summary>
    internal bool IsName(string text) => topics.Count > 0 && TopicOfTag(text) is not null;

    private static bool IsUnder(string path, string parent) => path.StartsWith(parent + LabelPath.Separator, StringComparison.Ordinal);

    // «Computer Vision: Biomedical imaging» stands for its last part, and where that is unknown for the one before.
    private int? TopicOfTag(string tag)
    {
        if (TopicOfWhole(tag) is { } whole) return whole;
        var parts = tag.Split(':');
        for (var part = parts.Length - 1; part >= 0 && parts.Length > 1; part--)
            if (TopicOfWhole(parts[part]) is { } at) return at;
        return null;
    }

    private int? TopicOfWhole(string tag)
    {
        var words = TopicWords.Of(tag, MostCharacters);
        return words.Words.Length == 0 ? null : byName.TryGetValue(words.Text, out var at) ? at : terms.TopicNamed(words);
    }

    /// <summary>The best topic of each tree that title and text speak of, the weightiest tree first, then the second topics of these trees.</summary>
    private IEnumerable<int> ByEvidence(string title, string text)
    {
        var evidence = new TopicEvidence(terms);
        evidence.AddTitle(TopicWords.Of(title, MostCharacters));
        evidence.AddText(TopicWords.Of(text, MostCharacters));
        var given = from root in evidence.Trees()
                    from child in OfTree(root, evidence).Select((at, rank) => (At: at, Rank: rank))
                    orderby child.Rank, evidence.OfTree(root) descending, evidence.Of(child.At) descending
                    select child.At;
        return given.ToList();
    }

    private List<int> OfTree(int root, TopicEvidence evidence)
    {
        var children = new List<int>();
        for (var at = root + 1; at < topics.Count && terms.RootOf(at) == root; at++)
            if (evidence.Of(at) >= TopicEvidence.Least) children.Add(at);
        if (children.Count == 0) return [root];
        var least = children.Max(evidence.Of) * ShareOfBestChild;
        return [.. children.Where(at => evidence.Of(at) >= least).OrderByDescending(evidence.Of).Take(MostOfOneTree)];
    }
}

/// <summary>A topic as its file tells it.</summary>
internal sealed record Topic(string Name, string Path, string? Russian, IReadOnlyList<(IReadOnlyList<string> Words, double Weight)> Terms);
