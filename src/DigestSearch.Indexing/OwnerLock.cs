using System.Globalization;

namespace DigestSearch.Indexing;

/// <summary>
/// The one process that may write the index of a data folder. Lucene's own lock excludes nobody on Linux: .NET maps every
/// <see cref="FileShare"/> but <see cref="FileShare.None"/> to a shared flock. The kernel releases this one however the process ends.
/// </summary>
public sealed class OwnerLock : IDisposable
{
    private const string LockName = "owner.lock";
    private const string OwnerName = "owner.txt";

    private readonly FileStream file;

    private OwnerLock(string dataFolder, FileStream file)
    {
        DataFolder = dataFolder;
        this.file = file;
    }

    /// <summary>The folder that is owned.</summary>
    public string DataFolder { get; }

    /// <summary>The Lucene directory that the owner writes.</summary>
    public string IndexPath => Path.Combine(DataFolder, IndexDirectory.FolderName);

    /// <summary>Takes the lock; null when another process has it.</summary>
    /// <exception cref="OwnerLockException">Locks do not exclude anybody here.</exception>
    public static OwnerLock? TryTake(string dataFolder)
    {
        dataFolder = Path.GetFullPath(dataFolder);
        Create(dataFolder);
        if (Environment.GetEnvironmentVariable("DOTNET_SYSTEM_IO_DISABLEFILELOCKING") is "1" or "true")
            throw new OwnerLockException("DOTNET_SYSTEM_IO_DISABLEFILELOCKING switches file locks off, so two processes could damage the index. Unset it.");
        if (Open(dataFolder) is not { } file) return null;
        if (Open(dataFolder) is { } second)
        {
            second.Dispose();
            file.Dispose();
            throw new OwnerLockException($"The file system of {dataFolder} ignores file locks, so two processes could damage the index. Keep the data folder on a local disk.");
        }
        File.WriteAllText(Path.Combine(dataFolder, OwnerName),
            string.Create(CultureInfo.InvariantCulture, $"process {Environment.ProcessId} on {Environment.MachineName}"));
        return new OwnerLock(dataFolder, file);
    }

    /// <summary>Who holds the lock of a folder: <c>process 4711 on reading-room</c>.</summary>
    public static string OwnerOf(string dataFolder)
    {
        try
        {
            return File.ReadAllText(Path.Combine(dataFolder, OwnerName));
        }
        catch (IOException)
        {
            return "another process"; // It may just be writing its name.
        }
    }

    /// <inheritdoc/>
    public void Dispose() => file.Dispose(); // The file stays: deleting a lock file is a race.

    private static void Create(string dataFolder)
    {
        try
        {
            System.IO.Directory.CreateDirectory(dataFolder);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new OwnerLockException($"The data folder {dataFolder} cannot be created: {exception.Message} Give another folder with --data.");
        }
    }

    private static FileStream? Open(string dataFolder)
    {
        try
        {
            return new FileStream(Path.Combine(dataFolder, LockName), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException exception) when (IsTaken(exception))
        {
            return null;
        }
        catch (UnauthorizedAccessException exception)
        {
            throw new OwnerLockException($"The data folder {dataFolder} cannot be written: {exception.Message} Check its rights, or give another folder with --data.");
        }
    }

    // EWOULDBLOCK on Linux and macOS, ERROR_SHARING_VIOLATION on Windows; a full disk is none of them.
    private static bool IsTaken(IOException exception) => exception.GetType() == typeof(IOException) && (exception.HResult & 0xFFFF) is (11 or 35 or 32);
}

/// <summary>The data folder cannot be owned safely; the message says why.</summary>
public sealed class OwnerLockException(string message) : Exception(message);
