using System.IO.Compression;
using System.Text;
using DigestSearch.Archive;
using DigestSearch.Tests.Support;
using DigestSearch.Worker.Sources;
using Microsoft.AspNetCore.Http;

namespace DigestSearch.Tests.Worker;

public sealed class FeedClientTests : IAsyncLifetime
{
    private static readonly FeedSettings Allowing = new() { AllowPrivate = true, Timeout = TimeSpan.FromMinutes(1) };

    private FeedServer server = null!;

    public async ValueTask InitializeAsync() => server = await FeedServer.StartAsync();

    public ValueTask DisposeAsync() => server.DisposeAsync();

    [Fact]
    public async Task AFeedIsGivenWithItsStateAndAskedUnderOurName()
    {
        server.Feed("/feed", "<rss/>");
        var content = Assert.IsType<FeedContent>(await FetchAsync(Allowing, server["/feed"]));
        Assert.Equal("<rss/>", Encoding.UTF8.GetString(content.Bytes.Span));
        Assert.Equal("Sun, 01 Jun 2031 10:00:00 GMT", content.State.Modified);
        Assert.StartsWith("\"", content.State.ETag, StringComparison.Ordinal);
        Assert.Matches("^DigestSearch/[0-9]+\\.[0-9]+\\.[0-9]+$", server.Agent);
        Assert.IsType<FeedUnchanged>(await FetchAsync(Allowing, server["/feed"], content.State));
        Assert.Equal((1, 1), (server.Asked("/feed", 200), server.Asked("/feed", 304)));
    }

    [Theory]
    [InlineData("gzip"), InlineData("br")]
    public async Task APackedFeedIsUnpacked(string packing)
    {
        Packed("/feed", packing, "<rss/>"u8.ToArray());
        Assert.Equal("<rss/>", Encoding.UTF8.GetString(Assert.IsType<FeedContent>(await FetchAsync(Allowing, server["/feed"])).Bytes.Span));
    }

    [Theory]
    [InlineData("gzip"), InlineData("br")]
    public async Task ABombIsRefused(string packing)
    {
        Packed("/feed", packing, new byte[15 << 20]);
        Assert.Equal(FeedFailure.TooLarge, Assert.IsType<FeedFailure>(await FetchAsync(Allowing, server["/feed"])).Code);
    }

    [Theory]
    [InlineData(true), InlineData(false)]
    public async Task WhatIsTooLargeIsRefusedWhetherItSaysSoOrNot(bool says)
    {
        server.Answer("/feed", async context =>
        {
            if (says) context.Response.ContentLength = 200_000;
            try
            {
                for (var part = 0; part < 20; part++) await context.Response.Body.WriteAsync(new byte[10_000], context.RequestAborted);
            }
            catch (Exception exception) when (exception is OperationCanceledException or IOException)
            {
                // The client has had enough.
            }
        });
        Assert.Equal(FeedFailure.TooLarge, Assert.IsType<FeedFailure>(await FetchAsync(Allowing with { SizeLimit = 100_000 }, server["/feed"])).Code);
    }

    [Fact]
    public async Task PackingThatIsUnknownOrBrokenIsTold()
    {
        server.Answer("/odd", 200, ("Content-Encoding", "nothing-known"));
        server.Answer("/broken", context =>
        {
            context.Response.Headers.ContentEncoding = "gzip";
            return context.Response.WriteAsync("This is not packed at all.");
        });
        Assert.Contains("nothing-known", Assert.IsType<FeedFailure>(await FetchAsync(Allowing, server["/odd"])).Message, StringComparison.Ordinal);
        Assert.Equal(FeedFailure.Unreachable, Assert.IsType<FeedFailure>(await FetchAsync(Allowing, server["/broken"])).Code);
    }

