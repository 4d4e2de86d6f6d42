using DigestSearch.Api.Tests.Room;
using Microsoft.Playwright;

namespace DigestSearch.Api.Tests.Browser;

/// <summary>What a reader does, with scripts switched off.</summary>
public sealed class WithoutScriptTests(ReaderBrowser browser, StarterRoom starter, EdgeRoom edge)
{
    [Fact]
    public async Task TypingWordsAndPressingEnterFindsTheReview()
    {
        var page = await OpenAsync("/");
        await page.Locator("input[name=q]").FillAsync("side-tuning malik");
        await page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(page).ToHaveURLAsync(starter.Room.Address + "/search?q=side-tuning+malik");
        Assert.Equal(1, await page.TotalAsync());
        Assert.Equal("Side-Tuning", await page.Locator(".hit h3 mark").First.InnerTextAsync());
        Assert.Equal("side-tuning malik", await page.Locator("input[name=q]").InputValueAsync());
        Assert.Equal(2, await page.Locator(".read .chip").CountAsync());
        // Of one link only the label survived: it is told, and leads nowhere.
        Assert.Equal(("статья", "код"), (await page.Locator(".hit .foot a").First.InnerTextAsync(), (await page.Locator(".hit .foot .lost").EvaluateAsync<string>("e => e.firstChild.data"))));
    }

    [Fact]
    public async Task TheButtonSearchesAndKeepsWhatIsChosen()
    {
        var page = await OpenAsync("/search?lab=Google");
        await page.Locator("input[name=q]").FillAsync("bert");
        await page.Locator("form button").ClickAsync();
        Assert.Contains("lab=Google", page.Url, StringComparison.Ordinal);
        Assert.Equal(1, await page.Locator(".picked .chip").CountAsync());
        Assert.True(await page.TotalAsync() > 0);
    }

    [Fact]
    public async Task ALabIsChosenWidenedAndDroppedAndEveryNumberHolds()
    {
        var page = await OpenAsync("/search");
        var all = await page.TotalAsync();
        var google = await page.Row("Google").HitsBesideAsync();
        await page.Row("Google").Locator("a").First.ClickAsync();

        Assert.Equal(google, await page.TotalAsync());
        var chosen = page.Row("Google").Locator(".l");
        Assert.True(int.Parse(await StyleAsync(chosen, "fontWeight"), System.Globalization.CultureInfo.InvariantCulture) >= 600);
        Assert.NotEqual(await StyleAsync(chosen, "color"), await StyleAsync(page.Row("Microsoft").Locator(".l"), "color"));
        Assert.Contains("выбрано", await chosen.TextContentAsync(), StringComparison.Ordinal);

        var microsoft = await page.Row("Microsoft").HitsBesideAsync();
        await page.Row("Microsoft").GetByRole(AriaRole.Link, new() { Name = "добавить к выбранному" }).ClickAsync();
        var both = await page.TotalAsync();
        Assert.InRange(both, Math.Max(google, microsoft), google + microsoft);
        Assert.Equal(2, await page.Locator(".picked .chip").CountAsync());

        await page.Locator(".picked .chip").Filter(new() { HasText = "Google" }).ClickAsync();
        Assert.Equal(microsoft, await page.TotalAsync());
        await page.Locator(".picked").GetByText("сбросить").ClickAsync();
        Assert.Equal(all, await page.TotalAsync());
    }

    [Fact]
    public async Task AYearBarNarrowsAndASecondClickWidensAgain()
    {
        var page = await OpenAsync("/search");
        var all = await page.TotalAsync();
        var bar = page.Locator("svg.years a").Filter(new() { HasText = "2020:" });
        var count = ReadingPage.Number((await bar.Locator("title").TextContentAsync())!.Split(':')[1]);
        await bar.Locator("rect.hit").ClickAsync();
        Assert.Equal((count, true), (await page.TotalAsync(), page.Url.EndsWith("year=2020", StringComparison.Ordinal)));
        await page.Locator("svg.years a.is rect.hit").ClickAsync();
        Assert.Equal(all, await page.TotalAsync());
    }

    [Fact]
    public async Task APartOfTheQueryIsTakenOutWithOneClick()
    {
        var page = await OpenAsync("/search?q=bert%20theseus");
        await page.Locator(".chip").Filter(new() { HasText = "theseus" }).Locator("a.out").ClickAsync();
        Assert.Equal("bert", await page.Locator("input[name=q]").InputValueAsync());
    }

    [Fact]
    public async Task PagesLeadOnAndBack()
    {
        var page = await OpenAsync("/search");
        var first = await page.HitsAsync();
        await page.Locator("nav.more a[rel=next]").ClickAsync();
        var second = await page.HitsAsync();
        Assert.Equal("2", await page.Locator("nav.more [aria-current=page]").InnerTextAsync());
        Assert.Empty(first.Intersect(second));
        await page.Locator("nav.more a[rel=prev]").ClickAsync();
        Assert.Equal(first, await page.HitsAsync());
        await page.GoBackAsync();
        Assert.Equal(second, await page.HitsAsync());
    }

