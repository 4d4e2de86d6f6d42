using DigestSearch.Archive;
using DigestSearch.Tests.Archive;
using DigestSearch.Tests.Support;
using DigestSearch.Worker;
using DigestSearch.Worker.Sources;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace DigestSearch.Tests.Worker;

public sealed class FeedSourceTests : IAsyncLifetime
{
    private static readonly FeedSettings Settings = new() { AllowPrivate = true, Interval = TimeSpan.FromMinutes(7), RetryInterval = TimeSpan.FromSeconds(10) };

    private readonly TempArchive archive = new();
    private readonly WorkerMetrics metrics = new();
    private readonly FakeTimeProvider time = new(new DateTimeOffset(2031, 6, 1, 12, 0, 0, TimeSpan.Zero));
    private readonly CancellationTokenSource stopping = new();
    private readonly FeedClient client;
    private readonly IngestQueue queue;
    private readonly List<FeedSource> sources = [];
    private Task reading = Task.CompletedTask;
    private FeedServer server = null!;

    public FeedSourceTests()
    {
        client = new FeedClient(Settings, time);
        queue = new IngestQueue(archive.Intake, () => { }, metrics, NullLogger.Instance);
    }

    public async ValueTask InitializeAsync()
    {
        server = await FeedServer.StartAsync();
        reading = queue.ReadAsync((item, failure) => sources.ForEach(source => source.Finished(item, failure)), stopping.Token);
    }

    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        await reading;
        await server.DisposeAsync();
        client.Dispose();
        metrics.Dispose();
        archive.Dispose();
        stopping.Dispose();
    }

    [Fact]
    public async Task AfterARestartTheServerIsStillAskedOnlyForWhatIsNew()
    {
        server.Feed("/feed", FeedServer.Rss(("a", "kedro"), ("b", "brova")));
        Assert.Equal(Settings.Interval, await LookAsync(Source()));
        Assert.Equal(2, archive.Archive.ReviewCount);
        var version = archive.Archive.Version;
        Assert.Equal(Settings.Interval, await LookAsync(Source()));
        Assert.Equal((1, 1), (server.Asked("/feed", 200), server.Asked("/feed", 304)));
        Assert.Equal(version, archive.Archive.Version);
    }

    [Fact]
    public async Task OfAFeedThatIsBrokenTheStateIsNotKept()
    {
        var whole = FeedServer.Rss(("a", "kedro"), ("b", "brova"));
        server.Feed("/feed", whole[..^30]);
        await LookAsync(Source());
        await LookAsync(Source());
        Assert.Equal((2, 0), (server.Asked("/feed", 200), server.Asked("/feed", 304)));
        Assert.Equal("feed-invalid", Assert.Single(archive.Archive.Problems(0, 10)).Problem.Code);
        Assert.Equal(1, archive.Archive.ReviewCount);
    }

    [Fact]
    public async Task WhenFailuresFollowEachOtherTheWaitDoublesAndASuccessEndsIt()
    {
        var source = Source();
        server.Answer("/feed", 500);
        foreach (var seconds in (double[])[10, 20, 40, 80]) Assert.InRange((await LookAsync(source)).TotalSeconds, seconds * 0.75, seconds * 1.25);
        server.Feed("/feed", FeedServer.Rss());
        Assert.Equal(Settings.Interval, await LookAsync(source));
        server.Answer("/feed", 500);
        Assert.InRange((await LookAsync(source)).TotalSeconds, 7.5, 12.5);
    }

    [Theory]
    [InlineData("300", 300), InlineData("Sun, 01 Jun 2031 12:10:00 GMT", 600), InlineData("999999999", 86_400)]
    public async Task WhatTheServerSaysOfItsReturnIsWaitedFor(string header, double seconds)
    {
        server.Answer("/feed", 503, ("Retry-After", header));
        Assert.Equal(seconds, (await LookAsync(Source())).TotalSeconds);
    }

    [Fact]
    public async Task TheLoopWaitsForItsTimeAndAsksAgain()
    {
        server.Answer("/feed", 500);
        using var cancellation = new CancellationTokenSource();
        var following = Source().FollowAsync(cancellation.Token);
        await Eventually.IsAsync(() => server.Asked("/feed") == 1);
        var before = time.GetUtcNow();
        await Eventually.IsAsync(() =>
        {
            if (server.Asked("/feed") == 1) time.Advance(TimeSpan.FromSeconds(1));
            return server.Asked("/feed") > 1;
        });
        Assert.True(time.GetUtcNow() - before >= TimeSpan.FromSeconds(7));
        await cancellation.CancelAsync();
        await following;
    }

    [Fact]
    public async Task AFailureIsAProblemWithTheAddressAndIsTakenBackByWhateverProcessSucceeds()
    {
        server.Answer("/feed", 410);
        await LookAsync(Source());
        var told = Assert.Single(archive.Archive.Problems(0, 10));
        Assert.Equal((server["/feed"].AbsoluteUri, "feed-unreachable", server["/feed"].AbsoluteUri), (told.Source, told.Problem.Code, told.Problem.File));
        Assert.Contains("410", told.Problem.Message, StringComparison.Ordinal);
        server.Feed("/feed", FeedServer.Rss(("a", "kedro")));
        await LookAsync(Source());
        Assert.Empty(archive.Archive.Problems(0, 10));
    }

    [Fact]
    public async Task WhatWasDeletedStaysDeletedThoughTheFeedShowsItStill()
    {
        server.Feed("/feed", FeedServer.Rss(("a", "kedro"), ("b", "brova")));
        await LookAsync(Source());
        var gone = archive.Archive.Digests(0, 10).Single(digest => digest.Digest.Title.Contains("On a ", StringComparison.Ordinal));
        Assert.Equal(Removal.Removed, archive.Intake.RemoveDigest(gone.Id));
        server.Feed("/feed", FeedServer.Rss(("c", "lumo"), ("a", "fanto"), ("b", "brova")));
        await LookAsync(Source());
        Assert.Equal(["On b and other matters", "On c and other matters"], archive.Archive.Digests(0, 10).Select(digest => digest.Digest.Title).Order());
    }

    [Fact]
    public async Task TwoFeedsOfTheSameEntriesAreTwoSources()
    {
        server.Feed("/one", FeedServer.Rss(("a", "kedro")));
        server.Feed("/two", FeedServer.Rss(("a", "kedro")));
        await LookAsync(Source("/one"));
        await LookAsync(Source("/two"));
        Assert.Equal(2, archive.Archive.DigestCount);
    }

    private FeedSource Source(string path = "/feed")
    {
        var source = new FeedSource(server[path], archive.Archive, queue, client, Settings, NullLogger.Instance, time);
        sources.Add(source);
        return source;
    }

    private static Task<TimeSpan> LookAsync(FeedSource source) => source.LookAsync(TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromMinutes(1));
}
