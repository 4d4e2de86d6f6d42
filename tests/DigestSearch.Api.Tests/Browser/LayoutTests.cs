using DigestSearch.Api.Tests.Room;
using Microsoft.Playwright;

namespace DigestSearch.Api.Tests.Browser;

/// <summary>How the pages stand on screens of all widths.</summary>
public sealed class LayoutTests(ReaderBrowser browser, EdgeRoom edge)
{
    private const int Narrow = 320;

    /// <summary>A folder to which the pages are drawn, for looking at them.</summary>
    private static readonly string? Folder = Environment.GetEnvironmentVariable("PAGE_PICTURES");

    private const string Sideways = """
        () => [...document.querySelectorAll('body *')].filter(e => !e.closest('.hid, .skip, pre *, .wide *') && (e.getBoundingClientRect().right > innerWidth + 1 || e.getBoundingClientRect().left < -1))
            .map(e => e.tagName + '.' + e.className + ' ' + (e.textContent || '').trim().slice(0, 40)).concat(document.scrollingElement.scrollWidth > innerWidth ? ['scrolls'] : [])
            .concat([...document.querySelectorAll('article, section, aside, nav, li, p, dd')].filter(e => e.clientWidth > 0 && !e.closest('svg') && e.scrollWidth > e.clientWidth + 1).map(e => 'spills: ' + e.tagName + '.' + e.className + ' ' + e.textContent.trim().slice(0, 40)))
        """;

    // Links inside a sentence stand where the sentence stands; everything else is for a thumb.
    private const string Small = """
        () => [...document.querySelectorAll('a, button, input:not([type=hidden]), summary')]
            .filter(e => !e.closest('.hid, .skip, svg, .by, .count, .text :is(p, li, td), .state > p, .none > p:not(.ways)') && e.checkVisibility({ contentVisibilityAuto: true, visibilityProperty: true }))
            .map(e => ({ e, box: e.getBoundingClientRect() })).filter(t => t.box.height > 0 && (t.box.height < 43.9 || t.box.width < 43.9))
            .map(t => `${t.e.tagName} ${t.e.parentElement.className} ${Math.round(t.box.width)}×${Math.round(t.box.height * 10) / 10} ${(t.e.textContent || t.e.name).trim().slice(0, 30)}`)
        """;

    public static TheoryData<int, string> Widths
    {
        get
        {
            var all = new TheoryData<int, string>();
            foreach (var width in new[] { Narrow, 768, 1280 })
                foreach (var language in new[] { "ru", "en" }) all.Add(width, language);
            return all;
        }
    }

    [Theory]
    [MemberData(nameof(Widths))]
    public async Task NoPageScrollsSideways(int width, string language)
    {
        var page = await browser.OpenAsync(edge.Room.Address, width, language: language);
        foreach (var (name, address) in ShownPages.All)
        {
            await page.GotoAsync(address(edge));
            var wide = await page.EvaluateAsync<string[]>(Sideways);
            Assert.True(wide.Length == 0, $"{name}: {string.Join("; ", wide)}");
            await DrawAsync(page, $"{name}.{width}.{language}.light");
            if (Folder is null) continue;
            await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
            await DrawAsync(page, $"{name}.{width}.{language}.dark");
            await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
        }
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData("ru")]
    [InlineData("en")]
    public async Task OnAPhoneEverythingCanBeHitWithAThumb(string language)
    {
        var page = await browser.OpenAsync(edge.Room.Address, Narrow, 700, language: language);
        var small = new List<string>();
        foreach (var (name, address) in ShownPages.All)
        {
            await page.GotoAsync(address(edge));
            await page.EvaluateAsync("() => document.querySelectorAll('details').forEach(d => d.open = true)");
            small.AddRange((await page.EvaluateAsync<string[]>(Small)).Select(s => $"{name}: {s}"));
        }
        Assert.True(small.Count == 0, string.Join("\n", small));
        await page.Context.CloseAsync();
    }

    // A line that was cut between two packets is set anew when its end comes: 0.009 on a busy machine (0.1 is what web.dev calls good).
    private const double Unseen = 0.02;

