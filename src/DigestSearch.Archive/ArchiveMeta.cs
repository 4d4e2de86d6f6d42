using Dapper;
using Microsoft.Data.Sqlite;

namespace DigestSearch.Archive;

/// <summary>The archive's few facts about itself.</summary>
internal static class ArchiveMeta
{
    /// <summary>Version of the newest change.</summary>
    public static long Version(SqliteConnection connection) => connection.ExecuteScalar<long>("SELECT value FROM meta WHERE name = 'version'");

    /// <summary>The archive's own id.</summary>
    public static string Identity(SqliteConnection connection) => connection.ExecuteScalar<string>("SELECT value FROM meta WHERE name = 'identity'")!;
}
