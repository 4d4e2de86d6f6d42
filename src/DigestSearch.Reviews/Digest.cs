namespace DigestSearch.Reviews;

/// <summary>A dated collection of reviews, as its document tells it.</summary>
public sealed record Digest
{
    /// <summary>Title as written; the file's name where the document has none.</summary>
    public required string Title { get; init; }

    /// <summary>Address of the original post.</summary>
    public string? Url { get; init; }

    /// <summary>Day on which it was published.</summary>
    public DateOnly? Published { get; init; }

    /// <summary>Months that it covers.</summary>
    public Period? Period { get; init; }

    /// <summary>Two-letter language code (ISO 639-1) of title and introduction.</summary>
    public string? Language { get; init; }

    /// <summary>The day to order by: published, else the last day of the period.</summary>
    public DateOnly? Date => Published ?? Period?.To.LastDay;
}

/// <summary>An inclusive range of months.</summary>
public sealed record Period(Month From, Month To);

/// <summary>A month of a year; written <c>2020-01</c>.</summary>
/// <param name="Year">Year, 1 to 9999.</param>
/// <param name="Number">Month, 1 to 12.</param>
public readonly record struct Month(int Year, int Number)
{
    /// <summary>Last day of the month.</summary>
    public DateOnly LastDay => new(Year, Number, DateTime.DaysInMonth(Year, Number));

    /// <inheritdoc/>
    public override string ToString() => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Year:D4}-{Number:D2}");

    /// <summary>Reads the form <c>2020-01</c>; null for anything else.</summary>
    public static Month? Parse(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM", System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.None, out var day)
            ? new Month(day.Year, day.Month) : null;
}
