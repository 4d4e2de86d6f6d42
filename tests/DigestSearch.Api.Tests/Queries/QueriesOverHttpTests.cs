using System.Net;
using System.Net.Http.Headers;
using System.Text;
using AngleSharp.Html.Parser;
using DigestSearch.Api.Tests.Room;
using ModelContextProtocol.Client;

namespace DigestSearch.Api.Tests.Queries;

/// <summary>What readers missed, for whoever has the key.</summary>
public sealed class QueriesOverHttpTests
{
    private const string Payload = "<img src=x onerror=alert(1)>zzqqxx";

    [Fact]
    public async Task WhatWasMissedIsShownToTheKeyAlone()
    {
        await using var room = await ReadingRoom.OpenAsync([StarterRoom.Digests]);
        foreach (var query in new[] { "transfomer", "Transfomer", Payload, "bert" })
            using (await room.Client.GetAsync("/search?q=" + Uri.EscapeDataString(query))) { }
        using (await room.Client.GetAsync("/api/v1/search?q=zzqqyy")) { }
        await using (var client = await McpClient.CreateAsync(new HttpClientTransport(new() { Endpoint = new(room.Address + "/mcp") })))
            await client.CallToolAsync("search", new Dictionary<string, object?> { ["query"] = "zzqqzz of a program" });

        using (var refused = await room.Client.GetAsync("/admin/queries"))
            Assert.Equal((HttpStatusCode.Unauthorized, "Basic", "text/html"), (refused.StatusCode, refused.Headers.WwwAuthenticate.Single().Scheme, refused.Content.Headers.ContentType?.MediaType));
        using (var refused = await room.Client.GetAsync("/api/v1/admin/queries")) Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
        using (var wrong = await AskAsync(room, "another key than that")) Assert.Equal(HttpStatusCode.Unauthorized, wrong.StatusCode);

        using var page = await AskAsync(room, ReadingRoom.Key);
        Assert.Equal((HttpStatusCode.OK, true), (page.StatusCode, page.Headers.CacheControl?.NoStore));
        var shown = new HtmlParser().ParseDocument(await page.Content.ReadAsStringAsync());
        var rows = shown.QuerySelectorAll("tbody tr").Select(row => row.Children.Select(cell => cell.TextContent).ToList()).ToList();
        Assert.Equal(["Transfomer", "2"], rows[0].Take(2));
        Assert.Contains(rows, row => row[0] == "zzqqyy" && row[3] == "0");
        Assert.DoesNotContain(rows, row => row[0] == "bert");
        Assert.Contains(rows, row => row[0] == Payload);
        Assert.Contains(rows, row => row[0] == "zzqqzz of a program");
        Assert.Empty(shown.QuerySelectorAll("img"));

        using var told = await room.SendAsync(HttpMethod.Get, "/api/v1/admin/queries");
        Assert.Contains("\"text\":\"zzqqyy\",\"times\":1", await told.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private static async Task<HttpResponseMessage> AskAsync(ReadingRoom room, string key)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/admin/queries?lang=en");
        request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes("editor:" + key)));
        return await room.Client.SendAsync(request);
    }
}
