using DigestSearch.Tests.Support;

namespace DigestSearch.Tests.Worker;

public sealed class FeedFollowingTests : IAsyncLifetime
{
    private FeedServer server = null!;

    public async ValueTask InitializeAsync() => server = await FeedServer.StartAsync();

    public ValueTask DisposeAsync() => server.DisposeAsync();

    [Fact]
    public async Task EntriesAreFoundAChangedOneChangesAndOneThatFallsOutStays()
    {
        await using var worker = new TempWorker();
        server.Feed("/feed", FeedServer.Rss(("a", "kedro"), ("b", "brova")));
        await worker.StartAsync(server["/feed"].AbsoluteUri);
        await worker.FoundAsync("kedro", 1);
        await worker.FoundAsync("brova", 1);
        await Eventually.IsAsync(() => server.Asked("/feed", 304) > 1);
        var digest = worker.Archive.Digests(0, 10).Single(digest => digest.Digest.Title == "On a and other matters");
        Assert.Equal(("https://nobody.example/a", new DateOnly(2031, 6, 1), 1), (digest.Digest.Url, digest.Digest.Published, digest.Reviews));
        Assert.Equal(1, server.Asked("/feed", 200));

        server.Feed("/feed", FeedServer.Rss(("c", "lumo"), ("a", "fanto")));
        await worker.FoundAsync("lumo", 1);
        await worker.FoundAsync("fanto", 1);
        await worker.FoundAsync("kedro", 0);
        Assert.Equal(1, worker.Total("brova"));
        Assert.Contains(worker.Archive.Digests(0, 10), other => other.Id == digest.Id);
        Assert.Equal((1, 0), (server.MostAtOnce, worker.Problems().Count));
    }

    [Fact]
    public async Task AFeedThatFailsIsAProblemUntilItWorksAgainAndHoldsUpNoOther()
    {
        await using var worker = new TempWorker();
        server.Feed("/good", FeedServer.Rss(("a", "kedro")));
        server.Answer("/bad", 503);
        await worker.StartAsync(server["/bad"].AbsoluteUri, server["/good"].AbsoluteUri, worker.Digests);
        await worker.FoundAsync("kedro", 1);
        await Eventually.IsAsync(() => worker.Problems() is [{ Code: "feed-unreachable" } problem] && problem.Message.Contains(server["/bad"].AbsoluteUri, StringComparison.Ordinal));
        worker.Write("kept.md", Papers.Markdown("gomak"));
        await worker.FoundAsync("gomak", 1);

        server.Feed("/bad", FeedServer.Rss(("b", "brova")));
        await worker.FoundAsync("brova", 1);
        await Eventually.IsAsync(() => worker.Problems().Count == 0);
    }

    [Fact]
    public async Task AnEntryThatIsNoReviewIsAProblemAndTheOthersAreFound()
    {
        await using var worker = new TempWorker();
        server.Feed("/feed", FeedServer.Rss(("a", "kedro")).Replace("<item>", "<item><guid>https://nobody.example/rest</guid><title>The server rests</title><description>Until Sunday.</description></item><item>", StringComparison.Ordinal));
        await worker.StartAsync(server["/feed"].AbsoluteUri);
        await worker.FoundAsync("kedro", 1);
        await Eventually.IsAsync(() => worker.Problems() is [{ Code: "no-reviews" } problem] && problem.File.StartsWith("rest-", StringComparison.Ordinal));
    }

    [Fact]
    public async Task AFeedInAFollowedFolderIsOneDigest()
    {
        await using var worker = new TempWorker();
        worker.Write("saved.rss", FeedServer.Rss(("a", "kedro"), ("b", "brova")));
        await worker.StartAsync();
        await worker.FoundAsync("kedro", 1);
        Assert.Equal(("Reviews of nobody", 2), worker.Archive.Digests(0, 10) is [var only] ? (only.Digest.Title, only.Reviews) : default);
    }
}
