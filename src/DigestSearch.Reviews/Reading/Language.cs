using System.Collections.Frozen;

namespace DigestSearch.Reviews.Reading;

/// <summary>The language of a text: by script, and by function words within the Latin one.</summary>
internal static class Language
{
    private const int Sample = 20_000;
    private const int EnoughLetters = 8;
    private const int EnoughWords = 3;

    private static readonly (string Code, FrozenSet<string> Words)[] Latin =
    [
        ("en", Words("the of and to in is that for with as on are this by we be it from which can an at not or their has have our was were but")),
        ("de", Words("der die das und ist nicht mit von den dem ein eine für auf im sich des auch wir werden als durch")),
        ("fr", Words("le la les des et est une dans pour que qui sur nous avec par ce sont du pas au cette")),
        ("es", Words("el la los las de que en y una por para con es se del como más son este nuestro")),
        ("it", Words("il la che di per una con sono del della non nel gli è come questo più dei")),
        ("pt", Words("o os que de uma para com não por em do da dos são mais como um ao nos")),
        ("pl", Words("w z na do nie się jest że to jak oraz dla przez są który")),
    ];

    private static FrozenSet<string> Words(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Two-letter code; null where there is too little to tell.</summary>
    public static string? Of(string text)
    {
        var sample = text.AsSpan(0, Math.Min(text.Length, Sample));
        var (latin, cyrillic, ukrainian) = (0, 0, 0);
        var others = new Dictionary<string, int>();
        foreach (var character in sample)
        {
            if (!char.IsLetter(character)) continue;
            if (character < 0x250) latin++;
            else if (character is >= '\u0400' and < '\u0530')
            {
                cyrillic++;
                if (character is 'і' or 'ї' or 'є' or 'ґ' or 'І' or 'Ї' or 'Є') ukrainian++;
            }
            else if (OtherScript(character) is { } code) others[code] = others.GetValueOrDefault(code) + 1;
        }
        // Terms are English in every language: another script wins well before it has the majority.
        var (other, letters) = others.Count == 0 ? ("", 0) : others.MaxBy(pair => pair.Value) is var best ? (best.Key, best.Value) : default;
        if (other is "zh" && others.GetValueOrDefault("ja") * 20 > letters) other = "ja";
        if (letters > cyrillic && letters >= EnoughLetters && letters * 5 > latin) return other;
        if (cyrillic >= EnoughLetters && cyrillic * 5 > latin) return ukrainian * 50 > cyrillic ? "uk" : "ru";
        return OfLatin(sample.ToString());
    }

    private static string? OfLatin(string sample)
    {
        var words = sample.ToLowerInvariant().Split([' ', '\n', ',', '.', ';', ':', '(', ')', '"', '!', '?'], StringSplitOptions.RemoveEmptyEntries);
        var letters = words.Count(word => word.Any(char.IsLetter));
        var (code, hits) = Latin.Select(language => (language.Code, words.Count(language.Words.Contains))).MaxBy(pair => pair.Item2);
        return hits >= EnoughWords && hits * 5 >= letters ? code : null;
    }

    private static string? OtherScript(char character) => character switch
    {
        >= '\u0370' and < '\u0400' => "el",
        >= '\u0530' and < '\u0590' => "hy",
        >= '\u0590' and < '\u0600' => "he",
        >= '\u0600' and < '\u0700' => "ar",
        >= '\u0900' and < '\u0980' => "hi",
        >= '\u0980' and < '\u0a00' => "bn",
        >= '\u0b80' and < '\u0c00' => "ta",
        >= '\u0e00' and < '\u0e80' => "th",
        >= '\u10a0' and < '\u1100' => "ka",
        >= '\u3040' and < '\u3100' => "ja",
        >= '\u4e00' and < '\ua000' => "zh",
        >= '\uac00' and < '\ud7b0' => "ko",
        _ => null,
    };
}
