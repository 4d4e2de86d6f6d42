using DigestSearch.Reviews;
using DigestSearch.Search.Widening;

namespace DigestSearch.Search;

/// <summary>What the vocabulary tells of the words of a query: which say nothing alone, and which mean the same.</summary>
internal sealed class QueryVocabulary(Vocabulary vocabulary)
{
    private readonly Lazy<GlossaryTerms> glossary = new(() => new GlossaryTerms(vocabulary.Glossary));

    public GlossaryTerms Glossary => glossary.Value;

    /// <summary>The clauses without stop words, unless there are no others.</summary>
    public IReadOnlyList<QueryClause> WithoutStopWords(IReadOnlyList<QueryClause> clauses)
    {
        var kept = Telling(clauses).Select(clause => clause is WidenedClause widened ? widened with { Said = WithoutStopWords(widened.Said) } : clause).ToList();
        return kept.Exists(clause => clause is not NotClause and not YearClause) ? kept : clauses;
    }

    /// <summary>The clauses that are no stop words; there may be none.</summary>
    public IEnumerable<QueryClause> Telling(IEnumerable<QueryClause> clauses) => clauses.Where(clause => clause is not WordClause word || !IsStopWord(word.Word));

    // "IT" and "WHO" in capitals are names, not function words.
    private bool IsStopWord(string word) => vocabulary.StopWords.Contains(Folding.Fold(word)) && !(word.Length > 1 && word.All(char.IsUpper));
}
