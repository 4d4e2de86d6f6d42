using DigestSearch.Indexing;
using DigestSearch.Reviews;
using DigestSearch.Reviews.People;

namespace DigestSearch.Search.Ladder;

/// <summary>What a word that no review holds may have been meant to be.</summary>
/// <param name="Word">The word.</param>
/// <param name="Switched">What the same keys write on the other layout, where that was meant.</param>
/// <param name="Kind">Kind of another step; null where there is none.</param>
/// <param name="Choices">One of these.</param>
internal sealed record WordRepair(RepairableWord Word, string? Switched, string? Kind, IReadOnlyList<RepairedWord> Choices)
{
    private const int ShortestPart = 3;
    private const int MostSpellings = 4;
    private const int ShortestSpelledNearly = 6;
    private const int LongestSpelledNearly = 16; // Of Latin letters: the automata of several spellings grow with them.

    // A word in capitals is a name rather.
    private const float Capital = 0.5f;

    // Slips of a word as it is usually spelled, and of names as they sound.
    private const float UsualSpelling = 0.2f;
    private const float SameSound = 0.1f;
    private const float NearSound = 0.35f;
    private const int Rarer = 10;
    private const int MoreUsual = 4;
    private const int FrequentWord = 30;

    // Of the reviews that hold a word, so many have it as a name where it may be one, and where it hardly is anything else.
    private const float MayBeName = 0.02f;
    private const float IsName = 0.5f;

    /// <summary>How it is told.</summary>
    public IEnumerable<QueryStep> Steps
    {
        get
        {
            if (Switched is not null) yield return new("layout", Word.Written, Switched);
            if (Kind is not null) yield return new(Kind, Switched ?? Word.Written, string.Join(", ", Choices.Select(choice => choice.Written)));
        }
    }

    /// <summary>The likeliest first: another layout before another alphabet before a slip, unless the alphabet gives a name as it sounds.</summary>
    public static IEnumerable<WordRepair> Of(RepairableWord word, KnownWords known, CancellationToken cancellation)
    {
        var spelled = Spelled(word, known, cancellation);
        var switched = SwitchedOf(word);
        if (switched is { } other && known.IsKnown(other) && !spelled.Exists(name => IsRather(name, known.Frequency(other)))) return [new WordRepair(word, other.Written, null, [new RepairedWord(QueryPiece.NoOperator(other.Written), false)])];
        if (spelled.Count > 0) return Repairs(word, null, word, spelled, known);
        var near = Near(word, known, cancellation).Select(written => new WordRepair(word, null, "typo", [new RepairedWord(written, false)])).ToList();
        if (near.Count == 0 && switched is { } typed)
        {
            // On the other layout, and in the other alphabet or with a slip.
            if (Spelled(typed, known, cancellation) is { Count: > 0 } twice) return Repairs(word, typed.Written, typed, twice, known);
            near = [.. Near(typed, known, cancellation).Select(written => new WordRepair(word, typed.Written, "typo", [new RepairedWord(written, false)]))];
        }
        return near.Count > 0 ? near : SpelledNearly(word, known, cancellation);
    }

    /// <summary>What stands for a clause of the word.</summary>
    public QueryClause Clause(WordClause clause, ReviewField? field)
    {
        var words = Choices.Select(QueryClause (choice) => choice.IsName && field is null
            ? new FieldClause(QueryField.Author, clause with { Word = choice.Written }, clause.Start, clause.End)
            // Two words that were typed as one stand side by side.
            : choice.Written.Contains(' ', StringComparison.Ordinal) ? new PhraseClause(choice.Written, clause.Start, clause.End) : clause with { Word = choice.Written }).ToList();
        return words.Count == 1 ? words[0] : new OrClause(words, clause.Start, clause.End);
    }

    // «виспер» is "wisper", and that Whisper.
    private static IEnumerable<WordRepair> SpelledNearly(RepairableWord word, KnownWords known, CancellationToken cancellation)
    {
        if (word.Written.Length < ShortestSpelledNearly || !NameSound.IsCyrillic(Folding.FoldLetters(word.Written))) return [];
        return Transliteration.Spellings(word.Written).Where(spelling => spelling.Length <= LongestSpelledNearly && IsWord(spelling)).Take(MostSpellings).SelectMany(spelling => Near(word with { Written = spelling }, known, cancellation))
            .Distinct().Select(written => new WordRepair(word, null, "translit", [new RepairedWord(written, false)]));
    }

    private static RepairableWord? SwitchedOf(RepairableWord word) => KeyboardLayout.Switched(word.Written) is { } switched && IsWord(switched) ? word with { Written = switched } : null;

    // Several people may be meant at once; of several words one is.
    private static IEnumerable<WordRepair> Repairs(RepairableWord word, string? switched, RepairableWord typed, List<NameBySound> spelled, KnownWords known)
    {
        var names = spelled.Where(name => typed.Field is null && IsNameRather(name.Name, IsCapitalised(typed), known)).ToList();
        IEnumerable<IReadOnlyList<NameBySound>> groups = spelled.Except(names).Select(IReadOnlyList<NameBySound> (one) => [one]);
        if (names.Count > 0) groups = groups.Append(names);
        return groups.OrderBy(group => group[0].Distance).Select(group => new WordRepair(word, switched, "translit", [.. group.Select(name => new RepairedWord(name.Name, names.Contains(name)))]));
    }

