using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using DigestSearch.Api.Tests.Server;

namespace DigestSearch.Api.Tests.Room;

public sealed class PostTests(PostTests.EmptyRoom empty) : IClassFixture<PostTests.EmptyRoom>
{
    private ReadingRoom Room => empty.Room;

    public static TheoryData<string, string, string?, string> Documents => new()
    {
        { "?name=one.md", "# Digest of Marks. May 2031\n\n## 1. Markdown Lantern\n\n**Authors:** Aino Madeup (Institute of Examples, 2031)  \n[Paper](https://example.org/1)  \n**Reviewer:** post-desk\n\nA text.\n", null, "Markdown Lantern" },
        { "?name=typed", "# Digest of Types. May 2031\n\n## 1. Typed Lantern\n\n**Authors:** Aino Madeup (Institute of Examples, 2031)  \n**Reviewer:** post-desk\n\nA text.\n", "text/markdown; charset=utf-8", "Typed Lantern" },
        { "?name=two.html", "<!doctype html><title>Digest of Tags</title><h1>Digest of Tags</h1><h2>1. Hypertext Lantern</h2><p><b>Authors:</b> Aino Madeup (Institute of Examples, 2031)<br><b>Reviewer:</b> post-desk</p><p>A text.</p>", "text/html", "Hypertext Lantern" },
        { "?name=three.txt", "Digest of Letters. May 2031\n\n1. Plain Lantern\n\nAuthors: Aino Madeup (Institute of Examples, 2031)\nPaper :: Code\nReviewer: post-desk\n\nA text.\n\n2. Plainer Lamp\n\nAuthors: Bo Madeup (Institute of Examples, 2031)\nPaper :: Code\nReviewer: post-desk\n\nA text.\n", "text/plain", "Plain Lantern" },
        { "?name=four.jsonl", "{\"title\":\"Lantern in Lines\",\"digest\":\"Digest of Lines\"}\n", null, "Lantern in Lines" },
        { "", "{\"title\":\"Nameless Lantern\"}\n", "application/x-ndjson", "Nameless Lantern" },
        { "?name=five", "{\"title\":\"Lantern by Type\"}\n", "application/x-ndjson", "Lantern by Type" },
        { "?name=six.jsonl", "{\"title\":\"Lantern as Curl Sends It\"}\n", "application/x-www-form-urlencoded", "Lantern as Curl Sends It" },
        { "?name=seven.md", "# Digest of Octets\n\n## 1. Octet Lantern\n\n**Authors:** Aino Madeup (Institute of Examples, 2031)  \n**Reviewer:** post-desk\n\nA text.\n", "application/octet-stream", "Octet Lantern" },
    };

    [Theory]
    [MemberData(nameof(Documents))]
    public async Task APostedDocumentIsFoundAsSoonAsItIsAnswered(string query, string body, string? type, string title)
    {
        using var response = await Room.PostAsync(query + (query.Length == 0 ? "?" : "&") + "wait=searchable", Encoding.UTF8.GetBytes(body), type);
        var answer = await response.JsonAsync();

        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        Assert.True(answer.GetProperty("searchable").GetBoolean());
        Assert.True(answer.GetProperty("reviews").GetInt32() >= 1);
        Assert.Contains(title, (await Room.Client.SearchAsync($"q={Uri.EscapeDataString('"' + title + '"')}&facets=")).Titles());
        var digest = await Room.Client.JsonAsync(response.Headers.Location!.ToString());
        Assert.Equal((answer.GetProperty("id").GetString(), title), (digest.GetProperty("id").GetString(), digest.GetProperty("items")[0].GetProperty("title").GetString()));
    }

    [Fact]
    public async Task LinesMayComeCompressed()
    {
        using var body = new MemoryStream();
        await using (var zip = new GZipStream(body, CompressionMode.Compress, leaveOpen: true))
            for (var n = 0; n < 1_200; n++) await zip.WriteAsync(Encoding.UTF8.GetBytes($"{{\"id\":\"zip/{n}\",\"title\":\"Zipped {n}\",\"year\":2031,\"keywords\":[\"zipping\"]}}\n"));
        using var response = await Room.PostAsync("?name=lines.jsonl.gz&wait=searchable", body.ToArray(), "application/gzip");
        Assert.Equal((HttpStatusCode.Created, 1_200), (response.StatusCode, (await response.JsonAsync()).GetProperty("reviews").GetInt32()));
        Assert.Equal(1_200, (await Room.Client.SearchAsync("q=zipped&facets=")).Total());
        Assert.Equal("Zipped 77", (await Room.Client.JsonAsync("/api/v1/reviews/zip/77")).GetProperty("title").GetString());
    }

