using Lucene.Net.Search;

namespace DigestSearch.Search;

/// <summary>The clauses of a query that fit its budget, each with what Lucene is asked for it.</summary>
/// <param name="Clauses">In their order, each once.</param>
/// <param name="Exceeded">Whether some did not fit.</param>
internal sealed record AskedClauses(IReadOnlyList<(QueryClause Clause, Query Query)> Clauses, bool Exceeded)
{
    public static AskedClauses Of(IEnumerable<QueryClause> said)
    {
        var asked = new List<(QueryClause, Query)>();
        var built = new HashSet<(Query, bool)>();
        var budget = QueryBudget.Whole;
        foreach (var clause in said.DistinctBy(clause => (clause.Kind, clause.Read)))
        {
            var (left, fitting) = budget.Spend(clause);
            var negated = clause is NotClause;
            // No word in it, or all of it was asked before: a word said a thousand times is asked once.
            if (fitting is null || ClauseQueries.Of(fitting is NotClause not ? not.Clause : fitting) is not { } query || !built.Add((query, negated)))
            {
                if (fitting is null) budget = left;
                continue;
            }
            budget = left;
            asked.Add((fitting, query));
        }
        return new AskedClauses(asked, budget.Exceeded);
    }

    /// <summary>Clauses that must match, and those that must not.</summary>
    public static BooleanQuery All(IEnumerable<(QueryClause Clause, Query Query)> clauses)
    {
        var all = new BooleanQuery(disableCoord: true);
        foreach (var (clause, query) in clauses) all.Add(query, clause is NotClause ? Occur.MUST_NOT : Occur.MUST);
        return all;
    }

    /// <summary>All of them.</summary>
    // Alternatives alone are collected in bulk.
    public BooleanQuery All() => Clauses is [(OrClause, BooleanQuery any)] ? (BooleanQuery)any.Clone() : All(Clauses);
}
