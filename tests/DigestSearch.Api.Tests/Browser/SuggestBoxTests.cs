using System.Text.Json;
using System.Text.RegularExpressions;
using DigestSearch.Api.Tests.Room;
using Microsoft.Playwright;

namespace DigestSearch.Api.Tests.Browser;

/// <summary>The search box while one types, in a browser that keeps to the pages' policy.</summary>
public sealed partial class SuggestBoxTests(ReaderBrowser browser, StarterRoom starter)
{
    /// <summary>A folder to which the open box is drawn, for looking at it.</summary>
    private static readonly string? Folder = Environment.GetEnvironmentVariable("PAGE_PICTURES");

    private static ILocator Box(IPage page) => page.Locator("input[name=q]");

    private static ILocator Options(IPage page) => page.Locator("[role=option]");

    [Fact]
    public async Task WhatIsTypedIsSuggestedChosenByArrowsAndOpenedByEnter()
    {
        var page = await OpenAsync("/");
        await TypeAsync(page, "malik");
        await Expect(Options(page).First).ToHaveTextAsync("Jitendra Malik автор 1");
        Assert.Equal("Malik", await Options(page).First.Locator("mark").InnerTextAsync());
        Assert.Matches("^[1-8] подсказ", await page.Locator("form [role=status]").TextContentAsync() ?? "");

        await page.Keyboard.PressAsync("ArrowDown");
        await Expect(Box(page)).ToHaveAttributeAsync("aria-activedescendant", await Options(page).First.GetAttributeAsync("id") ?? "none");
        await Expect(Options(page).First).ToHaveAttributeAsync("aria-selected", "true");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page).ToHaveURLAsync(MalikChosen());
        Assert.Equal(1, await page.TotalAsync());
    }

    [Fact]
    public async Task APageThatWaitsForTheIndexKeepsWhatIsTyped()
    {
        await using var room = ReadingRoom.Furnish([], worker: false);
        await room.StartAsync();
        var page = await browser.OpenAsync(room.Address, script: true, policy: true);
        await page.GotoAsync("/search");
        await page.WaitForRequestAsync("**/search"); // It looks again by itself.
        await page.WaitForLoadStateAsync();
        await Box(page).PressSequentiallyAsync("bert");
        await page.WaitForTimeoutAsync(6_000);
        Assert.Equal("bert", await Box(page).InputValueAsync());
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task ATitleLeadsToItsReviewAndTheLanguageGoesAlong()
    {
        var page = await OpenAsync("/?lang=en");
        await TypeAsync(page, "side-tuning");
        await Expect(Options(page).First).ToContainTextAsync("paper");
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("h1")).ToContainTextAsync("Side-Tuning");
        Assert.EndsWith("?lang=en", page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task EnterWithoutAChoiceSearchesForWhatIsTyped()
    {
        var page = await OpenAsync("/search?lab=Google");
        await TypeAsync(page, "bert");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page).ToHaveURLAsync(starter.Room.Address + "/search?q=bert&lab=Google");
    }

    [Fact]
    public async Task EscapeClosesAndKeepsTheTextAndAnArrowOpensAgain()
    {
        var page = await OpenAsync("/");
        await TypeAsync(page, "malik");
        await page.Keyboard.PressAsync("Escape");
        await Expect(page.Locator("[role=listbox]")).ToBeHiddenAsync();
        await Expect(Box(page)).ToHaveAttributeAsync("aria-expanded", "false");
        Assert.Equal("malik", await Box(page).InputValueAsync());

        await page.Keyboard.PressAsync("ArrowUp");
        await Expect(Options(page).Last).ToHaveAttributeAsync("aria-selected", "true");
    }

    [Fact]
    public async Task ArrowsGoRoundThroughTheTextAndHomeLeavesTheList()
    {
        var page = await OpenAsync("/");
        await TypeAsync(page, "net");
        var count = await Options(page).CountAsync();
        Assert.True(count > 2);
        for (var at = 0; at <= count; at++) await page.Keyboard.PressAsync("ArrowDown");
        Assert.Null(await Box(page).GetAttributeAsync("aria-activedescendant"));
        await page.Keyboard.PressAsync("ArrowUp");
        await Expect(Options(page).Last).ToHaveAttributeAsync("aria-selected", "true");
        await page.Keyboard.PressAsync("Home");
        Assert.Null(await Box(page).GetAttributeAsync("aria-activedescendant"));
        Assert.Equal(0, await Box(page).EvaluateAsync<int>("e => e.selectionStart"));
        await Expect(page.Locator("[role=listbox]")).ToBeVisibleAsync();
        Assert.Equal(0, await page.Locator("[aria-selected=true]").CountAsync());
    }

    [Fact]
    public async Task TabClosesAndGoesOn()
    {
        var page = await OpenAsync("/");
        await TypeAsync(page, "malik");
        await page.Keyboard.PressAsync("Tab");
        await Expect(page.Locator("[role=listbox]")).ToBeHiddenAsync();
        Assert.True(await page.EvaluateAsync<bool>("() => document.activeElement.matches('form button')"));
    }

    [Fact]
    public async Task TheMouseChoosesAndTheCaretStays()
    {
        var page = await OpenAsync("/");
        await TypeAsync(page, "malik");
        var line = await Options(page).First.BoundingBoxAsync();
        await page.Mouse.MoveAsync(line!.X + 20, line.Y + line.Height / 2);
        await page.Mouse.DownAsync();
        Assert.True(await Box(page).EvaluateAsync<bool>("e => e === document.activeElement"));
        await Expect(page.Locator("[role=listbox]")).ToBeVisibleAsync();
        await page.Mouse.UpAsync();
        await Expect(page).ToHaveURLAsync(MalikChosen());
    }

    [Fact]
    public async Task ATouchChoosesOnANarrowScreen()
    {
        var page = await OpenAsync("/", 320);
        await TypeAsync(page, "malik");
        await Options(page).First.TapAsync();
        await Expect(page).ToHaveURLAsync(MalikChosen());
    }

    [Fact]
    public async Task ALateAnswerToAnOlderTextIsDropped()
    {
        var page = await OpenAsync(null);
        // Also where a request cannot be taken back.
        await page.AddInitScriptAsync("AbortController.prototype.abort = () => {};");
        await page.GotoAsync("/");
        var late = new TaskCompletionSource();
        await page.RouteAsync("**/api/v1/suggest*", async route =>
        {
            if (!route.Request.Url.EndsWith("q=bert", StringComparison.Ordinal))
            {
                await route.ContinueAsync();
                return;
            }
            await late.Task;
            await route.ContinueAsync();
        });
        var older = page.WaitForRequestAsync("**/api/v1/suggest*");
        await Box(page).FillAsync("bert");
        await older;
        await TypeAsync(page, "malik");
        await Expect(Options(page).First).ToContainTextAsync("Malik");
        var answered = page.WaitForResponseAsync(response => response.Url.EndsWith("q=bert", StringComparison.Ordinal));
        late.SetResult();
        await (await answered).FinishedAsync();
        await page.EvaluateAsync("() => new Promise(done => setTimeout(done, 100))");
        Assert.Contains("Malik", await Options(page).First.InnerTextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhereSuggestionsFailTheFormStillSearches()
    {
        var page = await OpenAsync(null);
        await page.RouteAsync("**/api/v1/suggest*", route => route.AbortAsync());
        await page.GotoAsync("/");
        var failed = page.WaitForRequestAsync("**/api/v1/suggest*");
        await Box(page).FillAsync("bert");
        await failed;
        await page.Keyboard.PressAsync("Enter");
        await Expect(page).ToHaveURLAsync(starter.Room.Address + "/search?q=bert");
    }

    [Fact]
    public async Task WithoutScriptsTheBoxIsAPlainOne()
    {
        var page = await browser.OpenAsync(starter.Room.Address);
        await page.GotoAsync("/");
        Assert.Null(await Box(page).GetAttributeAsync("role"));
        Assert.Equal(0, await page.Locator("[role=listbox]").CountAsync());
        await Box(page).FillAsync("bert");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page).ToHaveURLAsync(starter.Room.Address + "/search?q=bert");
    }

    [Theory]
    [InlineData("/", "ru", ColorScheme.Light, 1280)]
    [InlineData("/search?q=x", "en", ColorScheme.Dark, 1280)]
    [InlineData("/search?q=x", "ru", ColorScheme.Light, 320)]
    [InlineData("/", "en", ColorScheme.Dark, 320)]
    public async Task OpenItHasNoBarrierAndMovesNothing(string address, string language, ColorScheme theme, int width)
    {
        var page = await browser.OpenAsync(starter.Room.Address, width, 700, script: true, theme: theme, language: language);
        await page.GotoAsync(address);
        var before = await PlacesAsync(page);
        await TypeAsync(page, "netw");
        await page.Keyboard.PressAsync("ArrowDown");
        Assert.Equal(before, await PlacesAsync(page));
        var lines = await page.EvaluateAsync<string[]>("""
            () => [...document.querySelectorAll('[role=option]')].map(e => e.getBoundingClientRect()).filter(b => b.left < 0 || b.right > innerWidth || b.height < (innerWidth < 600 ? 44 : 30)).map(b => JSON.stringify(b))
            """);
        Assert.Empty(lines);
        Assert.True(await page.EvaluateAsync<bool>("() => document.scrollingElement.scrollWidth <= innerWidth"));
        if (Folder is not null) await page.ScreenshotAsync(new() { Path = Path.Combine(Folder, $"suggest.{width}.{language}.{theme}.png") });

        await page.EvaluateAsync(AccessibilityTests.Axe);
        var found = JsonSerializer.Deserialize<string[]>(await page.EvaluateAsync<string>("""
            async () => JSON.stringify((await axe.run(document.querySelector('form[role=search]'), { resultTypes: ['violations'] })).violations.map(v => `${v.id}: ${v.nodes.slice(0, 3).map(n => n.html).join('; ')}`))
            """))!;
        Assert.True(found.Length == 0, string.Join("\n", found));
        await page.Context.CloseAsync();
    }

    private static Task<string> PlacesAsync(IPage page) => page.EvaluateAsync<string>("""
        () => JSON.stringify([...document.querySelectorAll('h1, main > *, form button, form input, footer')].map(e => e.getBoundingClientRect()))
        """);

    private async Task<IPage> OpenAsync(string? address, int width = 1280)
    {
        var page = await browser.OpenAsync(starter.Room.Address, width, script: true, policy: true);
        if (address is not null) await page.GotoAsync(address);
        return page;
    }

    private static async Task TypeAsync(IPage page, string text)
    {
        await Box(page).FillAsync("");
        // At once: between letters a slow machine would show what part of them suggests.
        await Box(page).FillAsync(text);
        await Expect(Box(page)).ToHaveAttributeAsync("aria-expanded", "true");
        await page.WaitForFunctionAsync("text => document.querySelector('[role=option] mark') && document.querySelector('input[name=q]').value === text", text);
    }

    // As a pattern: the percent signs of an address are not taken for letters there.
    [GeneratedRegex(@"/search\?author=Jitendra%20Malik$", RegexOptions.None, 1_000)]
    private static partial Regex MalikChosen();

    private static ILocatorAssertions Expect(ILocator locator) => Assertions.Expect(locator);

    private static IPageAssertions Expect(IPage page) => Assertions.Expect(page);
}
