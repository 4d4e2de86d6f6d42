using System.Globalization;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace DigestSearch.Archive;

/// <summary>One connection that writes: transactions one after another, the version counter, and statements prepared once.</summary>
internal sealed class ArchiveWriter(ArchiveFile file) : IDisposable
{
    private readonly Dictionary<string, SqliteCommand> statements = new(StringComparer.Ordinal);
    private long committed, version;

    /// <summary>The connection, for statements that run once.</summary>
    public SqliteConnection Connection { get; } = file.Connect();

    /// <summary>Takes the write lock; waits for other writers.</summary>
    public void Begin()
    {
        Statement("BEGIN IMMEDIATE").ExecuteNonQuery();
        committed = version = (long)Statement("SELECT value FROM meta WHERE name = 'version'").ExecuteScalar()!;
    }

    /// <summary>Number for the next change.</summary>
    public long NextVersion() => ++version;

    /// <summary>Numbers for the next changes; returns the one before the first.</summary>
    public long NextVersions(int count) => (version += count) - count;

    /// <summary>Makes the transaction durable; returns the version at which all of it is included.</summary>
    public long Commit()
    {
        if (version != committed) Statement("UPDATE meta SET value = $1 WHERE name = 'version'", version).ExecuteNonQuery();
        Statement("COMMIT").ExecuteNonQuery();
        return version;
    }

    /// <summary>A statement with its parameters <c>$1</c>, <c>$2</c>… bound; prepared at its first use.</summary>
    public SqliteCommand Statement(string sql, params ReadOnlySpan<object?> values)
    {
        if (!statements.TryGetValue(sql, out var command))
        {
            statements[sql] = command = Connection.CreateCommand();
            command.CommandText = sql;
            for (var number = 1; number <= values.Length; number++)
                command.Parameters.Add(new SqliteParameter { ParameterName = string.Create(CultureInfo.InvariantCulture, $"${number}") });
        }
        for (var at = 0; at < values.Length; at++) command.Parameters[at].Value = values[at] ?? DBNull.Value;
        return command;
    }

    /// <summary>Gives up what was not committed.</summary>
    public void Dispose()
    {
        foreach (var statement in statements.Values) statement.Dispose();
        // After a full disk SQLite may have rolled back by itself.
        if (Connection.Handle is { } handle && raw.sqlite3_get_autocommit(handle) == 0)
        {
            using var rollback = Connection.CreateCommand();
            rollback.CommandText = "ROLLBACK";
            rollback.ExecuteNonQuery();
        }
        Connection.Dispose();
    }
}
