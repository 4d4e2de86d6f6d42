using DigestSearch.Indexing;
using DigestSearch.Indexing.Analysis;
using DigestSearch.Reviews;
using DigestSearch.Search.Snippets;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Search.Spans;

namespace DigestSearch.Search;

/// <summary>A parsed query as Lucene is asked it, with what its snippets mark and what of it was left out.</summary>
internal sealed record QueryPlan(Query Query, MarkedTerms Marked, IReadOnlyList<QueryClause> Clauses, IReadOnlyList<string> Warnings)
{
    // A word counts where it matches best; a tenth of what the other fields say breaks near-ties.
    private const float TieBreaker = 0.1f;
    private const float ExactFormBonus = 1.25f;

    // More than any sum of the other weights: the title as it is comes first, whatever else repeats its words.
    private const float ExactTitleWeight = 10_000;
    private const float TitlePhraseWeight = 16;
    private const float TextPhraseWeight = 2;
    private const int PhraseSlop = 2;

    // Names of one person stand close; the next person is a value gap away.
    private const int NameSlop = ReviewAnalyzer.ValueGap / 2;
    private const int MaxNameParts = 8;

    /// <summary>Plans a query for an index; how it is read depends on text and index alone.</summary>
    public static QueryPlan Of(ParsedQuery parsed, IndexReader reader, IReadOnlySet<string> stopWords)
    {
        var warnings = new List<string>(parsed.Warnings);
        var marked = new MarkedTerms();
        var query = new BooleanQuery(disableCoord: true);
        var kept = new List<QueryClause>();
        var built = new HashSet<(Query, bool)>();
        var budget = QueryBudget.Whole;
        foreach (var clause in WithoutStopWords(QueryLimits.Rarest(WithoutStopWords(parsed.Clauses, stopWords), reader, warnings), stopWords).DistinctBy(clause => clause.Read))
        {
            var (left, fitting) = budget.Spend(clause);
            var negated = clause is NotClause;
            // No word in it, or all of it was asked before: a word said a thousand times is asked once.
            if (fitting is null || Build(fitting is NotClause not ? not.Clause : fitting, null, negated ? null : marked) is not { } asked || !built.Add((asked, negated)))
            {
                if (fitting is null) budget = left;
                continue;
            }
            budget = left;
            query.Add(asked, negated ? Occur.MUST_NOT : Occur.MUST);
            kept.Add(fitting);
        }
        if (budget.Exceeded) warnings.Add(QueryBudget.Warning);
        if (kept.TrueForAll(clause => clause is NotClause)) query.Add(new MatchAllDocsQuery(), Occur.MUST);
        else AddTitleAndPhrase(query, parsed, kept);
        return new QueryPlan(query, marked, kept, warnings);
    }

    private static List<QueryClause> WithoutStopWords(IReadOnlyList<QueryClause> clauses, IReadOnlySet<string> stopWords)
    {
        var kept = clauses.Where(clause => clause is not WordClause word || !IsStopWord(word.Word, stopWords)).ToList();
        return kept.Exists(clause => clause is not NotClause and not YearClause) ? kept : [.. clauses];
    }

    // "IT" and "WHO" in capitals are names, not function words.
    private static bool IsStopWord(string word, IReadOnlySet<string> stopWords) =>
        stopWords.Contains(Folding.Fold(word)) && !(word.Length > 1 && word.All(char.IsUpper));

    private static Query? Build(QueryClause clause, ReviewField? only, MarkedTerms? marked) => clause switch
    {
        WordClause { Word: var word } => All(QueryWord.Of(word).Select(part => Word(part, only, marked))),
        PhraseClause { Words: var words } => Phrase(QueryWord.Of(words), only, marked),
        PrefixClause { Prefix: var prefix } => Prefix(prefix, only, marked),
        NameClause { Name: var name } => Name(QueryWord.Of(name), only, marked),
        YearClause { Years: var years } => NumericRangeQuery.NewInt32Range(ReviewFields.Year.Name, years.From, years.To, true, true),
        FieldClause { Field: { WholeLabel: true } field, Clause: var inner } => Label(field, inner),
        FieldClause { Field: var field, Clause: var inner } => field.Field!.Kind is FieldKind.Names && inner is WordClause or PhraseClause
            ? Name(QueryWord.Of(TextOf(inner)), field.Field, marked)
            : Build(inner, field.Field, marked),
        OrClause { Clauses: var clauses } => Any(clauses.Select(inner => Build(inner, only, marked))),
        _ => throw new ArgumentOutOfRangeException(nameof(clause)),
    };

    private static string TextOf(QueryClause clause) => clause switch
    {
        WordClause { Word: var word } => word,
        PhraseClause { Words: var words } => words,
        PrefixClause { Prefix: var prefix } => prefix,
        _ => clause.Read,
    };

    private static IEnumerable<ReviewField> Fields(ReviewField? only) => only is null ? ReviewFields.Searched : [only];

    private static DisjunctionMaxQuery Word(QueryWord word, ReviewField? only, MarkedTerms? marked)
    {
        marked?.Add(word);
        var best = new DisjunctionMaxQuery(TieBreaker);
        foreach (var field in Fields(only))
        {
            if (word.Parts.Count == 1) AddPart(best, field, word.Parts[0]);
            else
            {
                if (word.Joined is { } joined) best.Add(Weighted(TermOf(field, joined), field.Weight));
                best.Add(Weighted(Sequence(field, [word], 0), field.Weight));
            }
        }
        return best;
    }

