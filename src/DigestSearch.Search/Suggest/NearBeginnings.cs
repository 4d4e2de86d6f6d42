namespace DigestSearch.Search.Suggest;

/// <summary>
/// Words with a beginning that is a typed word but for a few slips (Damerau and Levenshtein, neighbours changed once); the first letter is
/// taken to be right. Words that begin alike share the work, and those that can no longer be near are passed over together.
/// </summary>
internal sealed class NearBeginnings
{
    private readonly string typed;
    private readonly int most;

    // Of the word at hand: slips[d][t] between its first d letters and the first t that were typed; fewest[d] up to d of the whole typed word.
    private readonly byte[][] slips;
    private readonly int[] fewest;

    public NearBeginnings(TypedWord word)
    {
        typed = word.Folded;
        most = word.Slips;
        slips = new byte[typed.Length + most + 1][];
        for (var depth = 0; depth < slips.Length; depth++) slips[depth] = new byte[typed.Length + 1];
        for (var t = 0; t <= typed.Length; t++) slips[0][t] = (byte)t;
        fewest = new int[slips.Length];
        fewest[0] = typed.Length;
    }

    /// <summary>The near words of an index and their slips; those without any are left out.</summary>
    public IEnumerable<(int Word, int Slips)> In(WordIndex index)
    {
        if (most == 0) yield break;
        var (at, end) = index.Beginning(typed[..FirstLetter(typed)]);
        for (var (former, known) = ("", 0); at < end;)
        {
            var word = index.Words[at];
            var depth = Math.Min(known, word.AsSpan().CommonPrefixLength(former));
            var alive = true;
            for (; alive && depth < word.Length && depth + 1 < slips.Length; depth++) alive = Step(word, depth);
            (former, known) = (word, depth);
            if (!alive) at = index.After(word.AsSpan(0, depth), at);
            else
            {
                if (fewest[depth] > 0 && fewest[depth] <= most) yield return (at, fewest[depth]);
                at++;
            }
        }
    }

    /// <summary>Whether one word is near, or begins as typed.</summary>
    public bool Has(string word)
    {
        if (!word.StartsWith(typed[..FirstLetter(typed)], StringComparison.Ordinal)) return false;
        var depth = 0;
        for (; depth < word.Length && depth + 1 < slips.Length; depth++)
            if (!Step(word, depth)) return false;
        return fewest[depth] <= most;
    }

    // Takes one more letter; whether the word, or one that goes on as it does, may be near.
    private bool Step(string word, int depth)
    {
        var (before, row) = (slips[depth], slips[depth + 1]);
        row[0] = (byte)(depth + 1);
        var least = row[0];
        for (var t = 1; t <= typed.Length; t++)
        {
            var value = Math.Min(Math.Min(before[t], row[t - 1]) + 1, before[t - 1] + (word[depth] == typed[t - 1] ? 0 : 1));
            if (depth > 0 && t > 1 && word[depth] == typed[t - 2] && word[depth - 1] == typed[t - 1]) value = Math.Min(value, slips[depth - 1][t - 2] + 1);
            row[t] = (byte)value;
            least = Math.Min(least, row[t]);
        }
        fewest[depth + 1] = Math.Min(fewest[depth], row[^1]);
        return least <= most || fewest[depth + 1] <= most;
    }

    private static int FirstLetter(string text) => char.IsHighSurrogate(text[0]) && text.Length > 1 ? 2 : 1;
}
