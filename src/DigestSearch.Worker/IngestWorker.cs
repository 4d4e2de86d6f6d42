using DigestSearch.Archive;
using DigestSearch.Worker.Sources;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace DigestSearch.Worker;

/// <summary>The left half of the way of a review: follows the sources into the archive, and the archive into the index.</summary>
public sealed class IngestWorker(ReviewArchive archive, Intake intake, IndexFollower follower, WorkerMetrics metrics, WorkerSettings settings, ILogger<IngestWorker> log, TimeProvider time)
    : BackgroundService
{
    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var queue = new IngestQueue(intake, follower.Wake, metrics, log);
        using var client = new FeedClient(settings.Feeds, time);
        var feeds = settings.Sources.Where(FeedAddress.Is).Select(FeedAddress.Of).Distinct().Select(address => new FeedSource(address, archive, queue, client, settings.Feeds, log, time)).ToList();
        var folders = settings.Sources.Where(source => !FeedAddress.Is(source)).Select(path => new FolderSource(path, archive, intake, queue, follower.Wake, settings, log, time)).ToList();
        await Task.WhenAll(
        [
            Task.Run(() => follower.FollowAsync(stoppingToken), CancellationToken.None),
            Task.Run(() => ReadAgain(stoppingToken), CancellationToken.None),
            queue.ReadAsync((item, failure) =>
            {
                folders.ForEach(folder => folder.Finished(item, failure));
                feeds.ForEach(feed => feed.Finished(item, failure));
            }, stoppingToken),
            .. folders.Select(folder => Task.Run(() => folder.FollowAsync(stoppingToken), CancellationToken.None)),
            .. feeds.Select(feed => Task.Run(() => feed.FollowAsync(stoppingToken), CancellationToken.None)),
        ]).ConfigureAwait(false);
        folders.ForEach(folder => folder.Dispose());
    }

    // Another reader or vocabulary: what is stored is read again, ids kept.
    private void ReadAgain(CancellationToken cancellation)
    {
        try
        {
            var documents = intake.ReadAgain(null, cancellation);
            if (documents == 0) return;
            log.LogInformation("{Count} documents were read again, since the reader or the vocabulary has changed.", documents);
            follower.Wake();
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            // The rest is read again at the next start.
        }
        catch (Exception exception)
        {
            log.LogError(exception, "Stored documents could not be read again; what was read before stays.");
        }
    }
}
