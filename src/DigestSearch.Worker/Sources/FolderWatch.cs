using Microsoft.Extensions.Logging;

namespace DigestSearch.Worker.Sources;

/// <summary>Waits until the system tells of a change in a folder, or until it is time to look in any case.</summary>
internal sealed class FolderWatch(string folder, bool below, ILogger log) : IDisposable
{
    private readonly SemaphoreSlim told = new(0, 1);
    private FileSystemWatcher? watcher;
    private DateTime born;
    private bool refused;

    /// <summary>Watches the folder that is there now; another one of the same name is another folder.</summary>
    public void Renew()
    {
        var now = Directory.Exists(folder) ? Directory.GetCreationTimeUtc(folder) : default(DateTime?);
        if (watcher is not null && now == born) return;
        watcher?.Dispose();
        watcher = null;
        if (now is null || refused) return;
        try
        {
            born = now.Value;
            watcher = Watcher();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            // Too many watches: asking again would not help. A folder that vanished meanwhile may come back.
            refused = exception is IOException and not (FileNotFoundException or DirectoryNotFoundException);
            log.LogWarning("The system cannot watch {Folder} ({Reason}); it is looked through regularly.", folder, exception.Message);
        }
    }

    /// <summary>Completes at a change, or when the time is over.</summary>
    public Task WaitAsync(TimeSpan longest, CancellationToken cancellation) => told.WaitAsync(longest, cancellation);

    /// <summary>Ends the waiting: there is something to look at.</summary>
    public void Hear()
    {
        try
        {
            told.Release();
        }
        catch (Exception exception) when (exception is SemaphoreFullException or ObjectDisposedException)
        {
            // A look is due already, or nobody looks any more.
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        watcher?.Dispose();
        told.Dispose();
    }

    private FileSystemWatcher Watcher()
    {
        var fresh = new FileSystemWatcher(folder) { IncludeSubdirectories = below, NotifyFilter = NotifyFilters.FileName | NotifyFilters.DirectoryName | NotifyFilters.LastWrite | NotifyFilters.Size };
        fresh.Created += (_, _) => Hear();
        fresh.Changed += (_, _) => Hear();
        fresh.Deleted += (_, _) => Hear();
        fresh.Renamed += (_, _) => Hear();
        fresh.Error += (_, _) => Hear();
        fresh.EnableRaisingEvents = true;
        return fresh;
    }
}
