using System.IO.Compression;
using DigestSearch.Api.Pages;
using DigestSearch.Api.Tests.Browser;
using DigestSearch.Api.Tests.Room;
using DigestSearch.Api.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace DigestSearch.Api.Tests.Embed;

/// <summary>The element in a page of another origin, in a browser that keeps to that page's policy.</summary>
public sealed class EmbedTests(ReaderBrowser browser, ForeignSite site)
{
    /// <summary>A folder to which the element is drawn, for looking at it.</summary>
    private static readonly string? Folder = Environment.GetEnvironmentVariable("PAGE_PICTURES");

    private const int MostBytes = 15 * 1024;

    private static ILocator Box(IPage page) => page.Locator("digest-search input[type=search]").First;

    private static ILocator Options(IPage page) => page.Locator("digest-search").First.Locator("[role=option]");

    private static ILocator Hits(IPage page) => page.Locator("digest-search").First.Locator("[part=hit]");

    private static ILocator Total(IPage page) => page.Locator("digest-search").First.Locator("[part=summary] b");

    [Theory]
    [InlineData("search.search('bert')", true)]
    [InlineData("search.search(5)", false)]
    [InlineData("search.addEventListener('ds-search', event => event.detail.total.toFixed())", true)]
    [InlineData("search.addEventListener('ds-error', event => event.detail.total)", false)]
    public async Task TheDeclarationTellsTheCompilerWhatTheElementHas(string statement, bool right)
    {
        var said = await OtherParser.ReadAsync("host", $"/// <reference path=\"../../src/DigestSearch.Api/wwwroot/embed.d.ts\" />\nconst search = document.querySelector('digest-search')!;\n{statement};");
        Assert.Equal((right, right ? 0 : 1), (said.Count == 0, said.Count));
    }

    [Fact]
    public async Task TypedSuggestedChosenByKeyboardFilteredPagedSharedAndBack()
    {
        var page = await OpenAsync("/");
        var refused = Refusals(page);
        await Box(page).PressSequentiallyAsync("malik");
        await Expect(Options(page).First).ToContainTextAsync("Jitendra Malik");
        await page.Keyboard.PressAsync("ArrowDown");
        await Expect(Options(page).First).ToHaveAttributeAsync("aria-selected", "true");
        await page.Keyboard.PressAsync("Enter");
        await Expect(Total(page)).ToHaveTextAsync("1\u00a0разбор");
        await Expect(page).ToHaveURLAsync($"{site.Address}/?ds-author=Jitendra+Malik");

        await page.GotoAsync("/?ds-q=transformer");
        await Expect(Hits(page)).ToHaveCountAsync(5);
        var all = await Total(page).InnerTextAsync();
        await page.GetByText("дальше", new() { Exact = true }).ClickAsync();
        await Expect(page.GetByText("страница 2 из")).ToBeVisibleAsync();
        await page.GoBackAsync();
        await Expect(page.GetByText("страница 1 из")).ToBeVisibleAsync();

        await page.Locator("summary").ClickAsync();
        var lab = page.Locator("[part~=facet-lab] label").First;
        var count = await lab.Locator(".n").InnerTextAsync();
        await lab.ClickAsync();
        await Expect(Total(page)).ToContainTextAsync(count);
        await page.Locator("[part~=facet-year] button").Last.ClickAsync();
        await Expect(page.Locator("[part~=facet-year] [aria-pressed=true]")).ToHaveCountAsync(1);
        await Expect(page.Locator(".chip")).ToHaveCountAsync(2);
        var (shared, total) = (page.Url, await Total(page).InnerTextAsync());

        var other = await OpenAsync(shared);
        await Expect(Total(other)).ToHaveTextAsync(total);
        await page.GoBackAsync();
        await page.GoBackAsync();
        await Expect(Total(page)).ToHaveTextAsync(all);
        Assert.Empty(refused);
        await page.Context.CloseAsync();
        await other.Context.CloseAsync();
    }

