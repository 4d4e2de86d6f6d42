using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace DigestSearch.Reviews.Reading;

/// <summary>The names of months in the languages that .NET knows, folded.</summary>
internal static class MonthNames
{
    private static readonly string[] CommonNames =
    [
        "january jan январь января январе янв", "february feb февраль февраля феврале фев февр", "march mar март марта марте мар", "april apr апрель апреля апреле апр",
        "may май мая мае", "june jun июнь июня июне июн", "july jul июль июля июле июл", "august aug август августа августе авг",
        "september sep sept сентябрь сентября сентябре сен сент", "october oct октябрь октября октябре окт", "november nov ноябрь ноября ноябре ноя нояб",
        "december dec декабрь декабря декабре дек",
    ];

    private static readonly FrozenDictionary<string, int> CommonTable = CommonNames
        .SelectMany((names, i) => names.Split(' ').Select(name => (Name: Fold(name), Number: i + 1))).ToFrozenDictionary(pair => pair.Name, pair => pair.Number);

    private static readonly Lazy<FrozenDictionary<string, int>> Table = new(Build);

    private static readonly ConcurrentDictionary<string, FrozenDictionary<string, int>> Languages = new(StringComparer.Ordinal);

    /// <summary>Number of a month named in English or Russian, short or whole.</summary>
    public static int? Common(string word) => Number(CommonTable, word);

    /// <summary>Number of a month named in any language.</summary>
    public static int? NumberOf(string word) => Common(word) ?? Number(Table.Value, word);

    /// <summary>The tables to read a text by, one after the other until one finds a month: asking all of .NET's languages for the first time is slow.</summary>
    public static IEnumerable<Func<string, int?>> For(string text, string? language)
    {
        yield return Common;
        if (!HasYear(text)) yield break;
        var isForeign = text.Any(character => character >= '\u0250' && char.IsLetter(character) && character is not (>= '\u0400' and < '\u0530'));
        language = isForeign ? Language.Of(text) : language;
        if (language is "en" or "ru" && !isForeign) yield break;
        if (language is not null)
        {
            var names = Languages.GetOrAdd(language, OfLanguage);
            yield return word => Number(names, word) ?? Common(word);
        }
        if (language is null || isForeign) yield return NumberOf;
    }

    private static bool HasYear(string text)
    {
        var digits = 0;
        foreach (var character in text)
        {
            digits = char.IsAsciiDigit(character) ? digits + 1 : 0;
            if (digits == 4) return true;
        }
        return false;
    }

    private static int? Number(FrozenDictionary<string, int> table, string word) => table.TryGetValue(Fold(word), out var number) ? number : null;

    private static FrozenDictionary<string, int> OfLanguage(string code)
    {
        var table = new Dictionary<string, int>(StringComparer.Ordinal);
        try
        {
            Add(CultureInfo.GetCultureInfo(code), table);
        }
        catch (CultureNotFoundException)
        {
            // A document may claim any language.
        }
        return table.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static FrozenDictionary<string, int> Build()
    {
        var table = new Dictionary<string, int>(StringComparer.Ordinal);
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
        var folded = Folding.Fold(name);
        if (!folded.AsSpan().ContainsAnyInRange('\u0900', '\u0dff')) return folded;
        var bare = new StringBuilder(folded.Length);
        foreach (var character in folded.Normalize(NormalizationForm.FormD))
            if (character is not ('\u093c' or '\u09bc' or '\u0a3c' or '\u0b3c')) bare.Append(character);
        return bare.ToString().Normalize(NormalizationForm.FormC);
    }
}
