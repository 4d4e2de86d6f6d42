using System.Net;
using System.Text;
using System.Text.Json;
using DigestSearch.Api.Tests.Server;

namespace DigestSearch.Api.Tests.Room;

public sealed class PaperOverHttpTests(PaperOverHttpTests.PaperRoom papers) : IClassFixture<PaperOverHttpTests.PaperRoom>
{
    private HttpClient Client => papers.Room.Client;

    private static string[] Names(JsonElement list) => [.. list.EnumerateArray().Select(item => item.GetProperty("id").GetString()!)];

    private static string[] Texts(JsonElement list) => [.. list.EnumerateArray().Select(item => item.GetString()!)];

    private async Task<string> PaperOfAsync(string review) =>
        (await Client.JsonAsync("/api/v1/reviews/" + review)).GetProperty("paper").GetProperty("id").GetString()!;

    [Fact]
    public async Task AReviewAnswersWithTheOtherReviewsOfItsPaper()
    {
        var paper = (await Client.JsonAsync("/api/v1/reviews/p/one")).GetProperty("paper");
        var other = paper.GetProperty("reviews")[0];
        Assert.Equal(["p/three", "p/two"], Names(paper.GetProperty("reviews")));
        Assert.Equal(["id", "title", "digest", "reviewer", "language", "year", "url"], other.EnumerateObject().Select(p => p.Name));
        Assert.Equal(("Lanterns of Noon", "night-desk", "en", 2032, "/reviews/p/three"), (other.GetProperty("title").GetString(), other.GetProperty("reviewer").GetString(),
            other.GetProperty("language").GetString(), other.GetProperty("year").GetInt32(), other.GetProperty("url").GetString()));
        Assert.Equal(("Digest of March", "2032-03-01"), (other.GetProperty("digest").GetProperty("title").GetString(), other.GetProperty("digest").GetProperty("published").GetString()));
        Assert.Empty((await Client.JsonAsync("/api/v1/reviews/p/alone")).GetProperty("paper").GetProperty("reviews").EnumerateArray());
    }

    [Fact]
    public async Task APaperTellsWhatItsReviewsTellTogether()
    {
        var id = await PaperOfAsync("p/two");
        var paper = await Client.JsonAsync("/api/v1/papers/" + id);
        Assert.Equal(["id", "title", "authors", "institutions", "labs", "countries", "year", "venue", "topics", "ids", "links", "reviews"], paper.EnumerateObject().Select(p => p.Name));
        Assert.Equal((id, "Lanterns of Noon", 2031, "ICLE"), (paper.GetProperty("id").GetString(), paper.GetProperty("title").GetString(), paper.GetProperty("year").GetInt32(), paper.GetProperty("venue").GetString()));
        Assert.Equal(["Aino Madeup", "Bo Nowhere"], Texts(paper.GetProperty("authors")));
        Assert.Equal(["Institute of Examples", "Lantern Works"], Texts(paper.GetProperty("institutions")).Order());
        Assert.Equal(["http://example.org/noon", "https://example.org/code"], paper.GetProperty("links").EnumerateArray().Select(l => l.GetProperty("url").GetString()).Order());
        Assert.Equal("""{"arxiv":"3101.00001","doi":"10.9999/NOON","openreview":"nOOn","acl":null}""", paper.GetProperty("ids").GetRawText());
        Assert.Equal(["p/three", "p/two", "p/one"], Names(paper.GetProperty("reviews")));
    }

    [Theory]
    [InlineData("nothing")]
    [InlineData("aaaaaaaaaaaaaaaa")]
    [InlineData("%D1%8F%20..")]
    public async Task APaperThatIsNotThereIsAProblem(string id)
    {
        using var response = await Client.GetAsync("/api/v1/papers/" + id);
        (await ServerTests.ProblemAsync(response, 404)).Dispose();
        Assert.Null(response.Headers.ETag);
    }

    [Fact]
    public async Task SearchCollapsesNothing()
    {
        var answer = await Client.SearchAsync("q=noon&size=100");
        Assert.Equal((3, 3), (answer.Total(), answer.Ids().Length));
    }

