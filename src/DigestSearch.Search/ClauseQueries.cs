using System.Runtime.InteropServices;
using DigestSearch.Indexing;
using DigestSearch.Indexing.Analysis;
using DigestSearch.Reviews;
using DigestSearch.Search.Lookup;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Search.Spans;

namespace DigestSearch.Search;

/// <summary>The clauses of a query as Lucene is asked them.</summary>
internal static class ClauseQueries
{
    // A word counts where it matches best; a tenth of what the other fields say breaks near-ties.
    private const float TieBreaker = 0.1f;

    // Names of one person stand close; the next person is a value gap away.
    private const int NameSlop = ReviewAnalyzer.ValueGap / 2;
    private const int MaxNameParts = 8;

    // What was said comes before what means the same, which a title, topic or text has to say in order.
    private const float OtherWeight = 0.8f;

    // A word for two counts as they would.
    private const float JoinedWeight = 1.5f;
    private static readonly ReviewField[] OtherFields = [ReviewFields.Title, ReviewFields.Topics, ReviewFields.Text];

    /// <summary>What a clause asks, whether it must or must not match; null where it has no word.</summary>
    /// <param name="clause">Any clause but a <see cref="NotClause"/>.</param>
    public static Query? Of(QueryClause clause) => Of(clause, null);

    /// <summary>What means or names the same as some clauses.</summary>
    /// <param name="widened">The clauses.</param>
    /// <param name="lifted">Whether it counts more where it stands in the title or names a topic.</param>
    public static Query Others(WidenedClause widened, bool lifted)
    {
        var others = new DisjunctionMaxQuery(TieBreaker);
        foreach (var other in widened.Others)
            if (other is PhraseClause { Words: var words })
                foreach (var field in OtherFields) others.Add(Weighted(Sequence(field, QueryWord.Of(words), 0), (lifted ? field.Weight : 1) * OtherWeight));
            else if (Of(other) is { } query) others.Add(lifted ? Lifted(other, query, widened.Step is null ? JoinedWeight : OtherWeight) : Weighted(query, OtherWeight));
        return others;
    }

    // As what was said is lifted where it stands in the title.
    private static Query Lifted(QueryClause other, Query query, float weight)
    {
        if (other is not WordClause { Word: var written } || QueryWord.Of(written) is not [var word] || (word.Joined ?? word.Parts[0]) is not { } form) return Weighted(query, weight);
        return Weighted(new BooleanQuery(disableCoord: true)
        {
            { query, Occur.MUST }, { Weighted(In(ReviewFields.Title, form), ReviewFields.Title.Weight), Occur.SHOULD }, { Weighted(In(ReviewFields.Topics, form), ReviewFields.Topics.Weight), Occur.SHOULD },
        }, weight);
    }

    /// <summary>The terms of words in the combined field, and how often each is said; parts of a word and the whole word count by themselves.</summary>
    public static IReadOnlyDictionary<Term, int> Terms(IEnumerable<WordClause> words)
    {
        var terms = new Dictionary<Term, int>();
        foreach (var word in words.SelectMany(clause => QueryWord.Of(clause.Word)))
            foreach (var forms in word.Joined is { } joined ? word.Parts.Append(joined) : word.Parts)
                CollectionsMarshal.GetValueRefOrAddDefault(terms, TermOf(ReviewFields.Combined, forms), out _)++;
        return terms;
    }

    /// <summary>One person with all parts of a name, given names first or last, in a field of names.</summary>
    // That is a rotation of the parts. Each in its order, so that no two parts are found in one word: the initial of a surname is no given name.
    public static SpanQuery Person(ReviewField field, IReadOnlyList<QueryWord> words)
    {
        var parts = words.SelectMany(word => word.Parts.Select(part => (Forms: part, word.Dotted))).ToArray();
        if (parts.Length == 1) return NamePart(field, parts[0].Forms, given: false, dotted: false);
        // The surname is what was said first or last, and no initial.
        int[] ends = [0, parts.Length - 1];
        var surnames = ends.Where(end => parts[end].Forms.Exact.Length > 1).DefaultIfEmpty(parts.Length - 1);
        return new SpanOrQuery([.. surnames.SelectMany(surname => Rotations([.. parts.Select((part, at) => NamePart(field, part.Forms, given: at != surname, part.Dotted))]))]);
    }

