using System.Net;
using System.Text.Json;
using AngleSharp.Html.Parser;
using DigestSearch.Api.Pages;
using DigestSearch.Api.Search;
using DigestSearch.Api.Tests.Room;
using DigestSearch.Api.Tests.Support;
using DigestSearch.Search;

namespace DigestSearch.Api.Tests.Server;

/// <summary>What crawlers, browsers and readers' programs expect to find.</summary>
public sealed class WebConventionTests(StarterRoom starter, EdgeRoom edge)
{
    [Fact]
    public async Task TheSitemapNamesEveryDigestAndReviewOnceAndAllAreThere()
    {
        var entries = new List<JsonElement>();
        foreach (var part in await OtherParser.ReadAsync("sitemapindex", await edge.Client.GetStringAsync("/sitemap.xml")))
            entries.AddRange(await OtherParser.ReadAsync("sitemap", await edge.Client.GetStringAsync(Url(part))));
        var addresses = entries.ConvertAll(Url);
        Assert.Equal(addresses.Count, addresses.Distinct().Count());
        Assert.Equal((edge.Room.Archive.ReviewCount, edge.Room.Archive.DigestCount),
            (addresses.Count(address => address.Contains("/reviews/", StringComparison.Ordinal)), addresses.Count(address => address.Contains("/digests/", StringComparison.Ordinal))));
        Assert.All(entries.Where(entry => Url(entry).Contains("/reviews/", StringComparison.Ordinal)),
            entry => Assert.True(DateOnly.TryParseExact(entry.GetProperty("changed").GetString(), "yyyy-MM-dd", out _)));
        foreach (var address in addresses)
        {
            using var page = await edge.Client.GetAsync(address);
            Assert.Equal((address, HttpStatusCode.OK), (address, page.StatusCode));
        }
        Assert.Contains($"Sitemap: {edge.Room.Address}/sitemap.xml", await edge.Client.GetStringAsync("/robots.txt"), StringComparison.Ordinal);
        using var beyond = await edge.Client.GetAsync("/sitemap-99.xml");
        Assert.Equal(HttpStatusCode.NotFound, beyond.StatusCode);
    }

    [Fact]
    public async Task AReviewIsToldToMachines()
    {
        var hit = (await starter.Client.JsonAsync("/api/v1/search?q=side-tuning")).GetProperty("hits")[0];
        var page = await PageAsync(hit.GetProperty("url").GetString()!);
        using var told = JsonDocument.Parse(page.QuerySelector("script[type='application/ld+json']")!.TextContent);
        var (review, article) = (told.RootElement, told.RootElement.GetProperty("itemReviewed"));
        Assert.Equal(("Review", "ScholarlyArticle"), (review.GetProperty("@type").GetString(), article.GetProperty("@type").GetString()));
        Assert.Equal(hit.GetProperty("title").GetString(), article.GetProperty("name").GetString());
        Assert.Equal(hit.GetProperty("authors").EnumerateArray().Select(author => author.GetString()), article.GetProperty("author").EnumerateArray().Select(author => author.GetProperty("name").GetString()));
        Assert.Equal(starter.Room.Address + hit.GetProperty("url").GetString(), page.QuerySelector("link[rel=canonical]")!.GetAttribute("href"));
        Assert.Equal(5, page.QuerySelectorAll("link[rel=alternate]").Length);
    }

    // The vocabulary of schema.org as its types have it: a word or a shape that it does not know is told.
    [Fact]
    public async Task WhatMachinesAreToldIsInTheWordsOfTheVocabulary()
    {
        var told = new List<string> { await ToldAsync("/"), await ToldAsync("/labs/Google") };
        foreach (var query in new[] { "side-tuning", "venue:NeurIPS", "сети" })
            told.Add(await ToldAsync((await starter.Client.JsonAsync("/api/v1/search?q=" + query)).GetProperty("hits")[0].GetProperty("url").GetString()!));
        Assert.Contains(told, text => text.Contains("CreativeWorkSeries", StringComparison.Ordinal));
        Assert.Empty(await OtherParser.ReadAsync("jsonld", $"[{string.Join(',', told)}]"));
        Assert.NotEmpty(await OtherParser.ReadAsync("jsonld", $"[{told[^1].Replace("itemReviewed", "itemRead", StringComparison.Ordinal)}]"));
        async Task<string> ToldAsync(string address) => (await PageAsync(address)).QuerySelector("script[type='application/ld+json']")!.TextContent;
    }