    [Fact]
    public async Task TheOrderIsChosenAndTold()
    {
        var page = await OpenAsync("/search");
        await page.Locator(".orders").GetByText("по названию").ClickAsync();
        Assert.Equal("по названию", await page.Locator(".orders [aria-current]").InnerTextAsync());
        Assert.StartsWith("A", (await page.HitsAsync())[0], StringComparison.Ordinal);
        await page.Locator(".orders").GetByText("старые").ClickAsync();
        Assert.EndsWith("sort=oldest", page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AReviewLeadsToItsTopicItsNeighboursAndItsDigest()
    {
        var page = await OpenAsync("/search?q=side-tuning");
        await page.Locator(".hit h3 a").ClickAsync();
        Assert.StartsWith("Side-Tuning", await page.Locator("h1").InnerTextAsync(), StringComparison.Ordinal);
        var first = page.Url;
        await page.Locator(".beside a[rel=next]").ClickAsync();
        Assert.StartsWith("Stacked DeBERT", await page.Locator("h1").InnerTextAsync(), StringComparison.Ordinal);
        await page.Locator(".beside a[rel=prev]").ClickAsync();
        Assert.Equal(first, page.Url);
        await page.Locator(".crumb a").First.ClickAsync();
        Assert.Equal(11, await page.Locator(".contents li").CountAsync());
        await page.Locator(".contents a").First.ClickAsync();
        Assert.Equal(first, page.Url);
        await page.Locator(".facts a[href^='/topics/']").First.ClickAsync();
        await page.Locator(".links a").First.ClickAsync();
        Assert.Contains("Side-Tuning: Network Adaptation via Additive Side Networks", await page.HitsAsync());
        Assert.Equal(1, await page.Locator(".picked .chip").CountAsync());
    }

    [Fact]
    public async Task TheLanguageIsSwitchedAndRemembered()
    {
        var page = await OpenAsync("/search?q=bert");
        Assert.Contains("разбор", await page.Locator(".total").InnerTextAsync(), StringComparison.Ordinal);
        await page.Locator("nav.lang a[lang=en]").ClickAsync();
        Assert.Contains("review", await page.Locator(".total").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal("bert", await page.Locator("input[name=q]").InputValueAsync());
        await page.GotoAsync("/");
        Assert.Equal("en", await page.Locator("html").GetAttributeAsync("lang"));
        Assert.Equal("true", await page.Locator("nav.lang a[lang=en]").GetAttributeAsync("aria-current"));
    }

    [Fact]
    public async Task WhereNothingIsFoundThereAreWaysOn()
    {
        var page = await OpenAsync("/search?q=side-tuning%20zebrafish&lab=Google");
        Assert.Equal(0, await page.TotalAsync());
        await page.Locator(".ways .chip").Filter(new() { HasText = "zebrafish" }).ClickAsync();
        Assert.Equal("side-tuning", await page.Locator("input[name=q]").InputValueAsync());
        await page.GetByText("Без фильтров").ClickAsync();
        Assert.Equal(1, await page.TotalAsync());
    }

    [Fact]
    public async Task AnErrorPageStillSearches()
    {
        var page = await OpenAsync("/reviews/nothing");
        Assert.NotEmpty(await page.Locator("h1").InnerTextAsync());
        await page.Locator("input[name=q]").FillAsync("bert");
        await page.Keyboard.PressAsync("Enter");
        Assert.True(await page.TotalAsync() > 0);
    }

    [Fact]
    public async Task WhatADocumentSaysIsShownAsItIsWritten()
    {
        var page = await browser.OpenAsync(edge.Room.Address, script: true);
        var alerts = 0;
        page.Dialog += async (_, dialog) => { alerts++; await dialog.DismissAsync(); };
        await page.GotoAsync("/search?q=claims");
        Assert.Equal("<b>Bold</b> Claims & <script>alert('title')</script>", Assert.Single(await page.HitsAsync()));
        await page.Locator(".hit h3 a").ClickAsync();
        Assert.Contains("<mark>false marks</mark>", await page.Locator(".text").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal((0, 0), (alerts, await page.Locator("main mark, main script, main img, main u, main em").CountAsync()));
        await page.Context.CloseAsync();
    }

    private async Task<IPage> OpenAsync(string address)
    {
        var page = await browser.OpenAsync(starter.Room.Address);
        await page.GotoAsync(address);
        return page;
    }

    private static Task<string> StyleAsync(ILocator element, string property) =>
        element.EvaluateAsync<string>("(e, p) => getComputedStyle(e)[p]", property);
}
