using System.Runtime.ExceptionServices;
using DigestSearch.Archive;
using DigestSearch.Indexing;
using DigestSearch.Reviews;
using Microsoft.Extensions.Logging;

namespace DigestSearch.Worker;

/// <summary>
/// Keeps the index in step with the archive: asks for changes after its cursor, puts and removes, commits in batches. Whatever shape the
/// index is in, it ends up right: what cannot be continued is built anew from the archive while the old commit answers.
/// </summary>
public sealed class IndexFollower(ReviewArchive archive, OwnerLock owner, Vocabulary vocabulary, WorkerSettings settings, ILogger<IndexFollower> log, TimeProvider? clock = null) : IDisposable
{
    private const int BatchSize = 1_000;

    // A batch holds a review once: in any order it comes to the same.
    private readonly ParallelOptions atOnce = new() { MaxDegreeOfParallelism = settings.IndexingThreads };
    private readonly TimeProvider time = clock ?? TimeProvider.System;
    private readonly SemaphoreSlim woken = new(0, 1);
    private readonly Backoff backoff = new(TimeSpan.FromSeconds(0.5), TimeSpan.FromSeconds(30));

    /// <summary>Failures in a row; none while all is well.</summary>
    internal int Failures => backoff.Failures;

    /// <summary>Says that the archive has changed, so that nobody waits for the next look.</summary>
    public void Wake()
    {
        try
        {
            woken.Release();
        }
        catch (SemaphoreFullException)
        {
            // It is awake already.
        }
    }

    /// <summary>Follows until cancelled; a failure is told, waited out, and begun again from the last commit.</summary>
    public async Task FollowAsync(CancellationToken cancellation)
    {
        while (!cancellation.IsCancellationRequested)
        {
            try
            {
                using var writer = Open(anew: false);
                var verified = time.GetTimestamp();
                while (writer.IsOnDisk && time.GetElapsedTime(verified) < settings.VerifyInterval)
                {
                    CatchUp(writer, null, cancellation);
                    backoff.Reset();
                    await woken.WaitAsync(settings.FollowInterval, cancellation).ConfigureAwait(false);
                }
            }
            catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
            {
                return;
            }
            catch (Exception exception) // Whatever it was, a writer that failed is never used again (LUCENE-NET: a commit must not be tried twice).
            {
                var wait = backoff.Next();
                log.LogError(exception, "The index could not be written; the next attempt is in {Wait}.", wait);
                await Task.Delay(wait, time, cancellation).ContinueWith(_ => { }, TaskScheduler.Default).ConfigureAwait(false);
            }
        }
    }

    /// <summary>Brings the index up to the archive and returns the reviews written; for one-shot verbs.</summary>
    /// <param name="anew">Builds everything anew.</param>
    /// <param name="progress">Told reviews done and reviews in all.</param>
    /// <param name="cancellation">Stops after the current batch, without a commit.</param>
    public int CatchUp(bool anew, IProgress<(int Done, int Of)>? progress, CancellationToken cancellation)
    {
        using var writer = Open(anew);
        return CatchUp(writer, progress, cancellation);
    }

    /// <inheritdoc/>
    public void Dispose() => woken.Dispose();

    private ReviewIndexWriter Open(bool anew)
    {
        var state = IndexState.Inspect(owner.IndexPath, IndexFingerprint.Of(vocabulary), archive.Identity);
        if (state.Kind is IndexStateKind.Ready && state.Commit!.Version > archive.Version)
            state = state with { Kind = IndexStateKind.Mismatch, Reason = "The index knows changes that the archive does not have." };
        if (state.Kind is IndexStateKind.Ready && !anew)
        {
            log.LogInformation("The index is sound and stands at version {Version} of {Newest}.", state.Commit!.Version, archive.Version);
            return ReviewIndexWriter.Continue(owner, state, vocabulary);
        }
        if (anew && state.Kind is IndexStateKind.Ready) state = state with { Kind = IndexStateKind.Mismatch, Reason = "A rebuild was asked for." };
        log.LogInformation("The index is built from the archive: {Reason}", state.Reason);
        return ReviewIndexWriter.Begin(owner, state, archive.Identity, vocabulary);
    }

    // A failure is told as what it was, wherever it was.
    private static void Together(params Action[] actions)
    {
        try
        {
            Parallel.Invoke(actions);
        }
        catch (AggregateException exception)
        {
            ExceptionDispatchInfo.Throw(exception.Flatten().InnerExceptions[0]);
        }
    }

    private int CatchUp(ReviewIndexWriter writer, IProgress<(int Done, int Of)>? progress, CancellationToken cancellation)
    {
        // Readers may hold an old commit, or say that there is none: a rebuild shows itself only when it is whole.
        var whole = writer.IsFresh ? archive.Version : 0;
        var (cursor, written, of) = (writer.Version, 0, progress is null ? 0 : archive.ReviewCount);
        var committed = time.GetTimestamp();
        for (var changes = archive.Changes(cursor, BatchSize); changes.Count > 0;)
        {
            cancellation.ThrowIfCancellationRequested();
            cursor = changes[^1].Version;
            var batch = changes;
            // What follows is read while this is written.
            Together(() => changes = archive.Changes(cursor, BatchSize), () => Parallel.ForEach(batch, atOnce, change => Write(writer, change)));
            written += batch.Count;
            progress?.Report((written, Math.Max(of, written)));
            if (cursor < whole || time.GetElapsedTime(committed) < settings.CommitInterval) continue;
            writer.Commit(cursor);
            committed = time.GetTimestamp();
        }
        if (cursor != writer.Version || writer.IsFresh) writer.Commit(cursor);
        if (written > 0) log.LogInformation("{Count} reviews were indexed up to version {Version}.", written, cursor);
        return written;
    }

    private void Write(ReviewIndexWriter writer, ReviewChange change)
    {
        try
        {
            if (change.Review is { } archived) writer.Put(new StoredReview(archived.Review, archived.Digest.Id, archived.Digest.Digest));
            else writer.Remove(change.Id);
        }
        catch (ArgumentException exception)
        {
            log.LogError(exception, "Review {Review} cannot be indexed and is left out; everything else goes on.", change.Id);
        }
    }
}
