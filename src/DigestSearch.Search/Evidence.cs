using DigestSearch.Indexing;
using DigestSearch.Indexing.Analysis;
using DigestSearch.Reviews;
using DigestSearch.Search.Lookup;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Search.Spans;

namespace DigestSearch.Search;

/// <summary>What only lifts reviews that match anyway: the title as it is, the words in their order, the form as asked, the field and the place where a word stands.</summary>
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

    // A review says first what the paper is about.
    private const int LeadWords = 40;
    private const float LeadWeight = 0.25f;
    private static readonly ReviewField[] ExactForms = [ReviewFields.Title, ReviewFields.Text];
    private static readonly ReviewField[] LabelFields = [ReviewFields.Authors, ReviewFields.Topics, ReviewFields.Labs];

    /// <summary>The title as it is, whatever else a review holds; null where no review has that title.</summary>
    /// <param name="text">The text of the query.</param>
    /// <param name="reader">The whole index.</param>
    public static Query? ExactTitle(string text, IndexReader reader) =>
        new Term(ReviewFields.TitleKey.Name, Folding.Fold(text)) is var title && reader.DocFreq(title) > 0 ? ClauseQueries.Weighted(new ConstantScoreQuery(new SnapshotTermQuery(title)), ExactTitleWeight) : null;

    /// <summary>All the rest, none of which must match: first what can lift most for what it costs to look for.</summary>
    /// <param name="clauses">What was said.</param>
    /// <param name="relaxation">What is asked instead of all of it; null where all of it matches.</param>
    public static BooleanQuery Of(IReadOnlyList<QueryClause> clauses, Relaxation? relaxation)
    {
        var query = new BooleanQuery(disableCoord: true);
        var single = WordsOf(clauses.OfType<WordClause>()).Where(word => word.Parts.Count == 1).DistinctBy(word => word.Key).Select(word => word.Parts[0]).ToList();
        // Of a sentence few words are names or labs, and chance would decide.
        var telling = relaxation is null ? single : [];
        var words = WordsOf(clauses.Where(clause => clause is WordClause or NameClause));
        if (words.Count is < 2 or > QueryLimits.MaxPhraseWords) words = [];
        AddWords(telling, [ReviewFields.Title]);
        AddPhrase(ReviewFields.Title, TitlePhraseWeight);
        AddWords(telling, LabelFields);
        foreach (var pair in relaxation?.Pairs ?? []) query.Add(pair, Occur.SHOULD);
        AddPhrase(ReviewFields.Text, TextPhraseWeight);
        foreach (var field in ExactForms)
            foreach (var word in single) query.Add(ClauseQueries.Weighted(ClauseQueries.Exact(field, word), ExactFormWeight), Occur.SHOULD);
        foreach (var word in telling) query.Add(ClauseQueries.Weighted(new SpanFirstQuery(new SpanTermQuery(ClauseQueries.TermOf(ReviewFields.Text, word)), LeadWords), LeadWeight), Occur.SHOULD);
        return query;

        void AddWords(IReadOnlyList<WordForms> forms, IReadOnlyList<ReviewField> fields)
        {
            foreach (var field in fields)
                foreach (var word in forms) query.Add(ClauseQueries.Weighted(ClauseQueries.In(field, word), field.Weight * FieldWeight), Occur.SHOULD);
        }

        void AddPhrase(ReviewField field, float weight)
        {
            if (words.Count > 0) query.Add(ClauseQueries.Weighted(ClauseQueries.Sequence(field, words, PhraseSlop), weight), Occur.SHOULD);
        }
    }

    private static IReadOnlyList<QueryWord> WordsOf(IEnumerable<QueryClause> clauses) => [.. clauses.SelectMany(QueryLimits.Words)];
}
