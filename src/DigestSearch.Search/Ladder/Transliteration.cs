using DigestSearch.Reviews;

namespace DigestSearch.Search.Ladder;

/// <summary>Spellings of a Russian word in Latin letters and of a Latin one in Russian, as people write them rather than by one standard.</summary>
public static class Transliteration
{
    private const int MostSpellings = 48;

    private static readonly Dictionary<string, string[]> ToLatin = new(StringComparer.Ordinal)
    {
        ["а"] = ["a"], ["б"] = ["b"], ["в"] = ["v", "w"], ["г"] = ["g", "h"], ["д"] = ["d"], ["е"] = ["e"], ["ж"] = ["zh", "j"], ["з"] = ["z", "s"], ["и"] = ["i", "y"], ["й"] = ["y", "i", "j"], ["к"] = ["k", "c"],
        ["л"] = ["l"], ["м"] = ["m"], ["н"] = ["n"], ["о"] = ["o"], ["п"] = ["p"], ["р"] = ["r"], ["с"] = ["s"], ["т"] = ["t", "th"], ["у"] = ["u", "oo"], ["ф"] = ["f", "ph"], ["х"] = ["h", "kh", "ch"],
        ["ц"] = ["ts", "c", "z"], ["ч"] = ["ch"], ["ш"] = ["sh", "sch"], ["щ"] = ["shch", "sch"], ["ъ"] = [""], ["ы"] = ["y"], ["ь"] = [""], ["э"] = ["e", "a"], ["ю"] = ["yu", "ju", "u"], ["я"] = ["ya", "ja", "ia"],
        ["кс"] = ["x", "ks"], ["дж"] = ["j", "dzh"], ["ий"] = ["y", "iy", "ii"], ["ей"] = ["ey", "ei", "ay"],
    };

    private static readonly Dictionary<string, string[]> ToCyrillic = new(StringComparer.Ordinal)
    {
        ["a"] = ["а"], ["b"] = ["б"], ["c"] = ["к", "ц"], ["d"] = ["д"], ["e"] = ["е", "э"], ["f"] = ["ф"], ["g"] = ["г"], ["h"] = ["х"], ["i"] = ["и"], ["j"] = ["й", "дж"], ["k"] = ["к"], ["l"] = ["л"], ["m"] = ["м"],
        ["n"] = ["н"], ["o"] = ["о"], ["p"] = ["п"], ["q"] = ["к"], ["r"] = ["р"], ["s"] = ["с"], ["t"] = ["т"], ["u"] = ["у"], ["v"] = ["в"], ["w"] = ["в"], ["x"] = ["кс", "х"], ["y"] = ["й", "ы", "и"], ["z"] = ["з"],
        ["shch"] = ["щ"], ["sch"] = ["щ", "ш"], ["sh"] = ["ш"], ["ch"] = ["ч"], ["zh"] = ["ж"], ["kh"] = ["х"], ["ts"] = ["ц"], ["ya"] = ["я"], ["yu"] = ["ю"], ["yo"] = ["е"], ["ph"] = ["ф"], ["iy"] = ["ий"], ["'"] = ["ь"],
    };

    /// <summary>A text in folded Latin letters, each Russian letter in its usual spelling: for keys that programs read.</summary>
    public static string Latin(string text) => Spell(Folding.FoldLetters(text), ToLatin).First();

    /// <summary>Spellings in the other alphabet, the usual one first; none for a word of both or neither.</summary>
    public static IEnumerable<string> Spellings(string word)
    {
        var folded = Folding.FoldLetters(word);
        var (latin, cyrillic) = (folded.Any(char.IsAsciiLetter), folded.Any(letter => letter is >= 'а' and <= 'я'));
        return latin == cyrillic ? [] : Spell(folded, latin ? ToCyrillic : ToLatin);
    }

    /// <summary>An initial in the other alphabet, as most names have it: «Дж.» is <c>J.</c></summary>
    public static string? Initial(string initial)
    {
        var (folded, point) = (Folding.FoldLetters(initial.TrimEnd('.')), initial.EndsWith('.') ? "." : "");
        var table = folded.Length > 0 && char.IsAsciiLetter(folded[0]) ? ToCyrillic : ToLatin;
        return table.TryGetValue(folded, out var spellings) ? char.ToUpperInvariant(spellings[0][0]) + point : null;
    }

    // Breadth first, so that the limit cuts rare choices and not the ends of words.
    private static IEnumerable<string> Spell(string word, Dictionary<string, string[]> table)
    {
        var longest = table.Keys.Max(key => key.Length);
        List<string> spellings = [""];
        for (var at = 0; at < word.Length;)
        {
            var length = Enumerable.Range(1, Math.Min(longest, word.Length - at)).Reverse().FirstOrDefault(length => table.ContainsKey(word.Substring(at, length)));
            string[] choices = length == 0 ? [word.Substring(at, 1)] : table[word.Substring(at, length)];
            spellings = [.. choices.SelectMany(choice => spellings.Select(begun => begun + choice)).Take(MostSpellings)];
            at += Math.Max(length, 1);
        }
        return spellings;
    }
}
