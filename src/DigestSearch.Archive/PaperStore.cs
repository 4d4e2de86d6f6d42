using Dapper;
using DigestSearch.Reviews;
using Microsoft.Data.Sqlite;

namespace DigestSearch.Archive;

/// <summary>Writes by which keys the papers of reviews are found.</summary>
internal static class PaperStore
{
    /// <summary>Notes the keys of a review; those that it had before may stay.</summary>
    public static void Put(ArchiveWriter writer, Review review)
    {
        foreach (var key in PaperKeys.Of(review))
            writer.Statement("INSERT OR IGNORE INTO paper_keys (key, review) VALUES ($1, $2)", OpaqueId.NumberOfPaper(key), review.Id)
                .ExecuteNonQuery();
    }

    /// <summary>Notes the keys of all reviews when they were written by other rules, or before there were any.</summary>
    public static void Renew(ArchiveFile file)
    {
        using (var connection = file.Connect())
            if (IsCurrent(connection)) return;
        using var writer = new ArchiveWriter(file);
        writer.Begin();
        if (IsCurrent(writer.Connection)) return;
        writer.Connection.Execute("DELETE FROM paper_keys");
        using (var rows = writer.Statement("SELECT body FROM reviews WHERE deleted = 0").ExecuteReader())
            while (rows.Read()) Put(writer, ReviewRows.Review(rows.GetString(0)));
        writer.Statement("UPDATE meta SET value = $1 WHERE name = 'paper_keys'", PaperKeys.Version).ExecuteNonQuery();
        writer.Commit();
    }

    private static bool IsCurrent(SqliteConnection connection) =>
        connection.ExecuteScalar<long>("SELECT value FROM meta WHERE name = 'paper_keys'") == PaperKeys.Version;
}
