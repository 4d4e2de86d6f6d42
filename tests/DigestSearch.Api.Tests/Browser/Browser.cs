using DigestSearch.Api.Tests.Browser;
using DigestSearch.Api.Tests.Room;
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
    /// <param name="address">Where the room is.</param>
    /// <param name="width">Width of the window; narrow ones are touched.</param>
    /// <param name="height">Height of the window.</param>
    /// <param name="script">Whether scripts run.</param>
    /// <param name="theme">Light or dark.</param>
    /// <param name="language">What the browser asks for.</param>
    /// <param name="policy">Whether the pages' policy holds; without it a test can add scripts of its own.</param>
    public async Task<IPage> OpenAsync(string address, int width = 1280, int height = 900, bool script = false, ColorScheme theme = ColorScheme.Light, string language = "ru", bool policy = false)
    {
        var context = await _browser.NewContextAsync(new()
        {
            BaseURL = address, JavaScriptEnabled = script, BypassCSP = script && !policy, HasTouch = width < 600, ColorScheme = theme, Locale = language,
            ViewportSize = new() { Width = width, Height = height }, ReducedMotion = ReducedMotion.Reduce,
            HttpCredentials = new() { Username = "editor", Password = ReadingRoom.Key },
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
