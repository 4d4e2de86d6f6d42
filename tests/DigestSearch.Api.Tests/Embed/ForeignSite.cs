using DigestSearch.Api.Embed;
using DigestSearch.Api.Tests.Room;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

[assembly: AssemblyFixture(typeof(DigestSearch.Api.Tests.Embed.ForeignSite))]

namespace DigestSearch.Api.Tests.Embed;

/// <summary>A site of another origin with the element in its pages, under the strictest policy and among styles that break what they reach.</summary>
public sealed class ForeignSite : IAsyncLifetime
{
    private const string Hostile = """
        * { color: red !important; font-size: 40px !important; letter-spacing: 1em !important; text-transform: uppercase !important; position: absolute !important; opacity: .1 !important; display: inline !important; }
        input, button, li, a, mark, label { display: none !important; }
        """;

    private WebApplication _host = null!;

    /// <summary>The room that is searched, which lets this site read.</summary>
    public ReadingRoom Room { get; private set; } = null!;

    /// <summary>Scheme, host and port of the site.</summary>
    public string Address => _host.Urls.First();

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _host = builder.Build();
        _host.MapGet("/", (HttpContext context) => Page(context, "<digest-search url-state>"));
        _host.MapGet("/en", (HttpContext context) => Page(context, "<digest-search lang=\"en\" url-state>"));
        _host.MapGet("/dropdown", (HttpContext context) => Page(context, "<digest-search results=\"dropdown\">"));
        _host.MapGet("/link", (HttpContext context) => Page(context, "<digest-search results=\"link\" lab=\"Google\">"));
        _host.MapGet("/preset", (HttpContext context) => Page(context, "<digest-search url-state lab=\"Google\">"));
        _host.MapGet("/two", (HttpContext context) => Page(context, "<digest-search size=\"2\">", "<digest-search lab=\"Google\" facets=\"\" placeholder=\"Google\">"));
        _host.MapGet("/hostile", (HttpContext context) => Page(context, "<link rel=\"stylesheet\" href=\"/hostile.css\"><digest-search url-state>", "<digest-search lang=\"en\">"));
        _host.MapGet("/hostile.css", () => TypedResults.Text(Hostile, "text/css"));
        await _host.StartAsync();
        Room = await ReadingRoom.OpenAsync([StarterRoom.Digests], settings => settings with { CorsOrigins = [Address] });
    }

    public async ValueTask DisposeAsync()
    {
        await Room.DisposeAsync();
        await _host.DisposeAsync();
    }

    // What the page about the element tells to add, and the site's own stylesheet.
    private Microsoft.AspNetCore.Http.HttpResults.ContentHttpResult Page(HttpContext context, params string[] elements)
    {
        var room = Room.Address;
        context.Response.Headers.ContentSecurityPolicy = $"default-src 'none'; style-src 'self'; script-src {room}; connect-src {room}; form-action {room}";
        return TypedResults.Text($"""
            <!doctype html><html lang="ru"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Site</title>
            <script src="{room}/embed.js" integrity="{EmbedScript.Integrity}" crossorigin="anonymous" defer></script></head>
            <body><main><h1>Site</h1>{string.Concat(elements.Select(element => $"{element}<form action=\"{room}/search\"><input name=\"q\" aria-label=\"q\"></form></digest-search>"))}</main></body></html>
            """, "text/html");
    }
}
