using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;
using DigestSearch.Indexing;
using DigestSearch.Search.Facets;
using DigestSearch.Search.Lookup;
using Lucene.Net.Index;
using Directory = Lucene.Net.Store.Directory;

namespace DigestSearch.Search;

/// <summary>Follows the commits of an index directory; each search borrows one immutable snapshot.</summary>
public sealed class ReviewIndexReader : IDisposable
{
    private static readonly TimeSpan RefreshInterval = TimeSpan.FromMilliseconds(100);

    // Opening verifies every byte: a damaged index must not be read ten times a second while it is rebuilt.
    private static readonly TimeSpan IntervalAfterTrouble = TimeSpan.FromSeconds(1);

    private const int HotBytes = 16 << 20;

    private readonly HotReviews hot = new(HotBytes);
    private readonly string path;
    private readonly CancellationTokenSource stopping = new();
    private readonly Task following;
    private readonly Lock gate = new();

    // Keyed by a segment's core, which lives as long as any reader shares the segment.
    private ConditionalWeakTable<object, SegmentState> states = [];
    private LabelTables labels = new();
    private Snapshot? current;
    private string reason = "The index is being opened.";
    private string? trouble;
    private TaskCompletionSource refreshed = NewSignal();

    /// <summary>Opens the directory when there is a commit and goes on looking for newer ones in the background.</summary>
    /// <param name="directory">The Lucene directory; it need not exist yet.</param>
    public ReviewIndexReader(string directory)
    {
        path = directory;
        following = Task.Run(FollowAsync);
    }

    /// <summary>What is being served now.</summary>
    public IndexStatus Status
    {
        get
        {
            using var lease = TryAcquire();
            return lease is { Snapshot: var snapshot }
                ? new IndexStatus(true, null, snapshot.Generation, snapshot.Commit.Version, snapshot.Reader.NumDocs, Tag(snapshot)) { Committed = snapshot.Committed, Trouble = trouble }
                : new IndexStatus(false, reason, 0, 0, 0, "") { Trouble = trouble };
        }
    }

