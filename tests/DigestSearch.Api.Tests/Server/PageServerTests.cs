using System.Net;
using DigestSearch.Api.Pages;
using DigestSearch.Api.Tests.Support;
using DigestSearch.Search;

namespace DigestSearch.Api.Tests.Server;

public sealed class PageServerTests
{
    private static readonly ApiSettings Plain = new() { DataFolder = "unused", AdminKeys = ["a key for these tests"], RequestsPerSecond = 0 };

    [Theory]
    [InlineData("/search?lang=en", null, null, "en")]
    [InlineData("/search", "lang=en", "ru", "en")]
    [InlineData("/search", null, "de, en-GB;q=0.8, ru;q=0.5", "en")]
    [InlineData("/search", null, "de", "ru")]
    [InlineData("/search?lang=xx", null, null, "ru")]
    [InlineData("/search", "lang=nonsense", "en", "en")]
    public async Task ThePageSpeaksTheReadersLanguage(string address, string? cookie, string? accept, string language)
    {
        await using var server = await TestServer.StartAsync(Plain);
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        if (cookie is not null) request.Headers.Add("Cookie", cookie);
        if (accept is not null) request.Headers.Add("Accept-Language", accept);

        using var response = await server.Client.SendAsync(request);

        Assert.Contains($"<html lang=\"{language}\">", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains("Cookie", string.Join(", ", response.Headers.Vary), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AChosenLanguageIsRemembered()
    {
        await using var server = await TestServer.StartAsync(Plain);
        using var response = await server.Client.GetAsync("/search?lang=en");
        var cookie = response.Headers.GetValues("Set-Cookie").Single();
        Assert.StartsWith("lang=en;", cookie, StringComparison.Ordinal);
        Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task PagesAllowNothingButThemselves()
    {
        await using var server = await TestServer.StartAsync(Plain);

        using var page = await server.Client.GetAsync("/search");
        using var error = await server.Client.GetAsync("/nowhere");

        foreach (var response in new[] { page, error })
        {
            var policy = response.Headers.GetValues("Content-Security-Policy").Single();
            Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
            Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
            Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
            Assert.Contains("script-src 'self';", policy, StringComparison.Ordinal);
            Assert.Equal("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
        }
    }

    [Theory]
    [InlineData("style.", "text/css")]
    [InlineData("suggest.", "text/javascript")]
    public async Task StylesheetAndScriptAreServedFromTheProgramAndKeptForLong(string name, string type)
    {
        await using var server = await TestServer.StartAsync(Plain);
        var asset = PageAsset.All.Single(asset => asset.Address.StartsWith("/assets/" + name, StringComparison.Ordinal));

        using var response = await server.Client.GetAsync(asset.Address);

        Assert.Equal(asset.Bytes, await response.Content.ReadAsByteArrayAsync());
        Assert.Equal(type, response.Content.Headers.ContentType?.MediaType);
        Assert.Contains("immutable", response.Headers.CacheControl?.ToString(), StringComparison.Ordinal);
        Assert.Contains(asset.Address, await server.Client.GetStringAsync("/search"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnswersAreCompressedForThoseWhoAsk()
    {
        await using var server = await TestServer.StartAsync(Plain);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/search");
        request.Headers.Add("Accept-Encoding", "br");
        using var response = await server.Client.SendAsync(request);
        Assert.Equal("br", response.Content.Headers.ContentEncoding.Single());
    }

    [Fact]
    public async Task WhatTheReaderTypesNeverBecomesMarkup()
    {
        await using var server = await TestServer.StartAsync(Plain, (query, _) => Some.Results(0) with { Query = Some.Reading(query.Text, new QueryPart[] { new("word", query.Text, query.Text), new("word", "x", "") }) });
        var text = await server.Client.GetStringAsync("/search?q=%22%3E%3Cscript%3Ealert(1)%3C/script%3E&author=%3Cimg%20src%3Dx%3E");
        Assert.DoesNotContain("<script>", text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<img", text, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task HeadTellsWhatGetWouldTell()
    {
        await using var server = await TestServer.StartAsync(Plain);
        using var get = await server.Client.GetAsync("/search");
        using var head = await server.Client.SendAsync(new(HttpMethod.Head, "/search"));
        Assert.Equal((get.StatusCode, get.Headers.ETag, get.Content.Headers.ContentType), (head.StatusCode, head.Headers.ETag, head.Content.Headers.ContentType));
    }

    [Fact]
    public async Task TheReferencePageNeedsNothingFromElsewhere()
    {
        await using var server = await TestServer.StartAsync(Plain);
        using var response = await server.Client.GetAsync("/docs/");
        var text = await response.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.DoesNotContain("cdn.jsdelivr", text, StringComparison.Ordinal);
        Assert.DoesNotContain("src=\"http", text, StringComparison.Ordinal);
    }
}
