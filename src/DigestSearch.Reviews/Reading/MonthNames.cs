using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace DigestSearch.Reviews.Reading;

/// <summary>The names of months in the languages that .NET knows, folded.</summary>
internal static class MonthNames
{
    private static readonly Lazy<FrozenDictionary<string, int>> Table = new(Build);

    public static int? NumberOf(string word) => Table.Value.TryGetValue(Fold(word), out var number) ? number : null;

    private static FrozenDictionary<string, int> Build()
    {
        var table = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var name in (string[])["en", "ru", "hi"]) Add(CultureInfo.GetCultureInfo(name), table);
        foreach (var (short_, number) in ((string, int)[])[("jan", 1), ("feb", 2), ("mar", 3), ("apr", 4), ("jun", 6), ("jul", 7), ("aug", 8), ("sep", 9),
            ("sept", 9), ("oct", 10), ("nov", 11), ("dec", 12), ("янв", 1), ("фев", 2), ("апр", 4), ("авг", 8), ("сент", 9), ("окт", 10), ("нояб", 11), ("дек", 12)])
            table.TryAdd(short_, number);
        // Neighbours may give one word to different months (listopad): then the first language in order of its code has it.
        foreach (var culture in CultureInfo.GetCultures(CultureTypes.NeutralCultures).OrderBy(culture => culture.Name, StringComparer.Ordinal)) Add(culture, table);
        return table.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static void Add(CultureInfo culture, Dictionary<string, int> table)
    {
        var format = culture.DateTimeFormat;
        if (format.Calendar is not GregorianCalendar) return;
        for (var month = 0; month < 12; month++)
            foreach (var name in (string[])[format.MonthNames[month], format.MonthGenitiveNames[month]])
                if (Fold(name) is { Length: > 2 } word && word.All(character => !char.IsDigit(character) && character is not ' ')) table.TryAdd(word, month + 1);
    }

    // Devanagari writes some consonants with a dot below (nukta) or without: फ़रवरी, फरवरी.
    private static string Fold(string name)
    {
        var folded = new StringBuilder(name.Length);
        foreach (var character in Folding.Fold(name).Normalize(NormalizationForm.FormD))
            if (character is not ('\u093c' or '\u09bc' or '\u0a3c' or '\u0b3c')) folded.Append(character);
        return folded.ToString().Normalize(NormalizationForm.FormC);
    }
}
