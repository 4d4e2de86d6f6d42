using System.Collections.Frozen;
using System.Text;

namespace DigestSearch.Api.Exports;

/// <summary>Russian letters in Latin ones, one spelling each (ISO 9 with digraphs): for keys that programs read.</summary>
internal static class Latin
{
    private static readonly FrozenDictionary<char, string> Letters = new Dictionary<char, string>
    {
        ['а'] = "a", ['б'] = "b", ['в'] = "v", ['г'] = "g", ['д'] = "d", ['е'] = "e", ['ё'] = "e", ['ж'] = "zh", ['з'] = "z", ['и'] = "i", ['й'] = "y", ['к'] = "k", ['л'] = "l", ['м'] = "m", ['н'] = "n", ['о'] = "o",
        ['п'] = "p", ['р'] = "r", ['с'] = "s", ['т'] = "t", ['у'] = "u", ['ф'] = "f", ['х'] = "kh", ['ц'] = "ts", ['ч'] = "ch", ['ш'] = "sh", ['щ'] = "shch", ['ъ'] = "", ['ы'] = "y", ['ь'] = "", ['э'] = "e", ['ю'] = "yu", ['я'] = "ya",
    }.ToFrozenDictionary();

    public static string Of(string text)
    {
        var latin = new StringBuilder(text.Length);
        foreach (var c in text) latin.Append(Letters.GetValueOrDefault(char.ToLowerInvariant(c)) ?? c.ToString());
        return latin.ToString();
    }
}
