using Microsoft.Data.Sqlite;

namespace DigestSearch.Archive;

/// <summary>The SQLite file: opened, checked and migrated once, then connections from the pool.</summary>
internal sealed class ArchiveFile : IDisposable
{
    private const int NotADatabase = 26, Corrupt = 11, CannotOpen = 14, ReadOnly = 8, NoPermission = 3;
    private readonly string connectionString;

    private ArchiveFile(string path)
    {
        Path = path;
        connectionString = ConnectionString(path, SqliteOpenMode.ReadWrite);
    }

    /// <summary>Full path of the file.</summary>
    public string Path { get; }

    /// <summary>The data folder.</summary>
    public string Folder => System.IO.Path.GetDirectoryName(Path)!;

    /// <summary>Opens or creates the file and brings its schema up to date.</summary>
    public static ArchiveFile Open(string dataFolder, IReadOnlyList<string> scripts)
    {
        var path = System.IO.Path.Combine(System.IO.Path.GetFullPath(dataFolder), "archive.db");
        try
        {
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
            Prepare(path, scripts);
            return new ArchiveFile(path);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new ArchiveException($"The data folder {dataFolder} cannot be used: {failure.Message} Give another folder with --data.", failure);
        }
        catch (SqliteException failure) when (failure.SqliteErrorCode is NotADatabase)
        {
            throw new ArchiveException($"The file {path} is no SQLite database. Move it away, or restore the archive from a backup.", failure);
        }
        catch (SqliteException failure) when (failure.SqliteErrorCode is Corrupt)
        {
            throw new ArchiveException($"The archive {path} is damaged. Restore it from a backup.", failure);
        }
        catch (SqliteException failure) when (failure.SqliteErrorCode is CannotOpen or ReadOnly or NoPermission)
        {
            throw new ArchiveException($"The archive {path} cannot be opened for writing. Check the rights of the folder and of the file.", failure);
        }
        catch (UnauthorizedAccessException failure)
        {
            throw new ArchiveException($"The data folder {dataFolder} cannot be created. Check the rights of the folder above it.", failure);
        }
    }

    /// <summary>A connection from the pool, ready for use.</summary>
    public SqliteConnection Connect() => Connect(connectionString);

    /// <summary>A connection on which all reads see one moment.</summary>
    public SqliteConnection ConnectToSnapshot(out SqliteTransaction snapshot)
    {
        var connection = Connect();
        snapshot = connection.BeginTransaction(deferred: true);
        return connection;
    }

    /// <summary>Closes the pooled connections, so that the file can be moved.</summary>
    public void Dispose()
    {
        using var connection = new SqliteConnection(connectionString);
        SqliteConnection.ClearPool(connection);
    }

    private static void Prepare(string path, IReadOnlyList<string> scripts)
    {
        using var connection = Connect(ConnectionString(path, SqliteOpenMode.ReadWriteCreate) + ";Pooling=False");
        using var wal = connection.CreateCommand();
        wal.CommandText = "PRAGMA journal_mode = WAL";
        wal.ExecuteNonQuery();
        SchemaScripts.Apply(connection, scripts);
    }

    private static SqliteConnection Connect(string connectionString)
    {
        var connection = new SqliteConnection(connectionString);
        try
        {
            connection.Open();
            using var pragmas = connection.CreateCommand();
            pragmas.CommandText = "PRAGMA busy_timeout = 30000; PRAGMA synchronous = FULL; PRAGMA journal_size_limit = 67108864; PRAGMA cache_size = -16000";
            pragmas.ExecuteNonQuery();
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private static string ConnectionString(string path, SqliteOpenMode mode) => new SqliteConnectionStringBuilder
    {
        DataSource = path, Mode = mode, ForeignKeys = true, DefaultTimeout = 30,
    }.ToString();
}