    [Fact]
    public async Task ByTouchOnANarrowScreenNothingIsTooSmallOrTooWide()
    {
        var page = await OpenAsync("/?ds-q=transfomer", width: 320);
        await Expect(page.Locator("[part=step]").First).ToHaveTextAsync("опечатка: transfomer → transformer");
        await page.Locator("summary").TapAsync();
        await page.Locator("[part~=facet-lab] label").First.TapAsync();
        await Expect(page.Locator(".chip")).ToHaveCountAsync(1);
        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= 320"), "The page scrolls sideways.");
        var small = await page.EvaluateAsync<string[]>("""
            [...document.querySelector('digest-search').shadowRoot.querySelectorAll('form button, .link, .chip, summary, label, [part=input]')]
              .filter(e => e.checkVisibility() && e.getBoundingClientRect().height < 43.5).map(e => e.outerHTML.slice(0, 80))
            """);
        Assert.Empty(small);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task TwoInAPageKnowNothingOfEachOtherAndAPresetStays()
    {
        var page = await OpenAsync("/two");
        var (first, second) = (page.Locator("digest-search").Nth(0), page.Locator("digest-search").Nth(1));
        await first.Locator("input[type=search]").FillAsync("transformer");
        await second.Locator("input[type=search]").FillAsync("bert");
        await first.Locator("input[type=search]").PressAsync("Enter");
        await second.Locator("input[type=search]").PressAsync("Enter");
        await Expect(first.Locator("[part=hit]")).ToHaveCountAsync(2);
        var expected = (await site.Room.Client.JsonAsync("/api/v1/search?q=bert&lab=Google")).GetProperty("total").GetInt32();
        await Expect(second.Locator("[part=summary] b")).ToHaveTextAsync($"{expected}\u00a0{TextsRu.All.ReviewsWord(expected)}");
        await Expect(second.Locator("[part=filters]")).ToHaveCountAsync(0);
        Assert.Equal(site.Address + "/two", page.Url);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task LabelsAreInTheLanguageOfTheElement()
    {
        var page = await OpenAsync("/?ds-q=bert&ds-topic=Natural%20Language%20Processing");
        await Expect(page.Locator("[part=summary] .chip")).ToHaveTextAsync("Обработка естественного языка ×");
        await page.Locator("[part=filters] summary").ClickAsync();
        await Expect(page.Locator("fieldset[part~=facet-topic] label").First).ToContainTextAsync("Обработка естественного языка");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task StylesOfThePageDoNotReachIn()
    {
        var page = await OpenAsync("/hostile?ds-q=bert");
        await Expect(Hits(page).First).ToBeVisibleAsync();
        await Expect(Box(page)).ToBeVisibleAsync();
        await Expect(page.Locator("mark").First).ToBeVisibleAsync();
        var seen = await page.EvaluateAsync<string>("""
            (() => { const host = document.querySelector('digest-search'), of = getComputedStyle(host.shadowRoot.querySelector('[part=snippet]')), own = getComputedStyle(host);
              return [own.display, own.position, own.opacity, of.letterSpacing, of.textTransform].join(); })()
            """);
        Assert.Equal("block,relative,1,normal,none", seen);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task APaperOfTheDropdownOpensUnlessThePageKeepsItsReader()
    {
        var page = await OpenAsync("/dropdown");
        // The page's own script: a policy binds what is written into the page.
        await page.EvaluateAsync("addEventListener('ds-select', event => { window.chosen = event.detail; if (window.keeps) event.preventDefault(); })");
        await page.EvaluateAsync("window.keeps = true");
        await Box(page).PressSequentiallyAsync("side-tuning");
        await Expect(Options(page).First).ToContainTextAsync("Side-Tuning");
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("Enter");
        Assert.StartsWith(site.Room.Address + "/reviews/", await page.EvaluateAsync<string>("window.chosen.url"), StringComparison.Ordinal);
        Assert.Equal(site.Address + "/dropdown", page.Url);
        await page.EvaluateAsync("window.keeps = false");
        await Box(page).PressAsync("ArrowDown");
        await Expect(Options(page).First).ToHaveAttributeAsync("aria-selected", "true");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("h1")).ToContainTextAsync("Side-Tuning");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task EscapeClosesAndTheLastTextWins()
    {
        var page = await OpenAsync("/");
        await Box(page).PressSequentiallyAsync("malik");
        await Expect(Options(page).First).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Escape");
        await Expect(Options(page).First).ToBeHiddenAsync();
        await Expect(Box(page)).ToHaveValueAsync("malik");
        // An answer that comes late is of an older text.
        await page.RouteAsync("**/api/v1/suggest?q=ber", async route => { await Task.Delay(700); await route.ContinueAsync(); });
        await Box(page).FillAsync("ber");
        await page.WaitForTimeoutAsync(250);
        await Box(page).FillAsync("side-tuning");
        await Expect(Options(page).First).ToContainTextAsync("Side-Tuning");
        await page.WaitForTimeoutAsync(800);
        await Expect(Options(page).First).ToContainTextAsync("Side-Tuning");
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData("/link", "/search?q=bert&lab=Google")]
    [InlineData("/dropdown", "/search?q=bert")]
    public async Task LinkedOutTheSearchGoesOnInTheReadingRoom(string address, string expected)
    {
        var page = await OpenAsync(address);
        await Box(page).FillAsync("bert");
        await Box(page).PressAsync("Enter");
        await Expect(page).ToHaveURLAsync(site.Room.Address + expected);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task WithoutScriptTheFormSearches()
    {
        var page = await browser.OpenAsync(site.Address);
        await page.GotoAsync("/");
        await page.Locator("input[name=q]").FillAsync("bert");
        await page.Locator("input[name=q]").PressAsync("Enter");
        await Expect(page).ToHaveURLAsync(site.Room.Address + "/search?q=bert");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task WhereTheSiteMayNotReadItSaysSoAndLeadsOn()
    {
        await using var strict = await ReadingRoom.OpenAsync([StarterRoom.Digests]);
        var page = await OpenAsync("/");
        await page.EvaluateAsync("addEventListener('ds-error', event => { window.told = event.detail.message; })");
        await page.RouteAsync("**/api/v1/**", route => route.ContinueAsync(new() { Url = route.Request.Url.Replace(site.Room.Address, strict.Address, StringComparison.Ordinal) }));
        await Box(page).FillAsync("bert");
        await Box(page).PressAsync("Enter");
        await Expect(page.Locator("[part=error]")).ToContainTextAsync("Поиск здесь не отвечает.");
        Assert.Equal(site.Room.Address + "/search?q=bert", await page.Locator("[part=error] a").GetAttributeAsync("href"));
        Assert.NotEmpty(await page.EvaluateAsync<string>("window.told"));
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData("/?ds-q=transfomer", ColorScheme.Light)]
    [InlineData("/en?ds-q=transfomer", ColorScheme.Dark)]
    [InlineData("/dropdown", ColorScheme.Light)]
    public async Task TheElementHasNoBarrier(string address, ColorScheme theme)
    {
        var page = await browser.OpenAsync(site.Address, script: true, theme: theme);
        await page.GotoAsync(address);
        if (theme is ColorScheme.Dark) await page.AddStyleTagAsync(new() { Content = ":root { color-scheme: dark; background: Canvas; color: CanvasText }" });
        if (address == "/dropdown")
        {
            await Box(page).PressSequentiallyAsync("bert");
            await Expect(Options(page).First).ToBeVisibleAsync();
        }
        else
        {
            await Expect(Hits(page).First).ToBeVisibleAsync();
            await page.Locator("summary").ClickAsync();
        }
        await page.EvaluateAsync(AccessibilityTests.Axe);
        var found = await page.EvaluateAsync<string[]>("async () => (await axe.run(document, { resultTypes: ['violations'] })).violations.filter(v => ['serious', 'critical'].includes(v.impact)).map(v => v.id + ': ' + v.nodes.map(n => n.html + n.failureSummary).join('; '))");
        Assert.Empty(found);
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData(320, ColorScheme.Light)]
    [InlineData(320, ColorScheme.Dark)]
    [InlineData(1280, ColorScheme.Light)]
    [InlineData(1280, ColorScheme.Dark)]
    public async Task TheElementIsDrawn(int width, ColorScheme theme)
    {
        var page = await browser.OpenAsync(site.Address, width, script: true, theme: theme);
        await page.GotoAsync(theme is ColorScheme.Dark ? "/en?ds-q=transfomer" : "/?ds-q=transfomer");
        await page.AddStyleTagAsync(new() { Content = ":root { color-scheme: light dark; background: Canvas; color: CanvasText; font-family: Georgia, serif } body { max-width: 46rem; margin: 2rem auto; padding: 0 1rem }" });
        await Expect(Hits(page)).ToHaveCountAsync(5);
        await page.Locator("summary").ClickAsync();
        await Expect(page.Locator("[part~=facet-year] button").First).ToBeVisibleAsync();
        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), "The page scrolls sideways.");
        if (Folder is not null) await page.ScreenshotAsync(new() { Path = Path.Combine(Folder, $"element.{width}.{theme}.png"), FullPage = true });
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task ItWeighsLittleAndMayBeReadByAll()
    {
        using var response = await site.Room.Client.GetAsync("/embed.js");
        var script = await response.Content.ReadAsByteArrayAsync();
        using var packed = new MemoryStream();
        await using (var gzip = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true)) await gzip.WriteAsync(script);
        Assert.InRange(packed.Length, 1, MostBytes);
        Assert.Equal("*", response.Headers.GetValues("Access-Control-Allow-Origin").Single());
        Assert.False(response.Headers.Contains("Set-Cookie"));
        using var page = await site.Room.Client.GetAsync("/embed?lang=en");
        Assert.Contains(DigestSearch.Api.Embed.EmbedScript.Integrity.Replace("+", "&#x2B;", StringComparison.Ordinal), await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var declared = await site.Room.Client.GetAsync("/embed.d.ts");
        Assert.Contains("\"ds-select\"", await declared.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private async Task<IPage> OpenAsync(string address, int width = 1280)
    {
        var page = await browser.OpenAsync(site.Address, width, script: true, policy: true);
        await page.GotoAsync(address);
        await Expect(Box(page)).ToBeVisibleAsync();
        return page;
    }

    private static List<string> Refusals(IPage page)
    {
        var refused = new List<string>();
        page.Console += (_, message) => { if (message.Type == "error") refused.Add(message.Text); };
        page.PageError += (_, error) => refused.Add(error);
        return refused;
    }
}
