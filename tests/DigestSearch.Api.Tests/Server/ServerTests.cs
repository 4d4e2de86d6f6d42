using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using DigestSearch.Api.Tests.Support;
using DigestSearch.Search;

namespace DigestSearch.Api.Tests.Server;

public sealed class ServerTests
{
    private const string Secret = "what only the log may tell";

    private static readonly ApiSettings Plain = new() { DataFolder = "unused", AdminKeys = ["a key for these tests"], RequestsPerSecond = 0 };

    [Fact]
    public async Task ASearchAnswersInTheWordsOfTheContract()
    {
        await using var server = await TestServer.StartAsync(Plain);

        var text = await server.Client.GetStringAsync("/api/v1/search?q=x&page=2");
        using var answer = JsonDocument.Parse(text);
        var root = answer.RootElement;
        var hit = root.GetProperty("hits")[0];

        Assert.Equal(["query", "total", "page", "size", "tookMs", "generation", "hits", "facets"], root.EnumerateObject().Select(p => p.Name));
        Assert.Equal((9, 2, 10, 42), (root.GetProperty("total").GetInt32(), root.GetProperty("page").GetInt32(), root.GetProperty("size").GetInt32(), root.GetProperty("generation").GetInt32()));
        Assert.Equal("/reviews/r1", hit.GetProperty("url").GetString());
        Assert.Equal("/reviews/acl/P%203", root.GetProperty("hits")[1].GetProperty("url").GetString());
        Assert.Equal(("2020-01", "2020-03-01"), (hit.GetProperty("digest").GetProperty("period").GetProperty("from").GetString(), hit.GetProperty("digest").GetProperty("published").GetString()));
        Assert.Equal("Lantern Nets: <mark>Learning</mark> to See in the Half-Dark", hit.GetProperty("highlights").GetProperty("title").GetString());
        Assert.Equal(JsonValueKind.Null, hit.GetProperty("links")[2].GetProperty("url").ValueKind);
        Assert.Equal("Lantern > Lantern Brain", root.GetProperty("facets").GetProperty("lab")[0].GetProperty("children")[1].GetProperty("value").GetString());
        Assert.False(root.GetProperty("facets").GetProperty("year")[0].TryGetProperty("children", out _));
        Assert.Contains("Университет Примеров", text, StringComparison.Ordinal);
        Assert.DoesNotContain("<mark>", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/api/v1/search?colour=red", 400, "colour")]
    [InlineData("/api/v1/search?page=101&size=100", 400, "page")]
    [InlineData("/api/v1/digests?size=0", 400, "size")]
    [InlineData("/api/v1/problems?page=x", 400, "page")]
    [InlineData("/api/v1/nowhere", 404, null)]
    [InlineData("/api", 404, null)]
    [InlineData("/api/v1/problems", 500, null)]
    public async Task EveryErrorOfTheApiIsAProblem(string address, int status, string? parameter)
    {
        await using var server = await TestServer.StartAsync(Plain);

        using var response = await server.Client.GetAsync(address);
        using var problem = await ProblemAsync(response, status);

        Assert.Equal(parameter, problem.RootElement.TryGetProperty("parameter", out var named) ? named.GetString() : null);
    }

    [Fact]
    public async Task AMethodThatDoesNotFitIsAProblemThatListsThoseThatDo()
    {
        await using var server = await TestServer.StartAsync(Plain);

        using var response = await server.Client.DeleteAsync("/api/v1/search");

        (await ProblemAsync(response, 405)).Dispose();
        Assert.Contains("GET", response.Content.Headers.Allow);
    }

    [Theory]
    [InlineData("/nowhere", 404)]
    [InlineData("/reviews/any", 500)]
    [InlineData("/search?year=x", 400)]
    [InlineData("/search", 500)]
    public async Task ErrorsOfThePagesArePages(string address, int status)
    {
        await using var server = await TestServer.StartAsync(Plain, (_, _) => throw new InvalidOperationException(Secret));

        using var response = await server.Client.GetAsync(address);
        var text = await response.Content.ReadAsStringAsync();

        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal("text/html", response.Content.Headers.ContentType?.MediaType);
        Assert.DoesNotContain(Secret, text, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhileThereIsNoIndexSearchSaysSoAndIsNotReady()
    {
        await using var server = await TestServer.StartAsync(Plain, (_, _) => throw new IndexNotReadyException("There is no index yet."), () => Some.NotReady);

        using var search = await server.Client.GetAsync("/api/v1/search");
        using var ready = await server.Client.GetAsync("/readyz");
        using var live = await server.Client.GetAsync("/livez");

        using var problem = await ProblemAsync(search, 503);
        Assert.Equal("There is no index yet.", problem.RootElement.GetProperty("detail").GetString());
        Assert.NotNull(search.Headers.RetryAfter);
        Assert.Null(search.Headers.ETag);
        Assert.Equal((503, "There is no index yet.\n"), ((int)ready.StatusCode, await ready.Content.ReadAsStringAsync()));
        Assert.Equal("text/plain", ready.Content.Headers.ContentType?.MediaType);
        Assert.Equal(HttpStatusCode.OK, live.StatusCode);
    }

    [Fact]
    public async Task AFailureTellsNothingOfItself()
    {
        await using var server = await TestServer.StartAsync(Plain, (_, _) => throw new InvalidOperationException(Secret));
        using var response = await server.Client.GetAsync("/api/v1/search");
        (await ProblemAsync(response, 500)).Dispose();
    }

    [Fact]
    public async Task ASearchThatRunsOutOfTimeIsAProblemToTryAgain()
    {
        await using var server = await TestServer.StartAsync(Plain, (_, _) => throw new OperationCanceledException());
        using var response = await server.Client.GetAsync("/api/v1/search");
        (await ProblemAsync(response, 503)).Dispose();
        Assert.NotNull(response.Headers.RetryAfter);
    }

    [Fact]
    public async Task AnAnswerThatTheClientHoldsIsNotSentAgain()
    {
        var asked = 0;
        await using var server = await TestServer.StartAsync(Plain, (_, _) => { asked++; return Some.Results(); });
        using var first = await server.Client.GetAsync("/api/v1/search?q=x");
        using var again = new HttpRequestMessage(HttpMethod.Get, "/api/v1/search?q=x");
        again.Headers.IfNoneMatch.Add(first.Headers.ETag!);

        using var second = await server.Client.SendAsync(again);

        Assert.Equal((HttpStatusCode.NotModified, 1), (second.StatusCode, asked));
    }

    [Theory]
    [InlineData(null, 401)]
    [InlineData("Bearer wrong", 401)]
    [InlineData("Basic a key for these tests", 401)]
    [InlineData("Bearer a key for these tests", 500)]
    public async Task OnlyAnAdminKeyWrites(string? authorization, int status)
    {
        await using var server = await TestServer.StartAsync(Plain);
        using var request = new HttpRequestMessage(HttpMethod.Delete, "/api/v1/digests/d1");
        if (authorization is not null) request.Headers.TryAddWithoutValidation("Authorization", authorization);

        using var response = await server.Client.SendAsync(request);

        (await ProblemAsync(response, status)).Dispose();
        Assert.Equal(status == 401, response.Headers.WwwAuthenticate.Count > 0);
    }

    [Fact]
    public async Task TooManyWrongKeysAreSlowedDown()
    {
        await using var server = await TestServer.StartAsync(Plain, time: new SetClock());
        for (var n = 0; n < 10; n++) (await server.Client.DeleteAsync("/api/v1/digests/d1")).Dispose();

        using var response = await server.Client.DeleteAsync("/api/v1/digests/d1");

        (await ProblemAsync(response, 429)).Dispose();
    }

    [Fact]
    public async Task WithoutAKeyAServerThatOthersReachDoesNotWrite()
    {
        using var folder = new TempFolder();
        await using var server = await TestServer.StartAsync(new() { DataFolder = folder.Path, Loopback = false });

        using var response = await server.Client.PostAsync("/api/v1/digests", new StringContent("# x"));

        (await ProblemAsync(response, 403)).Dispose();
        Assert.Empty(Directory.GetFiles(folder.Path));
    }

    [Fact]
    public async Task ADocumentPastTheLimitIsAProblem()
    {
        await using var server = await TestServer.StartAsync(Plain with { MaxDocumentBytes = 1_000 });
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/digests?name=x.md") { Content = new ByteArrayContent(new byte[2_000]) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", "a key for these tests");
        using var response = await server.Client.SendAsync(request);
        (await ProblemAsync(response, 413)).Dispose();
    }

    [Fact]
    public async Task AnAddressThatAsksTooFastWaitsWhileHealthStaysOpen()
    {
        await using var server = await TestServer.StartAsync(Plain with { RequestsPerSecond = 1 }, time: new SetClock());
        for (var n = 0; n < 4; n++) (await server.Client.GetAsync("/api/v1/search")).Dispose();

        using var refused = await server.Client.GetAsync("/api/v1/search");
        using var page = await server.Client.GetAsync("/search");
        using var ready = await server.Client.GetAsync("/readyz");

        (await ProblemAsync(refused, 429)).Dispose();
        Assert.NotNull(refused.Headers.RetryAfter);
        Assert.Equal(("text/html", 429), (page.Content.Headers.ContentType?.MediaType, (int)page.StatusCode));
        Assert.Equal(HttpStatusCode.OK, ready.StatusCode);
    }

    [Fact]
    public async Task ALongRequestLineFitsAndALongerOneIsRefused()
    {
        await using var server = await TestServer.StartAsync(Plain);
        using var fits = await server.Client.GetAsync("/api/v1/search?q=" + string.Concat(Enumerable.Repeat("%D0%BC", 2_000)));
        using var tooLong = await server.Client.GetAsync("/api/v1/search?q=" + new string('x', 40_000));
        Assert.Equal((200, 414), ((int)fits.StatusCode, (int)tooLong.StatusCode));
    }

    [Theory]
    [InlineData("https://example.org", "https://example.org")]
    [InlineData("https://evil.example.org", null)]
    [InlineData("null", null)]
    public async Task OnlyListedOriginsMayRead(string origin, string? allowed)
    {
        await using var server = await TestServer.StartAsync(Plain with { CorsOrigins = ["https://example.org"] });
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/search");
        request.Headers.Add("Origin", origin);

        using var response = await server.Client.SendAsync(request);

        Assert.Equal(allowed, response.Headers.TryGetValues("Access-Control-Allow-Origin", out var values) ? values.Single() : null);
        Assert.Contains("Origin", response.Headers.Vary);
        Assert.False(response.Headers.Contains("Access-Control-Allow-Credentials"));
    }

    [Fact]
    public async Task AListedOriginPassesItsPreflight()
    {
        await using var server = await TestServer.StartAsync(Plain with { CorsOrigins = ["https://example.org"] });
        using var request = new HttpRequestMessage(HttpMethod.Options, "/api/v1/search");
        request.Headers.Add("Origin", "https://example.org");
        request.Headers.Add("Access-Control-Request-Method", "GET");
        using var response = await server.Client.SendAsync(request);
        Assert.Equal((HttpStatusCode.NoContent, "GET"), (response.StatusCode, response.Headers.GetValues("Access-Control-Allow-Methods").Single()));
    }

    // What a proxy says counts where it is trusted, and nowhere else.
    [Theory]
    [InlineData("127.0.0.0/8", "", "https://papers.example.org")]
    [InlineData("10.0.0.1", "", "")]
    [InlineData("10.0.0.1", "https://set.example.org", "https://set.example.org")]
    [InlineData("127.0.0.1", "https://set.example.org", "https://set.example.org")]
    public async Task LinksLeadWhereReadersKnowTheSite(string trusted, string publicUrl, string site)
    {
        await using var server = await TestServer.StartAsync(Plain with { TrustedProxies = [trusted], PublicUrl = publicUrl });
        using var request = new HttpRequestMessage(HttpMethod.Get, "/opensearch.xml");
        request.Headers.Add("X-Forwarded-For", "203.0.113.7");
        request.Headers.Add("X-Forwarded-Proto", "https");
        request.Headers.Add("X-Forwarded-Host", "papers.example.org");
        using var response = await server.Client.SendAsync(request);
        var expected = site.Length > 0 ? site : server.Client.BaseAddress!.GetLeftPart(UriPartial.Authority);
        Assert.Contains($"\"{expected}/search?q=", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task BehindATrustedProxyEachReaderHasALimitOfTheirOwn()
    {
        await using var server = await TestServer.StartAsync(Plain with { TrustedProxies = ["127.0.0.1", "::1"], RequestsPerSecond = 0.001 });
        async Task<int> AskAsync(string reader, string address)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, address);
            request.Headers.Add("X-Forwarded-For", reader);
            using var response = await server.Client.SendAsync(request);
            return (int)response.StatusCode;
        }
        Assert.Equal((200, 429, 200), (await AskAsync("203.0.113.7", "/robots.txt"), await AskAsync("203.0.113.7", "/robots.txt"), await AskAsync("203.0.113.8", "/robots.txt")));
    }

    // Each address answers a flood in the form that its readers understand.
    [Theory]
    [InlineData("/search", "text/html")]
    [InlineData("/reviews/x", "text/html")]
    [InlineData("/api/v1/search", "application/problem+json")]
    [InlineData("/search.atom", "application/problem+json")]
    [InlineData("/search.json", "application/problem+json")]
    [InlineData("/reviews/x.bib", "application/problem+json")]
    [InlineData("/suggest.json", "application/problem+json")]
    public async Task AFloodIsAnsweredInTheRightForm(string address, string type)
    {
        await using var server = await TestServer.StartAsync(Plain with { RequestsPerSecond = 0.001 });
        using (await server.Client.GetAsync("/robots.txt")) { }
        using var response = await server.Client.GetAsync(address);
        Assert.Equal((429, type), ((int)response.StatusCode, response.Content.Headers.ContentType?.MediaType));
        Assert.True(response.Headers.RetryAfter?.Delta > TimeSpan.Zero);
    }

    internal static async Task<JsonDocument> ProblemAsync(HttpResponseMessage response, int status)
    {
        var text = await response.Content.ReadAsStringAsync();
        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        Assert.DoesNotContain(Secret, text, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", text, StringComparison.Ordinal);
        var problem = JsonDocument.Parse(text);
        Assert.Equal(status, problem.RootElement.GetProperty("status").GetInt32());
        Assert.EndsWith(".", problem.RootElement.GetProperty("detail").GetString(), StringComparison.Ordinal);
        return problem;
    }

    [Fact]
    public async Task TheSiteBearsTheNameThatItWasGiven()
    {
        await using var server = await TestServer.StartAsync(Plain with { Name = "Lantern Club" });
        var page = await server.Client.GetStringAsync("/search?q=lantern&lang=en");
        Assert.Contains("<title>lantern — Lantern Club</title>", page, StringComparison.Ordinal);
        Assert.Contains("<ShortName>Lantern Club</ShortName>", await server.Client.GetStringAsync("/opensearch.xml"), StringComparison.Ordinal);
    }
}
