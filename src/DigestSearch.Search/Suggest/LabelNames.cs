using DigestSearch.Reviews;
using DigestSearch.Search.Facets;

namespace DigestSearch.Search.Suggest;

/// <summary>The words of a dimension's labels. It grows with their table, in parts that are joined as they grow.</summary>
internal sealed class LabelNames(Dimension dimension, LabelTable table)
{
    private readonly Lock gate = new();
    private State state = new([], 0);

    // All parts, and how often labels had been named anew when the first of them was made.
    private sealed record State(LabelPart[] Parts, int Renamed);

    /// <summary>Parts that hold at least the first labels, in the order of their numbers.</summary>
    public IReadOnlyList<LabelPart> Of(int labels, Vocabulary vocabulary)
    {
        var now = Volatile.Read(ref state);
        return Holds(now, labels) ? now.Parts : Grow(labels, vocabulary);
    }

    /// <summary>The names of a label: what is shown of it, then its other names.</summary>
    public static IReadOnlyList<string> Names(Dimension dimension, string indexed, Vocabulary vocabulary)
    {
        var label = Dimensions.Label(dimension, indexed);
        return dimension switch
        {
            Dimension.Topic when vocabulary.TopicLabel(indexed, "ru") is var russian && russian != label => [label, russian],
            Dimension.Lab => [label, .. vocabulary.LabAliases(indexed)],
            _ => [label],
        };
    }

    /// <summary>Numbers of the labels with a name in which every word is begun.</summary>
    public HashSet<int> Begun(TypedText typed, int labels, Vocabulary vocabulary, CancellationToken cancellation)
    {
        var begun = new HashSet<int>();
        foreach (var part in Of(labels, vocabulary))
        {
            using var search = WordSearch.Of(part.Words, typed.Words, 0, cancellation);
            if (search is null) continue;
            foreach (var name in search.Found) begun.Add(part.Label(name));
        }
        return begun;
    }

    private bool Holds(State now, int labels) => now.Renamed == table.Renamed && (labels == 0 || (now.Parts is [.., var last] && last.To >= labels));

    private LabelPart[] Grow(int labels, Vocabulary vocabulary)
    {
        lock (gate)
        {
            if (Holds(state, labels)) return state.Parts;
            var renamed = table.Renamed;
            var parts = renamed == state.Renamed ? state.Parts.ToList() : [];
            var (from, to) = (parts is [.., var end] ? end.To : 0, table.Count);
            // As a carry in addition: no part is smaller than what follows it, so there are few and each label is read again seldom.
            while (parts is [.., var last] && last.To - last.From <= to - from)
            {
                from = last.From;
                parts.RemoveAt(parts.Count - 1);
            }
            parts.Add(LabelPart.Of(dimension, table, from, to, vocabulary));
            Volatile.Write(ref state, new State([.. parts], renamed));
            return state.Parts;
        }
    }
}

/// <summary>The names of neighbouring labels, and their words.</summary>
internal sealed class LabelPart
{
    private readonly LabelTable table;
    private readonly Dimension dimension;
    private readonly Vocabulary vocabulary;
    private readonly int[] labels;
    private readonly ulong[] keys;

    private LabelPart(Dimension dimension, LabelTable table, Vocabulary vocabulary, (int From, int To) range, (int Label, ulong Key)[] names, WordIndex words)
    {
        this.dimension = dimension;
        this.table = table;
        this.vocabulary = vocabulary;
        (From, To) = range;
        labels = [.. names.Select(name => name.Label)];
        keys = [.. names.Select(name => name.Key)];
        Words = words;
    }

    /// <summary>The first label.</summary>
    public int From { get; }

    /// <summary>The label after the last.</summary>
    public int To { get; }

    /// <summary>Words of the names; entries are names.</summary>
    public WordIndex Words { get; }

    /// <summary>The label that has a name.</summary>
    public int Label(int name) => labels[name];

    /// <summary>A number for a name's first letters, in their ordinal order.</summary>
    public ulong Key(int name) => keys[name];

    /// <summary>Whether a name is the one that is shown of its label.</summary>
    public bool IsOwn(int name) => name == 0 || labels[name - 1] != labels[name];

    /// <summary>The name as it is written.</summary>
    public string Name(int name)
    {
        var own = name;
        while (!IsOwn(own)) own--;
        return LabelNames.Names(dimension, table[labels[name]], vocabulary)[name - own];
    }

    public static LabelPart Of(Dimension dimension, LabelTable table, int from, int to, Vocabulary vocabulary)
    {
        var (names, words) = (new List<(int, ulong)>(to - from), new WordIndex.Builder());
        // A person is looked for by family name as much as by given name.
        var taken = new NameWords(words, lastLeads: dimension is Dimension.Author);
        for (var label = from; label < to; label++)
            foreach (var name in LabelNames.Names(dimension, table[label], vocabulary))
            {
                taken.Add(name, names.Count);
                names.Add((label, KeyOf(name)));
            }
        return new LabelPart(dimension, table, vocabulary, (from, to), [.. names], words.Build(names.Count));
    }

    private static ulong KeyOf(string name)
    {
        var key = 0UL;
        for (var at = 0; at < 4; at++) key = (key << 16) | (at < name.Length ? name[at] : '\0');
        return key;
    }
}
