namespace DigestSearch.Reviews;

/// <summary>Reads and checks <c>topics.yaml</c>: topics, and topics in them, no deeper.</summary>
internal sealed class TopicList(VocabularyFile file, VocabularyMistakes mistakes)
{
    private const int MostWords = 8;
    private const int ShortestStem = 3;
    private static readonly (string Key, double Weight)[] Weights = [("strong", TopicTerms.Strong), ("terms", TopicTerms.Plain), ("weak", TopicTerms.Weak)];
    private readonly Dictionary<string, int> lines = new(StringComparer.Ordinal);

    internal List<Topic> Read()
    {
        var topics = new List<Topic>();
        foreach (var entry in file.Entries())
        {
            entry.Allow("name", "ru", "strong", "terms", "weak", "topics");
            if (Read(entry, null) is not { } topic) continue;
            topics.Add(topic);
            foreach (var child in entry.Entries("topics"))
            {
                child.Allow("name", "ru", "strong", "terms", "weak");
                if (Read(child, topic.Path) is { } inner) topics.Add(inner);
            }
        }
        return topics;
    }

    private Topic? Read(VocabularyEntry entry, string? parent)
    {
        var name = entry.Text("name", isNeeded: true);
        var russian = entry.Text("ru");
        if (name is null) return null;
        if (name.Contains('>', StringComparison.Ordinal)) entry.Tell($"The name «{name}» holds the sign «>».", "Write the topic under its parent's «topics».");
        foreach (var label in new[] { name, russian })
            if (label is not null && !lines.TryAdd(Folding.Fold(label), entry.Line))
                entry.Tell($"The topic «{label}» is there already, on line {lines[Folding.Fold(label)]}.", "Make one entry of the two, or give them different names.");
        var path = parent is null ? name : parent + LabelPath.Separator + name;
        return new Topic(name, path, russian, Terms(entry, name));
    }

    private List<(IReadOnlyList<string> Words, double Weight)> Terms(VocabularyEntry entry, string topic)
    {
        var terms = new List<(IReadOnlyList<string>, double)>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (key, weight) in Weights)
        {
            foreach (var (term, line) in entry.Texts(key))
            {
                var words = Words(term);
                if (words.Count is 0 or > MostWords)
                    mistakes.Add(file.Name, line, $"The term «{term}» of «{topic}» has {words.Count} words.", $"Write 1 to {MostWords}.");
                else if (words.Exists(word => word.EndsWith(PhraseTrie<int>.StemMark) && word.Length <= ShortestStem))
                    mistakes.Add(file.Name, line, $"The term «{term}» of «{topic}» has a stem that begins too many words.", $"Write at least {ShortestStem} letters before the «*».");
                else if (!seen.Add(string.Join(' ', words)))
                    mistakes.Add(file.Name, line, $"The term «{term}» of «{topic}» is there already.", "Remove one of the two.");
                else terms.Add((words, weight));
            }
        }
        return terms;
    }

    private static List<string> Words(string term)
    {
        var words = new List<string>();
        foreach (var piece in term.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            words.AddRange(Folding.Fold(piece).Split(' ', StringSplitOptions.RemoveEmptyEntries));
            if (piece.EndsWith(PhraseTrie<int>.StemMark) && words.Count > 0) words[^1] += PhraseTrie<int>.StemMark;
        }
        return words;
    }
}