    /// <summary>Words one after the other in a field.</summary>
    public static PhraseQuery Sequence(ReviewField field, IEnumerable<QueryWord> words, int slop)
    {
        var phrase = new PhraseQuery { Slop = slop };
        var said = new Dictionary<Term, int>();
        foreach (var (position, part) in words.SelectMany(word => word.Parts).Take(QueryLimits.MaxPhraseWords).Index())
        {
            var term = TermOf(field, part);
            if (++CollectionsMarshal.GetValueRefOrAddDefault(said, term, out _) <= QueryLimits.MaxRepeats) phrase.Add(term, position);
        }
        return phrase;
    }

    /// <summary>A word in the form as asked.</summary>
    public static TermQuery Exact(ReviewField field, WordForms word) => new SnapshotTermQuery(new Term(field.Name, ReviewAnalyzer.ExactMark + word.Exact));

    /// <summary>A word in a field.</summary>
    public static TermQuery In(ReviewField field, WordForms word) => new SnapshotTermQuery(TermOf(field, word));

    /// <summary>A query with a weight.</summary>
    public static Query Weighted(Query query, float weight)
    {
        query.Boost = weight;
        return query;
    }

    private static Query? Of(QueryClause clause, ReviewField? only) => clause switch
    {
        WordClause { Word: var word } => Words(word, only),
        PhraseClause { Words: var words } => Phrase(QueryWord.Of(words), only),
        PrefixClause { Prefix: var prefix } => Prefix(prefix, only),
        NameClause { Name: var name } => Name(QueryWord.Of(name), only),
        YearClause { Years: var years } => NumericRangeQuery.NewInt32Range(ReviewFields.Year.Name, years.From, years.To, true, true),
        FieldClause { Field: { WholeLabel: true } field, Clause: var inner } => Label(field, inner),
        FieldClause { Field: var field, Clause: var inner } => field.Field!.Kind is FieldKind.Names && inner is WordClause or PhraseClause
            ? Name(QueryWord.Of(TextOf(inner)), field.Field)
            : Of(inner, field.Field),
        OrClause { Clauses: var clauses } when clauses.All(inner => inner is FieldClause { Field.Field.Kind: FieldKind.Names }) => People(clauses, only),
        OrClause { Clauses: var clauses } => Any(clauses.Select(inner => Of(inner, only))),
        WidenedClause { Said: var said } widened => Either(All(said.Select(inner => Of(inner, only)).OfType<Query>()), Others(widened, lifted: true)),
        _ => throw new ArgumentOutOfRangeException(nameof(clause)),
    };

    // Of several people none is more relevant for having written less.
    private static DisjunctionMaxQuery People(IReadOnlyList<QueryClause> people, ReviewField? only)
    {
        var any = new DisjunctionMaxQuery(0);
        foreach (var person in people.Select(inner => Of(inner, only)).OfType<Query>()) any.Add(Weighted(new ConstantScoreQuery(person), ReviewFields.Authors.Weight));
        return any;
    }

    private static string TextOf(QueryClause clause) => clause switch
    {
        WordClause { Word: var word } => word,
        PhraseClause { Words: var words } => words,
        PrefixClause { Prefix: var prefix } => prefix,
        _ => clause.Read,
    };

    private static IEnumerable<ReviewField> Fields(ReviewField? only) => only is null ? ReviewFields.Searched : [only];

    private static Query? Words(string written, ReviewField? only)
    {
        var words = All(QueryWord.Of(written).Select(part => Word(part, only)));
        return only is null && Identifiers.In(written) is { } identifier ? Either(words, new ConstantScoreQuery(new SnapshotTermQuery(new Term(ReviewFields.Identifiers.Name, identifier)))) : words;
    }

    private static Query Either(Query? one, Query other) => one is null ? other : new DisjunctionMaxQuery(TieBreaker) { one, other };

