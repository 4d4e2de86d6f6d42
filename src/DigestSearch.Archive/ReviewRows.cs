using System.Data.Common;
using System.Globalization;
using System.Text.Json;
using DigestSearch.Reviews;

namespace DigestSearch.Archive;

/// <summary>Digests and reviews to and from their rows.</summary>
internal static class ReviewRows
{
    /// <summary>Columns of a digest <c>g</c> and its document <c>d</c>, as <see cref="Digest"/> reads them.</summary>
    public const string DigestColumns =
        "g.id, d.name, g.title, g.url, g.published, g.period_from, g.period_to, g.language, g.reviews, d.problems";

    /// <summary>How many <see cref="DigestColumns"/> there are.</summary>
    public const int DigestWidth = 10;

    /// <summary>The digest whose columns begin at a place in the row.</summary>
    public static ArchivedDigest Digest(DbDataReader row, int at = 0) => new(row.GetString(at), row.GetString(at + 1), new Digest
    {
        Title = row.GetString(at + 2), Url = Text(row, at + 3), Published = Day(Text(row, at + 4)),
        Period = Months(Text(row, at + 5), Text(row, at + 6)), Language = Text(row, at + 7),
    }, row.GetInt32(at + 8), row.GetInt32(at + 9));

    /// <summary>The JSON of a review.</summary>
    public static string Body(Review review) => JsonSerializer.Serialize(review, ReviewJson.Plain.Review);

    /// <summary>The review of a JSON.</summary>
    public static Review Review(string body) => JsonSerializer.Deserialize(body, ReviewJson.Plain.Review)
        ?? throw new ArchiveException("The archive holds a review without content. Restore it from a backup.");

    /// <summary>A day as the archive writes it.</summary>
    public static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static DateOnly? Day(string? text) => text is null ? null : DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static Period? Months(string? from, string? to) =>
        Month.Parse(from) is { } first && Month.Parse(to) is { } last ? new Period(first, last) : null;

    private static string? Text(DbDataReader row, int at) => row.IsDBNull(at) ? null : row.GetString(at);
}
