using System.Net;
using DigestSearch.Api.Tests.Support;
using DigestSearch.Api.Tests.Server;

namespace DigestSearch.Api.Tests.Room;

/// <summary>How the server stands toward programs: health, measures, caches, compression, origins, methods.</summary>
public sealed class DoorTests(StarterRoom starter)
{
    public static TheoryData<string> Readable => ["/", "/search?q=bert", "/api/v1/search?q=bert", "/api/v1/suggest?q=bert", "/api/v1/facets/lab", "/api/v1/digests", "/api/v1/problems", "/openapi/v1.json", "/docs/", "/livez", "/readyz", "/metrics", Api.Pages.PageAsset.Style.Address, Api.Pages.PageAsset.Suggest.Address];

    [Theory]
    [MemberData(nameof(Readable))]
    public async Task HeadAnswersAsGetDoesWithoutTheBody(string address)
    {
        using var get = await starter.Client.GetAsync(address);
        using var head = await starter.Client.SendAsync(new(HttpMethod.Head, address));
        Assert.Equal((HttpStatusCode.OK, 0), (head.StatusCode, (await head.Content.ReadAsByteArrayAsync()).Length));
        Assert.Equal((get.StatusCode, get.Content.Headers.ContentType, get.Headers.ETag), (head.StatusCode, head.Content.Headers.ContentType, head.Headers.ETag));
        Assert.NotEmpty(await get.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task HeadOfWhatIsNotThereIsNotFound()
    {
        using var head = await starter.Client.SendAsync(new(HttpMethod.Head, "/api/v1/reviews/none"));
        Assert.Equal(HttpStatusCode.NotFound, head.StatusCode);
    }

    [Theory]
    [InlineData("PUT", "/api/v1/search")]
    [InlineData("DELETE", "/api/v1/search")]
    [InlineData("POST", "/api/v1/reviews/x")]
    [InlineData("PATCH", "/api/v1/digests/x")]
    public async Task AMethodThatDoesNotFitIsA405(string method, string address)
    {
        using var response = await starter.Room.SendAsync(new(method), address);
        (await ServerTests.ProblemAsync(response, 405)).Dispose();
        Assert.NotEmpty(response.Content.Headers.Allow);
    }

    [Fact]
    public async Task BeforeThereIsAnIndexTheServerIsAliveAndNotReadyAndThenItIs()
    {
        await using var room = ReadingRoom.Furnish([], worker: false);
        await room.StartAsync();
        using var early = await room.Client.GetAsync("/readyz");
        using var live = await room.Client.GetAsync("/livez");
        using var search = await room.Client.GetAsync("/api/v1/search");
        using var suggest = await room.Client.GetAsync("/api/v1/suggest?q=x");
        using var labels = await room.Client.GetAsync("/api/v1/facets/lab");
        using var page = await room.Client.GetAsync("/search");
        using var home = await room.Client.GetAsync("/");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, early.StatusCode);
        Assert.EndsWith(".\n", await early.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, live.StatusCode);
        foreach (var refused in new[] { search, suggest, labels }) (await ServerTests.ProblemAsync(refused, 503)).Dispose();
        Assert.Equal(HttpStatusCode.ServiceUnavailable, page.StatusCode);
        Assert.Contains("http-equiv=\"refresh\"", await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, home.StatusCode);

        using var ready = await starter.Client.GetAsync("/readyz");
        Assert.Equal(HttpStatusCode.OK, ready.StatusCode);
    }

    [Theory]
    [InlineData("/api/v1/search?q=bert")]
    [InlineData("/search?q=bert")]
    [InlineData("/api/v1/suggest?q=bert")]
    [InlineData("/api/v1/facets/author?prefix=b")]
    public async Task AnAnswerThatIsHeldIsNotSentAgainUntilTheIndexMoves(string address)
    {
        await using var room = await ReadingRoom.OpenAsync([]);
        using var first = await room.Client.GetAsync(address);
        async Task<HttpStatusCode> AgainAsync(string tag)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, address);
            request.Headers.TryAddWithoutValidation("If-None-Match", tag);
            using var response = await room.Client.SendAsync(request);
            return response.StatusCode;
        }
        var tag = first.Headers.ETag!.ToString();

