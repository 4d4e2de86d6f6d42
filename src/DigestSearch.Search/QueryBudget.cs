using System.Globalization;

namespace DigestSearch.Search;

/// <summary>
/// What one query may still ask. Distinct words are limited before; this bounds how often they may come again in phrases and alternatives,
/// which few queries do and which costs most.
/// </summary>
internal readonly record struct QueryBudget(int Words, int Phrases, bool Exceeded)
{
    public const int MaxPhrases = 8;

    public static QueryBudget Whole { get; } = new(2 * QueryLimits.MaxWords, MaxPhrases, false);

    public static string Warning { get; } =
        string.Create(CultureInfo.InvariantCulture, $"Only the first {MaxPhrases} phrases, and {2 * QueryLimits.MaxWords} words in all, were looked for.");

    /// <summary>What is left after a clause, and what of the clause fits; null when nothing does.</summary>
    public (QueryBudget Left, QueryClause? Clause) Spend(QueryClause clause)
    {
        if (clause is OrClause or) return SpendOr(or);
        var (words, phrases) = Cost(clause);
        return words > Words || phrases > Phrases ? (this with { Exceeded = true }, null) : (this with { Words = Words - words, Phrases = Phrases - phrases }, clause);
    }

    private (QueryBudget Left, QueryClause? Clause) SpendOr(OrClause or)
    {
        var left = this;
        var kept = new List<QueryClause>();
        foreach (var alternative in or.Clauses.DistinctBy(alternative => alternative.Read))
        {
            (left, var fitting) = left.Spend(alternative);
            if (fitting is not null) kept.Add(fitting);
        }
        return (left, kept.Count switch { 0 => null, 1 => kept[0], _ => or with { Clauses = kept } });
    }

    private static (int Words, int Phrases) Cost(QueryClause clause) => clause switch
    {
        NotClause not => Cost(not.Clause),
        FieldClause field => Cost(field.Clause),
        PhraseClause or NameClause => (QueryLimits.Words(clause).Take(QueryLimits.MaxPhraseWords).Count(), clause is PhraseClause ? 1 : 0),
        _ => (QueryLimits.Words(clause).DistinctBy(word => word.Key).Count(), 0),
    };
}
