using System.Globalization;
using System.Reflection;
using Microsoft.Data.Sqlite;

namespace DigestSearch.Archive;

/// <summary>The schema as numbered scripts; the number of the last one applied is the file's <c>user_version</c>.</summary>
internal static class SchemaScripts
{
    /// <summary>All scripts in order; the first has number 1.</summary>
    public static IReadOnlyList<string> All { get; } = Load();

    /// <summary>Brings a file to the newest schema; refuses a newer one, and a database of something else.</summary>
    public static void Apply(SqliteConnection connection, IReadOnlyList<string> scripts)
    {
        // Under the write lock: two processes may open a new archive at the same moment.
        using var transaction = connection.BeginTransaction(deferred: false);
        var found = Number(connection, "PRAGMA user_version");
        if (found > scripts.Count)
            throw new ArchiveException(string.Create(CultureInfo.InvariantCulture,
                $"The archive {connection.DataSource} has schema version {found}, and this program knows versions up to {scripts.Count}. ") +
                "Start the newer version of the program that wrote it, or restore an older backup of the archive.");
        if (found == 0 && Number(connection, "SELECT count(*) FROM sqlite_schema") > 0)
            throw new ArchiveException($"The file {connection.DataSource} is an SQLite database, but not an archive of this program. " +
                "Move it away, or choose another data folder.");
        for (var number = (int)found + 1; number <= scripts.Count; number++)
            Execute(connection, scripts[number - 1] + string.Create(CultureInfo.InvariantCulture, $"\n;PRAGMA user_version = {number};"));
        transaction.Commit();
    }

    private static long Number(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return (long)command.ExecuteScalar()!;
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static List<string> Load()
    {
        var assembly = Assembly.GetExecutingAssembly();
        var names = assembly.GetManifestResourceNames().Where(name => name.EndsWith(".sql", StringComparison.Ordinal)).Order(StringComparer.Ordinal);
        return [.. names.Select(name =>
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            return reader.ReadToEnd();
        })];
    }
}
