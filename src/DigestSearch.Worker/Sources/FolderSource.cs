using DigestSearch.Archive;
using DigestSearch.Reviews;
using Microsoft.Extensions.Logging;

namespace DigestSearch.Worker.Sources;

/// <summary>
/// Keeps the archive in step with a folder: new and changed files are queued once they are whole, what vanished from a readable folder is
/// removed. A folder that is gone, unreadable or suddenly empty is a problem and removes nothing.
/// </summary>
internal sealed class FolderSource(string path, ReviewArchive archive, Intake intake, IngestQueue queue, Action changed, WorkerSettings settings, ILogger log, TimeProvider time)
{
    private readonly Source source = new(SourceKind.Folder, DocumentFiles.FolderOf(path));
    private readonly bool single = File.Exists(path);
    private readonly Lock gate = new();
    private readonly Dictionary<string, Look> looks = new(StringComparer.Ordinal);

    // Length and time of change tell that a file moved on, never that it is the same as in the archive: that the archive's hash tells.
    private readonly record struct Stamp(long Length, DateTime Changed);

    private sealed record Look(Stamp Stamp, long Since, bool Taken);

    /// <summary>Looks and looks again until cancelled: soon after the system tells of a change, and regularly in any case.</summary>
    public async Task FollowAsync(CancellationToken cancellation)
    {
        using var told = new SemaphoreSlim(0, 1);
        FileSystemWatcher? watcher = null;
        try
        {
            while (true)
            {
                watcher = Watch(watcher, told);
                var unsettled = await LookAsync(cancellation).ConfigureAwait(false);
                await told.WaitAsync(unsettled ? settings.SettleTime / 2 : settings.RescanInterval, cancellation).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            // Stopping is how this loop ends.
        }
        finally
        {
            watcher?.Dispose();
        }
    }

    /// <summary>Tells that a queued document was archived, or not: then it is taken again at a later look.</summary>
    public void Finished(IngestItem item, Exception? failure)
    {
        if (failure is null || item.Source != source) return;
        lock (gate) looks.Remove(item.Name);
    }

    /// <summary>One look; true while some file has not settled yet.</summary>
    internal async Task<bool> LookAsync(CancellationToken cancellation)
    {
        IReadOnlyList<DocumentFile> files;
        try
        {
            files = DocumentFiles.Of(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            Tell("source-unreadable", $"The source {path} cannot be read: {exception.Message}", "Bring it back or take it out of the settings; its reviews stay until then.");
            return false;
        }
        var known = archive.Documents(source);
        if (files.Count == 0 && known.Any(document => document.Kind is SourceKind.Folder))
        {
            Tell("source-empty", $"The source {path} is suddenly empty.", "Bring its files back, or delete the digests; its reviews stay until then.");
            return false;
        }
        archive.ClearProblems(source);
        var unsettled = await QueueAsync(files, cancellation).ConfigureAwait(false);
        if (!single) RemoveVanished(files, known);
        return unsettled;
    }

    private async Task<bool> QueueAsync(IReadOnlyList<DocumentFile> files, CancellationToken cancellation)
    {
        var unsettled = false;
        foreach (var file in files)
        {
            var stamp = new Stamp(file.File.Length, file.File.LastWriteTimeUtc);
            if (!IsWhole(file.Name, stamp, out var taken))
            {
                unsettled = true;
                continue;
            }
            if (taken || queue.Holds(source, file.Name)) continue;
            lock (gate) looks[file.Name] = looks[file.Name] with { Taken = true };
            await queue.AddAsync(new IngestItem(source, file.Name, file.Open), cancellation).ConfigureAwait(false);
        }
        return unsettled;
    }

    private bool IsWhole(string name, Stamp stamp, out bool taken)
    {
        lock (gate)
        {
            taken = false;
            if (!looks.TryGetValue(name, out var look) || look.Stamp != stamp)
            {
                looks[name] = new Look(stamp, time.GetTimestamp(), false);
                return false;
            }
            taken = look.Taken;
            return taken || time.GetElapsedTime(look.Since) >= settings.SettleTime;
        }
    }

    private void RemoveVanished(IReadOnlyList<DocumentFile> files, IReadOnlyList<ArchivedDocument> known)
    {
        var present = files.Select(file => file.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var document in known.Where(document => document.Kind is SourceKind.Folder && !present.Contains(document.Name)))
        {
            if (!intake.Remove(source, document.Name)) continue;
            lock (gate) looks.Remove(document.Name);
            log.LogInformation("{Document} is gone from {Folder}; its reviews were removed.", document.Name, path);
            changed();
        }
    }

    private void Tell(string code, string message, string hint)
    {
        log.LogWarning("{Message} {Hint}", message, hint);
        archive.PutProblem(source, new Problem(code, Path.GetFileName(source.Place), null, message, hint));
    }

    private FileSystemWatcher? Watch(FileSystemWatcher? watcher, SemaphoreSlim told)
    {
        if (watcher is not null && Directory.Exists(source.Place)) return watcher;
        watcher?.Dispose();
        if (!Directory.Exists(source.Place)) return null;
        try
        {
            var fresh = new FileSystemWatcher(source.Place) { IncludeSubdirectories = true, NotifyFilter = NotifyFilters.FileName | NotifyFilters.DirectoryName | NotifyFilters.LastWrite | NotifyFilters.Size };
            void Heard(object sender, EventArgs arguments)
            {
                try
                {
                    told.Release();
                }
                catch (Exception exception) when (exception is SemaphoreFullException or ObjectDisposedException)
                {
                    // A look is due already, or the loop has ended.
                }
            }
            fresh.Created += Heard;
            fresh.Changed += Heard;
            fresh.Deleted += Heard;
            fresh.Renamed += Heard;
            fresh.Error += Heard;
            fresh.EnableRaisingEvents = true;
            return fresh;
        }
        catch (IOException exception)
        {
            log.LogWarning("The system cannot watch {Folder} ({Reason}); it is looked through every {Interval}.", source.Place, exception.Message, settings.RescanInterval);
            return null;
        }
    }
}