    [Theory]
    [InlineData("/search?q=bert&utm_source=x&lab=Google", "/search?q=bert&lab=Google")]
    [InlineData("/labs/Google?fbclid=1", "/labs/Google")]
    public async Task TheCanonicalAddressIsWithoutWhatOthersHangOn(string address, string expected)
    {
        var page = await PageAsync(address);
        Assert.Equal(starter.Room.Address + expected, page.QuerySelector("link[rel=canonical]")!.GetAttribute("href"));
        Assert.Single(page.QuerySelectorAll("h1:not([role])"));
    }

    [Fact]
    public async Task TheSiteTellsHowItIsSearched()
    {
        using var told = JsonDocument.Parse((await PageAsync("/")).QuerySelector("script[type='application/ld+json']")!.TextContent);
        var template = told.RootElement.GetProperty("potentialAction").GetProperty("target").GetProperty("urlTemplate").GetString()!;
        using var found = await starter.Client.GetAsync(template.Replace("{search_term_string}", "bert", StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.OK, found.StatusCode);
    }

    [Fact]
    public async Task EveryLinkOfTheGuideLeadsSomewhere()
    {
        var guide = await starter.Client.GetStringAsync("/llms.txt");
        var links = System.Text.RegularExpressions.Regex.Matches(guide, @"\]\((http[^)]+)\)").Select(link => link.Groups[1].Value).ToList();
        Assert.True(links.Count >= 5);
        foreach (var link in links)
        {
            using var answer = await starter.Client.GetAsync(link);
            Assert.Equal((link, HttpStatusCode.OK), (link, answer.StatusCode));
        }
    }

    // What is told of asking is how it is read: a field is no word, a phrase is a phrase.
    [Theory]
    [InlineData("ru")]
    [InlineData("en")]
    public async Task TheExamplesOfAskingAreReadAsTheySay(string code)
    {
        var examples = AboutTexts.Of(code).Examples;
        foreach (var field in examples.SelectMany(example => $"{example.Said} {example.Meaning}".Split([' ', ',', ';'])).Where(word => word.Contains(':', StringComparison.Ordinal)))
        {
            var asked = field.EndsWith(':') ? field + "x" : field;
            var parts = (await starter.Client.JsonAsync($"/api/v1/search?exact=true&q={Uri.EscapeDataString(asked)}")).GetProperty("query").GetProperty("parts");
            Assert.NotEqual((asked, "word"), (asked, parts[0].GetProperty("kind").GetString()));
        }
        foreach (var (said, _) in examples)
            Assert.True((await starter.Client.JsonAsync($"/api/v1/search?q={Uri.EscapeDataString(said)}")).GetProperty("total").GetInt32() > 0, said);
    }

    // The number of a label's page is that of the search for it.
    [Theory]
    [InlineData(Dimension.Lab, "lab")]
    [InlineData(Dimension.Author, "author")]
    [InlineData(Dimension.Topic, "topic")]
    public async Task EveryLabelHasAPageThatLeadsToAllItsReviews(Dimension dimension, string name)
    {
        var labels = (await starter.Client.JsonAsync($"/api/v1/facets/{name}?facetSize=100")).GetProperty("labels");
        Assert.True(labels.GetArrayLength() > 10);
        foreach (var label in labels.EnumerateArray())
        {
            var page = await PageAsync(LabelPage.Address(dimension, label.GetProperty("value").GetString()!));
            Assert.StartsWith(label.GetProperty("count").ToString(), page.QuerySelector(".links a")!.TextContent, StringComparison.Ordinal);
            Assert.NotEmpty(page.QuerySelectorAll("article.hit"));
            Assert.NotEmpty(page.QuerySelectorAll("link[rel=alternate][type='application/atom+xml']"));
        }
        using var unknown = await starter.Client.GetAsync(LabelPage.Address(dimension, "nobody and nothing"));
        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
    }

    [Fact]
    public async Task APaperHasAPageWithAllItsReviews()
    {
        var review = edge.Room.Archive.ReviewAges(0, int.MaxValue).Select(age => edge.Room.Archive.FindReviewWithPaper(age.Id)!).First(found => found.Paper.Reviews.Count > 1);
        var page = await new HtmlParser().ParseDocumentAsync(await edge.Client.GetStringAsync(PaperPage.Address(review.Paper.Id)));
        Assert.Equal(review.Paper.Reviews.Count, page.QuerySelectorAll(".others li").Length);
        using var unknown = await edge.Client.GetAsync("/papers/none");
        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
    }

    private async Task<AngleSharp.Html.Dom.IHtmlDocument> PageAsync(string address) => await new HtmlParser().ParseDocumentAsync(await starter.Client.GetStringAsync(address));

    private static string Url(JsonElement item) => item.GetProperty("url").GetString()!;

    [Theory]
    [InlineData("/labs", Dimension.Lab)]
    [InlineData("/authors", Dimension.Author)]
    [InlineData("/topics", Dimension.Topic)]
    public async Task EveryLabelStandsInTheListOfItsKindWithItsCount(string address, Dimension dimension)
    {
        var page = await starter.Client.GetStringAsync(address);
        var labels = (await starter.Client.JsonAsync($"/api/v1/facets/{DimensionName.Of(dimension)}?facetSize=1000")).GetProperty("labels").EnumerateArray().ToList();
        Assert.NotEmpty(labels);
        Assert.All(labels, label => Assert.Matches($"href=\"{System.Text.RegularExpressions.Regex.Escape(System.Net.WebUtility.HtmlEncode(LabelPage.Address(dimension, label.GetProperty("value").GetString()!)))}\".{{0,200}}<span class=\"n\">{label.GetProperty("count")}</span>", page));
    }

    [Fact]
    public async Task AListTakesTheBeginningOfAWord()
    {
        var page = await starter.Client.GetStringAsync("/labs?prefix=goo");
        Assert.Contains("href=\"/labs/Google\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("href=\"/labs/Microsoft\"", page, StringComparison.Ordinal);
        Assert.Contains("value=\"goo\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task EveryDigestStandsInTheListOfThem()
    {
        var page = await starter.Client.GetStringAsync("/digests");
        var ids = (await starter.Client.JsonAsync("/api/v1/digests?size=100")).GetProperty("items").EnumerateArray().Select(digest => digest.GetProperty("id").GetString()).ToList();
        Assert.NotEmpty(ids);
        Assert.All(ids, id => Assert.Contains($"href=\"/digests/{id}\"", page, StringComparison.Ordinal));
    }

    [Fact]
    public async Task APageTellsWhatItIsToThoseWhoPassItOn()
    {
        var id = (await starter.Client.JsonAsync("/api/v1/search?q=bert")).GetProperty("hits")[0].GetProperty("id").GetString();
        var page = await starter.Client.GetStringAsync($"/reviews/{id}");
        Assert.Matches("<meta name=\"description\" content=\"[^\"]{60,}\">", page);
        Assert.Matches("<meta property=\"og:title\" content=\"[^\"]+\">", page);
        Assert.Contains("<meta property=\"og:type\" content=\"article\">", page, StringComparison.Ordinal);
        Assert.Contains("href=\"/papers/", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/search?q=bert&page=90&lang=en", "There are not that many pages. <a href=\"/search?q=bert\">To the last page</a>")]
    [InlineData("/search?q=zebrafish%20side-tuning&lab=Google&has=code&exact=true&lang=en", "Not in the archive: zebrafish.")]
    public async Task WhereNothingIsShownThePageSaysWhy(string address, string told) =>
        Assert.Contains(told, await starter.Client.GetStringAsync(address), StringComparison.Ordinal);
}
