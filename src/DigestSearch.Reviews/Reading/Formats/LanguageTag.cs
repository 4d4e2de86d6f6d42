namespace DigestSearch.Reviews.Reading.Formats;

/// <summary>Languages as documents declare them (BCP 47).</summary>
internal static class LanguageTag
{
    /// <summary>The two letters of the language, small; null where the tag begins with none.</summary>
    public static string? Primary(string? tag) =>
        tag?.Trim() is { Length: >= 2 } code && char.IsAsciiLetter(code[0]) && char.IsAsciiLetter(code[1]) && (code.Length == 2 || code[2] is '-' or '_') ? code[..2].ToLowerInvariant() : null;
}
