using System.Text;

namespace DigestSearch.Indexing.Analysis;

/// <summary>Letters of the two alphabets that look the same: a word that was pasted together of both is of the one that most of its letters are.</summary>
internal static class LookAlikes
{
    private const string Latin = "AaBCcEeHKkMOoPpTXxyi";
    private const string Cyrillic = "АаВСсЕеНКкМОоРрТХхуі";

    /// <summary>The word in one alphabet; as it is where that cannot be.</summary>
    public static string Mended(string word)
    {
        var (latin, cyrillic) = (0, 0);
        foreach (var letter in word)
        {
            if (char.IsAsciiLetter(letter)) latin++;
            else if (letter is >= '\u0400' and <= '\u04FF') cyrillic++;
        }
        if (latin == 0 || cyrillic == 0) return word;
        // Of few letters all may look alike: then those decide that are of one alphabet alone.
        return (latin >= cyrillic ? Changed(word, Cyrillic, Latin) ?? Changed(word, Latin, Cyrillic) : Changed(word, Latin, Cyrillic) ?? Changed(word, Cyrillic, Latin)) ?? word;
    }

    private static string? Changed(string word, string from, string to)
    {
        var changed = new StringBuilder(word.Length);
        foreach (var letter in word)
        {
            if (from.IndexOf(letter, StringComparison.Ordinal) is >= 0 and var at) changed.Append(to[at]);
            else if (from == Latin ? char.IsAsciiLetter(letter) : letter is >= '\u0400' and <= '\u04FF') return null;
            else changed.Append(letter);
        }
        return changed.ToString();
    }
}
