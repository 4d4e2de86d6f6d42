namespace DigestSearch.Search.Suggest;

/// <summary>Words in ordinal order, and for each the entries that hold it; immutable.</summary>
internal sealed class WordIndex
{
    private readonly string[] words;

    // postings[starts[word]..starts[word + 1]], each an entry's number and whether the word leads in it.
    private readonly int[] starts;
    private readonly int[] postings;

    private WordIndex(string[] words, int[] starts, int[] postings, int entries)
    {
        this.words = words;
        this.starts = starts;
        this.postings = postings;
        Entries = entries;
    }

    /// <summary>How many entries there are, numbered from 0.</summary>
    public int Entries { get; }

    public ReadOnlySpan<string> Words => words;

    /// <summary>The words with a beginning stand from the first number to before the second.</summary>
    public (int From, int To) Beginning(string beginning)
    {
        var from = Bound(beginning, 0, words.Length, past: false);
        return (from, After(beginning, from));
    }

    /// <summary>The first word from a place on that does not begin so; the one there does.</summary>
    public int After(ReadOnlySpan<char> beginning, int from)
    {
        // Mostly it is near: steps that double find it sooner than halving all the rest.
        var step = 1;
        while (from + step < words.Length && words[from + step].AsSpan().StartsWith(beginning)) step *= 2;
        return Bound(beginning, from + (step / 2), Math.Min(from + step, words.Length), past: true);
    }

    /// <summary>Entries of a range of words, as postings.</summary>
    public ReadOnlySpan<int> Postings(int from, int to) => postings.AsSpan(starts[from], starts[to] - starts[from]);

    /// <summary>The entry of a posting.</summary>
    public static int Entry(int posting) => posting >> 1;

    /// <summary>Whether the word of a posting leads in its entry.</summary>
    public static bool Leads(int posting) => (posting & 1) != 0;

    private int Bound(ReadOnlySpan<char> beginning, int low, int high, bool past)
    {
        while (low < high)
        {
            var middle = low + ((high - low) / 2);
            var word = words[middle].AsSpan();
            var order = word[..Math.Min(word.Length, beginning.Length)].SequenceCompareTo(beginning);
            if (order < 0 || (past && order == 0)) low = middle + 1;
            else high = middle;
        }
        return low;
    }

    /// <summary>Collects words and entries in any order.</summary>
    internal sealed class Builder
    {
        private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);
        private readonly List<string> found = [];
        private readonly List<int> wordOf = [];
        private readonly List<int> entryOf = [];

        /// <summary>A number for a word, for <see cref="Add"/>.</summary>
        public int Word(string word)
        {
            if (numbers.TryGetValue(word, out var number)) return number;
            numbers.Add(word, found.Count);
            found.Add(word);
            return found.Count - 1;
        }

        /// <summary>Says that an entry holds a word.</summary>
        public void Add(int word, int entry, bool leads)
        {
            wordOf.Add(word);
            entryOf.Add((entry << 1) | (leads ? 1 : 0));
        }

        public WordIndex Build(int entries)
        {
            var words = found.ToArray();
            var order = Enumerable.Range(0, words.Length).ToArray();
            Array.Sort(words, order, StringComparer.Ordinal);
            var place = new int[words.Length];
            for (var at = 0; at < order.Length; at++) place[order[at]] = at;
            var starts = new int[words.Length + 1];
            foreach (var word in wordOf) starts[place[word] + 1]++;
            for (var at = 0; at < words.Length; at++) starts[at + 1] += starts[at];
            var next = starts.AsSpan(0, words.Length).ToArray();
            var postings = new int[entryOf.Count];
            for (var at = 0; at < postings.Length; at++) postings[next[place[wordOf[at]]]++] = entryOf[at];
            return new WordIndex(words, starts, postings, entries);
        }
    }
}