    [Fact]
    public async Task TheSameNameReplacesAndTheSameBytesChangeNothing()
    {
        using var first = await Room.PostAsync("?name=again.jsonl", "{\"title\":\"Former Title of It\"}"u8.ToArray());
        using var same = await Room.PostAsync("?name=again.jsonl", "{\"title\":\"Former Title of It\"}"u8.ToArray());
        using var elsewhere = await Room.PostAsync("?name=another-name.jsonl", "{\"title\":\"Former Title of It\"}"u8.ToArray());
        using var changed = await Room.PostAsync("?name=again.jsonl&wait=searchable", "{\"title\":\"Latter Title of It\"}"u8.ToArray());

        Assert.Equal([HttpStatusCode.Created, HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.OK], [first.StatusCode, same.StatusCode, elsewhere.StatusCode, changed.StatusCode]);
        var ids = await Task.WhenAll(new[] { first, same, elsewhere, changed }.Select(async r => (await r.JsonAsync()).GetProperty("id").GetString()));
        Assert.Single(ids.Distinct());
        Assert.Equal(["Latter Title of It"], (await Room.Client.SearchAsync("q=%22title%20of%20it%22&facets=")).Titles());
    }

    [Fact]
    public async Task ACopyOfADigestAnswersWithTheDigestAndIsNotFoundTwice()
    {
        var body = Encoding.UTF8.GetBytes("# Digest of Copies. May 2031\n\n## 1. Copied Lantern\n\n**Authors:** Aino Madeup (Institute of Examples, 2031)  \n**Reviewer:** post-desk\n\nA text of some words about it.\n");
        using var first = await Room.PostAsync("?name=original.md", body);
        using var second = await Room.PostAsync("?name=copy.md&wait=searchable", [.. body, (byte)'\n']);
        var (original, copy) = (await first.JsonAsync(), await second.JsonAsync());
        Assert.Equal((HttpStatusCode.Created, HttpStatusCode.OK), (first.StatusCode, second.StatusCode));
        Assert.Equal((original.GetProperty("id").GetString(), 1, 1), (copy.GetProperty("id").GetString(), copy.GetProperty("reviews").GetInt32(), copy.GetProperty("problems").GetInt32()));
        Assert.Equal("copy-of-digest", copy.GetProperty("problemList")[0].GetProperty("code").GetString());
        Assert.Equal(1, (await Room.Client.SearchAsync("q=%22copied%20lantern%22&facets=")).Total());

        (await Room.SendAsync(HttpMethod.Delete, "/api/v1/digests/" + original.GetProperty("id").GetString())).Dispose();
        using var again = await Room.PostAsync("?name=copy.md&wait=searchable", [.. body, (byte)'\n']);
        var alive = await again.JsonAsync();
        Assert.Equal((1, 0), (alive.GetProperty("reviews").GetInt32(), alive.GetProperty("problems").GetInt32()));
        Assert.NotEqual(original.GetProperty("id").GetString(), alive.GetProperty("id").GetString());
        Assert.Equal(1, (await Room.Client.SearchAsync("q=%22copied%20lantern%22&facets=")).Total());
    }

    [Fact]
    public async Task ADocumentThatGivesNothingIsTakenAndItsProblemIsTold()
    {
        using var response = await Room.PostAsync("?name=nothing.md", "Just a line."u8.ToArray(), "text/markdown");
        var answer = await response.JsonAsync();
        Assert.Equal((HttpStatusCode.Created, JsonValueKind.Null, 0), (response.StatusCode, answer.GetProperty("id").ValueKind, answer.GetProperty("reviews").GetInt32()));
        Assert.True(answer.GetProperty("problems").GetInt32() > 0);
        Assert.Equal("nothing.md", answer.GetProperty("problemList")[0].GetProperty("file").GetString());
    }

    [Theory]
    [InlineData("?name=x.gz.jsonl.gz", "this is no gzip", "application/gzip")]
    [InlineData("?name=x.jsonl", "\u0000\u0001\u0002", null)]
    [InlineData("?name=x.md", "\u0000PNG", "image/png")]
    [InlineData("?name=..%2F..%2Fetc%2Fpasswd", "root:x", "text/plain")]
    public async Task BytesThatAreNoDocumentAreAProblemNotAFailure(string query, string body, string? type)
    {
        using var response = await Room.PostAsync(query, Encoding.UTF8.GetBytes(body), type);
        var answer = await response.JsonAsync();
        Assert.True(response.IsSuccessStatusCode);
        Assert.True(answer.GetProperty("problems").GetInt32() > 0, answer.ToString());
    }

    [Theory]
    [InlineData("?name=", 400)]
    [InlineData("?name=a%0Ab", 400)]
    [InlineData("?wait=forever", 400)]
    [InlineData("?colour=red", 400)]
    public async Task AMistakeInTheAddressArchivesNothing(string query, int status)
    {
        var before = Room.Archive.Version;
        using var response = await Room.PostAsync(query, "{\"title\":\"Never archived\"}"u8.ToArray(), "application/x-ndjson");
        (await ServerTests.ProblemAsync(response, status)).Dispose();
        Assert.Equal(before, Room.Archive.Version);
    }

