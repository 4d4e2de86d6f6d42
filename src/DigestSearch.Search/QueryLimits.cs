using DigestSearch.Indexing;
using Lucene.Net.Index;

namespace DigestSearch.Search;

/// <summary>Bounds what a query may cost before anything is built from it.</summary>
internal static class QueryLimits
{
    /// <summary>More distinct words than this are cut to the rarest.</summary>
    public const int MaxWords = 64;

    /// <summary>The clauses with at most <see cref="MaxWords"/> distinct words among them; tells when some were left out.</summary>
    public static IReadOnlyList<QueryClause> Rarest(IReadOnlyList<QueryClause> clauses, IndexReader reader, List<string> warnings)
    {
        var words = clauses.SelectMany(Words).DistinctBy(word => word.Key).ToList();
        if (words.Count <= MaxWords) return clauses;
        warnings.Add($"Of {words.Count} different words the {MaxWords} rarest were looked for.");
        var rarest = words.OrderBy(word => DocumentFrequency(word, reader)).Take(MaxWords).Select(word => word.Key).ToHashSet(StringComparer.Ordinal);
        return [.. clauses.Select(clause => Cut(clause, rarest)).OfType<QueryClause>()];
    }

    private static IEnumerable<QueryWord> Words(QueryClause clause) => clause switch
    {
        WordClause word => QueryWord.Of(word.Word),
        PhraseClause phrase => QueryWord.Of(phrase.Words),
        NameClause name => QueryWord.Of(name.Name),
        PrefixClause prefix => QueryWord.Of(prefix.Prefix),
        FieldClause field => Words(field.Clause),
        NotClause not => Words(not.Clause),
        OrClause or => or.Clauses.SelectMany(Words),
        _ => [],
    };

    private static QueryClause? Cut(QueryClause clause, HashSet<string> rarest)
    {
        switch (clause)
        {
            case FieldClause field:
                return Cut(field.Clause, rarest) is { } inner ? field with { Clause = inner } : null;
            case NotClause not:
                return Cut(not.Clause, rarest) is { } unwanted ? not with { Clause = unwanted } : null;
            case OrClause or:
                var kept = or.Clauses.Select(alternative => Cut(alternative, rarest)).OfType<QueryClause>().ToList();
                return kept.Count == 0 ? null : or with { Clauses = kept };
            case YearClause:
                return clause;
        }
        var words = Words(clause).ToList();
        var wanted = words.Where(word => rarest.Contains(word.Key)).ToList();
        if (wanted.Count == words.Count) return clause;
        return wanted.Count == 0 ? null : new WordClause(string.Join(' ', wanted.Select(word => word.Key)), clause.Start, clause.End);
    }

    private static int DocumentFrequency(QueryWord word, IndexReader reader) =>
        ReviewFields.Searched.Sum(field => reader.DocFreq(new Term(field.Name, field.Kind is FieldKind.Names ? word.Parts[0].Exact : word.Parts[0].Stem)));
}
