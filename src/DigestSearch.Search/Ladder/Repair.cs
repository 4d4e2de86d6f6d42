namespace DigestSearch.Search.Ladder;

/// <summary>Words that no review holds, taken for what was meant: typed on the other keyboard layout, spelled in the other alphabet, or with a slip.</summary>
/// <param name="Clauses">The clauses with their words repaired.</param>
/// <param name="Steps">What was repaired.</param>
internal sealed record Repair(IReadOnlyList<QueryClause> Clauses, IReadOnlyList<QueryStep> Steps)
{
    // Beyond, it is no slip but another language.
    private const int MostWords = 4;
    private const int MostChoices = 32;

    // A longer query is a text from elsewhere; a longer word is none.
    private const int LongestQuery = 20;
    private const int LongestWord = 40;

    /// <summary>Null where every word is known, or nothing is near those that are not. A word that some review holds is never touched.</summary>
    /// <param name="clauses">The clauses of a query that matches nothing.</param>
    /// <param name="telling">Those of them in which words may be repaired.</param>
    /// <param name="matches">Whether some review matches all of the clauses.</param>
    /// <param name="known">The words of the whole index.</param>
    /// <param name="cancellation">Looked at between the looks at the index.</param>
    public static Repair? Of(IReadOnlyList<QueryClause> clauses, IReadOnlyList<QueryClause> telling, Func<IReadOnlyList<QueryClause>, bool> matches, KnownWords known, CancellationToken cancellation)
    {
        if (telling.Count > LongestQuery) return null;
        var unknown = telling.SelectMany(clause => RepairableWord.In(clause)).Distinct().Where(word => word.Written.Length <= LongestWord && !known.IsHeld(word)).Take(MostWords + 1).ToList();
        if (unknown.Count is 0 or > MostWords) return null;
        var choices = unknown.Select(word => WordRepair.Of(word, known, cancellation).ToList()).Where(repairs => repairs.Count > 0).ToList();
        if (choices.Count == 0) return null;
        // The nearest of each, unless others fit together.
        var repairs = Combined(choices).Take(MostChoices).Select(chosen => new Repair([.. clauses.Select(clause => RepairableWord.Replaced(clause, chosen))], [.. chosen.SelectMany(repair => repair.Steps)])).ToList();
        return repairs.Find(repair => matches(repair.Clauses)) ?? repairs[0] with { Clauses = [.. repairs[0].Clauses.Zip(clauses, Apart).SelectMany(words => words)] };
    }

    // Nobody asked that words typed as one stand side by side.
    private static IEnumerable<QueryClause> Apart(QueryClause repaired, QueryClause said) => said is WordClause && repaired is PhraseClause
        ? QueryLimits.Words(repaired).Select(word => new WordClause(QueryPiece.NoOperator(word.Written), said.Start, said.End)) : [repaired];

    private static IEnumerable<List<WordRepair>> Combined(List<List<WordRepair>> choices)
    {
        IEnumerable<List<WordRepair>> combined = [[]];
        foreach (var repairs in choices) combined = combined.SelectMany(begun => repairs.Select(repair => begun.Append(repair).ToList()));
        return combined;
    }
}
