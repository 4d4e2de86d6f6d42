using DigestSearch.Indexing;
using Lucene.Net.Index;

namespace DigestSearch.Search.Widening;

/// <summary>Words of a query that together are the name of somebody in the index: «Malik J», «jitendra malik».</summary>
internal static class NamesInQuery
{
    private const int Longest = 4;
    private static readonly ReviewField[] Names = [ReviewFields.Authors, ReviewFields.Reviewer];

    /// <summary>The clauses with such words read as one name: words in capitals, or all that the query has.</summary>
    public static IReadOnlyList<QueryClause> Read(IReadOnlyList<QueryClause> clauses, Snapshot snapshot, CancellationToken cancellation)
    {
        var read = new List<QueryClause>(clauses.Count);
        for (var at = 0; at < clauses.Count;)
        {
            var length = Math.Min(Longest, clauses.Skip(at).TakeWhile(clause => clause is WordClause).Count());
            while (length > 1 && !IsName(clauses, at, length, snapshot, cancellation)) length--;
            if (length > 1) read.Add(new NameClause(string.Join(' ', clauses.Skip(at).Take(length).Select(clause => clause.Read)), clauses[at].Start, clauses[at + length - 1].End));
            else read.Add(clauses[at]);
            at += Math.Max(length, 1);
        }
        return read.Count == clauses.Count ? clauses : read;
    }

    private static bool IsName(IReadOnlyList<QueryClause> clauses, int at, int length, Snapshot snapshot, CancellationToken cancellation)
    {
        if (length < clauses.Count && !(IsCapitalised(clauses[at]) && IsCapitalised(clauses[at + length - 1]))) return false;
        var words = new List<QueryWord>(length);
        for (var clause = at; clause < at + length; clause++)
        {
            if (QueryWord.Of(clauses[clause].Read) is not [var word] || !word.Parts.All(part => IsPartOfName(part.Exact, snapshot.Reader))) return false;
            words.Add(word);
        }
        return words.Exists(word => word.Parts[0].Exact.Length > 1) && Names.Any(field => snapshot.Count(ClauseQueries.Person(field, words), 1, cancellation) > 0);
    }

    private static bool IsCapitalised(QueryClause clause) => clause.Read is [var first, ..] && char.IsUpper(first);

    /// <summary>Whether somebody in the index has a folded word in the name; a letter may be an initial.</summary>
    public static bool IsPartOfName(string word, IndexReader reader) => word.Length == 1 || Names.Any(field => reader.DocFreq(new Term(field.Name, word)) > 0);
}
