using System.Text.RegularExpressions;

namespace DigestSearch.Reviews.Reading;

/// <summary>Names of authors in one line to a list.</summary>
internal static partial class AuthorList
{
    private const int Limit = 5_000;

    [GeneratedRegex(@"(^|\s)(and|и|&)\s+", Pattern.AnyCase)]
    private static partial Regex Last { get; }

    [GeneratedRegex(@"(?<![\s,])[\s,]*\b(et\s+al\.?|и\s+др(угие|\.)?|и\s+соавт(оры|\.)?|and\s+others)\s*$|(?<!\s)\s*等(人)?\s*$", Pattern.AnyCase)]
    private static partial Regex EtAl { get; }

    // A full stop where a comma was meant: behind a whole name, not behind an initial.
    [GeneratedRegex(@"(\p{Ll}{3})\.(?:\s)", Pattern.Exact)]
    private static partial Regex Stop { get; }

    [GeneratedRegex(@",\s*(and\s+\S+\s+\S|et\s+al)", Pattern.AnyCase)]
    private static partial Regex Mla { get; }

    [GeneratedRegex(@"^(\p{Lu}{1,2}|(\p{Lu}\.|\p{Lu}\p{Ll}\.)([\s-]?(\p{Lu}\.?|\p{Lu}\p{Ll}\.)){0,3}|\p{Lu}([\s-]\p{Lu}){1,3})$", Pattern.Exact)]
    private static partial Regex Initials { get; }

    [GeneratedRegex(@"^(jr|sr)\.?$|^(ii|iii|iv)$", Pattern.AnyCase)]
    private static partial Regex Suffix { get; }

    /// <summary>The names in reading order: <c>Example, A., Sample, B.</c> is A. Example and B. Sample.</summary>
    public static IReadOnlyList<string> Split(string text)
    {
        var isMla = Mla.IsMatch(text);
        text = EtAl.Replace(text, "");
        if (SurnamesFirst(text) is { } turned) return turned;
        var names = new List<string>();
        foreach (var part in Stop.Replace(text, "$1,").Split([',', ';', '\n', '，', '、']))
            foreach (var piece in Last.Split(part).Where((_, i) => i % 3 == 0))
            {
                var name = Clean(piece);
                if (name.Length == 0 || names.Count == Limit) continue;
                if (names.Count > 0 && Suffix.IsMatch(name)) names[^1] += ", " + name;
                else names.Add(name);
            }
        return InOrder(names, isMla);
    }

    /// <summary>What commas part, as names: <c>Example</c>, <c>A.</c> are one, and so are the first two of <c>Example</c>, <c>Ada</c>, <c>Bo Sample</c>.</summary>
    /// <param name="names">The parts.</param>
    /// <param name="isMla">Whether a comma stands before the «and» or «et al.» of the list, as the MLA has it.</param>
    public static IReadOnlyList<string> InOrder(List<string> names, bool isMla) => BeforeInitials(names) ?? (isMla ? FirstTurned(names) : null) ?? names;

    /// <summary>Whether the first name of a list may be turned.</summary>
    public static bool IsMla(string text) => Mla.IsMatch(text);

    // «Example, Ada and Sample, Bo», «Example, Ada; Sample, Bo»: one comma a name, and it stands behind the surname.
    private static List<string>? SurnamesFirst(string text)
    {
        if (!text.Contains(',')) return null;
        var people = text.Contains(';') ? text.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) : [.. Last.Split(text).Where((_, i) => i % 3 == 0)];
        // «Ivanov, Petrov and Sidorov, Kuznetsov» are four: two need a sign that they are turned.
        if (people.Length is < 2 or > Limit || people.Length == 2 && !text.Contains(';') && !text.Contains('.')) return null;
        var names = new List<string>(people.Length);
        foreach (var person in people)
        {
            if (person.Split(',') is not [var surname, var given] || surname.Trim() is not { Length: > 0 } last || last.Contains(' ') || given.Trim() is not { Length: > 0 } first || first.Split(' ').Length > 3 || first.Length > 2 && first.All(char.IsUpper) || Clean(first + " " + last) is not { Length: > 0 } name) return null;
            names.Add(name);
        }
        return names;
    }

    // «Example, A., Sample, B. C.»: what the commas part are surnames and their initials in turn.
    private static List<string>? BeforeInitials(List<string> names)
    {
        if (names.Count < 2 || names.Count % 2 > 0) return null;
        for (var i = 0; i < names.Count; i += 2)
            if (Initials.IsMatch(names[i]) || !Initials.IsMatch(names[i + 1])) return null;
        return [.. names.Chunk(2).Select(pair => (pair[1][^1] is '.' || pair[1].Length > 1 && !pair[1].Contains('.') ? pair[1] : pair[1] + ".") + " " + pair[0])];
    }

    // «Example, Ada, Bo Sample, and Cy Third», «Example, Ada, et al.»: the first one alone is turned.
    private static List<string>? FirstTurned(List<string> names) =>
        names.Count > 1 && !names[0].Contains(' ') && IsGiven(names[1]) && names.Skip(2).All(name => name.Contains(' ')) ? [names[1] + " " + names[0], .. names.Skip(2)] : null;

    private static bool IsGiven(string name) => name.Split(' ') is var words && words.Length <= 3 && words.Skip(1).All(word => Initials.IsMatch(word));

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
        // A stop behind a whole name ends the list.
        if (name.Length > 3 && name[^1] is '.' && char.IsLower(name[^2]) && char.IsLetter(name[^3]) && name.Contains(' ') && !Suffix.IsMatch(name[(name.LastIndexOf(' ') + 1)..])) name = name[..^1];
        name = name.EndsWith(" .", StringComparison.Ordinal) ? name[..^2] : name;
        return name is "..." or "." ? "" : name.Any(char.IsLetter) ? name : "";
    }
}
