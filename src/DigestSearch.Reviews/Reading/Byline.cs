using System.Text.RegularExpressions;
using DigestSearch.Reviews.Reading.Formats;

namespace DigestSearch.Reviews.Reading;

/// <summary>The line <c>Authors: A, B (institutions, country, year)</c>.</summary>
internal sealed partial record Byline(IReadOnlyList<string> Authors, Affiliation Affiliation)
{
    private const int LengthLimit = 64 * 1024;

    [GeneratedRegex(@"^\s*(?<label>авторы\s+(статьи|работы)|автор\s+статьи|авторы?|автор\(ы\)|paper\s+authors?|authors?(\(s\))?)\s*:\s*", Pattern.AnyCase)]
    private static partial Regex Label { get; }

    public static Byline None { get; } = new([], Affiliation.None);

    /// <summary>As the venue has it, where its year stands beside it: of the conference, not of the paper.</summary>
    public int? VenueYear { get; init; }

    /// <summary>Reads a line; null where it is none. Without a label it must look like names and give a year.</summary>
    public static Byline? Read(RichText line, Vocabulary vocabulary)
    {
        var text = line.Plain;
        if (text.Length is 0 or > LengthLimit) return null;
        var label = Label.Match(text);
        // Copies that lost one alphabet keep the colon of the label.
        var stripped = !label.Success && text[0] is ':' && text is not [':', ':', ..];
        var rest = (label.Success ? text[label.Length..] : stripped ? text[1..] : text).Trim();
        if (label.Success) return ReadValue(RichText.Of(rest), vocabulary);
        var (names, inside) = SplitParenthesis(rest);
        if (names.Length == 0 || !AuthorList.LooksLikeNames(names)) return null;
        // The colon that is left of a label says as much as a year.
        if (inside is null) return stripped && AuthorList.Split(names).Any(name => name.Contains(' ')) ? new Byline(AuthorList.Split(names), Affiliation.None) : null;
        var affiliation = Affiliation.Read(inside, vocabulary);
        if (affiliation.Year is null && !stripped || !affiliation.HasPlace && AuthorList.Split(names).Count < 2 || NamesLine.HasOthers(inside)) return null;
        return new Byline(AuthorList.Split(names), affiliation);
    }

    /// <summary>Reads what stands behind a label of authors.</summary>
    public static Byline ReadValue(RichText value, Vocabulary vocabulary)
    {
        var text = value.Plain.Replace('（', '(').Replace('）', ')');
        if (text.Length > LengthLimit) text = text[..LengthLimit];
        if (Groups(text) is var (people, places)) return new Byline(AuthorList.Split(people), Affiliation.Read(places, vocabulary));
        var (names, inside) = SplitParenthesis(text);
        return new Byline(AuthorList.Split(names), inside is null ? Affiliation.None : Affiliation.Read(inside, vocabulary));
    }

    // «A. Example (University); B. Sample (Labs and Works)»: several parentheses, each behind names.
    private static (string People, string Places)? Groups(string text)
    {
        var (people, places) = (new System.Text.StringBuilder(), new System.Text.StringBuilder());
        var (depth, groups) = (0, 0);
        foreach (var character in text)
        {
            if (character is '(' && depth++ == 0) groups++;
            else if (character is ')' && depth > 0 && --depth == 0) places.Append(", ");
            else (depth > 0 ? places : people).Append(character);
        }
        return groups > 1 && depth == 0 ? (people.ToString().Trim(' ', '.', ';', ','), places.ToString().TrimEnd(' ', ',')) : null;
    }

    /// <summary>A line of names and institutions below a byline, without a label.</summary>
    public static Byline? ReadMore(RichText line, Vocabulary vocabulary)
    {
        var (names, inside) = SplitParenthesis(line.Plain.Trim(':', ' '));
        if (inside is null || names.Length is 0 or > 1_000 || !AuthorList.LooksLikeNames(names) || !AuthorList.Split(names).All(name => name.Contains(' '))) return null;
        var affiliation = Affiliation.Read(inside, vocabulary);
        return affiliation.HasPlace ? new Byline(AuthorList.Split(names), affiliation) : null;
    }

    public Byline With(Byline more) => new([.. Authors, .. more.Authors], new Affiliation(
        [.. Affiliation.Institutions.Union(more.Affiliation.Institutions)], [.. Affiliation.Countries.Union(more.Affiliation.Countries)], Affiliation.Year ?? more.Affiliation.Year, Affiliation.Venue ?? more.Affiliation.Venue)) { VenueYear = VenueYear ?? more.VenueYear };

    /// <summary>Whether a line begins as a byline does: with its label, or with what is left of it.</summary>
    public static bool Announces(RichText line) => Label.IsMatch(line.Plain) || line.Text is [':', ' ', ..] && line.Text.Contains('(');

    /// <summary>Whether a labelled line goes on in the next one.</summary>
    public static bool IsOpen(RichText line, RichText next)
    {
        var text = line.Plain;
        if (!Label.IsMatch(text) && text is not [':', ' ', ..]) return false;
        if (text.Contains('(')) return text.Count('(') > text.Count(')') || next.Text is ['(', ..] && SplitParenthesis(next.Plain).Before.Length == 0;
        return text.EndsWith(',') && next.Plain is [not (':' or ','), ..] || next.Text.StartsWith('(');
    }

    /// <summary>Splits the balanced parenthesis that ends a text from what stands before it.</summary>
    public static (string Before, string? Inside) SplitParenthesis(string text) => Split(text, '(', ')');

    /// <summary>The same for a parenthesis or square brackets.</summary>
    public static (string Before, string? Inside) SplitBrackets(string text) => Split(text, '(', ')') is { Inside: not null } parenthesis ? parenthesis : Split(text, '[', ']');

    private static (string Before, string? Inside) Split(string text, char open, char close)
    {
        var trimmed = text.AsSpan().TrimEnd(" .,;");
        if (trimmed.IsEmpty || trimmed[^1] != close) return (text.Trim(), null);
        var depth = 0;
        for (var i = trimmed.Length - 1; i >= 0; i--)
        {
            if (trimmed[i] == close) depth++;
            if (trimmed[i] == open && --depth == 0) return (trimmed[..i].Trim().ToString(), trimmed[(i + 1)..^1].Trim().ToString());
        }
        return (text.Trim(), null);
    }
}