    [Fact]
    public async Task AnAnswerThatIsHeldIsNotSentAgainUntilAReviewComes()
    {
        await using var room = await ReadingRoom.OpenAsync([]);
        (await room.PostAsync("?name=a.jsonl", Encoding.UTF8.GetBytes(PaperRoom.One))).Dispose();
        var paper = (await room.Client.JsonAsync("/api/v1/reviews/p/one")).GetProperty("paper").GetProperty("id").GetString();
        foreach (var address in new[] { "/api/v1/reviews/p/one", "/api/v1/papers/" + paper })
        {
            using var first = await room.Client.GetAsync(address);
            async Task<HttpStatusCode> AgainAsync()
            {
                using var request = new HttpRequestMessage(HttpMethod.Get, address);
                request.Headers.IfNoneMatch.Add(first.Headers.ETag!);
                using var response = await room.Client.SendAsync(request);
                return response.StatusCode;
            }
            Assert.Equal(HttpStatusCode.NotModified, await AgainAsync());
            (await room.PostAsync($"?name={paper}{address.Length}.jsonl&wait=searchable", Encoding.UTF8.GetBytes($"{{\"title\":\"Another {address.Length}\"}}"))).Dispose();
            Assert.Equal(HttpStatusCode.OK, await AgainAsync());
        }
    }

    [Theory]
    [InlineData("p/one", "en", "Other reviews of this paper")]
    [InlineData("p/one", "ru", "Другие разборы этой статьи")]
    [InlineData("p/pair", "en", "Another review of this paper")]
    [InlineData("p/pair", "ru", "Ещё один разбор этой статьи")]
    public async Task ThePageOfAReviewLeadsToTheOthers(string id, string language, string heading)
    {
        var page = await Client.GetStringAsync($"/reviews/{id}?lang={language}");
        Assert.Contains($">{heading}</a></h2>", page, StringComparison.Ordinal);
        foreach (var other in (await Client.JsonAsync("/api/v1/reviews/" + id)).GetProperty("paper").GetProperty("reviews").EnumerateArray())
            Assert.Contains($"<a href=\"{other.GetProperty("url").GetString()}\">", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ThePageOfTheOnlyReviewSaysNothingOfOthers() =>
        Assert.DoesNotContain("class=\"others\"", await Client.GetStringAsync("/reviews/p/alone"), StringComparison.Ordinal);

    /// <summary>A room with a paper in three digests, one in two, and one in one.</summary>
    public sealed class PaperRoom : IAsyncLifetime
    {
        public const string One = """{"id":"p/one","digest":"Digest of January","digestPublished":"2032-01-01","title":"Noon Lanterns","authors":["A. Madeup"],"institutions":["institute of examples"],"year":2031,"ids":{"arxiv":"3101.00001v1"},"links":[{"kind":"paper","label":"Paper","url":"https://example.org/noon/"}],"text":"A text of noon."}""";

        private const string Others = """
            {"id":"p/two","digest":"Digest of February","digestPublished":"2032-02-01","title":"Lanterns of Noon","authors":["Aino Madeup"],"year":2031,"venue":"ICLE","ids":{"arxiv":"3101.00001","doi":"10.9999/noon"},"links":[{"kind":"paper","label":"Статья","url":"http://example.org/noon"}],"text":"Another text."}
            {"id":"p/three","digest":"Digest of March","digestPublished":"2032-03-01","title":"Lanterns of Noon","authors":["Aino Madeup","Bo Nowhere"],"institutions":["Institute of Examples","Lantern Works"],"year":2032,"ids":{"doi":"10.9999/NOON","openreview":"nOOn"},"links":[{"kind":"code","label":"Code","url":"https://example.org/code"}],"reviewer":"night-desk","language":"en","text":"A third text."}
            {"id":"p/pair","digest":"Digest of March","title":"Small Lamps","authors":["Aino Madeup"],"text":"A text of its own."}
            {"id":"p/pair2","digest":"Digest of February","title":"Small lamps","authors":["Madeup A."],"text":"One more text."}
            {"id":"p/alone","digest":"Digest of March","title":"Introduction","text":"Nobody knows of what."}
            """;

        public ReadingRoom Room { get; private set; } = null!;

        public async ValueTask InitializeAsync()
        {
            Room = await ReadingRoom.OpenAsync([]);
            (await Room.PostAsync("?name=one.jsonl", Encoding.UTF8.GetBytes(One))).Dispose();
            (await Room.PostAsync("?name=others.jsonl&wait=searchable", Encoding.UTF8.GetBytes(Others))).Dispose();
        }

        public ValueTask DisposeAsync() => Room.DisposeAsync();
    }
}
