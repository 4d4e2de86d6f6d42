using System.Globalization;
using DigestSearch.Api.Requests;
using DigestSearch.Search;

namespace DigestSearch.Api.Search;

/// <summary>How years are written in an address: <c>2019</c>, <c>2018..2020</c>, <c>2018..</c>, <c>..2020</c>.</summary>
internal static class YearForm
{
    /// <summary>The forms, in words.</summary>
    public const string Accepted = "a year of four digits (2019), a range from the earlier to the later (2018..2020), or a range with an open end (2018.., ..2020)";

    private const string Dots = "..";

    /// <summary>Reads one of the forms; null for anything else.</summary>
    public static YearRange? Read(string text)
    {
        var at = text.IndexOf(Dots, StringComparison.Ordinal);
        if (at < 0) return Year(text) is { } year ? new(year, year) : null;
        var (from, to) = (text[..at], text[(at + Dots.Length)..]);
        if (from.Length + to.Length == 0) return null;
        if (from.Length > 0 && Year(from) is null || to.Length > 0 && Year(to) is null) return null;
        return Year(from) > Year(to) ? null : new YearRange(Year(from), Year(to));
    }

    /// <summary>Writes years in the shortest form that reads the same.</summary>
    public static string Write(YearRange range) => range.From == range.To && range.From is { } year
        ? year.ToString("D4", CultureInfo.InvariantCulture)
        : string.Create(CultureInfo.InvariantCulture, $"{range.From:D4}..{range.To:D4}");

    private static int? Year(string text) => text.Length == 4 ? Numbers.Read(text, 1, 9999) : null;
}
