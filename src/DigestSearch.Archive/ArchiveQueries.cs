using System.Globalization;
using Dapper;
using DigestSearch.Reviews;
using Microsoft.Data.Sqlite;

namespace DigestSearch.Archive;

/// <summary>What is asked of the archive.</summary>
internal static class ArchiveQueries
{
    private const string FromDigests = "FROM digests g JOIN documents d ON d.id = g.document";

    /// <summary>Changes after a version.</summary>
    public static IReadOnlyList<ReviewChange> Changes(SqliteConnection connection, long after, int limit)
    {
        using var command = Command(connection,
            $"""
            SELECT {ReviewRows.DigestColumns}, r.version, r.id, r.body
            FROM reviews r JOIN digests g ON g.id = r.digest JOIN documents d ON d.id = g.document
            WHERE r.version > $1 ORDER BY r.version LIMIT $2
            """, after, limit);
        using var rows = command.ExecuteReader();
        var changes = new List<ReviewChange>();
        ArchivedDigest? digest = null;
        while (rows.Read())
        {
            var (version, id) = (rows.GetInt64(ReviewRows.DigestWidth), rows.GetString(ReviewRows.DigestWidth + 1));
            if (rows.IsDBNull(ReviewRows.DigestWidth + 2))
            {
                changes.Add(new(version, id, null));
                continue;
            }
            // One statement sees one moment: a digest of the same id is the same digest.
            if (digest?.Id != rows.GetString(0)) digest = ReviewRows.Digest(rows);
            changes.Add(new(version, id, new(ReviewRows.Review(rows.GetString(ReviewRows.DigestWidth + 2)), digest)));
        }
        return changes;
    }

    /// <summary>A review by id.</summary>
    public static ArchivedReview? FindReview(SqliteConnection connection, string id)
    {
        using var command = Command(connection,
            $"""
            SELECT {ReviewRows.DigestColumns}, r.body
            FROM reviews r JOIN digests g ON g.id = r.digest JOIN documents d ON d.id = g.document
            WHERE r.id = $1 AND r.deleted = 0
            """, id);
        using var row = command.ExecuteReader();
        return row.Read() ? new(ReviewRows.Review(row.GetString(ReviewRows.DigestWidth)), ReviewRows.Digest(row)) : null;
    }

    /// <summary>A digest with its reviews.</summary>
    public static DigestReviews? FindDigest(SqliteConnection connection, string id)
    {
        if (List(connection, $"SELECT {ReviewRows.DigestColumns} {FromDigests} WHERE g.id = $1 AND g.reviews > 0", id) is not [var digest]) return null;
        using var command = Command(connection, "SELECT body FROM reviews WHERE digest = $1 AND deleted = 0 ORDER BY ordinal, id", id);
        using var rows = command.ExecuteReader();
        var reviews = new List<Review>();
        while (rows.Read()) reviews.Add(ReviewRows.Review(rows.GetString(0)));
        var document = connection.QuerySingle<long>("SELECT document FROM digests WHERE id = @id", new { id });
        return new(digest, reviews, DocumentStore.Problems(connection, document));
    }

    /// <summary>A page of digests, latest first.</summary>
    public static IReadOnlyList<ArchivedDigest> Digests(SqliteConnection connection, int skip, int take) => List(connection,
        $"SELECT {ReviewRows.DigestColumns} {FromDigests} WHERE g.reviews > 0 ORDER BY g.date DESC, g.id LIMIT $2 OFFSET $1", skip, take);

    /// <summary>How many digests have reviews.</summary>
    public static int DigestCount(SqliteConnection connection) => connection.ExecuteScalar<int>("SELECT count(*) FROM digests WHERE reviews > 0");

    /// <summary>Digests that have reviews, and when their documents came.</summary>
    public static IReadOnlyList<PageAge> DigestAges(SqliteConnection connection) => Ages(connection,
        "SELECT g.id, d.received FROM digests g JOIN documents d ON d.id = g.document WHERE g.reviews > 0 ORDER BY g.date DESC, g.id");

    /// <summary>A part of all reviews in the order in which they changed last, and when their documents came.</summary>
    public static IReadOnlyList<PageAge> ReviewAges(SqliteConnection connection, int skip, int take) => Ages(connection,
        "SELECT r.id, d.received FROM reviews r JOIN digests g ON g.id = r.digest JOIN documents d ON d.id = g.document WHERE r.deleted = 0 ORDER BY r.version LIMIT $2 OFFSET $1", skip, take);

    private static List<PageAge> Ages(SqliteConnection connection, string sql, params ReadOnlySpan<object> values)
    {
        using var command = Command(connection, sql, values);
        using var rows = command.ExecuteReader();
        var ages = new List<PageAge>();
        while (rows.Read()) ages.Add(new(rows.GetString(0), DateTimeOffset.Parse(rows.GetString(1), CultureInfo.InvariantCulture)));
        return ages;
    }

    /// <summary>How many reviews there are.</summary>
    public static int ReviewCount(SqliteConnection connection) =>
        connection.ExecuteScalar<int>("SELECT coalesce(sum(reviews), 0) FROM digests WHERE reviews > 0");

    /// <summary>How many problems there are.</summary>
    public static int ProblemCount(SqliteConnection connection) => connection.ExecuteScalar<int>("SELECT count(*) FROM problems");

    /// <summary>A page of problems in the order of source, file and line.</summary>
    public static IReadOnlyList<ArchivedProblem> Problems(SqliteConnection connection, int skip, int take) =>
        [.. connection.Query<ProblemRow>(
            """
            SELECT coalesce(p.place, d.place) AS place, p.code, p.file, p.line, p.message, p.hint
            FROM problems p LEFT JOIN documents d ON d.id = p.document
            ORDER BY 1, p.file, p.line, p.id LIMIT @take OFFSET @skip
            """, new { skip, take }).Select(row => new ArchivedProblem(SourceKinds.Display(row.Place), row.ToProblem()))];

    private static List<ArchivedDigest> List(SqliteConnection connection, string sql, params ReadOnlySpan<object> values)
    {
        using var command = Command(connection, sql, values);
        using var rows = command.ExecuteReader();
        var digests = new List<ArchivedDigest>();
        while (rows.Read()) digests.Add(ReviewRows.Digest(rows));
        return digests;
    }

    /// <summary>A statement with its parameters <c>$1</c>, <c>$2</c>… bound.</summary>
    public static SqliteCommand Command(SqliteConnection connection, string sql, params ReadOnlySpan<object> values)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        for (var at = 0; at < values.Length; at++)
            command.Parameters.AddWithValue(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"${at + 1}"), values[at]);
        return command;
    }
}
