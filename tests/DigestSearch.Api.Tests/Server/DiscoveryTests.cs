using System.Net;
using System.Text.Json;
using System.Xml.Linq;
using DigestSearch.Api.Tests.Room;
using DigestSearch.Api.Tests.Support;

namespace DigestSearch.Api.Tests.Server;

public sealed class DiscoveryTests(StarterRoom starter)
{
    private static readonly XNamespace OpenSearch = "http://a9.com/-/spec/opensearch/1.1/";

    [Fact]
    public async Task EveryTemplateOfTheDescriptionLeadsWhereItSays()
    {
        using var response = await starter.Client.GetAsync("/opensearch.xml");
        Assert.Equal("application/opensearchdescription+xml", response.Content.Headers.ContentType!.MediaType);
        var description = XDocument.Parse(await response.Content.ReadAsStringAsync()).Root!;
        Assert.Equal(OpenSearch + "OpenSearchDescription", description.Name);
        Assert.InRange(description.Element(OpenSearch + "ShortName")!.Value.Length, 1, 16); // The specification's limit.
        var urls = description.Elements(OpenSearch + "Url").ToList();
        Assert.Equal(4, urls.Count);
        foreach (var url in urls)
        {
            using var answer = await starter.Client.GetAsync(url.Attribute("template")!.Value.Replace("{searchTerms}", "bert", StringComparison.Ordinal));
            Assert.Equal((true, url.Attribute("type")!.Value), (answer.IsSuccessStatusCode, answer.Content.Headers.ContentType!.MediaType));
        }
    }

    [Fact]
    public async Task AnotherClientFindsItsWayByTheDescription()
    {
        var urls = await OtherParser.ReadAsync("opensearch", await starter.Client.GetStringAsync("/opensearch.xml"));
        Assert.Equal(["results", "results", "suggestions"], urls.Select(url => url.GetProperty("relations")[0].GetString()));
        foreach (var url in urls)
        {
            using var answer = await starter.Client.GetAsync(url.GetProperty("url").GetString());
            Assert.Equal((true, url.GetProperty("type").GetString()), (answer.IsSuccessStatusCode, answer.Content.Headers.ContentType!.MediaType));
        }
    }

    [Fact]
    public async Task EveryPageLeadsToTheDescription()
    {
        foreach (var address in new[] { "/", "/search?q=bert", "/nowhere" })
        {
            using var response = await starter.Client.GetAsync(address);
            Assert.Contains("rel=\"search\" type=\"application/opensearchdescription+xml\" href=\"/opensearch.xml\"", WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task BrowsersAreSuggestedWhatTheBoxSuggests()
    {
        var browser = await starter.Client.JsonAsync("/suggest.json?q=bert");
        var box = (await starter.Client.JsonAsync("/api/v1/suggest?q=bert")).GetProperty("items").EnumerateArray().ToList();
        Assert.NotEmpty(box);
        Assert.Equal("bert", browser[0].GetString());
        Assert.Equal(box.Select(item => item.GetProperty("label").GetString()), browser[1].EnumerateArray().Select(label => label.GetString()));
        Assert.Equal(box.Select(item => starter.Room.Address + item.GetProperty("url").GetString()), browser[3].EnumerateArray().Select(url => url.GetString()));
        Assert.Equal(browser[1].GetArrayLength(), browser[2].GetArrayLength());
        Assert.Equal(JsonValueKind.Array, (await starter.Client.JsonAsync("/suggest.json"))[1].ValueKind);
    }

    [Fact]
    public async Task RobotsReadReviewsAndDigestsButNoSearches()
    {
        var lines = (await starter.Client.GetStringAsync("/robots.txt")).Split('\n');
        Assert.Equal("User-agent: *", lines[0]);
        var closed = lines.Where(line => line.StartsWith("Disallow: ", StringComparison.Ordinal)).Select(line => line[10..]).ToList();
        Assert.Contains("/search", closed);
        Assert.DoesNotContain(closed, path => "/reviews/x".StartsWith(path, StringComparison.Ordinal) || "/digests/x".StartsWith(path, StringComparison.Ordinal));
    }
}
