using System.Text.Json;
using DigestSearch.Api.Tests.Room;
using static Microsoft.Playwright.Assertions;

namespace DigestSearch.Api.Tests.Browser;

/// <summary>The pages without a mouse.</summary>
public sealed class KeyboardTests(ReaderBrowser browser, EdgeRoom edge)
{
    private const int MostStops = 400;

    private const string Stops = """
        () => [...document.querySelectorAll('a[href], button, input:not([type=hidden]), summary')].map((e, n) => { e.dataset.stop = n; return e; })
            .filter(e => e.tabIndex >= 0 && e.checkVisibility({ contentVisibilityAuto: true, visibilityProperty: true })).map(e => +e.dataset.stop)
        """;

    // A ring of its own, or that of the box it stands in.
    private const string Focus = """
        () => { const e = document.activeElement; if (!e || e === document.body || e === document.documentElement) return null;
            const ring = s => (s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) >= 2) || s.boxShadow !== 'none', box = e.getBoundingClientRect();
            return JSON.stringify({ stop: +e.dataset.stop, ring: ring(getComputedStyle(e)) || ring(getComputedStyle(e.parentElement)), shown: box.top < innerHeight && box.bottom > 0 && box.width > 0 }); }
        """;

    private sealed record Stop(int stop, bool ring, bool shown);

    [Theory]
    [InlineData("home", 1280)]
    [InlineData("chosen", 1280)]
    [InlineData("chosen", 320)]
    [InlineData("none", 1280)]
    [InlineData("review", 1280)]
    [InlineData("digest", 1280)]
    [InlineData("missing", 1280)]
    public async Task TabReachesEverythingInTheOrderOfThePageAndShowsWhere(string name, int width)
    {
        var page = await browser.OpenAsync(edge.Room.Address, width, script: true);
        await page.GotoAsync(ShownPages.All[name](edge));
        var expected = await page.EvaluateAsync<int[]>(Stops);
        var reached = new List<int>();
        for (var n = 0; n < MostStops; n++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (await page.EvaluateAsync<string?>(Focus) is not { } text) break;
            var stop = JsonSerializer.Deserialize<Stop>(text)!;
            Assert.True(stop.ring && stop.shown, $"{name}: the focus is not seen at {await page.EvaluateAsync<string>("() => document.activeElement.outerHTML.slice(0, 200)")}");
            reached.Add(stop.stop);
        }
        Assert.Equal(expected, reached);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task TheFirstStopLeadsPastTheBarToTheContent()
    {
        var page = await browser.OpenAsync(edge.Room.Address);
        await page.GotoAsync("/search?q=bert");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.PressAsync("Tab");
        Assert.True(await page.EvaluateAsync<bool>("() => document.querySelector('main').contains(document.activeElement)"));
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task ASearchAndAChoiceNeedNoMouse()
    {
        var page = await browser.OpenAsync(edge.Room.Address);
        await page.GotoAsync("/search");
        await page.Locator("input[name=q]").FocusAsync();
        await page.Keyboard.TypeAsync("bert");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page).ToHaveURLAsync(edge.Room.Address + "/search?q=bert"); // The page left has such a row as well.
        await page.Row("Google").Locator("a").First.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator(".picked .chip")).ToHaveCountAsync(1);
        await page.Context.CloseAsync();
    }
}
