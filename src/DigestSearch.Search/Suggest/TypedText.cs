using DigestSearch.Indexing.Analysis;
using DigestSearch.Reviews;

namespace DigestSearch.Search.Suggest;

/// <summary>The words of a text that is being typed; each may be the beginning of a word only.</summary>
/// <param name="Words">The first of them.</param>
/// <param name="Folded">The whole text, folded as titles are.</param>
internal sealed record TypedText(IReadOnlyList<TypedWord> Words, string Folded)
{
    // What more words tell, the first ones have told.
    private const int MostWords = 8;

    /// <summary>The words of any text, folded as the index folds them; of <c>GPT-2</c> each part.</summary>
    public static TypedText Of(string text) => Of(text, [.. Scan(text).Where(word => !word.Joined)]);

    /// <summary>The same, with <c>GPT-2</c> as one word.</summary>
    public static TypedText Whole(string text)
    {
        var words = new List<ScannedWord>();
        foreach (var word in Scan(text))
            if (words is not [.., { Joined: true } whole] || word.Start >= whole.End) words.Add(word);
        return Of(text, words);
    }

    /// <summary>Whether each of its words begins some word of a name.</summary>
    public bool Begins(string name)
    {
        var words = Scan(name);
        return Words.All(typed => words.Exists(word => word.Forms.Exact.StartsWith(typed.Folded, StringComparison.Ordinal)));
    }

    private static TypedText Of(string text, List<ScannedWord> words) =>
        new([.. words.Take(MostWords).Select(word => TypedWord.Of(word.Forms.Exact))], Folding.Fold(text));

    private static List<ScannedWord> Scan(string text)
    {
        var words = new List<ScannedWord>();
        WordScanner.Scan(text, words);
        return words;
    }
}

/// <summary>One typed word.</summary>
/// <param name="Folded">The word, folded.</param>
/// <param name="Slips">How many slips of the keyboard it may hold.</param>
internal sealed record TypedWord(string Folded, int Slips)
{
    private const int OneSlip = 4;
    private const int TwoSlips = 8;
    private const int Longest = 24;

    // Letters are counted, not bytes or units: a Cyrillic word may hold as many slips as a Latin one. GPT-3 is no slip for GPT-2.
    public static TypedWord Of(string folded) => new(folded, folded.EnumerateRunes().Count() switch
    {
        < OneSlip or > Longest => 0,
        _ when folded.Any(char.IsDigit) => 0,
        < TwoSlips => 1,
        _ => 2,
    });
}
