using DigestSearch.Api.Tests.Browser;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace DigestSearch.Api.Tests.Embed;

/// <summary>What the element shows is what was asked last, whatever comes late, is set, moved or typed meanwhile.</summary>
public sealed class EmbedStateTests(ReaderBrowser browser, ForeignSite site)
{
    private const string Search = "**/api/v1/search?*";
    private const int Late = 600;

    [Fact]
    public async Task WhoeverTypesOnStillSeesWhatTheyAskedFor()
    {
        var page = await OpenAsync("/");
        await DelayAsync(page, Search);
        await Box(page).FillAsync("bert");
        await Box(page).PressAsync("Enter");
        await Box(page).PressSequentiallyAsync(" mal");
        await Expect(Hits(page).First).ToContainTextAsync("BERT");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task WhatComesAfterGoingBackIsNotShown()
    {
        var page = await OpenAsync("/");
        await DelayAsync(page, Search);
        await Box(page).FillAsync("bert");
        await Box(page).PressAsync("Enter");
        await Expect(page).ToHaveURLAsync(site.Address + "/?ds-q=bert");
        await page.GoBackAsync();
        await page.WaitForTimeoutAsync(Late + 400);
        await Expect(Hits(page)).ToHaveCountAsync(0);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task SuggestionsDoNotOpenBehindWhoeverLeft()
    {
        var page = await OpenAsync("/");
        await DelayAsync(page, "**/api/v1/suggest?*");
        await Box(page).PressSequentiallyAsync("mal");
        await page.WaitForTimeoutAsync(200);
        await page.Keyboard.PressAsync("Tab");
        await page.WaitForTimeoutAsync(Late + 400);
        await Expect(page.Locator("digest-search [role=listbox]")).ToBeHiddenAsync();
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData("size", "many", "a whole number from 1 to 20")]
    [InlineData("size", "0", "a whole number from 1 to 20")]
    [InlineData("facets", "year colour", "year, lab, topic")]
    [InlineData("results", "popup", "inline, dropdown, link")]
    [InlineData("results", "dropdown", null)]
    [InlineData("facets", "", null)]
    [InlineData("lab", "Google", null)]
    public async Task WhoeverWritesThePageIsToldOfAMistakeInAnAttribute(string name, string value, string? told)
    {
        var page = await OpenAsync("/");
        var warnings = new List<string>();
        page.Console += (_, message) => { if (message.Type == "warning") warnings.Add(message.Text); };
        await page.EvaluateAsync("([name, value]) => { const element = document.createElement('digest-search'); element.setAttribute(name, value); document.body.append(element); }", new[] { name, value });
        Assert.Equal(told is null ? 0 : 1, warnings.Count);
        if (told is not null) Assert.Contains(told, warnings[0], StringComparison.Ordinal);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task ParametersOfThePageStay()
    {
        var page = await OpenAsync("/?ds-session=1&sort=x");
        await Box(page).FillAsync("bert");
        for (var times = 0; times < 2; times++)
        {
            await Box(page).PressAsync("Enter");
            await Expect(Hits(page).First).ToBeVisibleAsync();
        }
        await Expect(page).ToHaveURLAsync(site.Address + "/?ds-session=1&sort=x&ds-q=bert");
        await page.GoBackAsync(); // Asked twice the same, it is one step.
        await Expect(page).ToHaveURLAsync(site.Address + "/?ds-session=1&sort=x");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task AnAnchorOfThePageMovesNothing()
    {
        var page = await OpenAsync("/?ds-q=bert");
        await Expect(Hits(page).First).ToBeVisibleAsync();
        await Box(page).FillAsync("half a word");
        await page.EvaluateAsync("() => { location.hash = 'below'; }");
        await page.WaitForTimeoutAsync(200);
        await Expect(Box(page)).ToHaveValueAsync("half a word");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task AnAttributeThatIsSetTakesNothingFromWhoeverTypes()
    {
        var page = await OpenAsync("/");
        await Box(page).PressSequentiallyAsync("half");
        await page.EvaluateAsync("() => { const search = document.querySelector('digest-search'); search.setAttribute('size', '3'); search.setAttribute('placeholder', 'x'); }");
        await Expect(Box(page)).ToHaveAttributeAsync("placeholder", "x");
        await page.Keyboard.TypeAsync(" a word");
        await Expect(Box(page)).ToHaveValueAsync("half a word");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task AskedBeforeItIsInThePageItAsksWhenItIs()
    {
        var page = await OpenAsync("/");
        await page.EvaluateAsync("() => { const search = document.createElement('digest-search'); search.search('bert'); document.body.prepend(search); }");
        await Expect(Hits(page).First).ToContainTextAsync("BERT");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task MovedInThePageItShowsTheAddress()
    {
        var page = await OpenAsync("/?ds-q=bert");
        await Expect(Hits(page).First).ToContainTextAsync("BERT");
        await page.EvaluateAsync("() => { const search = document.querySelector('digest-search'), home = search.parentElement; search.remove(); history.pushState(null, '', '?ds-q=side-tuning'); home.append(search); }");
        await Expect(Hits(page).First).ToContainTextAsync("Side-Tuning");
        await Expect(Box(page)).ToHaveValueAsync("side-tuning");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task APresetDimensionIsNotOfferedAgain()
    {
        var page = await OpenAsync("/preset?ds-q=learning");
        await page.Locator("[part=filters] summary").ClickAsync();
        await Expect(page.Locator("[part~=facet-topic]")).ToBeVisibleAsync();
        await Expect(page.Locator("[part~=facet-lab]")).ToHaveCountAsync(0);
        await Box(page).FillAsync("");
        await Box(page).PressSequentiallyAsync("micros");
        await page.WaitForTimeoutAsync(Late);
        await Expect(page.Locator("[role=option]", new() { HasText = "Microsoft" }).And(page.Locator("[role=option]", new() { HasText = "лаборатория" }))).ToHaveCountAsync(0);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task WhoeverTakesAwayWhatTheyStoodOnIsNotLost()
    {
        var page = await OpenAsync("/?ds-q=learning&ds-lab=Google");
        await page.Locator(".chip").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator(".chip")).ToHaveCountAsync(0);
        await Expect(page.Locator("[part=summary]")).ToBeFocusedAsync();
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task APageBeyondTheLastIsTheFirst()
    {
        var page = await OpenAsync("/?ds-q=bert&ds-page=999999");
        await Expect(Hits(page).First).ToBeVisibleAsync();
        await page.Context.CloseAsync();
    }

    // A page without dark styles stays light in a dark system.
    [Theory]
    [InlineData("normal", null, "rgb(11, 93, 94)")]
    [InlineData("light dark", null, "rgb(124, 199, 194)")]
    [InlineData("light dark", "light", "rgb(11, 93, 94)")]
    [InlineData("normal", "dark", "rgb(124, 199, 194)")]
    public async Task ColoursFollowThePage(string scheme, string? theme, string accent)
    {
        var page = await browser.OpenAsync(site.Address, script: true, theme: ColorScheme.Dark);
        await page.GotoAsync("/?ds-q=bert");
        await page.AddStyleTagAsync(new() { Content = $":root {{ color-scheme: {scheme} }}" });
        if (theme is not null) await page.Locator("digest-search").EvaluateAsync("(search, theme) => search.setAttribute('theme', theme)", theme);
        await Expect(Hits(page).First.Locator("a")).ToHaveCSSAsync("color", accent);
        await page.Context.CloseAsync();
    }

    private static ILocator Box(IPage page) => page.Locator("digest-search input[type=search]").First;

    private static ILocator Hits(IPage page) => page.Locator("digest-search").First.Locator("[part=hit]");

    private static Task DelayAsync(IPage page, string addresses) => page.RouteAsync(addresses, async route => { await Task.Delay(Late); try { await route.ContinueAsync(); } catch (PlaywrightException) { /* The page gave it up. */ } });

    private async Task<IPage> OpenAsync(string address)
    {
        var page = await browser.OpenAsync(site.Address, script: true, policy: true);
        await page.GotoAsync(address);
        return page;
    }
}
