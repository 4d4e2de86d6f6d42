namespace DigestSearch.Search.Snippets;

/// <summary>Few and short stretches of a text that hold as many different words of a query as they can.</summary>
internal static class Cores
{
    private const int MaxCores = 3;

    // Less than this tells nothing of what a word is about.
    private const int Least = 60;

    // Only the beginning of a longer word is shown.
    private const int LongestWord = 100;

    // More than all words together have for being rare: two frequent words tell more than a rare one.
    private const long Found = 1L << 40;

    /// <summary>One to three stretches in the order of the text; as few as hold the most.</summary>
    /// <param name="marks">Where the words are, in the order of the text; at least one.</param>
    /// <param name="length">How long the stretches may be together.</param>
    public static IReadOnlyList<Passage> Of(IReadOnlyList<Mark> marks, int length)
    {
        var weights = Weights(marks);
        var all = weights.Sum();
        var (best, most) = (new List<Passage>(), 0L);
        for (var count = 1; count <= MaxCores && most < all; count++)
        {
            var (cores, weight) = Cover(marks, (long[])weights.Clone(), length, count);
            if (weight > most) (best, most) = (cores, weight);
        }
        best.Sort((left, right) => left.Start.CompareTo(right.Start));
        return best;
    }

    // What stands everywhere in a text is seen beside the other words anyway.
    private static long[] Weights(IReadOnlyList<Mark> marks)
    {
        var counts = new long[marks.Max(mark => mark.Word) + 1];
        foreach (var mark in marks) counts[mark.Word]++;
        return [.. counts.Select(count => count == 0 ? 0 : Found + (Found / counts.Length / (1 + count)))];
    }

    // The heaviest stretch first, then what it lacks: each leaves room for those to come.
    private static (List<Passage> Cores, long Weight) Cover(IReadOnlyList<Mark> marks, long[] weights, int length, int count)
    {
        var cores = new List<Passage>(count);
        var covered = 0L;
        for (var toCome = count - 1; toCome >= 0; toCome--)
        {
            var (core, weight) = Heaviest(marks, weights, length - (toCome * Least));
            if (weight == 0) break;
            cores.Add(core);
            covered += weight;
            length -= core.Length;
            foreach (var mark in marks)
                if (mark.Start >= core.Start && EndOf(mark) <= core.End) weights[mark.Word] = 0;
        }
        return (cores, covered);
    }

    // Two pointers over the marks: for each last mark the shortest stretch with the same words. The heaviest, then the shortest, then the first.
    private static (Passage Core, long Weight) Heaviest(IReadOnlyList<Mark> marks, long[] weights, int length)
    {
        var (best, most) = (default(Passage), 0L);
        var counts = new int[weights.Length];
        var weight = 0L;
        for (var (first, last) = (0, 0); last < marks.Count; last++)
        {
            var word = marks[last].Word;
            if (counts[word]++ == 0) weight += weights[word];
            for (; first < last && (IsSpare(marks[first].Word) || EndOf(marks[last]) - marks[first].Start > length); first++)
                if (--counts[marks[first].Word] == 0) weight -= weights[marks[first].Word];
            var core = new Passage(marks[first].Start, EndOf(marks[last]));
            if (weights[word] > 0 && (weight > most || (weight == most && first < last && core.Length < best.Length))) (best, most) = (core, weight);
        }
        return (best, most);

        bool IsSpare(int word) => weights[word] == 0 || counts[word] > 1;
    }

    private static int EndOf(Mark mark) => Math.Min(mark.End, mark.Start + LongestWord);
}
