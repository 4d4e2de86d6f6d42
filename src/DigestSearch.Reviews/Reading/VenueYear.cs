using System.Globalization;
using System.Text.RegularExpressions;

namespace DigestSearch.Reviews.Reading;

/// <summary>A year, alone or behind a venue: <c>2019</c>, <c>2019 г.</c>, <c>WACV 2017</c>.</summary>
internal static class VenueYear
{
    private const RegexOptions Linear = RegexOptions.NonBacktracking | RegexOptions.CultureInvariant;
    private static readonly Regex YearOnly = new(@"^((?:19|20)\d\d)(?:\s*(?:г\.?|год|year))?$", Linear | RegexOptions.IgnoreCase);
    private static readonly Regex Both = new(@"^([\p{L}][\p{L}\d&@./+ '-]{0,60}?)[\s,’'-]+((?:19|20)\d\d)$", Linear);

    public static int? Year(string text) => YearOnly.Match(text.Trim()) is { Success: true } match ? Number(match.Groups[1]) : null;

    public static (string Venue, int Year)? Read(string text) =>
        Both.Match(text.Trim()) is { Success: true } match ? (match.Groups[1].Value.Trim(), Number(match.Groups[2])) : null;

    /// <summary>A venue as a field gives it, with its year apart.</summary>
    public static (string? Venue, int? Year) ReadField(string text) =>
        Year(text) is { } year ? (null, year) : Read(text) is { } both ? (both.Venue, both.Year) : (text.Trim() is { Length: > 0 } venue ? venue : null, null);

    private static int Number(Group group) => int.Parse(group.ValueSpan, CultureInfo.InvariantCulture);
}
