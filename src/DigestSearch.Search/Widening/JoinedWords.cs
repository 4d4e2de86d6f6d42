using DigestSearch.Indexing;
using Lucene.Net.Index;

namespace DigestSearch.Search.Widening;

/// <summary>Neighbours that reviews also write as one word: «flash attention» is FlashAttention.</summary>
internal static class JoinedWords
{
    private const int MostClauses = 20;
    private const int Shortest = 5;

    /// <summary>The clauses with such neighbours widened.</summary>
    public static IReadOnlyList<QueryClause> Widened(IReadOnlyList<QueryClause> clauses, IndexReader reader)
    {
        if (clauses.Count is < 2 or > MostClauses) return clauses;
        var widened = new List<QueryClause>(clauses.Count);
        for (var at = 0; at < clauses.Count; at++)
        {
            if (at + 1 < clauses.Count && Joined(clauses[at], clauses[at + 1]) is { } joined && reader.DocFreq(ClauseQueries.TermOf(ReviewFields.Combined, joined.Joined ?? joined.Parts[0])) > 0)
            {
                var (start, end) = (clauses[at].Start, clauses[at + 1].End);
                widened.Add(new WidenedClause([clauses[at], clauses[at + 1]], [new WordClause(joined.Written, start, end)], null, start, end));
                at++;
            }
            else widened.Add(clauses[at]);
        }
        return widened;
    }

    private static QueryWord? Joined(QueryClause left, QueryClause right) =>
        WordOf(left) is { } one && WordOf(right) is { } other && one.Length + other.Length >= Shortest
        && QueryWord.Of(one) is [{ Parts.Count: 1 }] && QueryWord.Of(other) is [{ Parts.Count: 1 }] && QueryWord.Of(one + other) is [var joined] ? joined : null;

    // A word may have been widened by itself.
    private static string? WordOf(QueryClause clause) => WidenedClause.SaidIn(clause).ToList() is [WordClause { Word: var word }] ? word : null;
}