        Assert.Equal(HttpStatusCode.NotModified, await AgainAsync(tag));
        Assert.Equal(HttpStatusCode.NotModified, await AgainAsync($"\"other\", {tag}"));
        Assert.Equal(HttpStatusCode.NotModified, await AgainAsync("*"));
        Assert.Equal(HttpStatusCode.OK, await AgainAsync("\"other\""));
        (await room.PostAsync("?name=news.jsonl&wait=searchable", "{\"title\":\"BERT news\"}"u8.ToArray())).Dispose();
        Assert.Equal(HttpStatusCode.OK, await AgainAsync(tag));
    }

    [Theory]
    [InlineData("gzip", "/api/v1/search")]
    [InlineData("br", "/api/v1/search")]
    [InlineData("br", "/search")]
    [InlineData("br", "/openapi/v1.json")]
    [InlineData("br", "/api/v1/search?colour=red")]
    public async Task AnswersAreCompressedForThoseWhoAsk(string encoding, string address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.AcceptEncoding.Add(new(encoding));
        using var response = await starter.Client.SendAsync(request);
        Assert.Equal([encoding], response.Content.Headers.ContentEncoding);
        Assert.Contains("Accept-Encoding", response.Headers.Vary);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/search")]
    [InlineData("/search?q=transformer")]
    [InlineData("/labs/Google")]
    [InlineData("/about")]
    public async Task AFirstPageIsSmallWithAllThatItNeeds(string first)
    {
        async Task<int> SizeAsync(string address)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, address);
            request.Headers.AcceptEncoding.Add(new("gzip"));
            using var response = await starter.Client.SendAsync(request);
            return (await response.Content.ReadAsByteArrayAsync()).Length;
        }
        var script = await SizeAsync(Api.Pages.PageAsset.Suggest.Address);
        Assert.InRange(script, 1, 4 * 1024);
        Assert.InRange(script + await SizeAsync(Api.Pages.PageAsset.Style.Address) + await SizeAsync(first), 1, 60 * 1024);
    }

    [Theory]
    [MemberData(nameof(Readable))]
    public async Task EveryAnswerTellsBrowsersToBeCareful(string address)
    {
        using var response = await starter.Client.GetAsync(address);
        Assert.Equal("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Contains("default-src 'none'", response.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.False(response.Headers.Contains("Server"));
    }

    [Fact]
    public async Task AClientThatGoesAwayEndsItsSearch()
    {
        var (entered, ended) = (new TaskCompletionSource(), new TaskCompletionSource<bool>());
        await using var server = await TestServer.StartAsync(new() { DataFolder = "unused", AdminKeys = [ReadingRoom.Key], RequestsPerSecond = 0 }, (_, cancellation) =>
        {
            entered.SetResult();
            ended.SetResult(cancellation.WaitHandle.WaitOne(ReadingRoom.Patience));
            cancellation.ThrowIfCancellationRequested();
            return Some.Results();
        });
        using var away = new CancellationTokenSource();
        var asking = server.Client.GetAsync("/api/v1/search", away.Token);
        await entered.Task.WaitAsync(ReadingRoom.Patience);
        await away.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asking);
        Assert.True(await ended.Task.WaitAsync(ReadingRoom.Patience));
    }

    [Fact]
    public async Task MoreSearchesThanFitAreTurnedAwayAndServedAgainLater()
    {
        using var free = new ManualResetEventSlim();
        var entered = new TaskCompletionSource();
        await using var server = await TestServer.StartAsync(new() { DataFolder = "unused", AdminKeys = [ReadingRoom.Key], RequestsPerSecond = 0, ConcurrentSearches = 1 }, (_, _) =>
        {
            entered.TrySetResult();
            free.Wait(ReadingRoom.Patience, CancellationToken.None);
            return Some.Results();
        });
        var first = server.Client.GetAsync("/api/v1/search");
        await entered.Task.WaitAsync(ReadingRoom.Patience);

        using var refused = await server.Client.GetAsync("/api/v1/search?q=another"); // The same would wait for its answer.
        using var page = await server.Client.GetAsync("/search");
        free.Set();
        using var served = await first;
        using var later = await server.Client.GetAsync("/api/v1/search");

        (await ServerTests.ProblemAsync(refused, 503)).Dispose();
        Assert.NotNull(refused.Headers.RetryAfter);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, page.StatusCode);
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (served.StatusCode, later.StatusCode));
    }

    [Fact]
    public async Task MeasuresAreReadAndNothingElse()
    {
        using var response = await starter.Room.SendAsync(HttpMethod.Post, "/metrics");
        Assert.Equal((HttpStatusCode.MethodNotAllowed, "GET"), (response.StatusCode, string.Join(',', response.Content.Headers.Allow)));
    }

    [Theory]
    [InlineData("Host: xn--")]
    [InlineData("Host:")]
    public async Task AHostThatNamesNoneIsABadRequest(string host)
    {
        var address = new Uri(starter.Room.Address);
        using var client = new System.Net.Sockets.TcpClient();
        await client.ConnectAsync(address.Host, address.Port);
        await using var stream = client.GetStream();
        await stream.WriteAsync(System.Text.Encoding.ASCII.GetBytes($"GET /search.atom HTTP/1.1\r\n{host}\r\nConnection: close\r\n\r\n"));
        var answer = await new StreamReader(stream).ReadToEndAsync();
        Assert.StartsWith("HTTP/1.1 400 ", answer, StringComparison.Ordinal);
        Assert.Contains("names no host.", answer, StringComparison.Ordinal);
    }
}