    [Fact]
    public async Task AnEmptyBodyAndAnEncodedOneAreRefused()
    {
        using var nothing = await Room.PostAsync("?name=empty.md", []);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/digests?name=encoded.md") { Content = new ByteArrayContent([1, 2, 3]) { Headers = { ContentEncoding = { "gzip" } } } };
        request.Headers.Authorization = new("Bearer", ReadingRoom.Key);
        using var encoded = await Room.Client.SendAsync(request);
        (await ServerTests.ProblemAsync(nothing, 400)).Dispose();
        (await ServerTests.ProblemAsync(encoded, 415)).Dispose();
    }

    [Fact]
    public async Task ADocumentPastTheLimitIsRefusedWhetherItTellsItsLengthOrNot()
    {
        await using var small = await ReadingRoom.OpenAsync([], s => s with { MaxDocumentBytes = 10_000 });
        using var told = await small.PostAsync("?name=large.md", new byte[10_001]);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/digests?name=large.md") { Content = new StreamContent(new MemoryStream(new byte[100_000])) };
        request.Headers.TransferEncodingChunked = true;
        request.Headers.Authorization = new("Bearer", ReadingRoom.Key);
        using var untold = await small.Client.SendAsync(request);

        (await ServerTests.ProblemAsync(told, 413)).Dispose();
        (await ServerTests.ProblemAsync(untold, 413)).Dispose();
        Assert.Equal(0, small.Archive.Version);
    }

    [Fact]
    public async Task ADigestCanBeRemovedOnceAndIsGoneFromSearches()
    {
        using var posted = await Room.PostAsync("?name=brief.jsonl&wait=searchable", "{\"title\":\"Brief Visit\"}"u8.ToArray());
        var id = (await posted.JsonAsync()).GetProperty("id").GetString();
        using var removed = await Room.SendAsync(HttpMethod.Delete, "/api/v1/digests/" + id);
        using var again = await Room.SendAsync(HttpMethod.Delete, "/api/v1/digests/" + id);

        Assert.Equal((HttpStatusCode.NoContent, ""), (removed.StatusCode, await removed.Content.ReadAsStringAsync()));
        (await ServerTests.ProblemAsync(again, 404)).Dispose();
        Assert.True(await Room.Index.WaitForVersionAsync(Room.Archive.Version, ReadingRoom.Patience, CancellationToken.None));
        Assert.Equal(0, (await Room.Client.SearchAsync("q=%22brief%20visit%22&facets=")).Total());
    }

    [Theory]
    [InlineData("POST", "/api/v1/digests?name=forbidden.jsonl")]
    [InlineData("DELETE", "/api/v1/digests/any")]
    public async Task NothingIsWrittenWithoutTheKey(string method, string address)
    {
        var before = Room.Archive.Version;
        foreach (var authorization in new[] { null, "Bearer wrong-key-of-some-length", "Bearer " + ReadingRoom.Key.ToUpperInvariant() })
        {
            using var request = new HttpRequestMessage(new(method), address) { Content = new StringContent("{\"title\":\"Forbidden\"}") };
            if (authorization is not null) request.Headers.Authorization = AuthenticationHeaderValue.Parse(authorization);
            using var response = await Room.Client.SendAsync(request);
            (await ServerTests.ProblemAsync(response, 401)).Dispose();
        }
        Assert.Equal(before, Room.Archive.Version);
    }

    [Fact]
    public async Task OnLoopbackTheKeyInTheDataFolderWrites()
    {
        string? data = null;
        await using var room = await ReadingRoom.OpenAsync([], s => s with { AdminKeys = [], DataFolder = data = s.DataFolder });
        var key = (await File.ReadAllTextAsync(Path.Combine(data!, "admin.key"))).Trim();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/digests?name=own.jsonl") { Content = new StringContent("{\"title\":\"Own\"}") };
        request.Headers.Authorization = new("Bearer", key);
        using var response = await room.Client.SendAsync(request);
        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
    }

    [Fact]
    public async Task SearchesGoOnWhileDocumentsArrive()
    {
        var posts = Enumerable.Range(0, 20).Select(async n => (await Room.PostAsync($"?name=many-{n}.jsonl&wait=searchable", Encoding.UTF8.GetBytes($"{{\"title\":\"Flock {n}\"}}"))).Dispose());
        var searches = Enumerable.Range(0, 20).Select(async _ => (await Room.Client.SearchAsync("q=flock")).Total());
        await Task.WhenAll([.. posts, .. searches]);
        Assert.Equal(20, (await Room.Client.SearchAsync("q=flock&facets=")).Total());
    }

    /// <summary>A room that begins with nothing, for tests that write.</summary>
    public sealed class EmptyRoom : IAsyncLifetime
    {
        public ReadingRoom Room { get; private set; } = null!;

        public async ValueTask InitializeAsync() => Room = await ReadingRoom.OpenAsync([]);

        public ValueTask DisposeAsync() => Room.DisposeAsync();
    }
}
