using System.IO.Compression;
using System.Net;
using DigestSearch.Api.Tests.Room;
using DigestSearch.Api.Tests.Support;
using DigestSearch.Search;

namespace DigestSearch.Api.Tests.Answers;

/// <summary>Answers that are kept until the index has another commit, and those that are made once for several.</summary>
public sealed class KeptAnswersTests
{
    private static readonly ApiSettings Plain = new() { DataFolder = "unused", AdminKeys = ["a key for these tests"], RequestsPerSecond = 0, CorsOrigins = ["https://one.example", "https://two.example"] };

    [Theory]
    [InlineData("/api/v1/search?q=x")]
    [InlineData("/search?q=x")]
    public async Task AskedAgainTheIndexIsNotAsked(string address)
    {
        var asked = new Asked();
        await using var server = await TestServer.StartAsync(Plain, asked.Index);
        var first = await server.Client.GetStringAsync(address);
        Assert.Equal(first, await server.Client.GetStringAsync(address));
        Assert.Equal(1, asked.Times);

        await server.Client.GetStringAsync(address + "&page=2");
        Assert.Equal(2, asked.Times);
    }

    [Theory]
    [InlineData("/api/v1/search?q=x", "/api/v1/search?Q=x", HttpStatusCode.BadRequest)]
    [InlineData("/api/v1/search?q=x", "/api/v1/search?q=x&q=x", HttpStatusCode.BadRequest)]
    [InlineData("/api/v1/search?q=x", "/api/v1/search?q=X", HttpStatusCode.OK)]
    [InlineData("/api/v1/search?q=x", "/API/v1/search?q=x", HttpStatusCode.OK)]
    public async Task AnotherAddressHasAnotherAnswer(string kept, string other, HttpStatusCode status)
    {
        await using var server = await TestServer.StartAsync(Plain, (query, _) => Some.Results(query.Text == "x" ? 9 : 8, Some.FirstHit));
        var first = await server.Client.GetStringAsync(kept);
        using var answer = await server.Client.GetAsync(other);
        Assert.Equal(status, answer.StatusCode);
        Assert.Equal(first, await server.Client.GetStringAsync(kept));
        if (other.Contains("q=X", StringComparison.Ordinal)) Assert.Contains("\"total\":8", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ANewerCommitIsAsked()
    {
        var asked = new Asked();
        var status = Some.Ready;
        await using var server = await TestServer.StartAsync(Plain, asked.Index, () => status);
        using (await server.Client.GetAsync("/api/v1/search?q=x")) { }
        status = status with { Generation = 43, Tag = "abcdef01-43" };
        using (var newer = await server.Client.GetAsync("/api/v1/search?q=x")) Assert.StartsWith("\"abcdef01-43-", newer.Headers.ETag?.Tag, StringComparison.Ordinal);
        Assert.Equal(2, asked.Times);
    }

    [Fact]
    public async Task WhoeverHoldsAKeptAnswerIsToldSo()
    {
        var asked = new Asked();
        await using var server = await TestServer.StartAsync(Plain, asked.Index);
        using var first = await server.Client.GetAsync("/api/v1/search?q=x");
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/search?q=x") { Headers = { IfNoneMatch = { first.Headers.ETag! } } };
        using var again = await server.Client.SendAsync(request);
        Assert.Equal((HttpStatusCode.NotModified, 1), (again.StatusCode, asked.Times));
    }

    [Fact]
    public async Task APageIsKeptForEachLanguage()
    {
        var asked = new Asked();
        await using var server = await TestServer.StartAsync(Plain, asked.Index);
        foreach (var (language, times) in new[] { ("ru", 1), ("en", 2), ("ru", 2), ("en, ru;q=0.5", 2) })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/search?q=x") { Headers = { { "Accept-Language", language } } };
            using var page = await server.Client.SendAsync(request);
            Assert.Contains($"<html lang=\"{language[..2]}\"", await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
            Assert.Equal(times, asked.Times);
        }
    }

    [Fact]
    public async Task AChoiceOfLanguageIsRememberedEachTime()
    {
        await using var server = await TestServer.StartAsync(Plain);
        for (var time = 0; time < 2; time++)
            using (var page = await server.Client.GetAsync("/search?q=x&lang=en")) Assert.Single(page.Headers.GetValues("Set-Cookie"));
    }

    [Fact]
    public async Task AKeptAnswerIsPackedForWhoTakesThat()
    {
        await using var server = await TestServer.StartAsync(Plain);
        var plain = await server.Client.GetStringAsync("/api/v1/search?q=x");
        for (var time = 0; time < 2; time++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/search?q=x") { Headers = { { "Accept-Encoding", "gzip" } } };
            using var answer = await server.Client.SendAsync(request);
            Assert.Equal(["gzip"], answer.Content.Headers.ContentEncoding);
            Assert.Contains("Accept-Encoding", answer.Headers.Vary);
            await using var content = new GZipStream(await answer.Content.ReadAsStreamAsync(), CompressionMode.Decompress);
            using var reader = new StreamReader(content);
            Assert.Equal(WithoutTime(plain), WithoutTime(await reader.ReadToEndAsync()));
        }
    }

    [Fact]
    public async Task AKeptAnswerGoesToTheOriginThatAsks()
    {
        await using var server = await TestServer.StartAsync(Plain);
        foreach (var (origin, allowed) in new[] { ("https://one.example", true), ("https://two.example", true), ("https://three.example", false) })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/search?q=x") { Headers = { { "Origin", origin } } };
            using var answer = await server.Client.SendAsync(request);
            Assert.Equal(allowed ? origin : null, answer.Headers.TryGetValues("Access-Control-Allow-Origin", out var told) ? told.Single() : null);
            Assert.Contains("Origin", answer.Headers.Vary);
            Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        }
    }

    [Fact]
    public async Task WhatWasNotFoundIsCountedEachTimeItIsAsked()
    {
        var asked = new Asked { Found = 0 };
        using var folder = new TempFolder();
        await using var server = await TestServer.StartAsync(Plain with { DataFolder = folder.Path }, asked.Index);
        for (var time = 0; time < 3; time++)
            using (await server.Client.GetAsync("/api/v1/search?q=zzqqxx&facets=")) { }
        using (await server.Client.GetAsync("/api/v1/search?q=zzqqxx&facets=&page=2")) { }
        using (await server.Client.GetAsync("/api/v1/search?q=zzqqxx&facets=&page=2")) { }
        Assert.Equal(2, asked.Times);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/admin/queries") { Headers = { { "Authorization", "Bearer a key for these tests" } } };
        using var told = await server.Client.SendAsync(request);
        Assert.Contains("\"text\":\"zzqqxx\",\"times\":3", await told.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatIsSuggestedAgainWasNotSearchedFor()
    {
        await using var room = await ReadingRoom.OpenAsync([StarterRoom.Digests]);
        using (await room.Client.GetAsync("/api/v1/search?q=zzqqxx")) { }
        for (var time = 0; time < 3; time++)
            using (await room.Client.GetAsync("/api/v1/suggest?q=zzqqxx")) { }
        using var told = await room.SendAsync(HttpMethod.Get, "/api/v1/admin/queries");
        Assert.Contains("\"text\":\"zzqqxx\",\"times\":1", await told.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ARefusalIsNotKept()
    {
        var ready = false;
        await using var server = await TestServer.StartAsync(Plain, (_, _) => ready ? Some.Results(9, Some.FirstHit) : throw new IndexNotReadyException("It is on its way."));
        using (var refused = await server.Client.GetAsync("/api/v1/search?q=x")) Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.StatusCode);
        ready = true;
        using var answered = await server.Client.GetAsync("/api/v1/search?q=x");
        Assert.Equal(HttpStatusCode.OK, answered.StatusCode);
    }

    [Fact]
    public async Task WhoAsksTheSameAtTheSameTimeWaitsForOneAnswer()
    {
        var asked = new Asked { Waits = true };
        await using var server = await TestServer.StartAsync(Plain, asked.Index, asked.Status);
        var answers = Enumerable.Range(0, 5).Select(_ => server.Client.GetStringAsync("/api/v1/search?q=x")).ToList();
        await asked.ArrivedAsync(5);
        asked.Go.Set();
        Assert.Single((await Task.WhenAll(answers)).Distinct());
        Assert.Equal(1, asked.Times);
    }

    [Fact]
    public async Task WhoeverLeavesTakesNoAnswerFromTheOthers()
    {
        var asked = new Asked { Waits = true };
        await using var server = await TestServer.StartAsync(Plain, asked.Index, asked.Status);
        using var leaving = new CancellationTokenSource();
        var first = server.Client.GetStringAsync("/api/v1/search?q=x", leaving.Token);
        await asked.Began.Task;
        var second = server.Client.GetAsync("/api/v1/search?q=x");
        await asked.ArrivedAsync(2);
        await leaving.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        asked.Go.Set();
        using var answered = await second;
        Assert.Equal(HttpStatusCode.OK, answered.StatusCode);
    }

    [Fact]
    public async Task WhoeverComesTooManyIsToldWhileTheOthersAreAnswered()
    {
        var asked = new Asked { Waits = true };
        var places = Environment.ProcessorCount + 1; // More threads than there are by themselves.
        await using var server = await TestServer.StartAsync(Plain with { ConcurrentSearches = places }, asked.Index);
        var answers = Enumerable.Range(0, 6 * places).Select(number => server.Client.GetAsync($"/api/v1/search?q=x{number}")).ToList();
        for (var refused = 0; refused < 5 * places; refused++)
        {
            var answer = await Task.WhenAny(answers);
            answers.Remove(answer);
            using var response = await answer;
            Assert.Equal((HttpStatusCode.ServiceUnavailable, TimeSpan.FromSeconds(1)), (response.StatusCode, response.Headers.RetryAfter?.Delta));
        }
        asked.Go.Set();
        foreach (var answer in answers)
            using (var response = await answer) Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        // Or the searches would hold every thread there is, and who is told nothing would wait for them.
        ThreadPool.GetMinThreads(out var threads, out _);
        Assert.True(threads > places);
    }

    private static string WithoutTime(string answer) => System.Text.RegularExpressions.Regex.Replace(answer, "\"tookMs\":[0-9.]+", "");

    // An index that counts how often it is asked, and waits where the test says so; it looks at the token as a search does.
    private sealed class Asked
    {
        private int times;
        private int looks;

        public int Times => times;
        public int Found { get; init; } = 9;
        public bool Waits { get; init; }
        public TaskCompletionSource Began { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
        public ManualResetEventSlim Go { get; } = new();

        /// <summary>The status of the index, which every request looks at before it waits for an answer.</summary>
        public IndexStatus Status()
        {
            Interlocked.Increment(ref looks);
            return Some.Ready;
        }

        /// <summary>Waits until so many requests wait for an answer; the one that asks the index has looked at its status twice.</summary>
        public async Task ArrivedAsync(int requests)
        {
            await Began.Task;
            while (Volatile.Read(ref looks) <= requests) await Task.Delay(10);
            await Task.Delay(50);
        }

        public ReviewResults Index(ReviewQuery query, CancellationToken cancellation)
        {
            Interlocked.Increment(ref times);
            Began.TrySetResult();
            if (Waits) Go.Wait(cancellation);
            return Found == 0 ? Some.Results(0) : Some.Results(Found, Some.FirstHit);
        }
    }
}
