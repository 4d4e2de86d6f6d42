using DigestSearch.Reviews;
using Microsoft.Data.Sqlite;

namespace DigestSearch.Archive;

/// <summary>The archive as lines that it takes back.</summary>
internal static class ArchiveExport
{
    /// <summary>All reviews with the facts of their digests, one after another.</summary>
    public static IEnumerable<ReviewLine> Lines(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText =
            $"""
            SELECT {ReviewRows.DigestColumns}, r.body
            FROM digests g JOIN documents d ON d.id = g.document JOIN reviews r ON r.digest = g.id AND r.deleted = 0
            WHERE g.reviews > 0 ORDER BY d.id, g.ordinal, g.id, r.ordinal, r.id
            """;
        using var rows = command.ExecuteReader();
        ArchivedDigest? digest = null;
        while (rows.Read())
        {
            if (digest?.Id != rows.GetString(0)) digest = ReviewRows.Digest(rows);
            yield return Line(ReviewRows.Review(rows.GetString(ReviewRows.DigestWidth)), digest);
        }
    }

    private static ReviewLine Line(Review review, ArchivedDigest digest) => ReviewLine.Of(review, digest.Digest) with
    {
        Html = review.Html,
        DigestId = digest.Id,
        DigestUrl = digest.Digest.Url,
        DigestPublished = digest.Digest.Published,
        DigestFrom = digest.Digest.Period?.From.ToString(),
        DigestTo = digest.Digest.Period?.To.ToString(),
        DigestLanguage = digest.Digest.Language,
    };
}
