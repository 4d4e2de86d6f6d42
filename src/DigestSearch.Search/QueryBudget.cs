using System.Globalization;
using DigestSearch.Indexing;

namespace DigestSearch.Search;

/// <summary>
/// What one query may still ask. Distinct words are limited before; this bounds how often they may come again in phrases and alternatives,
/// which few queries do and which costs most.
/// </summary>
/// <param name="Words">How many words, each time it is said.</param>
/// <param name="Sequences">How many sequences: two for a phrase, one for a word of several parts.</param>
/// <param name="Exceeded">Whether something did not fit.</param>
internal readonly record struct QueryBudget(int Words, int Sequences, bool Exceeded)
{
    private const int MaxPhrases = 6;
    private const int PhraseSequences = 2;

    public static QueryBudget Whole { get; } = new(2 * QueryLimits.MaxWords, PhraseSequences * MaxPhrases, false);

    public static string Warning { get; } = string.Create(CultureInfo.InvariantCulture,
        $"Only the first {MaxPhrases} phrases, {PhraseSequences * MaxPhrases} words with hyphens, {2 * QueryLimits.MaxWords} words in all, and {QueryLimits.MaxRepeats} times a word in one phrase were looked for.");

    /// <summary>What is left after a clause, and what of the clause fits; null when nothing does.</summary>
    public (QueryBudget Left, QueryClause? Clause) Spend(QueryClause clause)
    {
        if (clause is OrClause or) return SpendOr(or);
        var (words, sequences, repeats) = Cost(clause);
        return words > Words || sequences > Sequences ? (this with { Exceeded = true }, null)
            : (new QueryBudget(Words - words, Sequences - sequences, Exceeded || repeats > QueryLimits.MaxRepeats), clause);
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

    private static (int Words, int Sequences, int Repeats) Cost(QueryClause clause)
    {
        if (clause is NotClause not) return Cost(not.Clause);
        if (clause is PhraseClause)
        {
            var said = QueryLimits.Words(clause).Take(QueryLimits.MaxPhraseWords).ToList();
            return (said.Count, PhraseSequences, said.SelectMany(word => word.Parts).CountBy(part => part.Stem).Select(part => part.Value).DefaultIfEmpty().Max());
        }
        // A quoted name is no phrase, and whether words are a name may depend on their neighbours: all of them cost what their words do.
        if (clause is FieldClause { Field.Field.Kind: not FieldKind.Names } field) return Cost(field.Clause);
        var words = QueryLimits.Words(clause).DistinctBy(word => word.Key).ToList();
        return (words.Count, words.Count(word => word.Parts.Count > 1), 0);
    }
}
