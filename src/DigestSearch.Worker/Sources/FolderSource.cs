using DigestSearch.Archive;
using DigestSearch.Reviews;
using Microsoft.Extensions.Logging;

namespace DigestSearch.Worker.Sources;

/// <summary>
/// Keeps the archive in step with a folder: new and changed files are queued once they are whole, what vanished from a readable folder is
/// removed. A folder that is gone, unreadable or suddenly empty is a problem and removes nothing.
/// </summary>
internal sealed class FolderSource(string path, ReviewArchive archive, Intake intake, IngestQueue queue, Action changed, WorkerSettings settings, ILogger log, TimeProvider time) : IDisposable
{
    private readonly Source source = new(SourceKind.Folder, DocumentFiles.FolderOf(path));
    private readonly bool single = DocumentFiles.IsFile(path);
    private readonly FolderWatch watch = new(DocumentFiles.FolderOf(path), below: !DocumentFiles.IsFile(path), log);
    private readonly FileLooks looks = new(settings.SettleTime, time);
    private readonly Backoff backoff = new(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(30));
    private readonly ToldProblems problems = new(new Source(SourceKind.Folder, DocumentFiles.FolderOf(path)), archive, log);

    /// <summary>Looks and looks again until cancelled: soon after the system tells of a change, and regularly in any case.</summary>
    public async Task FollowAsync(CancellationToken cancellation)
    {
        try
        {
            while (true)
            {
                watch.Renew();
                await watch.WaitAsync(await NextAsync(cancellation).ConfigureAwait(false), cancellation).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            // Stopping is how this loop ends.
        }
    }

    /// <summary>Tells that a queued document was archived, or not: then it is taken again at a later look.</summary>
    public void Finished(IngestItem item, Exception? failure)
    {
        if (item.Source != source) return;
        if (failure is not null) looks.Fail(item.Name, failure);
        else if (!looks.Succeed(item.Name)) return;
        watch.Hear(); // So that the problem is told, or taken back, at once.
    }

    /// <inheritdoc/>
    public void Dispose() => watch.Dispose();

    /// <summary>One look; how long until the next one, if nothing is heard before.</summary>
    internal async Task<TimeSpan> LookAsync(CancellationToken cancellation)
    {
        IReadOnlyList<DocumentFile> files;
        try
        {
            files = DocumentFiles.Of(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            problems.Tell([Problem("source-unreadable", Path.GetFileName(source.Place), $"The source {path} cannot be read: {exception.Message}",
                "Bring it back or take it out of the settings; its reviews stay until then.")]);
            return settings.AbsentInterval;
        }
        var known = archive.Documents(source);
        if (files.Count == 0 && known.Any(document => document.Kind is SourceKind.Folder))
        {
            problems.Tell([Problem("source-empty", Path.GetFileName(source.Place), $"The source {path} is suddenly empty.",
                "Bring its files back, or delete the digests; its reviews stay until then.")]);
            return settings.AbsentInterval;
        }
        var next = await QueueAsync(files, cancellation).ConfigureAwait(false);
        if (!single) RemoveVanished(files, known);
        problems.Tell([.. looks.Failures.Select(failure => Problem("file-unreadable", failure.Name, $"The file {failure.Name} could not be taken in: {failure.Reason.Message}",
            DiskSpace.IsOut(failure.Reason) ? "Make room on the disk of the data folder; it is tried again by itself." : "Check that it may be read; it is tried again by itself, and everything else goes on."))]);
        return next;
    }

    // Nothing that befalls one look may end the following of a folder: the archive may be busy, the disk full for a while.
    private async Task<TimeSpan> NextAsync(CancellationToken cancellation)
    {
        try
        {
            var next = await LookAsync(cancellation).ConfigureAwait(false);
            backoff.Reset();
            return next;
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !cancellation.IsCancellationRequested)
        {
            var wait = backoff.Next();
            log.LogError(exception, "{Source} could not be looked through; the next attempt is in {Wait}.", path, wait);
            return wait;
        }
    }

    private async Task<TimeSpan> QueueAsync(IReadOnlyList<DocumentFile> files, CancellationToken cancellation)
    {
        var next = settings.RescanInterval;
        foreach (var file in files)
        {
            if (Stamp(file) is not { } stamp) continue;
            var state = looks.See(file.Name, stamp, () => OpenForWriting.Is(file.File.FullName));
            if (state is FileState.Failing) next = Sooner(next, settings.AbsentInterval);
            // A file that changed while it waits to be read is taken once more, as soon as it was read.
            else if (state is FileState.Unsettled || (state is FileState.Whole && queue.Holds(source, file.Name))) next = Sooner(next, settings.SettleTime / 4);
            else if (state is FileState.Whole)
            {
                looks.Take(file.Name);
                await queue.AddAsync(new IngestItem(source, file.Name, file.Open, () => Stamp(file) == stamp), cancellation).ConfigureAwait(false);
            }
        }
        return next;
    }

    private static TimeSpan Sooner(TimeSpan one, TimeSpan other) => one < other ? one : other;

    // Between being listed and being looked at a file may vanish; the next look tells.
    private static Stamp? Stamp(DocumentFile file)
    {
        file.File.Refresh();
        return file.File.Exists ? new Stamp(file.File.Length, file.File.LastWriteTimeUtc) : null;
    }

    private void RemoveVanished(IReadOnlyList<DocumentFile> files, IReadOnlyList<ArchivedDocument> known)
    {
        var present = files.Select(file => file.Name).ToHashSet(StringComparer.Ordinal);
        looks.Keep(present);
        foreach (var document in known.Where(document => document.Kind is SourceKind.Folder && !present.Contains(document.Name)))
        {
            if (!intake.Remove(source, document.Name)) continue;
            log.LogInformation("{Document} is gone from {Folder}; its reviews were removed.", document.Name, path);
            changed();
        }
    }

    // Problems are shown to anyone: they tell paths relative to the source, also in the words of the system.
    private Problem Problem(string code, string file, string message, string hint) => new(code, file, null, message
        .Replace(source.Place + Path.DirectorySeparatorChar, "", StringComparison.Ordinal)
        .Replace(source.Place, Path.GetFileName(source.Place), StringComparison.Ordinal), hint);
}
