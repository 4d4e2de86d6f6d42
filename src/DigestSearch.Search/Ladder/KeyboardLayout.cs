using System.Text;

namespace DigestSearch.Search.Ladder;

/// <summary>What the same keys write on the other of the layouts ЙЦУКЕН and QWERTY.</summary>
internal static class KeyboardLayout
{
    private const string Latin = "`qwertyuiop[]asdfghjkl;'zxcvbnm,.~QWERTYUIOP{}ASDFGHJKL:\"ZXCVBNM<>";
    private const string Cyrillic = "ёйцукенгшщзхъфывапролджэячсмитьбюЁЙЦУКЕНГШЩЗХЪФЫВАПРОЛДЖЭЯЧСМИТЬБЮ";

    /// <summary>The other word; null where letters of both alphabets, or none, stand in it.</summary>
    public static string? Switched(string word)
    {
        var (latin, cyrillic) = (word.Any(char.IsAsciiLetter), word.Any(letter => Cyrillic.Contains(letter, StringComparison.Ordinal)));
        if (latin == cyrillic) return null;
        var (from, to) = latin ? (Latin, Cyrillic) : (Cyrillic, Latin);
        var switched = new StringBuilder(word.Length);
        foreach (var letter in word) switched.Append(from.IndexOf(letter, StringComparison.Ordinal) is >= 0 and var key ? to[key] : letter);
        return switched.ToString();
    }
}
