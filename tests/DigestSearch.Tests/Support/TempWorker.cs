using DigestSearch.Archive;
using DigestSearch.Indexing;
using DigestSearch.Reviews;
using DigestSearch.Reviews.Reading;
using DigestSearch.Search;
using DigestSearch.Worker;
using DigestSearch.Worker.Sources;
using Microsoft.Extensions.Logging.Abstractions;

namespace DigestSearch.Tests.Support;

/// <summary>A worker with real parts over folders of its own, and a search over what it indexes.</summary>
internal sealed class TempWorker : IAsyncDisposable
{
    private readonly TempFolder folder = new();
    private readonly OwnerLock owner;
    private readonly IndexFollower follower;
    private readonly WorkerMetrics metrics = new();
    private readonly ReviewSearcher searcher;
    private IngestWorker? worker;

    public TempWorker()
    {
        owner = OwnerLock.TryTake(Data)!;
        Archive = ReviewArchive.Open(Data);
        Intake = new Intake(Archive, new DigestReader(Vocabulary.Empty));
        follower = new IndexFollower(Archive, owner, Vocabulary.Empty, Settings, NullLogger<IndexFollower>.Instance);
        Index = new ReviewIndexReader(owner.IndexPath);
        searcher = new ReviewSearcher(Index, Vocabulary.Empty);
        Directory.CreateDirectory(Digests);
    }

    public string Data => folder["data"];

    public string Digests => folder["digests"];

    public string this[string name] => folder[name];

    public ReviewArchive Archive { get; }

    public Intake Intake { get; }

    public ReviewIndexReader Index { get; }

    public string IndexPath => owner.IndexPath;

    /// <summary>How often the folders are looked through though nothing was heard of them: so seldom that only what is heard counts.</summary>
    public TimeSpan RescanInterval { get; init; } = TimeSpan.FromMinutes(5);

    private static WorkerSettings Settings => new() { SettleTime = TimeSpan.FromMilliseconds(200), AbsentInterval = TimeSpan.FromMilliseconds(200), Feeds = new FeedSettings { AllowPrivate = true, Interval = TimeSpan.FromMilliseconds(200), Timeout = TimeSpan.FromMinutes(1) } };

    public Task StartAsync() => StartAsync(Digests);

    public async Task StartAsync(params string[] sources)
    {
        worker = new IngestWorker(Archive, Intake, follower, metrics, Settings with { Sources = sources, RescanInterval = RescanInterval }, NullLogger<IngestWorker>.Instance, TimeProvider.System);
        await worker.StartAsync(TestContext.Current.CancellationToken);
    }

    public void Write(string name, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(Digests, name))!);
        File.WriteAllText(Path.Combine(Digests, name), text);
    }

    /// <summary>How many reviews a search finds; none while there is no index.</summary>
    public int Total(string text) => Index.Status.Ready ? searcher.Search(new ReviewQuery { Text = text }, TestContext.Current.CancellationToken).Total : 0;

    public Task FoundAsync(string text, int total) => Eventually.IsAsync(() => Total(text) == total,
        () => $"'{text}' finds {Total(text)} instead of {total}; problems: {string.Join(' ', Problems())}");

    public IReadOnlyList<Problem> Problems() => [.. Archive.Problems(0, 100).Select(archived => archived.Problem)];

    public async ValueTask DisposeAsync()
    {
        if (worker is not null)
        {
            await worker.StopAsync(CancellationToken.None);
            worker.Dispose();
        }
        Index.Dispose();
        follower.Dispose();
        metrics.Dispose();
        Archive.Dispose();
        owner.Dispose();
        folder.Dispose();
    }
}
