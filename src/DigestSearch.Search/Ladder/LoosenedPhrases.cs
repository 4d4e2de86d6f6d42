using DigestSearch.Indexing;
using DigestSearch.Search.Widening;
using Lucene.Net.Index;

namespace DigestSearch.Search.Ladder;

/// <summary>A query whose phrases no review holds, with their words anywhere in a review.</summary>
/// <param name="Clauses">The clauses with words in place of phrases.</param>
/// <param name="Steps">What was loosened.</param>
internal sealed record LoosenedPhrases(IReadOnlyList<QueryClause> Clauses, IReadOnlyList<QueryStep> Steps)
{
    /// <summary>Kind of its steps.</summary>
    public const string StepKind = "phrase";

    /// <summary>Null where there is no phrase of several words; in one alternative of several nothing is missed.</summary>
    public static LoosenedPhrases? Of(IReadOnlyList<QueryClause> clauses, IndexReader reader)
    {
        var steps = new List<QueryStep>();
        var loosened = clauses.SelectMany(clause => Loosened(clause, steps, reader)).ToList();
        return steps.Count == 0 ? null : new LoosenedPhrases(loosened, steps);
    }

    private static IEnumerable<QueryClause> Loosened(QueryClause clause, List<QueryStep> steps, IndexReader reader)
    {
        var (field, phrase) = clause is FieldClause { Field.WholeLabel: false } inner ? (inner, inner.Clause as PhraseClause) : (null, clause as PhraseClause);
        if (phrase is null || field is { Field.Field.Kind: FieldKind.Names } || QueryLimits.Words(phrase).ToList() is not [_, _, ..] words) return [clause];
        // Of a name apart each part is somebody else's.
        if (words.TrueForAll(word => word.Parts.All(part => NamesInQuery.IsPartOfName(part.Exact, reader)))) return [clause];
        var loose = words.Select(word => new WordClause(QueryPiece.NoOperator(word.Written), phrase.Start, phrase.End)).Select(QueryClause (word) => field is null ? word : field with { Clause = word }).ToList();
        steps.Add(new QueryStep(StepKind, clause.Read, string.Join(' ', loose.Select(word => word.Read))));
        return loose;
    }
}
