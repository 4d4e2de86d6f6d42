using System.Text;
using DigestSearch.Reviews;

namespace DigestSearch.Search.Ladder;

/// <summary>Spellings of a Russian word in Latin letters and of a Latin one in Russian, as people write them rather than by one standard.</summary>
public static class Transliteration
{
    private const int MostSpellings = 48, LongestGroup = 4;

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
    public static string Latin(string text)
    {
        var folded = Folding.FoldLetters(text);
        var latin = new StringBuilder(folded.Length);
        for (int at = 0, length; at < folded.Length; at += length)
            latin.Append(Choices(folded, at, ToLatin, out length)[0]);
        return latin.ToString();
    }

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
        List<string> spellings = [""];
        for (int at = 0, length; at < word.Length; at += length)
        {
            var choices = Choices(word, at, table, out length);
            spellings = [.. choices.SelectMany(choice => spellings.Select(begun => begun + choice)).Take(MostSpellings)];
        }
        return spellings;
    }

    // The longest group of letters at a place that the table knows; a letter that it does not know stands for itself.
    private static string[] Choices(string word, int at, Dictionary<string, string[]> table, out int length)
    {
        for (length = Math.Min(LongestGroup, word.Length - at); length > 0; length--)
            if (table.TryGetValue(word.Substring(at, length), out var choices)) return choices;
        length = 1;
        return [word.Substring(at, 1)];
    }
}