    // «Вуд» is Wood, though the same keys write "del".
    private static bool IsRather(NameBySound name, int switched) => name.Cost <= SameSound || name.Reviews >= switched || (name.Cost <= NearSound && name.Reviews * Rarer >= switched);

    // Names of authors and words of texts, the nearest and most usual first.
    private static List<NameBySound> Spelled(RepairableWord word, KnownWords known, CancellationToken cancellation)
    {
        if (QueryWord.Of(word.Written) is not [{ Written: var written } only]) return [];
        var names = word.Field is null or { Kind: FieldKind.Names } || word.Field == ReviewFields.Labs
            ? NamesBySound.Of((only.Joined ?? only.Parts[0]).Exact, known.Reader, cancellation).Where(name => known.IsHeld(word with { Written = name.Name })).Select(name => Judged(name, IsCapitalised(word), known)) : [];
        var words = Transliteration.Spellings(written).Where(IsWord).Select(spelling => word with { Written = spelling }).Where(known.IsKnown)
            // Of one stem that form which is written.
            .GroupBy(spelling => QueryWord.Of(spelling.Written)[0].Parts[0].Stem).Select(same => same.MaxBy(known.ExactFrequency))
            .Select(spelling => new NameBySound(spelling.Written, Math.Max(1, known.Frequency(spelling)), UsualSpelling));
        return NamesBySound.Likely([.. names.Concat(words).GroupBy(name => name.Name).Select(same => same.MinBy(name => name.Distance))]);
    }

    // What authors are not called is an ordinary word, and «Уайт» is not "with" for its being frequent.
    private static NameBySound Judged(NameBySound name, bool capitalised, KnownWords known)
    {
        if (!IsNameRather(name.Name, capitalised, known)) return name with { Reviews = Math.Min(name.Reviews, FrequentWord) };
        return name with { Reviews = known.Frequency(new RepairableWord(name.Name, ReviewFields.Authors)), Bonus = capitalised ? Capital : 0 };
    }

    private static bool IsCapitalised(RepairableWord word) => char.IsUpper(word.Written[0]);

    private static bool IsNameRather(string name, bool capitalised, KnownWords known) =>
        known.Frequency(new RepairableWord(name, ReviewFields.Authors)) is > 0 and var named && named >= known.Frequency(new RepairableWord(name, null)) * (capitalised ? MayBeName : IsName);

    // Of a word of several parts one may have a slip: «self-supervized».
    private static IEnumerable<string> Near(RepairableWord word, KnownWords known, CancellationToken cancellation)
    {
        if (QueryWord.Of(word.Written) is not [{ Written: var written }]) return [];
        var parts = written.Split('-');
        if (parts.Index().Where(part => !known.IsHeld(word with { Written = part.Item })).ToList() is not [var (at, wrong)]) return [];
        var near = NearWords.Of(wrong, known, cancellation);
        if (near.Count == 0 && parts.Length == 1) near = [.. Parted(word, known), .. NearWords.Begun(wrong, known.Reader, cancellation)];
        // Who stops in the middle of a word means the usual one rather than the nearest: «atten» is attention, not attend.
        else if (near.Count > 0 && near[0].StartsWith(Folding.FoldLetters(wrong), StringComparison.Ordinal) && NearWords.Begun(wrong, known.Reader, cancellation) is [var usual, ..] && usual != near[0]
            && known.Frequency(word with { Written = usual }) >= MoreUsual * known.Frequency(word with { Written = near[0] })) near = [usual, .. near];
        return near.Where(other => word.Field is null || known.IsHeld(word with { Written = other })).Select(other => string.Join('-', [.. parts[..at], other, .. parts[(at + 1)..]]));
    }

    // A blank was left out: the two words whose rarer one is the most frequent.
    private static IEnumerable<string> Parted(RepairableWord word, KnownWords known)
    {
        var written = word.Written;
        return Enumerable.Range(ShortestPart, Math.Max(0, written.Length - (2 * ShortestPart) + 1))
            .Select(at => (Text: $"{written[..at]} {written[at..]}", Rarer: Math.Min(known.Frequency(word with { Written = written[..at] }), known.Frequency(word with { Written = written[at..] }))))
            .Where(parts => parts.Rarer > 0).OrderByDescending(parts => parts.Rarer).Take(1).Select(parts => parts.Text);
    }

    // One word, so that its reading can be typed; a letter alone is found anywhere, and an apostrophe is a letter of the other layout.
    private static bool IsWord(string text) =>
        QueryWord.Of(text) is [{ Written.Length: > 1 } only] && only.Written == text && !text.Contains('\'', StringComparison.Ordinal) && !text.Contains('.', StringComparison.Ordinal);
}

/// <summary>A word in place of another.</summary>
/// <param name="Written">The word.</param>
/// <param name="IsName">Whether it is the name of an author rather than any word.</param>
internal readonly record struct RepairedWord(string Written, bool IsName);
