using System.Net;
using DigestSearch.Api.Reviews;
using DigestSearch.Api.Tests.Server;

namespace DigestSearch.Api.Tests.Room;

public sealed class ArchiveOverHttpTests(StarterRoom starter, EdgeRoom edge)
{
    [Theory]
    [InlineData("edge/x")]
    [InlineData("edge/пусто %2F?#&")]
    [InlineData("edge/forty authors")]
    public async Task AReviewIsFoundByItsIdWhateverItHolds(string id)
    {
        var answer = await edge.Client.JsonAsync("/api/v1/reviews/" + ReviewAddress.Path(id));
        using var page = await edge.Client.GetAsync(answer.GetProperty("url").GetString());
        Assert.Equal((id, HttpStatusCode.OK), (answer.GetProperty("id").GetString(), page.StatusCode));
    }

    [Fact]
    public async Task ASlashOfAnIdMayBeEscaped() =>
        Assert.Equal("X", (await edge.Client.JsonAsync("/api/v1/reviews/edge%2Fx")).GetProperty("title").GetString());

    [Fact]
    public async Task EveryHitLeadsToItsReviewAndItsDigest()
    {
        foreach (var hit in (await edge.Client.SearchAsync("size=100&facets=")).GetProperty("hits").EnumerateArray())
        {
            var review = await edge.Client.JsonAsync("/api/v1" + hit.GetProperty("url").GetString());
            var digest = await edge.Client.JsonAsync("/api/v1/digests/" + hit.GetProperty("digest").GetProperty("id").GetString());
            Assert.Equal(hit.GetProperty("title").GetString(), review.GetProperty("title").GetString());
            Assert.Contains(hit.GetProperty("id").GetString(), digest.GetProperty("items").EnumerateArray().Select(i => i.GetProperty("id").GetString()));
        }
    }

    [Fact]
    public async Task AReviewTellsAllThatIsKnown()
    {
        var hit = (await starter.Client.SearchAsync("q=%22side-tuning%22&facets=")).GetProperty("hits")[0];
        var review = await starter.Client.JsonAsync("/api/v1" + hit.GetProperty("url").GetString());
        Assert.Equal(["Jeffrey O Zhang", "Alexander Sax", "Amir Zamir", "Leonidas Guibas", "Jitendra Malik"], review.GetProperty("authors").EnumerateArray().Select(a => a.GetString()));
        Assert.Equal((2019, "vision-desk", "1912.13503"), (review.GetProperty("year").GetInt32(), review.GetProperty("reviewer").GetString(), review.GetProperty("ids").GetProperty("arxiv").GetString()));
        Assert.StartsWith("Есть два привычных способа", review.GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.Equal("2020-01", review.GetProperty("digest").GetProperty("period").GetProperty("from").GetString());
    }

    [Fact]
    public async Task DigestsComeLatestFirstPageByPage()
    {
        var whole = await starter.Client.JsonAsync("/api/v1/digests?size=100");
        var paged = new List<string?>();
        for (var page = 1; page <= whole.Total(); page++)
            paged.Add((await starter.Client.JsonAsync($"/api/v1/digests?size=1&page={page}")).GetProperty("items")[0].GetProperty("id").GetString());

        Assert.Equal(Directory.GetFiles(StarterRoom.Digests).Length, whole.Total());
        Assert.Equal(whole.GetProperty("items").EnumerateArray().Select(i => i.GetProperty("id").GetString()), paged);
        var first = whole.GetProperty("items")[0];
        Assert.Equal(["id", "title", "url", "published", "period", "language", "reviews", "problems"], first.EnumerateObject().Select(p => p.Name));
        Assert.Contains("2023", first.GetProperty("title").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ProblemsTellFileAndReasonAndNothingOfTheDisk()
    {
        using var response = await edge.Client.GetAsync("/api/v1/problems?size=100");
        var text = await response.Content.ReadAsStringAsync();
        var answer = await edge.Client.JsonAsync("/api/v1/problems?size=100");
        var items = answer.GetProperty("items").EnumerateArray().ToList();

        Assert.DoesNotContain(EdgeRoom.Broken, text, StringComparison.Ordinal);
        Assert.DoesNotContain("/tmp/", text, StringComparison.Ordinal);
        Assert.All(items, i => Assert.False(Path.IsPathRooted(i.GetProperty("file").GetString()!)));
        Assert.All(items, i => Assert.EndsWith(".", i.GetProperty("hint").GetString(), StringComparison.Ordinal));
        foreach (var file in Directory.GetFiles(EdgeRoom.Broken).Select(Path.GetFileName))
            Assert.Contains(items, i => i.GetProperty("file").GetString() == file);
        Assert.Equal(answer.Total(), items.Count);
    }

    [Fact]
    public async Task ADigestThatAFolderHoldsCannotBeDeleted()
    {
        var digest = starter.Room.Archive.Digests(0, 1)[0];
        using var response = await starter.Room.SendAsync(HttpMethod.Delete, "/api/v1/digests/" + digest.Id);
        (await ServerTests.ProblemAsync(response, 409)).Dispose();
        Assert.NotNull(starter.Room.Archive.FindDigest(digest.Id));
    }
}
