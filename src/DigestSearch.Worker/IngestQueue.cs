using System.Collections.Concurrent;
using System.Threading.Channels;
using DigestSearch.Archive;
using Microsoft.Extensions.Logging;

namespace DigestSearch.Worker;

/// <summary>A document to be read: where it comes from, how to open it, and whether it still is what was found.</summary>
internal sealed record IngestItem(Source Source, string Name, Func<Stream> Open, Func<bool> IsAsFound);

/// <summary>
/// Documents waiting to be read, bounded so that a fast source waits for the reader. Two lanes read at once, so that a very long document
/// does not hold up the others; a document that cannot be taken in is told and costs only itself.
/// </summary>
internal sealed class IngestQueue(Intake intake, Action changed, WorkerMetrics metrics, ILogger log)
{
    private const int Capacity = 64;
    private const int Lanes = 2;

    private readonly Channel<IngestItem> channel = Channel.CreateBounded<IngestItem>(Capacity);
    private readonly ConcurrentDictionary<(string Place, string Name), bool> waiting = new();

    /// <summary>Whether a document is waiting or being read.</summary>
    public bool Holds(Source source, string name) => waiting.ContainsKey((source.Place, name));

    /// <summary>Adds a document; waits while the queue is full.</summary>
    public async ValueTask AddAsync(IngestItem item, CancellationToken cancellation)
    {
        if (!waiting.TryAdd((item.Source.Place, item.Name), true)) return;
        metrics.Queued(+1);
        await channel.Writer.WriteAsync(item, cancellation).ConfigureAwait(false);
    }

    /// <summary>Reads documents until cancelled.</summary>
    public Task ReadAsync(Action<IngestItem, Exception?> finished, CancellationToken cancellation) =>
        Task.WhenAll(Enumerable.Range(0, Lanes).Select(_ => Task.Run(() => LaneAsync(finished, cancellation), CancellationToken.None)));

    private async Task LaneAsync(Action<IngestItem, Exception?> finished, CancellationToken cancellation)
    {
        try
        {
            await foreach (var item in channel.Reader.ReadAllAsync(cancellation).ConfigureAwait(false)) Take(item, finished, cancellation);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            // Stopping; what waits is found again at the next start.
        }
    }

    private void Take(IngestItem item, Action<IngestItem, Exception?> finished, CancellationToken cancellation)
    {
        Exception? failure = null;
        try
        {
            if (item.IsAsFound()) Read(item, cancellation);
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !cancellation.IsCancellationRequested)
        {
            failure = exception;
            metrics.Failed();
            // A file that cannot be read is told as a problem; anything else is a surprise, and its trace is wanted.
            if (DiskSpace.IsOut(exception)) log.LogError("{Document} could not be archived, since the disk has no room left: {Reason} It will be tried again.", item.Name, exception.Message);
            else if (exception is not (IOException or UnauthorizedAccessException))
                log.LogError(exception, "{Document} could not be taken in; it will be tried again, everything else goes on.", item.Name);
        }
        finally
        {
            waiting.TryRemove((item.Source.Place, item.Name), out _);
            metrics.Queued(-1);
        }
        // Only now, so that whoever hears of it may add the document once more.
        finished(item, failure);
    }

    private void Read(IngestItem item, CancellationToken cancellation)
    {
        using var content = item.Open();
        var received = intake.Receive(item.Source, item.Name, null, content, cancellation);
        metrics.Ingested();
        Tell(item, received);
    }

    private void Tell(IngestItem item, Received received)
    {
        if (received.Outcome is IntakeOutcome.Unchanged) return;
        changed();
        log.LogInformation("{Document} was read: {Reviews} reviews, {Problems} problems.", item.Name, received.Reviews, received.Problems.Count);
        foreach (var problem in received.Problems.Take(5))
            log.LogWarning("{Place} {Code}: {Message} {Hint}", problem.Line is { } line ? $"{problem.File}:{line}" : problem.File, problem.Code, problem.Message, problem.Hint);
    }
}
