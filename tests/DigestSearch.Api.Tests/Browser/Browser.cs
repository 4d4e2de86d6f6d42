using DigestSearch.Api.Tests.Browser;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(ReaderBrowser))]

namespace DigestSearch.Api.Tests.Browser;

/// <summary>The browser of this machine; every reader gets a window of their own.</summary>
public sealed class ReaderBrowser : IAsyncLifetime
{
    private IPlaywright _playwright = null!;
    private IBrowser _browser = null!;

    public async ValueTask InitializeAsync()
    {
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = "/usr/bin/chromium",
            Args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"],
        });
    }

    /// <summary>A page in a fresh window; nothing beside the room is reachable from it.</summary>
    public async Task<IPage> OpenAsync(string address, int width = 1280, int height = 900, bool script = false, ColorScheme theme = ColorScheme.Light, string language = "ru")
    {
        var context = await _browser.NewContextAsync(new()
        {
            BaseURL = address, JavaScriptEnabled = script, BypassCSP = script, ColorScheme = theme, Locale = language,
            ViewportSize = new() { Width = width, Height = height }, ReducedMotion = ReducedMotion.Reduce,
        });
        context.SetDefaultTimeout(15_000);
        return await context.NewPageAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
    }
}
