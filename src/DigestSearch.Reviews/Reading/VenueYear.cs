using System.Globalization;
using System.Text.RegularExpressions;

namespace DigestSearch.Reviews.Reading;

/// <summary>A year, alone or behind a venue: <c>2019</c>, <c>2019 г.</c>, <c>WACV 2017</c>, <c>CVPR2020</c>, <c>ArXiv15</c>, <c>NeurIPS'19</c>.</summary>
internal static partial class VenueYear
{
    [GeneratedRegex(@"^((?:19|20)\d\d)(?:\s*(?:г\.?|год|year))?$", Pattern.AnyCase)]
    private static partial Regex YearOnly { get; }

    [GeneratedRegex(@"^(3?\p{L}[\p{L}\d&@./+ '-]{0,60}?)[\s,’'-]*((?:19|20)\d\d)$", Pattern.Exact)]
    private static partial Regex Both { get; }

    [GeneratedRegex(@"^(\p{L}[\p{L}&@/+-]{1,20})\s?[’'‘`]?\s?(\d\d)$", Pattern.Exact)]
    private static partial Regex Short { get; }

    [GeneratedRegex(@"^((?:19|20)\d\d)[\s,-]*(\p{L}[\p{L}&@/+-]{1,20})$", Pattern.Exact)]
    private static partial Regex YearFirst { get; }

    [GeneratedRegex(@"[\s,(\[-]+(oral|spotlight|poster|highlight|workshops?|ws|(short )?paper|best (student )?paper( award)?|best paper honorable mention|findings|demo|tutorial|long|short|honorable mention)[)\]]?$", Pattern.AnyCase)]
    private static partial Regex Distinction { get; }

    public static int? Year(string text) => YearOnly.Match(text.Trim()) is { Success: true } match ? Number(match.Groups[1]) : null;

    public static (string Venue, int Year)? Read(string text)
    {
        var clean = text.Trim();
        if (Distinction.Match(clean) is { Success: true } distinction) clean = clean[..distinction.Index];
        if (Both.Match(clean) is { Success: true } match && (match.Groups[1].Index + match.Groups[1].Length < match.Groups[2].Index || Venues.Contains(match.Groups[1].Value)))
            return (match.Groups[1].Value.TrimEnd(' ', ',', '’', '\'', '-'), Number(match.Groups[2]));
        if (YearFirst.Match(clean) is { Success: true } turned && Venues.Contains(turned.Groups[2].Value)) return (turned.Groups[2].Value, Number(turned.Groups[1]));
        // Two digits are a year only behind a venue that is known: ResNet50 and COVID-19 are none.
        return Short.Match(clean) is { Success: true } two && Venues.Contains(two.Groups[1].Value) && Number(two.Groups[2]) is var year
            ? (two.Groups[1].Value, year + (year > 80 ? 1900 : 2000)) : null;
    }

    /// <summary>A venue that is known, with or without its year; null for any other text.</summary>
    public static (string Venue, int? Year)? ReadKnown(string text)
    {
        var clean = text.Trim();
        if (clean.StartsWith("in ", StringComparison.OrdinalIgnoreCase)) clean = clean[3..];
        if (Venues.Contains(clean)) return (clean, null);
        return Read(clean) is { } both && both.Venue.Split(' ') is var words && (Venues.Contains(both.Venue) || Venues.Contains(words[0]) || words.Length <= 6 && words[0] is "Findings" or "Proceedings" or "Proc." && Venues.Contains(words[^1])) ? both : null;
    }

    /// <summary>A venue that no list knows, where one is expected: an abbreviation and its year, <c>WI 2005</c>.</summary>
    public static (string Venue, int Year)? ReadLikely(string text) =>
        text.Length <= 30 && Read(text) is { } both && both.Venue.Split(' ') is { Length: <= 3 } words && words.All(word => word.Count(char.IsUpper) > 1 && word.All(character => char.IsLetter(character) || character is '/' or '&' or '-' or '@')) ? both : null;

    /// <summary>A venue as a field gives it, with its year apart.</summary>
    public static (string? Venue, int? Year) ReadField(string text) =>
        Year(text) is { } year ? (null, year) : Read(text) is { } both ? (both.Venue, both.Year) : (text.Trim() is { Length: > 0 } venue ? venue : null, null);

    private static int Number(Group group) => int.Parse(group.ValueSpan, CultureInfo.InvariantCulture);
}
