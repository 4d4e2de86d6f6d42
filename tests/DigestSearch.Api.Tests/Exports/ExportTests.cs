using System.Net;
using System.Text.Json;
using DigestSearch.Api.Exports;
using DigestSearch.Api.Tests.Room;
using DigestSearch.Api.Tests.Support;
using DigestSearch.Search;

namespace DigestSearch.Api.Tests.Exports;

public sealed class ExportTests(NastyRoom nasty, StarterRoom starter) : IClassFixture<NastyRoom>
{
    private HttpClient Nasty => nasty.Room.Client;

    [Theory]
    [InlineData("bib")]
    [InlineData("ris")]
    public async Task OtherParsersReadEveryPaperAndReviewAsTheyAre(string form)
    {
        var items = await OtherParser.ReadAsync(form, await Nasty.GetStringAsync($"/search.{form}"));
        Assert.Equal(600, items.Select(item => item.GetProperty("id").GetString()).Distinct().Count());
        var papers = items.Where(item => !item.GetProperty("id").GetString()!.Contains("-review-", StringComparison.Ordinal)).ToList();
        Assert.Equal(nasty.Titles.Values.Select(OneLine).Order(StringComparer.Ordinal), papers.Select(Title).Order(StringComparer.Ordinal));
        Assert.Equal(nasty.Titles.Values.Select(title => "Review of " + OneLine(title)).Order(StringComparer.Ordinal), items.Except(papers).Select(Title).Order(StringComparer.Ordinal));
        string[] authors = ["Ada Kedro", "Ivo van der Lumo", "Plato", "José Ángel Núñez-O'Brien", "Пётр Клён", "Bo Moss"];
        Assert.All(papers, paper => Assert.Equal(authors, paper.GetProperty("authors").EnumerateArray().Select(author => author.GetString())));
        Assert.All(papers, paper => Assert.Equal($"https://example.org/{NumberOf(paper)}", paper.GetProperty("url").GetString()!.Split('?')[0]));
        Assert.All(papers, paper => Assert.Equal(1990 + (NumberOf(paper) % 30), paper.GetProperty("year").GetInt32()));
    }

    // BibTeX counts braces whether they are escaped or not.
    [Fact]
    public async Task EveryBraceOfBibTeXIsClosed()
    {
        foreach (var entry in (await Nasty.GetStringAsync("/search.bib")).Split("\n@").Skip(1))
        {
            var depth = 0;
            foreach (var c in entry)
            {
                depth += c switch { '{' => 1, '}' => -1, _ => 0 };
                Assert.True(depth >= 0, entry);
            }
            Assert.True(depth == 0, entry);
        }
    }

    [Fact]
    public async Task AnExportInOneLanguageIsNotTakenForTheOther()
    {
        async Task<HttpResponseMessage> AskAsync(string language, string? held)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/search.md?topic=Computer%20Vision");
            request.Headers.AcceptLanguage.ParseAdd(language);
            if (held is not null) request.Headers.IfNoneMatch.ParseAdd(held);
            return await starter.Client.SendAsync(request);
        }
        using var english = await AskAsync("en", null);
        using var same = await AskAsync("en", english.Headers.ETag!.ToString());
        using var russian = await AskAsync("ru", english.Headers.ETag!.ToString());
        Assert.Equal((HttpStatusCode.NotModified, HttpStatusCode.OK), (same.StatusCode, russian.StatusCode));
        Assert.Contains("Accept-Language", string.Join(',', same.Headers.Vary), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnExportIsCompressedForWhoeverTakesIt()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/search.bib");
        request.Headers.AcceptEncoding.ParseAdd("br");
        using var response = await starter.Client.SendAsync(request);
        Assert.Equal(["br"], response.Content.Headers.ContentEncoding);
    }

    [Fact]
    public async Task ALanguageThatIsNoneBreaksNoFeed()
    {
        await using var room = await ReadingRoom.OpenAsync([]);
        (await room.PostAsync("?name=a.jsonl&wait=searchable", JsonSerializer.SerializeToUtf8Bytes(new { id = "a", title = "A Lantern for Everybody", language = "e\u0001n", @abstract = "Light." }))).Dispose();
        Assert.Equal("A Lantern for Everybody", Title(Assert.Single(await OtherParser.ReadAsync("atom", await room.Client.GetStringAsync("/search.atom")))));
    }

