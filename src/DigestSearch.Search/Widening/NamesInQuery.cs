using DigestSearch.Indexing;
using Lucene.Net.Index;

namespace DigestSearch.Search.Widening;

/// <summary>Words of a query that together are the name of somebody in the index: «Malik J», «jitendra malik».</summary>
internal sealed class NamesInQuery
{
    private const int Longest = 4;

    // A pasted text may be all in capitals.
    private const int MostLooks = 32;
    private static readonly ReviewField[] Names = [ReviewFields.Authors, ReviewFields.Reviewer];

    private readonly IReadOnlyList<QueryClause> clauses;
    private readonly Snapshot snapshot;
    private readonly CancellationToken cancellation;
    private readonly Dictionary<string, bool> looks = new(StringComparer.Ordinal);

    private NamesInQuery(IReadOnlyList<QueryClause> clauses, Snapshot snapshot, CancellationToken cancellation)
    {
        this.clauses = clauses;
        this.snapshot = snapshot;
        this.cancellation = cancellation;
    }

    /// <summary>The clauses with such words read as one name: words in capitals, or all that the query has.</summary>
    public static IReadOnlyList<QueryClause> Read(IReadOnlyList<QueryClause> clauses, Snapshot snapshot, CancellationToken cancellation) =>
        new NamesInQuery(clauses, snapshot, cancellation).Read();

    /// <summary>Whether somebody in the index has a folded word in the name; a letter may be an initial.</summary>
    public static bool IsPartOfName(string word, IndexReader reader) => word.Length == 1 || Names.Any(field => reader.DocFreq(new Term(field.Name, word)) > 0);

    private IReadOnlyList<QueryClause> Read()
    {
        var read = new List<QueryClause>(clauses.Count);
        for (var at = 0; at < clauses.Count;)
        {
            var length = Math.Min(Longest, clauses.Skip(at).TakeWhile(clause => clause is WordClause).Count());
            while (length > 1 && !IsName(at, length)) length--;
            if (length > 1) read.Add(new NameClause(string.Join(' ', clauses.Skip(at).Take(length).Select(clause => clause.Read)), clauses[at].Start, clauses[at + length - 1].End));
            else read.Add(clauses[at]);
            at += Math.Max(length, 1);
        }
        return read.Count == clauses.Count ? clauses : read;
    }

    private bool IsName(int at, int length)
    {
        if (length < clauses.Count && !(IsCapitalised(clauses[at]) && IsCapitalised(clauses[at + length - 1]))) return false;
        var words = new List<QueryWord>(length);
        for (var clause = at; clause < at + length; clause++)
        {
            if (QueryWord.Of(clauses[clause].Read) is not [var word] || !word.Parts.All(part => IsPartOfName(part.Exact, snapshot.Reader))) return false;
            words.Add(word);
        }
        if (!words.Exists(word => word.Parts[0].Exact.Length > 1)) return false;
        var name = string.Join(' ', words.Select(word => word.Key));
        if (!looks.TryGetValue(name, out var found) && looks.Count < MostLooks)
            looks[name] = found = Names.Any(field => snapshot.Count(ClauseQueries.Person(field, words), 1, cancellation) > 0);
        return found;
    }

    private static bool IsCapitalised(QueryClause clause) => clause.Read is [var first, ..] && char.IsUpper(first);
}
