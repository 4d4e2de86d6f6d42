using System.Collections.Concurrent;
using DigestSearch.Archive;
using DigestSearch.Reviews;
using DigestSearch.Reviews.Reading;
using Microsoft.Extensions.Logging;

namespace DigestSearch.Worker.Sources;

/// <summary>
/// Keeps the archive in step with a feed: each entry is a document of its own. What falls out of the feed stays, for feeds show only the newest;
/// a feed that cannot be had is a problem, and asked again later each time.
/// </summary>
internal sealed class FeedSource(Uri address, ReviewArchive archive, IngestQueue queue, FeedClient client, FeedSettings settings, ILogger log, TimeProvider time)
{
    private static readonly TimeSpan LongestBackoff = TimeSpan.FromHours(1);

    private readonly Source source = new(SourceKind.Feed, address.AbsoluteUri);
    private readonly string name = FeedAddress.Shown(address);
    private readonly ToldProblems problems = new(new Source(SourceKind.Feed, address.AbsoluteUri), archive, log);
    private readonly ConcurrentDictionary<string, TaskCompletionSource<Exception?>> waiting = new(StringComparer.Ordinal);
    private readonly Backoff backoff = new(
        settings.RetryInterval < settings.Interval ? settings.RetryInterval : settings.Interval, settings.Interval < LongestBackoff ? LongestBackoff : settings.Interval);

    /// <summary>Asks and asks again until cancelled, never twice at once.</summary>
    public async Task FollowAsync(CancellationToken cancellation)
    {
        try
        {
            while (true) await Task.Delay(await NextAsync(cancellation).ConfigureAwait(false), time, cancellation).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            // Stopping is how this loop ends.
        }
    }

    /// <summary>Tells that a queued entry was archived, or not.</summary>
    public void Finished(IngestItem item, Exception? failure)
    {
        if (item.Source == source && waiting.TryRemove(item.Name, out var entry)) entry.SetResult(failure);
    }

    /// <summary>One request; how long until the next one.</summary>
    internal async Task<TimeSpan> LookAsync(CancellationToken cancellation)
    {
        var answer = await client.FetchAsync(address, archive.FindFeedState(source), cancellation).ConfigureAwait(false);
        if (answer is FeedFailure failure)
        {
            problems.Tell([new Problem(failure.Code, name, null, failure.Message, failure.Hint)]);
            return Later(failure.RetryAfter);
        }
        if (answer is FeedContent content && !await TakeAsync(content, cancellation).ConfigureAwait(false)) return Later(null);
        if (answer is FeedUnchanged) problems.Tell([]);
        backoff.Reset();
        return settings.Interval;
    }

    /// <summary>Archives every entry; false when one of them could not be.</summary>
    private async Task<bool> TakeAsync(FeedContent content, CancellationToken cancellation)
    {
        var parts = FeedDocuments.Split(content.Bytes, address, name);
        var taken = new List<Task<Exception?>>();
        foreach (var part in parts.Parts)
        {
            var entry = waiting[part.Name] = new TaskCompletionSource<Exception?>(TaskCreationOptions.RunContinuationsAsynchronously);
            await queue.AddAsync(new IngestItem(source, part.Name, () => Open(part.Bytes), () => true), cancellation).ConfigureAwait(false);
            taken.Add(entry.Task);
        }
        var failures = (await Task.WhenAll(taken).WaitAsync(cancellation).ConfigureAwait(false))
            .Zip(parts.Parts, (failure, part) => failure is null ? null : new Problem("entry-unreadable", part.Name, null, $"The entry {part.Name} of the feed {name} could not be taken in: {failure.Message}",
                "It is tried again by itself, and everything else goes on.")).OfType<Problem>().ToList();
        problems.Tell(parts.Mistake is { } mistake ? [mistake, .. failures] : failures);
        // Only of a state that is archived as a whole may the server say that nothing has changed.
        if (failures.Count == 0 && parts.Mistake is null) archive.PutFeedState(source, content.State);
        return failures.Count == 0;
    }

    private static MemoryStream Open(ReadOnlyMemory<byte> bytes) => new(bytes.ToArray(), writable: false);

    // Nothing that befalls one request may end the following of a feed: the archive may be busy, the disk full for a while.
    private async Task<TimeSpan> NextAsync(CancellationToken cancellation)
    {
        try
        {
            return await LookAsync(cancellation).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !cancellation.IsCancellationRequested)
        {
            var wait = Later(null);
            log.LogError(exception, "The feed {Feed} could not be followed; the next attempt is in {Wait}.", name, wait);
            return wait;
        }
    }

    // A quarter more or less, so that many do not come back to a server at one moment.
    private TimeSpan Later(TimeSpan? asked)
    {
        var wait = backoff.Next() * (0.75 + Random.Shared.NextDouble() / 2);
        return asked > wait ? asked.Value : wait;
    }
}
