namespace DigestSearch.Search.Suggest;

/// <summary>An entry that matches what is typed.</summary>
internal sealed record RankedEntry(Entries Of, int Number, int Owner, int Slips, bool Begins, int Count, TypedText Typed)
{
    private string? text;

    /// <summary>The text that orders entries of the same rank, read once.</summary>
    public string Text => text ??= Of.Text(Number);

    public SuggestionType Type => Of.Type;
}

/// <summary>The best entries of one type, best first: the fewest slips, then those that begin as typed, then by count and label.</summary>
/// <param name="most">How many are kept.</param>
/// <param name="tie">Of two that say the same, the one to show.</param>
internal sealed class BestEntries(int most, Comparison<RankedEntry> tie)
{
    private readonly List<RankedEntry> best = new(most + 1);

    /// <summary>Best first.</summary>
    public IReadOnlyList<RankedEntry> Entries => best;

    /// <summary>Whether entries of a rank may still come among the best; asked of each of very many.</summary>
    public bool Takes(int slips, bool begins) =>
        best.Count < most || slips < best[^1].Slips || (slips == best[^1].Slips && (begins || !best[^1].Begins));

    /// <summary>The same of one entry, were it to begin as typed.</summary>
    public bool Takes(Entries entries, int number, int slips, bool begins, int count)
    {
        if (best.Count < most) return true;
        var worst = best[^1];
        if (slips != worst.Slips) return slips < worst.Slips;
        if (begins != worst.Begins) return begins;
        if (count != worst.Count) return count > worst.Count;
        return entries.Key(number) <= worst.Of.Key(worst.Number);
    }

    public void Add(RankedEntry entry)
    {
        if (best.FindIndex(other => other.Owner == entry.Owner) is var same and >= 0)
        {
            if (Rank(entry, best[same]) is var rank && (rank == 0 ? tie(entry, best[same]) : rank) >= 0) return;
            best.RemoveAt(same);
        }
        var place = best.FindIndex(other => Order(entry, other) < 0);
        best.Insert(place < 0 ? best.Count : place, entry);
        if (best.Count > most) best.RemoveAt(most);
    }

    /// <summary>Negative when the left entry ranks before the right one, whatever their types.</summary>
    public static int Compare(RankedEntry left, RankedEntry right)
    {
        if (Rank(left, right) is var rank and not 0) return rank;
        if (left.Count != right.Count) return right.Count.CompareTo(left.Count);
        if (left.Type == right.Type && left.Of.Key(left.Number) is var key && key != right.Of.Key(right.Number)) return key < right.Of.Key(right.Number) ? -1 : 1;
        return string.CompareOrdinal(left.Text, right.Text);
    }

    private static int Rank(RankedEntry left, RankedEntry right) =>
        left.Slips != right.Slips ? left.Slips.CompareTo(right.Slips) : right.Begins.CompareTo(left.Begins);

    private int Order(RankedEntry left, RankedEntry right) => Compare(left, right) is var order and not 0 ? order : tie(left, right);
}
