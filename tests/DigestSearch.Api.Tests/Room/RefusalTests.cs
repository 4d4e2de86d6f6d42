using System.Net;
using System.Net.Sockets;
using System.Text;
using DigestSearch.Api.Tests.Server;

namespace DigestSearch.Api.Tests.Room;

public sealed class RefusalTests(StarterRoom starter)
{
    [Theory]
    [InlineData("/api/v1/search?colour=red", "colour", "There is no parameter 'colour' here.")]
    [InlineData("/api/v1/search?Q=x", "Q", "The parameters are q, year, lab")]
    [InlineData("/api/v1/search?year=20", "year", "'20'")]
    [InlineData("/api/v1/search?year=2020..2018", "year", "from the earlier to the later")]
    [InlineData("/api/v1/search?year=", "year", "It takes a year")]
    [InlineData("/api/v1/search?has=pigeons", "has", "one of paper, code")]
    [InlineData("/api/v1/search?lab=", "lab", "It takes a label")]
    [InlineData("/api/v1/search?sort=random", "sort", "relevance, newest, oldest, published, title")]
    [InlineData("/api/v1/search?page=0", "page", "'0'")]
    [InlineData("/api/v1/search?page=-1", "page", "'-1'")]
    [InlineData("/api/v1/search?page=1e2", "page", "'1e2'")]
    [InlineData("/api/v1/search?page=%2B1", "page", "'+1'")]
    [InlineData("/api/v1/search?page=101&size=100", "page", "10100")]
    [InlineData("/api/v1/search?page=2147483647&size=100", "page", "214748364700")]
    [InlineData("/api/v1/search?size=101", "size", "'101'")]
    [InlineData("/api/v1/search?facets=year,colour", "facets", "year, lab, topic")]
    [InlineData("/api/v1/search?facetSize=0", "facetSize", "1000")]
    [InlineData("/api/v1/search?exact=yes", "exact", "true, false")]
    [InlineData("/api/v1/search?explain=1", "explain", "true, false")]
    [InlineData("/api/v1/search?q=a&q=b", "q", "more than once")]
    [InlineData("/api/v1/search?=x", "", "There is no parameter ''")]
    [InlineData("/api/v1/suggest?colour=red", "colour", "The parameters are q, size.")]
    [InlineData("/api/v1/suggest?q=a&size=0", "size", "1 to 20")]
    [InlineData("/api/v1/suggest?size=21", "size", "'21'")]
    [InlineData("/api/v1/facets/lab?colour=red", "colour", "The parameters are prefix, q, year, lab")]
    [InlineData("/api/v1/facets/lab?page=1", "page", "There is no parameter 'page' here.")]
    [InlineData("/api/v1/facets/lab?facetSize=0", "facetSize", "1000")]
    [InlineData("/api/v1/facets/lab?year=x", "year", "It takes a year")]
    [InlineData("/api/v1/digests?page=x", "page", "'x'")]
    [InlineData("/api/v1/digests?q=x", "q", "page, size")]
    [InlineData("/api/v1/problems?size=1000", "size", "'1000'")]
    public async Task EveryMistakeIsNamed(string address, string parameter, string fragment)
    {
        using var response = await starter.Client.GetAsync(address);
        using var problem = await ServerTests.ProblemAsync(response, 400);
        Assert.Equal(parameter, problem.RootElement.GetProperty("parameter").GetString());
        Assert.Contains(fragment, problem.RootElement.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/api/v1/reviews/none", 404)]
    [InlineData("/api/v1/digests/none", 404)]
    [InlineData("/api/v1/reviews/", 404)]
    [InlineData("/api/v1/facets/colour", 404)]
    [InlineData("/api/v1/facets/Lab", 404)]
    [InlineData("/api/v2/search", 404)]
    [InlineData("/openapi/v2.json", 404)]
    public async Task WhatIsNotThereIsAProblemForPrograms(string address, int status)
    {
        using var response = await starter.Client.GetAsync(address);
        (await ServerTests.ProblemAsync(response, status)).Dispose();
    }

    [Theory]
    [InlineData("/reviews/none")]
    [InlineData("/digests/none")]
    [InlineData("/reviews/")]
    [InlineData("/no/where")]
    [InlineData("/assets/style.000000000000.css")]
    public async Task WhatIsNotThereIsAPageForReaders(string address)
    {
        using var response = await starter.Client.GetAsync(address);
        Assert.Equal((HttpStatusCode.NotFound, "text/html"), (response.StatusCode, response.Content.Headers.ContentType?.MediaType));
        Assert.Contains("<h1>", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    /// <summary>Letters beyond ASCII must be percent-encoded in a request line; the server refuses others before the program sees them.</summary>
    [Fact]
    public async Task LettersThatAreNotEncodedAreRefusedByTheServerItself()
    {
        Assert.StartsWith("HTTP/1.1 400", await RawAsync("GET /search?q=привет HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"), StringComparison.Ordinal);
        Assert.StartsWith("HTTP/1.1 200", await RawAsync("GET /search?q=%D0%BF HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ARequestLineOf32KilobytesFitsAndOneByteMoreDoesNot()
    {
        string Line(int length) => $"GET /api/v1/search?lab={new string('x', length - "GET /api/v1/search?lab= HTTP/1.1\r\n".Length)} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";
        Assert.StartsWith("HTTP/1.1 400", await RawAsync(Line(32 * 1024)), StringComparison.Ordinal);
        Assert.Contains("It takes a label of up to", await RawAsync(Line(32 * 1024)), StringComparison.Ordinal);
        Assert.StartsWith("HTTP/1.1 414", await RawAsync(Line(32 * 1024 + 1)), StringComparison.Ordinal);
    }

    private async Task<string> RawAsync(string request)
    {
        var address = new Uri(starter.Room.Address);
        using var client = new TcpClient();
        await client.ConnectAsync(address.Host, address.Port);
        await using var stream = client.GetStream();
        await stream.WriteAsync(Encoding.UTF8.GetBytes(request));
        using var reader = new StreamReader(stream);
        return await reader.ReadToEndAsync();
    }
}
