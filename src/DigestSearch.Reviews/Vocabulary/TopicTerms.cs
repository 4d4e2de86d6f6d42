namespace DigestSearch.Reviews;

/// <summary>The terms of all topics, found in one pass; each topic's children follow it.</summary>
internal sealed class TopicTerms
{
    internal const double Strong = 4;
    internal const double Plain = 2;
    internal const double Weak = 1;

    private readonly PhraseTrie<TopicTerm> trie = new();
    private readonly int[] roots;

    internal TopicTerms(IReadOnlyList<Topic> topics)
    {
        roots = new int[topics.Count];
        for (var at = 0; at < topics.Count; at++)
        {
            roots[at] = LabelPath.Parent(topics[at].Path) is null ? at : roots[at - 1];
            foreach (var (words, weight) in topics[at].Terms) trie.Add(words, new TopicTerm(at, Count++, weight));
        }
    }

    /// <summary>How many terms there are.</summary>
    internal int Count { get; }

    internal int Topics => roots.Length;

    internal int RootOf(int topic) => roots[topic];

    /// <summary>The topic that the words name as a strong term of it; null where there is none.</summary>
    internal int? TopicNamed(TopicWords words)
    {
        var hits = new List<PhraseHit<TopicTerm>>();
        trie.FindAt(words.Text, words.Words, 0, hits);
        foreach (var hit in hits)
            if (hit.Length == words.Words.Length && hit.Value.Weight >= Strong) return hit.Value.Topic;
        return null;
    }

    /// <summary>The terms of a text by place; a longer term covers those within it, so that a graph neural network is no neural network in general.</summary>
    internal IEnumerable<(int Place, TopicTerm Term)> In(TopicWords words)
    {
        var hits = new List<PhraseHit<TopicTerm>>();
        var covered = 0;
        for (var at = 0; at < words.Words.Length; at++)
        {
            hits.Clear();
            trie.FindAt(words.Text, words.Words, at, hits);
            var longest = 0;
            foreach (var hit in hits) longest = Math.Max(longest, hit.Length);
            if (at + longest <= covered) continue;
            covered = at + longest;
            foreach (var hit in hits)
                if (hit.Length == longest) yield return (at, hit.Value);
        }
    }
}

/// <summary>A term: the topic that it tells of, its own number and its weight.</summary>
internal readonly record struct TopicTerm(int Topic, int Id, double Weight);
