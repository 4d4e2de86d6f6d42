using System.Text;

namespace DigestSearch.Indexing.Analysis;

/// <summary>Letters with an umlaut, and the Nordic ones, as two letters.</summary>
internal static class Umlauts
{
    /// <summary>«Schölkopf» as «Schoelkopf»; null for a word without such letters.</summary>
    public static string? Spelled(string word)
    {
        if (Ascii(word)) return null;
        var composed = word.Normalize(NormalizationForm.FormC);
        var spelled = new StringBuilder(word.Length + 2);
        foreach (var letter in composed)
            _ = char.ToLowerInvariant(letter) switch { 'ä' => spelled.Append("ae"), 'ö' or 'ø' => spelled.Append("oe"), 'ü' => spelled.Append("ue"), 'å' => spelled.Append("aa"), _ => spelled.Append(letter) };
        return spelled.Length > composed.Length ? spelled.ToString() : null;
    }

    private static bool Ascii(string word)
    {
        foreach (var letter in word)
            if (letter is >= '\u00C0' and < '\u0400') return false;
        return true;
    }
}
