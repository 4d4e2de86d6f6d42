using DigestSearch.Archive;
using DigestSearch.Indexing;
using DigestSearch.Reviews;
using DigestSearch.Search;
using DigestSearch.Worker;

namespace DigestSearch;

/// <summary>Sees to it that the archive is indexed: by the worker that owns the data folder, or, as soon as nobody does, here.</summary>
internal sealed class OwnIndexing : IAsyncDisposable
{
    private static readonly TimeSpan LookForOwner = TimeSpan.FromSeconds(1);

    private readonly Settings settings;
    private readonly ReviewArchive archive;
    private readonly Vocabulary vocabulary;
    private readonly CancellationTokenSource stopping = new();
    private OwnerLock? owner;
    private IndexFollower? follower;
    private Task following = Task.CompletedTask;

    public OwnIndexing(Settings settings, ReviewArchive archive, Vocabulary vocabulary)
    {
        (this.settings, this.archive, this.vocabulary) = (settings, archive, vocabulary);
        TryBegin();
    }

    /// <summary>Waits until a search sees a version of the archive.</summary>
    public async Task WaitAsync(long version, CancellationToken cancellation)
    {
        using var index = new ReviewIndexReader(Path.Combine(settings.Data, IndexDirectory.FolderName));
        var told = false;
        while (!await index.WaitForVersionAsync(version, LookForOwner, cancellation).ConfigureAwait(false))
        {
            if (owner is not null || TryBegin() || told) continue;
            await Console.Error.WriteLineAsync($"Waiting until {OwnerLock.OwnerOf(settings.Data)} has indexed it.").ConfigureAwait(false);
            told = true;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync().ConfigureAwait(false);
        await following.ConfigureAwait(false);
        follower?.Dispose();
        owner?.Dispose();
        stopping.Dispose();
    }

    // The worker that was to index it may end meanwhile.
    private bool TryBegin()
    {
        owner = OwnerLock.TryTake(settings.Data);
        if (owner is null) return false;
        follower = new IndexFollower(archive, owner, vocabulary, new WorkerSettings(), new ErrorLog<IndexFollower>());
        following = Task.Run(() => follower.FollowAsync(stopping.Token), CancellationToken.None);
        return true;
    }
}
