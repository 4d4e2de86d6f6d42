using System.Globalization;

namespace DigestSearch.Search;

/// <summary>Inclusive years; null leaves an end open. Written <c>2019</c>, <c>2018..2020</c>, <c>2018..</c> or <c>..2020</c>.</summary>
public readonly record struct YearRange(int? From, int? To)
{
    /// <summary>The forms, in words.</summary>
    public const string Forms = "a year of four digits (2019), a range from the earlier to the later (2018..2020), or a range with an open end (2018.., ..2020)";

    private const string Dots = "..";

    /// <summary>Whether a year lies inside.</summary>
    public bool Contains(int year) => (From is not { } from || year >= from) && (To is not { } to || year <= to);

    /// <summary>Reads one of the forms; null for anything else.</summary>
    public static YearRange? Parse(string? text)
    {
        if (string.IsNullOrEmpty(text)) return null;
        var at = text.IndexOf(Dots, StringComparison.Ordinal);
        if (at < 0) return Year(text) is { } year ? new YearRange(year, year) : null;
        var (from, to) = (Year(text.AsSpan(0, at)), Year(text.AsSpan(at + Dots.Length)));
        if ((from is null && at > 0) || (to is null && at + Dots.Length < text.Length) || (from is null && to is null)) return null;
        return from > to ? null : new YearRange(from, to);
    }

    /// <summary>The shortest form that reads the same.</summary>
    public override string ToString() => From == To
        ? string.Create(CultureInfo.InvariantCulture, $"{From:D4}")
        : string.Create(CultureInfo.InvariantCulture, $"{From:D4}..{To:D4}");

    private static int? Year(ReadOnlySpan<char> text) =>
        text.Length == 4 && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year > 0 ? year : null;
}