    [Fact]
    public async Task AKeyIsTheSameInEveryExport()
    {
        var whole = await OtherParser.ReadAsync("bib", await Nasty.GetStringAsync("/search.bib"));
        var alone = await OtherParser.ReadAsync("bib", await Nasty.GetStringAsync("/reviews/n7.bib"));
        Assert.Equal(whole.Where(item => NumberOf(item) == 7).Select(item => item.GetProperty("id").GetString()), alone.Select(item => item.GetProperty("id").GetString()));
        Assert.StartsWith("kedro1997", alone[0].GetProperty("id").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task APaperWithSeveralReviewsIsCitedOnce()
    {
        await using var room = await ReadingRoom.OpenAsync([]);
        foreach (var name in new[] { "a", "b" })
            (await room.PostAsync($"?name={name}.jsonl&wait=searchable", JsonSerializer.SerializeToUtf8Bytes(new { id = name, title = "A Lantern for Everybody", authors = new[] { "Ada Kedro" }, year = 2020, @abstract = name }))).Dispose();
        var items = await OtherParser.ReadAsync("bib", await room.Client.GetStringAsync("/search.bib?q=lantern"));
        Assert.Equal(["A Lantern for Everybody", "Review of A Lantern for Everybody", "Review of A Lantern for Everybody"], items.Select(Title).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task AtomIsReadByAnotherParserNewestFirstWithStableIds()
    {
        using var response = await starter.Client.GetAsync("/search.atom");
        Assert.Equal("application/atom+xml", response.Content.Headers.ContentType!.MediaType);
        var items = await OtherParser.ReadAsync("atom", await response.Content.ReadAsStringAsync());
        var hits = (await starter.Client.JsonAsync("/search.json?size=100")).GetProperty("hits").EnumerateArray().ToList();
        Assert.Equal(hits.Count, items.Count);
        Assert.Equal(hits.Select(Title).Order(StringComparer.Ordinal), items.Select(Title).Order(StringComparer.Ordinal));
        Assert.All(items, item => Assert.StartsWith("urn:uuid:", item.GetProperty("id").GetString(), StringComparison.Ordinal));
        Assert.All(items, item => Assert.StartsWith(starter.Room.Address + "/reviews/", item.GetProperty("url").GetString(), StringComparison.Ordinal));
        Assert.All(items, item => Assert.Contains("<p", item.GetProperty("text").GetString(), StringComparison.Ordinal));
        var json = (await starter.Client.JsonAsync("/search.feed.json")).GetProperty("items").EnumerateArray().ToList();
        Assert.Equal(items.Select(item => item.GetProperty("id").GetString()), json.Select(item => item.GetProperty("id").GetString()));
        var dates = json.Select(item => item.GetProperty("date_published").GetDateTimeOffset()).ToList();
        Assert.Equal(dates.OrderDescending(), dates);
    }

    [Fact]
    public async Task NastyTextsAreWellFormedInFeeds()
    {
        var items = await OtherParser.ReadAsync("atom", await Nasty.GetStringAsync("/search.atom?year=2005"));
        Assert.Equal(10, items.Count);
        Assert.All(items, item => Assert.DoesNotContain("<script", item.GetProperty("text").GetString(), StringComparison.OrdinalIgnoreCase));
        var json = await Nasty.GetStringAsync("/search.feed.json");
        Assert.Equal(50, JsonDocument.Parse(json).RootElement.GetProperty("items").GetArrayLength());
        Assert.Empty(await OtherParser.ReadAsync("feed", json));
        Assert.Empty(await OtherParser.ReadAsync("feed", await starter.Client.GetStringAsync("/search.feed.json")));
        Assert.NotEmpty(await OtherParser.ReadAsync("feed", json.Replace("\"url\":\"http", "\"url\":\"not an address", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task CslHoldsEveryPaperAndReview()
    {
        var text = await Nasty.GetStringAsync("/search.csl.json");
        var items = JsonDocument.Parse(text).RootElement.EnumerateArray().ToList();
        Assert.Equal(600, items.Count);
        Assert.All(await OtherParser.ReadAsync("csl", text), item =>
        {
            Assert.True(item.GetProperty("valid").GetBoolean(), item.ToString());
            Assert.NotEmpty(item.GetProperty("told").GetString()!);
        });
        Assert.Equal(["article", "article-journal", "paper-conference", "review"], items.Select(item => item.GetProperty("type").GetString()!).Distinct().Order(StringComparer.Ordinal));
        var review = items.First(item => item.GetProperty("type").GetString() == "review");
        Assert.Contains(review.GetProperty("reviewed-title").GetString(), nasty.Titles.Values.Select(OneLine));
        Assert.Equal("[]", (await Nasty.GetStringAsync("/search.csl.json?q=nowherenothing")).Trim());
    }

    [Fact]
    public async Task CsvIsOneRowAReviewAndCalculatesNothing()
    {
        var text = System.Text.Encoding.UTF8.GetString(await Nasty.GetByteArrayAsync("/search.csv"));
        Assert.StartsWith("\uFEFFid,title,", text, StringComparison.Ordinal);
        var rows = Csv(text[1..]);
        Assert.Equal(301, rows.Count);
        Assert.All(rows, row => Assert.Equal(rows[0].Count, row.Count));
        Assert.Equal(nasty.Titles.Values.Select(title => title[0] is '=' or '@' or '-' ? "'" + title : title).Order(StringComparer.Ordinal), rows.Skip(1).Select(row => row[1]).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task MarkdownShowsTitlesAsTheyAre()
    {
        var html = Markdig.Markdown.ToHtml(await Nasty.GetStringAsync("/search.md"));
        Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
        var titles = System.Text.RegularExpressions.Regex.Matches(html, "<h2><a [^>]*>(.*?)</a></h2>").Select(match => WebUtility.HtmlDecode(match.Groups[1].Value));
        Assert.Equal(nasty.Titles.Values.Order(StringComparer.Ordinal), titles.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("/search.bib?q=bert", "application/x-bibtex", true)]
    [InlineData("/search.ris?q=bert", "application/x-research-info-systems", true)]
    [InlineData("/search.csl.json?q=bert", "application/vnd.citationstyles.csl+json", true)]
    [InlineData("/search.csv?q=bert", "text/csv", true)]
    [InlineData("/search.md?q=bert", "text/markdown", false)]
    [InlineData("/search.feed.json?q=bert", "application/feed+json", false)]
    public async Task AnExportTellsWhatItIsAndWhetherItChanged(string address, string type, bool saved)
    {
        using var response = await starter.Client.GetAsync(address);
        Assert.Equal((HttpStatusCode.OK, type, saved), (response.StatusCode, response.Content.Headers.ContentType!.MediaType, response.Content.Headers.ContentDisposition is not null));
        Assert.Equal((await starter.Client.JsonAsync("/search.json?q=bert")).GetProperty("total").ToString(), response.Headers.GetValues("X-Total-Count").Single());
        using var again = new HttpRequestMessage(HttpMethod.Get, address);
        again.Headers.IfNoneMatch.Add(response.Headers.ETag!);
        using var unchanged = await starter.Client.SendAsync(again);
        Assert.Equal(HttpStatusCode.NotModified, unchanged.StatusCode);
        async Task<HttpStatusCode> SinceAsync(DateTimeOffset moment)
        {
            using var since = new HttpRequestMessage(HttpMethod.Get, address) { Headers = { IfModifiedSince = moment } };
            using var answer = await starter.Client.SendAsync(since);
            return answer.StatusCode;
        }
        var changed = response.Content.Headers.LastModified!.Value;
        Assert.Equal((HttpStatusCode.NotModified, HttpStatusCode.OK), (await SinceAsync(changed), await SinceAsync(changed.AddSeconds(-1))));
    }

    [Theory]
    [InlineData(".bib")]
    [InlineData(".md")]
    public void WhatIsCutIsTold(string extension)
    {
        var format = ExportFormat.All.Single(format => format.Extension == extension);
        string Written(int total) => string.Concat(format.Write(new Export("Lanterns", "http://localhost", "/search", "/search" + extension, total, 0, [])));
        Assert.Contains("Of 7 reviews these are the first 0", Written(7), StringComparison.Ordinal);
        Assert.DoesNotContain("reviews these are", Written(0), StringComparison.Ordinal);
    }

    [Fact]
    public void AnExportHoldsNoMoreThanIsAskedFor()
    {
        using var found = nasty.Room.All(new ReviewQuery { Text = "lantern" }, 7);
        Assert.Equal((300, 7, 7), (found.Total, found.Count, found.Reviews().Count()));
    }

    [Theory]
    [InlineData("/reviews/none.bib", HttpStatusCode.NotFound)]
    [InlineData("/search.bib?year=soon", HttpStatusCode.BadRequest)]
    [InlineData("/search.pdf", HttpStatusCode.NotFound)]
    public async Task WhatIsNotThereIsTold(string address, HttpStatusCode status)
    {
        using var response = await starter.Client.GetAsync(address);
        Assert.Equal(status, response.StatusCode);
    }

    private static string Title(JsonElement item) => item.GetProperty("title").GetString()!;

    private static string OneLine(string title) => string.Join(' ', title.Split(' ', StringSplitOptions.RemoveEmptyEntries));

    private static int NumberOf(JsonElement item) => int.Parse(System.Text.RegularExpressions.Regex.Match(Title(item), "Lantern (\\d+)").Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture);

    // RFC 4180, as it is written there.
    private static List<List<string>> Csv(string text)
    {
        var (rows, row, cell, quoted) = (new List<List<string>>(), new List<string>(), new System.Text.StringBuilder(), false);
        for (var at = 0; at < text.Length; at++)
        {
            var c = text[at];
            if (quoted && c == '"' && at + 1 < text.Length && text[at + 1] == '"') { cell.Append('"'); at++; }
            else if (c == '"') quoted = !quoted;
            else if (!quoted && c is ',' or '\n') { row.Add(cell.ToString()); cell.Clear(); if (c == '\n') { rows.Add(row); row = []; } }
            else if (quoted || c != '\r') cell.Append(c);
        }
        return rows;
    }

    [Fact]
    public void ADateIsToldAsFarAsItIsKnown()
    {
        var (month, day) = (Cited(Some.English), Cited(Some.Digest));
        foreach (var (extension, ofMonth, ofDay) in new[] { (".bib", "date = {2022-01},", "date = {2020-03-01},"), (".ris", "DA  - 2022/01/\r", "DA  - 2020/03/01\r"), (".csl.json", "[[2022,1]]", "[[2020,3,1]]"), (".csv", ",2022-01,", ",2020-03-01,") })
        {
            Assert.Contains(ofMonth, month(extension), StringComparison.Ordinal);
            Assert.Contains(ofDay, day(extension), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void AFeedTellsTheReviewerAsAuthorAndThoseOfThePaperInTheText()
    {
        var atom = Cited(Some.Digest)(".atom");
        Assert.Equal(1, System.Text.RegularExpressions.Regex.Count(atom, "<author>"));
        Assert.Contains("<author><name>vision-desk</name></author>", atom, StringComparison.Ordinal);
        Assert.Contains("Vasilisa Neskazova, O. Primer, Zoe Madeup-Jones · ICLR · 2020", WebUtility.HtmlDecode(WebUtility.HtmlDecode(atom)), StringComparison.Ordinal);
    }

    [Fact]
    public void AKeyStaysShortWhateverTheNames()
    {
        var found = new DigestSearch.Search.FoundReview(Some.Review with { Authors = [new string('ж', 200_000)], Title = new string('щ', 200_000) }, new("d", Some.Digest));
        Assert.InRange(Citation.OfPaper(found).Key.Length, 10, 70);
    }

    [Theory]
    [InlineData("/search.bib?q=Внимание%20attention", "vnimanie-attention.bib")]
    [InlineData("/search.ris?lab=Google&year=2020", "2020-google.ris")]
    [InlineData("/search.csv", "vse-razbory.csv")]
    public async Task ADownloadIsNamedByWhatItHolds(string address, string name)
    {
        using var response = await starter.Client.GetAsync(address);
        Assert.Equal(name, response.Content.Headers.ContentDisposition?.FileName);
    }

    private static Func<string, string> Cited(DigestSearch.Reviews.Digest digest) => extension => string.Concat(ExportFormat.All.Single(format => format.Extension == extension)
        .Write(new Export("Lanterns", "http://localhost", "/search", "/search" + extension, 1, 1, [new(Some.Review, new("d", digest))])));
}
