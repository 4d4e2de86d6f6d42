using Deque.AxeCore.Playwright;
using DigestSearch.Api.Tests.Room;
using Microsoft.Playwright;

namespace DigestSearch.Api.Tests.Browser;

/// <summary>What axe finds: nothing serious.</summary>
public sealed class AccessibilityTests(ReaderBrowser browser, EdgeRoom edge)
{
    [Theory]
    [InlineData("ru", ColorScheme.Light, 1280)]
    [InlineData("ru", ColorScheme.Dark, 1280)]
    [InlineData("en", ColorScheme.Light, 1280)]
    [InlineData("en", ColorScheme.Dark, 320)]
    public async Task NoPageHasABarrier(string language, ColorScheme theme, int width)
    {
        var page = await browser.OpenAsync(edge.Room.Address, width, script: true, theme: theme, language: language);
        var found = new List<string>();
        foreach (var (name, address) in ShownPages.All)
        {
            await page.GotoAsync(address(edge));
            var result = await page.RunAxe();
            Assert.NotEmpty(result.Passes);
            found.AddRange(result.Violations.Where(v => v.Impact is "serious" or "critical")
                .Select(v => $"{name}: {v.Id}: {v.Help}: {string.Join("; ", v.Nodes.Take(3).Select(n => n.Html))}"));
        }
        Assert.Equal("", string.Join("\n", found));
        await page.Context.CloseAsync();
    }
}