    private static void AddPart(DisjunctionMaxQuery best, ReviewField field, WordForms word)
    {
        best.Add(Weighted(TermOf(field, word), field.Weight));
        if (field == ReviewFields.Title || field == ReviewFields.Text)
            best.Add(Weighted(new TermQuery(new Term(field.Name, ReviewAnalyzer.ExactMark + word.Exact)), field.Weight * ExactFormBonus));
    }

    private static TermQuery TermOf(ReviewField field, WordForms word) => new(new Term(field.Name,
        field.Kind is not FieldKind.Names ? word.Stem : word.Exact.Length == 1 ? ReviewAnalyzer.Initial(word.Exact) : word.Exact));

    private static PhraseQuery Sequence(ReviewField field, IReadOnlyList<QueryWord> words, int slop)
    {
        var phrase = new PhraseQuery { Slop = slop };
        foreach (var part in words.SelectMany(word => word.Parts).Take(QueryLimits.MaxPhraseWords)) phrase.Add(TermOf(field, part).Term);
        return phrase;
    }

    private static DisjunctionMaxQuery? Phrase(IReadOnlyList<QueryWord> words, ReviewField? only, MarkedTerms? marked)
    {
        if (words.Count == 0) return null;
        if (words.Count == 1) return Word(words[0], only, marked);
        foreach (var word in words) marked?.Add(word);
        var best = new DisjunctionMaxQuery(TieBreaker);
        foreach (var field in Fields(only)) best.Add(Weighted(Sequence(field, words, 0), field.Weight));
        return best;
    }

    private static DisjunctionMaxQuery? Prefix(string prefix, ReviewField? only, MarkedTerms? marked)
    {
        var folded = Folding.FoldLetters(prefix);
        if (folded.Length == 0) return null;
        marked?.AddPrefix(folded);
        var best = new DisjunctionMaxQuery(TieBreaker);
        foreach (var field in Fields(only))
            best.Add(Weighted(new PrefixQuery(new Term(field.Name, field.Kind is FieldKind.Names ? folded : ReviewAnalyzer.ExactMark + folded)), field.Weight));
        return best;
    }

    // All parts of a name must stand within one person; anywhere else the name is words one after the other.
    private static Query? Name(IReadOnlyList<QueryWord> words, ReviewField? only, MarkedTerms? marked)
    {
        if (words.Sum(word => word.Parts.Count) is 0 or > MaxNameParts) return All(words.Select(word => Word(word, only, marked)));
        foreach (var word in words) marked?.Add(word);
        var best = new DisjunctionMaxQuery(TieBreaker);
        foreach (var field in Fields(only))
            best.Add(Weighted(field.Kind is FieldKind.Names ? Person(field, words) : Sequence(field, words, 0), field.Weight));
        return best;
    }

    // Given names first or last is a rotation of the parts. Each in its order, so that no two parts are found in one word: the initial
    // of a surname is no given name.
    private static SpanQuery Person(ReviewField field, IReadOnlyList<QueryWord> words)
    {
        var parts = words.SelectMany(word => word.Parts).Select(part => new SpanTermQuery(TermOf(field, part).Term)).ToArray<SpanQuery>();
        if (parts.Length == 1) return parts[0];
        return new SpanOrQuery([.. Enumerable.Range(0, parts.Length).Select(first => new SpanNearQuery([.. parts[first..], .. parts[..first]], NameSlop, inOrder: true))]);
    }

    private static Query? Label(QueryField field, QueryClause clause) =>
        TextOf(clause) is { Length: > 0 } label ? new ConstantScoreQuery(new FacetLabelFilter(field.Field!.Name, label.ToLowerInvariant())) : null;

    private static Query? All(IEnumerable<Query> queries)
    {
        var all = queries.Distinct().ToList();
        if (all.Count <= 1) return all.SingleOrDefault();
        var both = new BooleanQuery(disableCoord: true);
        foreach (var query in all) both.Add(query, Occur.MUST);
        return both;
    }

    private static BooleanQuery? Any(IEnumerable<Query?> queries)
    {
        var any = new BooleanQuery(disableCoord: true);
        foreach (var query in queries.OfType<Query>().Distinct()) any.Add(query, Occur.SHOULD);
        return any.Clauses.Count == 0 ? null : any;
    }

    // These only lift what matches anyway: the title as it is, then the words in their order.
    private static void AddTitleAndPhrase(BooleanQuery query, ParsedQuery parsed, List<QueryClause> clauses)
    {
        query.Add(Weighted(new ConstantScoreQuery(new TermQuery(new Term(ReviewFields.TitleKey.Name, Folding.Fold(parsed.Text)))), ExactTitleWeight), Occur.SHOULD);
        var words = clauses.OfType<WordClause>().SelectMany(clause => QueryWord.Of(clause.Word)).ToList();
        if (words.Count is < 2 or > QueryLimits.MaxPhraseWords) return;
        query.Add(Weighted(Sequence(ReviewFields.Title, words, PhraseSlop), TitlePhraseWeight), Occur.SHOULD);
        query.Add(Weighted(Sequence(ReviewFields.Text, words, PhraseSlop), TextPhraseWeight), Occur.SHOULD);
    }

    private static Query Weighted(Query query, float weight)
    {
        query.Boost = weight;
        return query;
    }
}
