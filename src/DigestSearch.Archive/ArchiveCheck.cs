using System.Globalization;
using System.Text.Json;
using Dapper;
using Microsoft.Data.Sqlite;

namespace DigestSearch.Archive;

/// <summary>Verifies the archive, beside whoever writes it.</summary>
internal static class ArchiveCheck
{
    private const int MaxExamples = 20;

    /// <summary>What is wrong, in whole sentences; empty when all is sound.</summary>
    public static IReadOnlyList<string> Run(ArchiveFile file)
    {
        try
        {
            using var connection = file.ConnectToSnapshot(out var snapshot);
            using var _ = snapshot;
            return [.. Pages(connection), .. Counts(connection), .. Bodies(connection), .. Partial(connection)];
        }
        catch (SqliteException failure) when (failure.SqliteErrorCode is 11 or 26)
        {
            return [$"The archive {file.Path} is damaged: {failure.Message} Restore it from a backup."];
        }
    }

    private static IEnumerable<string> Pages(SqliteConnection connection)
    {
        foreach (var finding in connection.Query<string>($"PRAGMA integrity_check({MaxExamples})").Where(finding => finding != "ok"))
            yield return $"The archive is damaged: {finding.TrimEnd('.')}. Restore it from a backup.";
        foreach (var table in connection.Query("PRAGMA foreign_key_check").Select(row => (string)row.table).Distinct().Take(MaxExamples))
            yield return $"The archive is damaged: the table {table} refers to a row that is missing. Restore the archive from a backup.";
    }

    private static IEnumerable<string> Counts(SqliteConnection connection)
    {
        var (counter, newest) = (ArchiveMeta.Version(connection), connection.ExecuteScalar<long>("SELECT coalesce(max(version), 0) FROM reviews"));
        if (counter < newest)
            yield return string.Create(CultureInfo.InvariantCulture,
                $"The version counter of the archive is {counter}, behind the newest review with {newest}. Restore the archive from a backup.");
        var wrong = connection.Query<string>(
            """
            SELECT id FROM digests g WHERE reviews <> (SELECT count(*) FROM reviews r WHERE r.digest = g.id AND r.deleted = 0) LIMIT 20
            """);
        foreach (var id in wrong) yield return $"The digest {id} counts another number of reviews than it has. Restore the archive from a backup.";
    }

    private static List<string> Bodies(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT id, body FROM reviews WHERE deleted = 0";
        using var rows = command.ExecuteReader();
        var findings = new List<string>();
        while (findings.Count < MaxExamples && rows.Read())
        {
            var id = rows.GetString(0);
            if (!IsSound(id, rows.GetString(1))) findings.Add($"The review {id} cannot be read from the archive. Restore the archive from a backup.");
        }
        return findings;
    }

    private static bool IsSound(string id, string body)
    {
        try
        {
            return ReviewRows.Review(body).Id == id;
        }
        catch (Exception failure) when (failure is JsonException or ArchiveException)
        {
            return false;
        }
    }

    private static IEnumerable<string> Partial(SqliteConnection connection) =>
        connection.Query<string>("SELECT name FROM documents WHERE state = 'partial' ORDER BY place, name LIMIT 20")
            .Select(name => $"The document {name} was read only in part. The worker reads it to the end when it starts; or give it once more.");
}
