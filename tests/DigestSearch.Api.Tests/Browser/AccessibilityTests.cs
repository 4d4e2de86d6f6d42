using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using DigestSearch.Api.Tests.Room;
using Microsoft.Playwright;

namespace DigestSearch.Api.Tests.Browser;

/// <summary>What axe finds: nothing serious.</summary>
public sealed class AccessibilityTests(ReaderBrowser browser, EdgeRoom edge)
{
    private static readonly HashSet<ResultType> Wanted = [ResultType.Violations];

    private static readonly AxeRunOptions Everything = new() { ResultTypes = Wanted };

    // A theme changes colours alone.
    private static readonly AxeRunOptions Colours = new() { ResultTypes = Wanted, RunOnly = new() { Type = "rule", Values = ["color-contrast", "link-in-text-block"] } };

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
            var result = await page.RunAxe(theme is ColorScheme.Dark ? Colours : Everything);
            Assert.NotEmpty(result.Passes);
            found.AddRange(result.Violations.Where(v => v.Impact is "serious" or "critical")
                .Select(v => $"{name}: {v.Id}: {v.Help}: {string.Join("; ", v.Nodes.Take(3).Select(n => n.Html))}"));
        }
        Assert.True(found.Count == 0, string.Join("\n", found));
        await page.Context.CloseAsync();
    }
}
