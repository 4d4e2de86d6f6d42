namespace DigestSearch.Api.Pages;

/// <summary>Guesses the language of a short text by its letters, as far as screen readers and hyphenation need it.</summary>
internal static class Script
{
    private const int Looked = 200;

    /// <summary><c>ru</c>, <c>en</c>, or null where neither script leads.</summary>
    public static string? LanguageOf(string text)
    {
        var (cyrillic, latin) = (0, 0);
        foreach (var letter in text.AsSpan(0, Math.Min(Looked, text.Length)))
        {
            if (letter is >= '\u0400' and <= '\u04ff') cyrillic++;
            else if (char.IsAsciiLetter(letter)) latin++;
        }
        return cyrillic + latin == 0 ? null : cyrillic * 2 >= latin ? "ru" : "en";
    }
}
