namespace DigestSearch.Reviews;

/// <summary>What a review is about, by the terms that it uses.</summary>
internal sealed class TopicIndex
{
    private const int MostTopics = 4;
    private const int MostCharacters = 8_000;
    private const double TitleBonus = 3;
    private const double Threshold = 6;
    private const double ShareOfBest = 0.35;

    private readonly IReadOnlyList<Topic> topics;
    private readonly PhraseTrie<TopicTerm> trie = new();
    private readonly Dictionary<string, int> byName = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Topic> byPath = new(StringComparer.Ordinal);
    private readonly int terms;

    internal TopicIndex(IReadOnlyList<Topic> topics)
    {
        this.topics = topics;
        for (var at = 0; at < topics.Count; at++)
        {
            var topic = topics[at];
            byPath[topic.Path] = topic;
            foreach (var name in new[] { topic.Path, topic.Name, topic.Russian })
                if (name is not null) byName.TryAdd(Folding.Fold(name), at);
            foreach (var (words, weight) in topic.Terms) trie.Add(words, new TopicTerm(at, terms++, weight));
        }
    }

    internal string LabelOf(string path, string language) =>
        language == "ru" && byPath.TryGetValue(path, out var topic) && topic.Russian is { } russian ? russian : LabelPath.Leaf(path);

    internal IReadOnlyList<string> TopicsOf(string title, string text, IReadOnlyList<string> tags)
    {
        if (topics.Count == 0) return [];
        var found = new List<string>();
        foreach (var tag in tags)
            if (TopicOfTag(tag) is { } at) found.Add(topics[at].Path);
        found.AddRange(ByWeight(title, text));
        return [.. found.Distinct().Where(path => !found.Exists(other => IsUnder(other, path))).Take(MostTopics)];
    }

    private static bool IsUnder(string path, string parent) => path.StartsWith(parent + LabelPath.Separator, StringComparison.Ordinal);

    private int? TopicOfTag(string tag)
    {
        var words = TopicWords.Of(tag, MostCharacters);
        if (words.Words.Length == 0) return null;
        if (byName.TryGetValue(words.Text, out var at)) return at;
        var hits = new List<PhraseHit<TopicTerm>>();
        trie.FindAt(words.Text, words.Words, 0, hits);
        TopicTerm? best = null;
        foreach (var hit in hits)
            if (hit.Length == words.Words.Length && (best is not { } other || hit.Value.Weight > other.Weight)) best = hit.Value;
        return best?.Topic;
    }

    private IEnumerable<string> ByWeight(string title, string text)
    {
        var weights = new double[topics.Count];
        var seen = new byte[terms];
        Weigh(TopicWords.Of(title, MostCharacters), TitleBonus, weights, seen);
        Weigh(TopicWords.Of(text, MostCharacters), 1, weights, seen);
        var least = Math.Max(Threshold, weights.Max() * ShareOfBest);
        return Enumerable.Range(0, topics.Count).Where(at => weights[at] >= least).OrderByDescending(at => weights[at]).Select(at => topics[at].Path);
    }

    /// <summary>A term counts fully, then half, then a quarter: a word said twenty times is not twenty pieces of evidence.</summary>
    private void Weigh(TopicWords words, double bonus, double[] weights, byte[] seen)
    {
        var hits = new List<PhraseHit<TopicTerm>>();
        for (var at = 0; at < words.Words.Length; at++)
        {
            hits.Clear();
            trie.FindAt(words.Text, words.Words, at, hits);
            foreach (var hit in hits)
            {
                var times = seen[hit.Value.Id];
                if (times > 2) continue;
                seen[hit.Value.Id]++;
                weights[hit.Value.Topic] += hit.Value.Weight * bonus / (1 << times);
            }
        }
    }

    private readonly record struct TopicTerm(int Topic, int Id, double Weight);
}

/// <summary>A topic as its file tells it.</summary>
internal sealed record Topic(string Name, string Path, string? Russian, IReadOnlyList<(IReadOnlyList<string> Words, double Weight)> Terms);