    /// <summary>Completes with true once the served snapshot includes an archive version, with false when time ran out.</summary>
    public async Task<bool> WaitForVersionAsync(long version, TimeSpan timeout, CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(timeout);
        while (true)
        {
            var signal = Volatile.Read(ref refreshed).Task;
            if (Status is { Ready: true, Version: var served } && served >= version) return true;
            try
            {
                await signal.WaitAsync(limit.Token).ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
            {
                return false;
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        stopping.Cancel();
        following.GetAwaiter().GetResult();
        lock (gate)
        {
            current?.Reader.DecRef();
            current = null;
            reason = "The index is closed.";
        }
        stopping.Dispose();
    }

    /// <summary>Borrows the newest snapshot.</summary>
    internal SnapshotLease Acquire() => TryAcquire() ?? throw new IndexNotReadyException(reason);

    /// <summary>Serves the newest commit at once instead of at the next look; for tests and one-shot searches.</summary>
    internal void Refresh()
    {
        try
        {
            if (!System.IO.Directory.Exists(path)) throw new IndexNotFoundException(path);
            using var directory = IndexDirectory.Open(path);
            Refresh(directory);
            trouble = null;
        }
        catch (IndexNotFoundException)
        {
            reason = "There is no index yet.";
        }
        catch (Exception exception)
        {
            // Whatever it is, what is served goes on being served, and the next look may find it mended.
            trouble = reason = $"The index cannot be read: {exception.Message}";
        }
    }

    private async Task FollowAsync()
    {
        try
        {
            while (true)
            {
                Refresh();
                await Task.Delay(trouble is null ? RefreshInterval : IntervalAfterTrouble, stopping.Token).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // Stopping is how this loop ends.
        }
    }

    private void Refresh(Directory directory)
    {
        lock (gate)
        {
            var infos = new SegmentInfos();
            infos.Read(directory);
            if (CommitData.Read(infos.UserData) is not { } commit)
            {
                reason = "The index does not say what it was built from; it is about to be rebuilt.";
                return;
            }
            if (commit.Format != ReviewFields.Format)
            {
                reason = $"The index has format {commit.Format}, this program reads format {ReviewFields.Format}; it is about to be rebuilt.";
                return;
            }
            var former = current is { } old && old.Commit.Lineage == commit.Lineage ? old : null;
            if (former is not null && former.Generation == infos.Generation) return;
            var reader = Open(former);
            // What is served already goes on answering until every byte of another directory is known to be right; whoever starts has nothing to lose.
            var starts = current is null;
            if (former is null && !starts) Verify(reader, reader.Dispose);
            Serve(reader);
            if (starts) Verify(reader, () =>
            {
                Volatile.Write(ref current, null);
                reader.DecRef();
            });
        }
    }

    private DirectoryReader Open(Snapshot? former)
    {
        if (former is not null)
        {
            var reader = DirectoryReader.OpenIfChanged(former.Reader) ?? former.Reader;
            if (CommitData.Read(reader.IndexCommit.UserData)?.Lineage == former.Commit.Lineage) return reader;
            reader.Dispose(); // The directory was begun anew between two looks.
        }
        // Another lineage uses segment names again: nothing of the old one may be shared.
        states = [];
        labels = new LabelTables();
        var opened = DirectoryReader.Open(IndexDirectory.Open(path));
        try
        {
            return new CachedTermsReader(opened);
        }
        catch
        {
            opened.Dispose();
            throw;
        }
    }

    // Every byte is read once, which takes longer than all the rest; most damage is found on opening.
    private static void Verify(DirectoryReader reader, Action takeBack)
    {
        try
        {
            Each(reader.Leaves, leaf => leaf.AtomicReader.CheckIntegrity());
        }
        catch
        {
            takeBack();
            throw;
        }
    }

    private void Serve(DirectoryReader reader)
    {
        if (ReferenceEquals(reader, current?.Reader)) return;
        try
        {
            var commit = CommitData.Read(reader.IndexCommit.UserData)!;
            var segments = new SegmentState[reader.Leaves.Count];
            Each(reader.Leaves, leaf => segments[leaf.Ord] = states.GetValue(leaf.AtomicReader.CoreCacheKey, _ => SegmentState.Read(leaf.AtomicReader, labels)));
            var former = current;
            var snapshot = new Snapshot(reader, commit, labels, segments, hot);
            if (former is { HasTitles: true }) _ = snapshot.Titles; // Who types now should not wait for what a merge brought.
            Volatile.Write(ref current, snapshot);
            former?.Reader.DecRef();
        }
        catch
        {
            reader.Dispose();
            throw;
        }
        Interlocked.Exchange(ref refreshed, NewSignal()).SetResult();
    }

    // On all cores: whoever starts waits for nothing else.
    private static void Each(IList<AtomicReaderContext> leaves, Action<AtomicReaderContext> read)
    {
        try
        {
            Parallel.ForEach(leaves, read);
        }
        catch (AggregateException exception)
        {
            ExceptionDispatchInfo.Throw(exception.InnerExceptions[0]);
        }
    }

    private SnapshotLease? TryAcquire()
    {
        while (Volatile.Read(ref current) is { } snapshot)
            if (snapshot.Reader.TryIncRef()) return new SnapshotLease(snapshot);
        return null;
    }

    private static string Tag(Snapshot snapshot) => $"{snapshot.Commit.Lineage[..8]}-{snapshot.Generation}";

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}

/// <summary>What a reader serves.</summary>
/// <param name="Ready">Whether searches are answered.</param>
/// <param name="Reason">Why not, a whole sentence; null when ready.</param>
/// <param name="Generation">Number of the commit.</param>
/// <param name="Version">Archive version that the commit includes.</param>
/// <param name="Documents">Reviews in the snapshot.</param>
/// <param name="Tag">Names the snapshot among all that were ever served here: generations begin anew with a new directory.</param>
public sealed record IndexStatus(bool Ready, string? Reason, long Generation, long Version, int Documents, string Tag)
{
    /// <summary>Why newer commits cannot be read, a whole sentence, though an older one may still answer; null when they can.</summary>
    public string? Trouble { get; init; }

    /// <summary>When the commit was written; default where that is not known.</summary>
    public DateTimeOffset Committed { get; init; }
}