    [Theory]
    [InlineData(true), InlineData(false)]
    public async Task AServerThatDoesNotAnswerInFullIsLeft(bool begins)
    {
        server.Answer("/feed", async context =>
        {
            if (begins) await context.Response.WriteAsync("<rss>");
            await Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
        });
        var failure = Assert.IsType<FeedFailure>(await FetchAsync(Allowing with { Timeout = TimeSpan.FromMilliseconds(300) }, server["/feed"]));
        Assert.Contains("did not answer in full within 0.3 seconds", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ThreeRedirectsAreFollowedAndAFourthIsNot()
    {
        for (var step = 0; step < 4; step++) server.Answer($"/{step}", 302, ("Location", $"{step + 1}"));
        server.Feed("/4", "<rss/>");
        Assert.IsType<FeedContent>(await FetchAsync(Allowing, server["/1"]));
        Assert.Contains("more than 3 times", Assert.IsType<FeedFailure>(await FetchAsync(Allowing, server["/0"])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ARedirectToAnAddressThatIsNotPublicIsRefusedWithoutAConnection()
    {
        await using var inner = await FeedServer.StartAsync();
        inner.Feed("/secret", "<rss/>");
        server.Answer("/feed", 301, ("Location", inner["/secret"].AbsoluteUri));
        using var client = new FeedClient(Allowing, TimeProvider.System, point => point.Port == server["/"].Port);
        var failure = Assert.IsType<FeedFailure>(await client.FetchAsync(server["/feed"], FeedState.Unknown, TestContext.Current.CancellationToken));
        Assert.Equal((FeedFailure.Refused, 0), (failure.Code, inner.Asked("/secret")));
    }

    [Theory]
    [InlineData("file:///etc/hostname"), InlineData("ftp://127.0.0.1/feed")]
    public async Task ARedirectToAnotherSchemeIsRefused(string location)
    {
        server.Answer("/feed", 301, ("Location", location));
        Assert.Equal(FeedFailure.Refused, Assert.IsType<FeedFailure>(await FetchAsync(Allowing, server["/feed"])).Code);
    }

    [Theory]
    [InlineData("http://127.0.0.1/"), InlineData("http://localhost/"), InlineData("https://localhost/"), InlineData("http://[::1]/"), InlineData("http://[::ffff:127.0.0.1]/"), InlineData("http://2130706433/")]
    [InlineData("http://0x7f.1/"), InlineData("http://0/"), InlineData("http://127.1/"), InlineData("http://169.254.169.254/latest"), InlineData("http://10.0.0.1/"), InlineData("http://[fe80::1]/"), InlineData("http://1.1.1.1:22/")]
    public async Task UnlessAllowedNoPrivateAddressIsAsked(string address)
    {
        var failure = Assert.IsType<FeedFailure>(await FetchAsync(new FeedSettings(), new Uri(address)));
        Assert.Equal(FeedFailure.Refused, failure.Code);
        Assert.Contains("Feeds:AllowPrivate", failure.Hint, StringComparison.Ordinal);
    }

    [Fact]
    public async Task UnlessAllowedAServerOnLoopbackHearsNothing()
    {
        server.Feed("/feed", "<rss/>");
        Assert.IsType<FeedFailure>(await FetchAsync(new FeedSettings(), server["/feed"]));
        Assert.Equal(0, server.Asked("/feed"));
    }

    [Fact]
    public async Task AProblemDoesNotShowWhatMayBeAKey()
    {
        var failure = Assert.IsType<FeedFailure>(await FetchAsync(Allowing, new Uri(server["/none"] + "?key=opensesame")));
        Assert.Contains(server["/none"] + "?…", failure.Message, StringComparison.Ordinal);
        Assert.Contains("404", failure.Message, StringComparison.Ordinal);
    }

    private static async Task<FeedAnswer> FetchAsync(FeedSettings settings, Uri address, FeedState? known = null)
    {
        using var client = new FeedClient(settings, TimeProvider.System);
        return await client.FetchAsync(address, known ?? FeedState.Unknown, TestContext.Current.CancellationToken);
    }

    private void Packed(string path, string packing, byte[] plain)
    {
        using var packed = new MemoryStream();
        using (Stream packer = packing == "br" ? new BrotliStream(packed, CompressionLevel.Fastest) : new GZipStream(packed, CompressionLevel.Fastest)) packer.Write(plain);
        var bytes = packed.ToArray();
        server.Answer(path, context =>
        {
            context.Response.Headers.ContentEncoding = packing;
            return context.Response.Body.WriteAsync(bytes).AsTask();
        });
    }
}