    private static Query Word(QueryWord word, ReviewField? only)
    {
        if (only is null && word.Parts is [{ Exact.Length: > 1, Digraph: null } part]) return new SnapshotTermQuery(TermOf(ReviewFields.Combined, part));
        var best = new DisjunctionMaxQuery(TieBreaker);
        for (var whole = only is null ? word.Joined ?? (word.Parts.Count == 1 ? word.Parts[0] : null) : null; whole is not null; whole = whole.Digraph) best.Add(new SnapshotTermQuery(TermOf(ReviewFields.Combined, whole)));
        foreach (var field in Fields(only))
        {
            // One letter is an initial too; several parts may stand apart.
            if (word.Parts.Count > 1) best.Add(Weighted(Sequence(field, [word], 0), field.Weight));
            else if (only is not null || field.Kind is FieldKind.Names)
                for (var form = word.Parts[0]; form is not null; form = form.Digraph) best.Add(Weighted(new SnapshotTermQuery(TermOf(field, form)), field.Weight));
            if (only is not null && word.Joined is { } joined) best.Add(Weighted(new SnapshotTermQuery(TermOf(field, joined)), field.Weight));
        }
        return best;
    }

    // As it stands, with digraphs, and, where it is a given name, as the initial that is all a paper says.
    private static SpanQuery NamePart(ReviewField field, WordForms part, bool given, bool dotted)
    {
        var forms = new List<SpanQuery>();
        for (var form = part; form is not null; form = form.Digraph) forms.Add(new SpanTermQuery(TermOf(field, form)));
        if (given && part.Exact.Length > 1) forms.Add(new SpanTermQuery(new Term(field.Name, ReviewAnalyzer.BareInitial(part.Exact))));
        if (given && dotted && InitialDigraphs.Contains(part.Exact)) forms.Add(new SpanTermQuery(new Term(field.Name, ReviewAnalyzer.Initial(part.Exact))));
        return forms.Count == 1 ? forms[0] : new SpanOrQuery([.. forms]);
    }

    /// <summary>The term of a word in a field.</summary>
    public static Term TermOf(ReviewField field, WordForms word) => new(field.Name,
        field.Kind is not FieldKind.Names ? word.Stem : word.Exact.Length == 1 ? ReviewAnalyzer.Initial(word.Exact) : word.Exact);

    private static Query? Phrase(IReadOnlyList<QueryWord> words, ReviewField? only)
    {
        if (words.Count == 0) return null;
        if (words.Count == 1) return Word(words[0], only);
        var best = new DisjunctionMaxQuery(TieBreaker);
        foreach (var field in Fields(only)) best.Add(Weighted(Sequence(field, words, 0), field.Weight));
        return best;
    }

    private static DisjunctionMaxQuery? Prefix(string prefix, ReviewField? only)
    {
        var folded = Folding.FoldLetters(prefix);
        if (folded.Length == 0) return null;
        var best = new DisjunctionMaxQuery(TieBreaker);
        foreach (var field in Fields(only))
            best.Add(Weighted(new PrefixQuery(new Term(field.Name, field.Kind is FieldKind.Names ? folded : ReviewAnalyzer.ExactMark + folded)), field.Weight));
        return best;
    }

    // All parts of a name must stand within one person; anywhere else the name is words one after the other.
    private static Query? Name(IReadOnlyList<QueryWord> words, ReviewField? only)
    {
        if (words.Sum(word => word.Parts.Count) is 0 or > MaxNameParts) return All(words.Select(word => Word(word, only)));
        var best = new DisjunctionMaxQuery(TieBreaker);
        foreach (var field in Fields(only))
            best.Add(Weighted(field.Kind is FieldKind.Names ? Person(field, words) : Sequence(field, words, 0), field.Weight));
        return best;
    }

    private static IEnumerable<SpanQuery> Rotations(SpanQuery[] parts) =>
        Enumerable.Range(0, parts.Length).Select(first => new SpanNearQuery([.. parts[first..], .. parts[..first]], NameSlop, inOrder: true));

    private static Query? Label(QueryField field, QueryClause clause) =>
        TextOf(clause) is { Length: > 0 } label ? new ConstantScoreQuery(new FacetLabelFilter(field.Field!.Name, QueryField.LabelOf(label))) : null;

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
}
