namespace DigestSearch.Search.Suggest;

/// <summary>One list of several types, in which none crowds out the others.</summary>
internal static class BalancedMix
{
    /// <summary>Each type first gets a quarter for its best, then the best of all follow, titles up to half, and more of them where places stay empty.</summary>
    public static List<RankedEntry> Of(IReadOnlyList<IReadOnlyList<RankedEntry>> byType, int size)
    {
        var ranked = byType.SelectMany(entries => entries.Select((entry, place) => new Placed(entry, place))).ToList();
        ranked.Sort((left, right) => Order(left.Entry, right.Entry));
        // Where one slip explains what is typed, two are not supposed.
        var fewest = ranked.Select(at => at.Entry.Slips).Where(slips => slips > 0).DefaultIfEmpty().Min();
        var chosen = Pick(ranked.Where(at => at.Entry.Slips == 0), size).Concat(Pick(ranked.Where(at => at.Entry.Slips > 0 && at.Entry.Slips == fewest), size)).Take(size).ToList();
        chosen.Sort(Order);
        return chosen;
    }

    private readonly record struct Placed(RankedEntry Entry, int Place);

    private static IEnumerable<RankedEntry> Pick(IEnumerable<Placed> ranked, int size)
    {
        var few = (size + 1) / 2;
        return ranked.Where(at => at.Place < size / 4)
            .Concat(ranked.Where(at => at.Entry.Type is not SuggestionType.Title || at.Place < few))
            .Concat(ranked).Select(at => at.Entry).Distinct();
    }

    private static int Order(RankedEntry left, RankedEntry right)
    {
        var order = BestEntries.Compare(left, right);
        if (order == 0) order = left.Type.CompareTo(right.Type);
        return order == 0 ? left.Owner.CompareTo(right.Owner) : order;
    }
}