    [Theory]
    [InlineData(Narrow)]
    [InlineData(1280)]
    public async Task NothingMovesWhileAPageLoads(int width)
    {
        var page = await browser.OpenAsync(edge.Room.Address, width, script: true);
        await page.AddInitScriptAsync("window.moved = 0; new PerformanceObserver(list => list.getEntries().forEach(entry => window.moved += entry.value)).observe({ type: 'layout-shift', buffered: true });");
        await page.RouteAsync("**/*.js*", async route => { await Task.Delay(200); await route.ContinueAsync(); }); // What comes late shows what it moves.
        var moving = new List<string>();
        foreach (var (name, address) in ShownPages.All)
        {
            await page.GotoAsync(address(edge), new() { WaitUntil = WaitUntilState.NetworkIdle });
            if (await MovedAsync() is > Unseen and var moved) moving.Add($"{name}: {moved}");
        }
        Assert.True(moving.Count == 0, string.Join("\n", moving));
        await page.EvaluateAsync("() => document.body.insertAdjacentHTML('afterbegin', '<p style=\"height:200px\"></p>')");
        Assert.True(await MovedAsync() > 0, "The browser tells no movement at all.");
        await page.Context.CloseAsync();
        Task<double> MovedAsync() => page.EvaluateAsync<double>("() => new Promise(told => requestAnimationFrame(() => setTimeout(() => told(window.moved), 50)))");
    }

    [Fact]
    public async Task VisitedAgainAPageHasItsStylesStill()
    {
        var page = await browser.OpenAsync(edge.Room.Address, script: true, policy: true);
        foreach (var address in new[] { "/search?q=bert", "/", "/search?q=bert" }) await page.GotoAsync(address);
        Assert.True(await page.EvaluateAsync<int>("() => document.styleSheets[0]?.cssRules.length ?? 0") > 10);
        using var again = new HttpRequestMessage(HttpMethod.Get, "/search?q=bert");
        using (var first = await edge.Client.GetAsync("/search?q=bert")) again.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var unchanged = await edge.Client.SendAsync(again);
        Assert.Equal((System.Net.HttpStatusCode.NotModified, false), (unchanged.StatusCode, unchanged.Headers.Contains("Content-Security-Policy")));
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task OnPaperAReviewIsBlackOnWhiteWithoutControlsAndItsLinksCanBeRead()
    {
        var page = await browser.OpenAsync(edge.Room.Address, theme: ColorScheme.Dark, script: true);
        await page.GotoAsync(ShownPages.All["review"](edge));
        await page.EmulateMediaAsync(new() { Media = Media.Print, ColorScheme = ColorScheme.Dark });
        foreach (var control in new[] { ".bar", ".take", ".beside" }) Assert.False(await page.Locator(control).First.IsVisibleAsync(), control);
        Assert.True(await page.Locator(".facts").IsVisibleAsync());
        Assert.Equal("rgb(0, 0, 0)", await page.EvaluateAsync<string>("() => getComputedStyle(document.querySelector('.text p')).color"));
        Assert.Contains("http", await page.EvaluateAsync<string>("() => getComputedStyle(document.querySelector('.review .links a'), '::after').content"), StringComparison.Ordinal);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task OnAPhoneTheFiltersFoldAndTellHowManyAreChosen()
    {
        var page = await browser.OpenAsync(edge.Room.Address, Narrow);
        await page.GotoAsync("/search?lab=Google&year=2020");
        Assert.Equal("Фильтры · 2 выбрано", await page.Locator(".filters > summary").InnerTextAsync());
        Assert.False(await page.Row("Google").IsVisibleAsync());
        await page.Locator(".filters > summary").ClickAsync();
        Assert.True(await page.Row("Google").IsVisibleAsync());
        await page.Context.CloseAsync();
    }

    private static async Task DrawAsync(IPage page, string name)
    {
        if (Folder is not null) await page.ScreenshotAsync(new() { Path = Path.Combine(Folder, name + ".png"), FullPage = true });
    }
}
