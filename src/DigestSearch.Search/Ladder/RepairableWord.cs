using DigestSearch.Indexing;

namespace DigestSearch.Search.Ladder;

/// <summary>A word of a query, wherever it stands there, that can be taken for another.</summary>
/// <param name="Written">As it was typed, signs that another layout writes as letters included.</param>
/// <param name="Field">The field in which it must be; null for any.</param>
internal readonly record struct RepairableWord(string Written, ReviewField? Field)
{
    /// <summary>The words of a clause that a repair may touch: not the beginnings of words, not what must not match, not initials, not whole labels.</summary>
    public static IEnumerable<RepairableWord> In(QueryClause clause, ReviewField? field = null) => clause switch
    {
        WordClause { Word: var word } => [new RepairableWord(word, field)],
        PhraseClause { Words: var words } => Tokens(words).Where(word => !IsOfName(field) || !IsInitial(word)).Select(word => new RepairableWord(word, field)),
        NameClause { Name: var name } => Tokens(name).Where(word => !IsInitial(word)).Select(word => new RepairableWord(word, ReviewFields.Authors)),
        FieldClause { Field: { WholeLabel: false, Field: { } own }, Clause: var inner } => In(inner, own),
        OrClause { Clauses: var clauses } => clauses.SelectMany(inner => In(inner, field)),
        _ => [],
    };

    /// <summary>The clause with words replaced.</summary>
    public static QueryClause Replaced(QueryClause clause, IReadOnlyList<WordRepair> repairs) => Replaced(clause, repairs, null);

    private static QueryClause Replaced(QueryClause clause, IReadOnlyList<WordRepair> repairs, ReviewField? field)
    {
        switch (clause)
        {
            case WordClause word when Find(repairs, word.Word, field) is { } repair:
                return repair.Clause(word, field);
            case PhraseClause phrase:
                return phrase with { Words = Replaced(phrase.Words, repairs, field) is var words && IsOfName(field) ? Initials(words, phrase.Words) : words };
            case NameClause name:
                return name with { Name = Initials(Replaced(name.Name, repairs, ReviewFields.Authors), name.Name) };
            case FieldClause { Field: { WholeLabel: false, Field: { } own } } inner:
                return Replaced(inner.Clause, repairs, own) is var replaced && replaced is OrClause any
                    ? any with { Clauses = [.. any.Clauses.Select(alternative => inner with { Clause = alternative })] } : inner with { Clause = replaced };
            case OrClause or:
                return or with { Clauses = [.. or.Clauses.Select(alternative => Replaced(alternative, repairs, field)).SelectMany(alternative => alternative is OrClause within ? within.Clauses : [alternative])] };
            default:
                return clause;
        }
    }

    private static WordRepair? Find(IReadOnlyList<WordRepair> repairs, string word, ReviewField? field) => repairs.FirstOrDefault(repair => repair.Word == new RepairableWord(word, field));

    private static string Replaced(string words, IReadOnlyList<WordRepair> repairs, ReviewField? field) =>
        string.Join(' ', Tokens(words).Select(word => Find(repairs, word, field)?.Choices[0].Written ?? word));

    // Who is spelled in the other alphabet has initials of it: «Дж. Малик».
    private static string Initials(string name, string before) => name == before ? name : string.Join(' ', Tokens(name).Select(word => IsInitial(word) && Transliteration.Initial(word) is { } other ? other : word));

    private static string[] Tokens(string words) => words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    private static bool IsOfName(ReviewField? field) => field is { Kind: FieldKind.Names };

    private static bool IsInitial(string word) => word.TrimEnd('.').Length <= 2 && char.IsUpper(word[0]) && (word.EndsWith('.') || word.Length == 1);
}
