using DigestSearch.Indexing;
using DigestSearch.Reviews;
using Lucene.Net.Index;
using Lucene.Net.Search;

namespace DigestSearch.Search;

/// <summary>What only lifts reviews that match anyway: the title as it is, the words in their order, the form as asked, the field where a word stands.</summary>
internal static class Evidence
{
    // More than any sum of the other weights: the title as it is comes first, whatever else repeats its words.
    private const float ExactTitleWeight = 10_000;
    private const float TitlePhraseWeight = 16;
    private const float TextPhraseWeight = 2;
    private const float ExactFormWeight = 0.2f;
    private const int PhraseSlop = 2;

    // Of the weights of the field table; the combined field has told most already.
    private const float FieldWeight = 0.25f;
    private static readonly ReviewField[] ExactForms = [ReviewFields.Title, ReviewFields.Text];
    private static readonly ReviewField[] Telling = [.. ReviewFields.Searched.Where(field => field != ReviewFields.Text)];

    /// <summary>The title as it is, whatever else a review holds.</summary>
    /// <param name="text">The text of the query.</param>
    public static Query ExactTitle(string text) => ClauseQueries.Weighted(new ConstantScoreQuery(new TermQuery(new Term(ReviewFields.TitleKey.Name, Folding.Fold(text)))), ExactTitleWeight);

    /// <summary>All the rest, none of which must match.</summary>
    /// <param name="clauses">What was said.</param>
    /// <param name="all">Whether all of it matches.</param>
    public static BooleanQuery Of(IReadOnlyList<QueryClause> clauses, bool all)
    {
        var query = new BooleanQuery(disableCoord: true);
        foreach (var word in WordsOf(clauses.OfType<WordClause>()).Where(word => word.Parts.Count == 1).DistinctBy(word => word.Key))
        {
            foreach (var field in ExactForms) query.Add(ClauseQueries.Weighted(ClauseQueries.Exact(field, word.Parts[0]), ExactFormWeight), Occur.SHOULD);
            // Of a sentence few words are names or labs, and chance would decide.
            if (!all) continue;
            foreach (var field in Telling) query.Add(ClauseQueries.Weighted(ClauseQueries.In(field, word.Parts[0]), field.Weight * FieldWeight), Occur.SHOULD);
        }
        var words = WordsOf(clauses.Where(clause => clause is WordClause or NameClause));
        if (words.Count is < 2 or > QueryLimits.MaxPhraseWords) return query;
        query.Add(ClauseQueries.Weighted(ClauseQueries.Sequence(ReviewFields.Title, words, PhraseSlop), TitlePhraseWeight), Occur.SHOULD);
        query.Add(ClauseQueries.Weighted(ClauseQueries.Sequence(ReviewFields.Text, words, PhraseSlop), TextPhraseWeight), Occur.SHOULD);
        return query;
    }

    private static IReadOnlyList<QueryWord> WordsOf(IEnumerable<QueryClause> clauses) => [.. clauses.SelectMany(QueryLimits.Words)];
}
