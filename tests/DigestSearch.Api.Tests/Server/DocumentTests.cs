using System.Text.Json;
using DigestSearch.Api.Search;
using DigestSearch.Api.Suggest;
using DigestSearch.Api.Tests.Support;

namespace DigestSearch.Api.Tests.Server;

public sealed class DocumentTests
{
    private static readonly ApiSettings Plain = new() { DataFolder = "unused", AdminKeys = ["a key for these tests"], RequestsPerSecond = 0 };

    [Fact]
    public async Task TheDocumentTellsEveryAddressAndParameter()
    {
        await using var server = await TestServer.StartAsync(Plain);

        using var document = JsonDocument.Parse(await server.Client.GetStringAsync("/openapi/v1.json"));
        var paths = document.RootElement.GetProperty("paths");
        var search = paths.GetProperty("/api/v1/search").GetProperty("get");

        Assert.Equal(["/api/v1/admin/queries", "/api/v1/digests", "/api/v1/digests/{id}", "/api/v1/facets/{dimension}", "/api/v1/papers/{id}", "/api/v1/problems", "/api/v1/reviews/{id}", "/api/v1/reviews/{id}/similar", "/api/v1/search", "/api/v1/suggest"],
            paths.EnumerateObject().Select(p => p.Name).Order(StringComparer.Ordinal));
        Assert.Equal(LabelledRequest.Table.Notes.Select(n => n.Name), search.GetProperty("parameters").EnumerateArray().Select(p => p.GetProperty("name").GetString()));
        Assert.Equal(SuggestRequest.Table.Notes.Select(n => n.Name), paths.GetProperty("/api/v1/suggest").GetProperty("get").GetProperty("parameters").EnumerateArray().Select(p => p.GetProperty("name").GetString()));
        Assert.True(search.GetProperty("responses").TryGetProperty("503", out _));
        Assert.Contains("highlights", document.RootElement.GetRawText(), StringComparison.Ordinal);
        Assert.True(paths.GetProperty("/api/v1/digests").GetProperty("post").TryGetProperty("security", out _));
        Assert.False(search.TryGetProperty("security", out _));
    }
}
