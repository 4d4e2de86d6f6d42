using System.Text.RegularExpressions;

namespace DigestSearch.Reviews.Reading;

/// <summary>Names of authors in one line to a list.</summary>
internal static class AuthorList
{
    private const int Limit = 5_000;
    private const RegexOptions Linear = RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase;
    private static readonly Regex Last = new(@"(^|\s)(and|и|&)\s+", Linear);
    private static readonly Regex EtAl = new(@"[\s,]*\b(et\s+al\.?|и\s+др(угие|\.)?|и\s+соавт(оры|\.)?|and\s+others)\s*$", Linear);
    // A full stop where a comma was meant: behind a whole name, not behind an initial.
    private static readonly Regex Stop = new(@"(\p{Ll}{3})\.(?:\s)", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
    private static readonly Regex Suffix = new(@"^(jr|sr)\.?$|^(ii|iii|iv)$", Linear);

    public static IReadOnlyList<string> Split(string text)
    {
        var names = new List<string>();
        foreach (var part in Stop.Replace(EtAl.Replace(text, ""), "$1,").Split([',', ';', '\n', '，', '、']))
            foreach (var piece in Last.Split(part).Where((_, i) => i % 3 == 0))
            {
                var name = Clean(piece);
                if (name.Length == 0 || names.Count == Limit) continue;
                if (names.Count > 0 && Suffix.IsMatch(name)) names[^1] += ", " + name;
                else names.Add(name);
            }
        return names;
    }

    /// <summary>Whether each part could be the name of a person; for lines that no label announces.</summary>
    public static bool LooksLikeNames(string text)
    {
        var names = Split(text);
        return names.Count > 0 && names.All(name =>
            name.Length <= 60 && !name.Contains("::", StringComparison.Ordinal) && name.Split(' ') is { Length: <= 6 } words
            && words.Any(IsNameWord) && IsNameWord(words[^1]));
    }

    // Scripts without case have no lower letters to fail on; particles may be glued on: «al-Example».
    private static bool IsNameWord(string word) => word.Length > 0 && char.IsLetter(word[0]) && (!char.IsLower(word[0]) || word.Any(char.IsUpper));

    private static string Clean(string piece)
    {
        var name = piece.Replace('\n', ' ').Trim().TrimEnd('*', '†', '‡', '§', '¶', '¹', '²', '³', '⁴', '⁵').Trim(' ', '*', '…', ':', '_');
        // A digit behind a name points to an institution; in a handle it is part of it.
        if (name.Contains(' ')) name = name.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9').TrimEnd();
        name = name.EndsWith(" .", StringComparison.Ordinal) ? name[..^2] : name;
        return name is "..." or "." ? "" : name.Any(char.IsLetter) ? name : "";
    }
}
