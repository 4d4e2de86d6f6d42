using DigestSearch.Api.Reviews;
using DigestSearch.Api.Tests.Room;

namespace DigestSearch.Api.Tests.Browser;

/// <summary>A review as its reader sees it.</summary>
public sealed class ReviewBodyTests(ReaderBrowser browser, EdgeRoom edge)
{
    [Fact]
    public async Task ListsTablesCodeAndPicturesAreShownAsSuch()
    {
        var page = await browser.OpenAsync(edge.Room.Address);
        await page.GotoAsync(ShownPages.All["body"](edge));
        var text = page.Locator(".text");
        Assert.Equal("каждая", await text.Locator("strong").InnerTextAsync());
        Assert.Equal(["стеклянная;", "или пластиковая;"], await text.Locator("ul ul li").AllInnerTextsAsync());
        Assert.Equal("Как это работает", await text.Locator("h3").InnerTextAsync());
        Assert.Equal(2, await text.Locator("ol > li").CountAsync());
        Assert.Equal("Светит, но не греет.", await text.Locator("blockquote").InnerTextAsync());
        Assert.Equal(3, await text.Locator("tr").CountAsync());
        Assert.StartsWith("def light(", await text.Locator("pre").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Contains("\n    return", await text.Locator("pre").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal("https://example.org/lantern.png", await text.Locator("a", new() { HasText = "Схема фонаря" }).GetAttributeAsync("href"));
        Assert.Equal(0, await text.Locator("img, script, style, iframe").CountAsync());
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task OnAPhoneCodeAndTablesScrollInBoxesOfTheirOwn()
    {
        var page = await browser.OpenAsync(edge.Room.Address, width: 320);
        await page.GotoAsync(ShownPages.All["body"](edge));
        foreach (var box in (string[])["pre", ".wide"])
        {
            var scroller = page.Locator(".text " + box);
            Assert.True(await scroller.EvaluateAsync<bool>("e => e.scrollWidth > e.clientWidth && getComputedStyle(e).overflowX === 'auto' && e.getBoundingClientRect().right <= innerWidth"));
            await scroller.FocusAsync();
            Assert.True(await scroller.EvaluateAsync<bool>("e => e === document.activeElement"));
        }
        Assert.False(await page.EvaluateAsync<bool>("() => document.scrollingElement.scrollWidth > innerWidth"));
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task BelowTheTextSimilarReviewsLeadOn()
    {
        var page = await browser.OpenAsync(edge.Room.Address, width: 320);
        await page.GotoAsync(ShownPages.All["review"](edge));
        var similar = page.Locator(".similar li > a");
        Assert.Equal(4, await similar.CountAsync());
        Assert.True(await page.Locator(".similar").EvaluateAsync<bool>("e => e.getBoundingClientRect().top >= document.querySelector('.text').getBoundingClientRect().bottom"));
        var title = await similar.First.InnerTextAsync();
        await similar.First.ClickAsync();
        Assert.Equal(title, await page.Locator("h1").InnerTextAsync());
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task TheApiGivesTheSameHtml()
    {
        var id = edge.Room.Archive.FindDigest(edge.Room.Archive.Digests(0, 100).First(digest => digest.Name == "body.md").Id)!.Reviews[0].Id!;
        var answer = await edge.Client.GetStringAsync("/api/v1" + ReviewAddress.Page(id), TestContext.Current.CancellationToken);
        using var json = System.Text.Json.JsonDocument.Parse(answer);
        var html = json.RootElement.GetProperty("html").GetString();
        Assert.StartsWith("<p>Фонарь состоит из частей, и <strong>каждая</strong> нужна:</p>", html, StringComparison.Ordinal);
        Assert.Contains("<tr><td>Lantern-S</td>", html, StringComparison.Ordinal);
    }
}
