using System.Text.Json;
using Deque.AxeCore.Commons;
using DigestSearch.Api.Tests.Room;
using Microsoft.Playwright;

namespace DigestSearch.Api.Tests.Browser;

/// <summary>What axe finds: nothing serious.</summary>
public sealed class AccessibilityTests(ReaderBrowser browser, EdgeRoom edge)
{
    // Run in the page itself: the wrapper opens a window for every result.
    private const string Run = """
        async dark => { const r = await axe.run(document, { resultTypes: ['violations'], ...(dark ? { runOnly: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] } } : {}) });
            return JSON.stringify({ passes: r.passes.length, found: r.violations.filter(v => v.impact === 'serious' || v.impact === 'critical').map(v => `${v.id}: ${v.help}: ${v.nodes.slice(0, 3).map(n => n.html).join('; ')}`) }); }
        """;

    internal static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    private sealed record Result(int passes, string[] found);

    [Theory]
    [InlineData("ru", ColorScheme.Light, 1280)]
    [InlineData("en", ColorScheme.Light, 320)]
    [InlineData("ru", ColorScheme.Dark, 320)]
    [InlineData("en", ColorScheme.Dark, 1280)]
    public async Task NoPageHasABarrier(string language, ColorScheme theme, int width)
    {
        var page = await browser.OpenAsync(edge.Room.Address, width, script: true, theme: theme, language: language);
        var found = new List<string>();
        foreach (var (name, address) in ShownPages.All.Where(p => p.Key != "wide")) // More of the same rows.
        {
            await page.GotoAsync(address(edge));
            await page.EvaluateAsync(Axe);
            // A theme changes colours alone.
            var result = JsonSerializer.Deserialize<Result>(await page.EvaluateAsync<string>(Run, theme is ColorScheme.Dark))!;
            Assert.True(result.passes > 0);
            found.AddRange(result.found.Select(f => $"{name}: {f}"));
        }
        Assert.True(found.Count == 0, string.Join("\n", found));
        await page.Context.CloseAsync();
    }
}
