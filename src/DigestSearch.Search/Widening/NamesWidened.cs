using DigestSearch.Indexing;
using DigestSearch.Search.Ladder;
using Lucene.Net.Index;

namespace DigestSearch.Search.Widening;

/// <summary>Russian words that some review holds and that may also be the name of an author in Latin letters: «Хинтон» in a text is Hinton among the authors.</summary>
internal static class NamesWidened
{
    private const int Shortest = 3;

    // An ordinary word stands in many more reviews than its namesake wrote.
    private const int Ordinary = 10;

    /// <summary>The clauses with such words widened: those in capitals, and a query of one word.</summary>
    public static IReadOnlyList<QueryClause> Of(IReadOnlyList<QueryClause> clauses, IndexReader reader, CancellationToken cancellation) =>
        clauses.Any(clause => IsCandidate(clause, clauses.Count)) ? [.. clauses.Select(clause => IsCandidate(clause, clauses.Count) ? Widened((WordClause)clause, reader, cancellation) : clause)] : clauses;

    private static bool IsCandidate(QueryClause clause, int clauses) =>
        clause is WordClause { Word: [var first, ..] word } && word.Length >= Shortest && first is >= '\u0400' and <= '\u04FF' && (char.IsUpper(first) || clauses == 1);

    private static QueryClause Widened(WordClause clause, IndexReader reader, CancellationToken cancellation)
    {
        if (QueryWord.Of(clause.Word) is not [{ Parts: [var word] }]) return clause;
        var known = reader.DocFreq(new Term(ReviewFields.Combined.Name, word.Stem));
        // What no review holds is for the ladder.
        if (known == 0) return clause;
        var authors = NamesBySound.Of(clause.Word, reader, cancellation).Select(name => name with { Reviews = reader.DocFreq(new Term(ReviewFields.Authors.Name, name.Name)) }).Where(name => name.Reviews > 0).ToList();
        var likely = NamesBySound.Likely(authors);
        if (known > likely.Sum(name => name.Reviews) * (char.IsUpper(clause.Word[0]) ? Ordinary : 1)) return clause;
        return new WidenedClause([clause], [.. likely.Select(name => new FieldClause(QueryField.Author, new WordClause(name.Name, clause.Start, clause.End), clause.Start, clause.End))],
            new QueryStep("translit", clause.Word, string.Join(", ", likely.Select(name => name.Name))), clause.Start, clause.End);
    }
}
