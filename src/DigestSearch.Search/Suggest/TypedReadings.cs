using DigestSearch.Search.Ladder;

namespace DigestSearch.Search.Suggest;

/// <summary>What a text may mean that matches nothing as it is typed: its words on the other keyboard layout, else in the other alphabet, else both.</summary>
internal static class TypedReadings
{
    private const int MostWords = 8;
    private const int MostReadings = 8;
    private const int LongestWord = 40;

    /// <summary>Other readings of a text in the order in which they are tried; of each some may be tried together.</summary>
    /// <param name="text">The text.</param>
    /// <param name="knows">Whether something begins with a word.</param>
    public static IEnumerable<IReadOnlyList<TypedText>> Of(string text, Func<TypedWord, bool> knows)
    {
        var words = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        if (words.Length > MostWords || Array.Exists(words, word => word.Length > LongestWord)) return [];
        bool Known(string word) => TypedText.Of(word).Words is { Count: > 0 } parts && parts.All(knows);
        return [Read(words, Known, Switched), Read(words, Known, Transliteration.Spellings), Read(words, Known, word => Switched(word).SelectMany(Transliteration.Spellings))];
    }

    // A sign on the other layout was no sign of a word: «хинт» is no "[byn".
    private static IEnumerable<string> Switched(string word) => KeyboardLayout.Switched(word) is { } switched && switched.All(letter => char.IsLetterOrDigit(letter) || letter is '-') ? [switched] : [];

    // A word that begins something stays; all others must have another form that does.
    private static IReadOnlyList<TypedText> Read(string[] words, Func<string, bool> known, Func<string, IEnumerable<string>> forms)
    {
        List<string> readings = [""];
        var changed = false;
        foreach (var word in words)
        {
            var choices = known(word) ? [word] : forms(word).Where(known).Take(MostReadings).ToList();
            if (choices.Count == 0) return [];
            changed |= choices[0] != word;
            readings = [.. readings.SelectMany(begun => choices.Select(choice => $"{begun} {choice}")).Take(MostReadings)];
        }
        return changed ? [.. readings.Select(TypedText.Of)] : [];
    }
}
