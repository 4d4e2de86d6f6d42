namespace DigestSearch.Reviews;

/// <summary>Phrases by their words, so that one pass over a text finds all of them. A word that ends in <c>*</c> is a stem.</summary>
internal sealed class PhraseTrie<T>
{
    internal const char StemMark = '*';
    private readonly Node root = new();

    internal void Add(IReadOnlyList<string> words, T value)
    {
        var node = root;
        foreach (var word in words) node = node.Child(word);
        node.Values.Add(value);
    }

    /// <summary>Adds to <paramref name="hits"/> what begins at a word.</summary>
    internal void FindAt(string text, ReadOnlySpan<Range> words, int at, List<PhraseHit<T>> hits) => Find(root, text, words, at, at, hits);

    // Not deeper than the longest phrase, which the loader bounds.
    private static void Find(Node node, string text, ReadOnlySpan<Range> words, int start, int at, List<PhraseHit<T>> hits)
    {
        foreach (var value in node.Values) hits.Add(new PhraseHit<T>(value, start, at - start));
        if (at == words.Length) return;
        var word = text.AsSpan(words[at]);
        if (node.Words is { } exact && exact.TryGetValue(word, out var next)) Find(next, text, words, start, at + 1, hits);
        if (node.Stems is not { } stems) return;
        for (var length = Math.Min(word.Length, node.LongestStem); length >= node.ShortestStem; length--)
            if (stems.TryGetValue(word[..length], out next)) Find(next, text, words, start, at + 1, hits);
    }

    private sealed class Node
    {
        private Dictionary<string, Node>? words, stems;

        internal List<T> Values { get; } = [];
        internal Dictionary<string, Node>.AlternateLookup<ReadOnlySpan<char>>? Words { get; private set; }
        internal Dictionary<string, Node>.AlternateLookup<ReadOnlySpan<char>>? Stems { get; private set; }
        internal int ShortestStem { get; private set; } = int.MaxValue;
        internal int LongestStem { get; private set; }

        internal Node Child(string word)
        {
            if (!word.EndsWith(StemMark))
            {
                Words ??= (words ??= []).GetAlternateLookup<ReadOnlySpan<char>>();
                return Under(words!, word);
            }
            Stems ??= (stems ??= []).GetAlternateLookup<ReadOnlySpan<char>>();
            var stem = word[..^1];
            ShortestStem = Math.Min(ShortestStem, stem.Length);
            LongestStem = Math.Max(LongestStem, stem.Length);
            return Under(stems!, stem);
        }

        private static Node Under(Dictionary<string, Node> children, string word)
        {
            if (!children.TryGetValue(word, out var child)) children.Add(word, child = new Node());
            return child;
        }
    }
}

/// <summary>A phrase found: what it stands for, its first word and how many words it has.</summary>
internal readonly record struct PhraseHit<T>(T Value, int Start, int Length);
