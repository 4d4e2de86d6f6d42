using System.Net;
using System.Text;
using System.Text.Json;
using DigestSearch.Api.Tests.Server;

namespace DigestSearch.Api.Tests.Room;

public sealed class SimilarOverHttpTests(SimilarOverHttpTests.LanternRoom lanterns) : IClassFixture<SimilarOverHttpTests.LanternRoom>
{
    private HttpClient Client => lanterns.Room.Client;

    private static string[] Ids(JsonElement answer) => [.. answer.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("id").GetString()!)];

    [Fact]
    public async Task TheAnswerIsOfHits()
    {
        var answer = await Client.JsonAsync("/api/v1/reviews/plain/similar");
        var hit = (await Client.SearchAsync("q=wick&size=1")).GetProperty("hits")[0];
        Assert.Equal(["id", "items", "generation"], answer.EnumerateObject().Select(p => p.Name));
        Assert.Equal(("plain", lanterns.Room.Index.Status.Generation), (answer.GetProperty("id").GetString(), answer.GetProperty("generation").GetInt64()));
        Assert.Equal(["l/wick", "l/similar", "far"], Ids(answer));
        Assert.All(answer.GetProperty("items").EnumerateArray(), item => Assert.Equal(hit.EnumerateObject().Select(p => p.Name), item.EnumerateObject().Select(p => p.Name)));
        Assert.Equal("""{"title":"The Wick of a Lantern","snippet":"A lantern has a wick and oil."}""", answer.GetProperty("items")[0].GetProperty("highlights").GetRawText());
    }

    [Theory]
    [InlineData("plain/similar?size=1", "l/wick")]
    [InlineData("plain/similar?size=1&samePaper=true", "l/twin")]
    [InlineData("plain/similar?size=1&samePaper=false", "l/wick")]
    [InlineData("l/wick/similar?size=1", "l/twin")]
    [InlineData("l%2Fwick/similar?size=1", "l/twin")]
    [InlineData("l/similar/similar?size=1", "l/twin")]
    [InlineData("l%2Fsimilar/similar?size=1", "l/twin")]
    public async Task AnIdMayHaveSlashes(string address, string first) => Assert.Equal([first], Ids(await Client.JsonAsync("/api/v1/reviews/" + address)));

    [Theory]
    [InlineData("l/similar")]
    [InlineData("l%2Fsimilar")]
    public async Task AReviewWhoseIdEndsSoIsItself(string id) =>
        Assert.Equal("l/similar", (await Client.JsonAsync("/api/v1/reviews/" + id)).GetProperty("id").GetString());

    [Theory]
    [InlineData("/api/v1/reviews/none/similar")]
    [InlineData("/api/v1/reviews/l/none/similar")]
    [InlineData("/api/v1/reviews/similar")]
    [InlineData("/api/v1/reviews//similar")]
    public async Task NothingIsLikeAReviewThatIsNotThere(string address)
    {
        using var response = await Client.GetAsync(address);
        (await ServerTests.ProblemAsync(response, 404)).Dispose();
        Assert.Null(response.Headers.ETag);
    }

    [Theory]
    [InlineData("size=0", "size", "from 1 to 20")]
    [InlineData("size=21", "size", "'21'")]
    [InlineData("samePaper=yes", "samePaper", "true, false")]
    [InlineData("q=x", "q", "size, samePaper")]
    public async Task EveryMistakeIsNamed(string query, string parameter, string fragment)
    {
        foreach (var id in (string[])["plain", "l/wick"])
        {
            using var response = await Client.GetAsync($"/api/v1/reviews/{id}/similar?{query}");
            using var problem = await ServerTests.ProblemAsync(response, 400);
            Assert.Equal(parameter, problem.RootElement.GetProperty("parameter").GetString());
            Assert.Contains(fragment, problem.RootElement.GetProperty("detail").GetString(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task AnAnswerThatIsHeldIsNotSentAgainUntilACommit()
    {
        await using var room = await ReadingRoom.OpenAsync([]);
        (await room.PostAsync("?name=a.jsonl&wait=searchable", Encoding.UTF8.GetBytes(LanternRoom.Lanterns))).Dispose();
        using var first = await room.Client.GetAsync("/api/v1/reviews/l/wick/similar");
        async Task<HttpStatusCode> AgainAsync()
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/reviews/l/wick/similar");
            request.Headers.IfNoneMatch.Add(first.Headers.ETag!);
            using var response = await room.Client.SendAsync(request);
            return response.StatusCode;
        }
        Assert.Equal(HttpStatusCode.NotModified, await AgainAsync());
        (await room.PostAsync("?name=b.jsonl&wait=searchable", "{\"title\":\"Another\"}"u8.ToArray())).Dispose();
        Assert.Equal(HttpStatusCode.OK, await AgainAsync());
    }

    [Fact]
    public async Task BeforeThereIsAnIndexItIsToldAndThePageIsShown()
    {
        await using var room = ReadingRoom.Furnish([], worker: false);
        await room.StartAsync();
        (await room.PostAsync("?name=a.jsonl", Encoding.UTF8.GetBytes(LanternRoom.Lanterns))).Dispose();
        using var response = await room.Client.GetAsync("/api/v1/reviews/plain/similar");
        (await ServerTests.ProblemAsync(response, 503)).Dispose();
        Assert.NotNull(response.Headers.RetryAfter);
        Assert.DoesNotContain("class=\"others", await room.Client.GetStringAsync("/reviews/l/wick"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "Similar reviews")]
    [InlineData("ru", "Похожие разборы")]
    public async Task ThePageOfAReviewLeadsToSimilarOnes(string language, string heading)
    {
        var page = await Client.GetStringAsync($"/reviews/plain?lang={language}");
        var section = page[page.IndexOf($">{heading}</h2>", StringComparison.Ordinal)..];
        var places = (await Client.JsonAsync("/api/v1/reviews/plain/similar?size=4")).GetProperty("items").EnumerateArray()
            .Select(item => section.IndexOf($"<a href=\"{item.GetProperty("url").GetString()}\"", StringComparison.Ordinal)).ToList();
        Assert.All(places, place => Assert.True(place > 0));
        Assert.Equal(places.Order(), places);
        Assert.Contains("Institute of Examples", section, StringComparison.Ordinal);
        Assert.Contains("<b>2031</b>", section, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ThePageOfAReviewLikeNoOtherSaysNothingOfIt() =>
        Assert.DoesNotContain("class=\"others", await Client.GetStringAsync("/reviews/alone"), StringComparison.Ordinal);

    /// <summary>A room with reviews of lanterns and ids that are hard to address.</summary>
    public sealed class LanternRoom : IAsyncLifetime
    {
        public const string Lanterns = """
            {"id":"plain","title":"A Lantern","authors":["Aino Madeup"],"text":"A lantern burns oil with a wick."}
            {"id":"l/twin","title":"A lantern","authors":["Madeup A."],"text":"A lantern burns oil with a wick. A second opinion."}
            {"id":"l/wick","title":"The Wick of a Lantern","authors":["Bo Nowhere"],"institutions":["Institute of Examples"],"year":2031,"text":"A lantern has a wick and oil."}
            {"id":"l/similar","title":"Oil","text":"Of oil. A second opinion."}
            {"id":"far","title":"Nothing","text":"Oil is also in the sea."}
            {"id":"alone","title":"Zzyx","text":"Qwfp."}
            """;

        public ReadingRoom Room { get; private set; } = null!;

        public async ValueTask InitializeAsync()
        {
            Room = await ReadingRoom.OpenAsync([]);
            (await Room.PostAsync("?name=lanterns.jsonl&wait=searchable", Encoding.UTF8.GetBytes(Lanterns))).Dispose();
        }

        public ValueTask DisposeAsync() => Room.DisposeAsync();
    }
}
