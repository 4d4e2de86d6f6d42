using System.Xml.Linq;
using DigestSearch.Api.Pages;
using DigestSearch.Api.Reviews;
using DigestSearch.Api.Tests.Browser;
using DigestSearch.Search;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace DigestSearch.Api.Tests.Hostile;

/// <summary>What reviews and queries try to run stays text: in a browser without any policy, no element, handler or target appears that is not ours.</summary>
public sealed class HostileTextTests(ReaderBrowser browser, HostileRoom hostile) : IClassFixture<HostileRoom>
{
    // Elements that the pages never have, pictures that are not theirs, handlers, targets that run.
    private const string Foreign = """
        async address => {
          const looked = address ? new DOMParser().parseFromString(await (await fetch(address)).text(), 'text/html') : document;
          const all = root => [...root.querySelectorAll('*')].flatMap(e => [e, ...(e.shadowRoot ? all(e.shadowRoot) : [])]);
          return all(looked).filter(e => [...e.attributes].some(a => /^on/i.test(a.name) || (/^(href|src|action|formaction|data|xlink:href)$/i.test(a.name) && /^[\s\0-\x1f]*(java|vb)script:|^[\s\0-\x1f]*data:text/i.test(a.value)))
            || /^(iframe|object|embed|base|img|math|video|audio|source|style|marquee|template|noscript|frame)$/i.test(e.localName)
            || (e.localName === 'script' && e.type !== 'application/ld+json' && ![location.origin + '/assets/', window.room + '/embed.js'].some(own => e.src.startsWith(own)))
            || (e.localName === 'svg' && !e.classList.contains('years')) || (e.localName === 'digest-search' && e.getAttribute('data-own') === null)
            || (e.localName === 'meta' && /refresh/i.test(e.httpEquiv)) || (e.localName === 'link' && e.rel === 'stylesheet' && !e.href.startsWith(location.origin + '/assets/'))).map(e => e.outerHTML.slice(0, 200));
        }
        """;

    [Fact]
    public async Task NothingThatIsNotOursAppearsOnAnyPage()
    {
        await hostile.OpenAsync();
        var (page, ran) = await WatchedAsync(hostile.Room.Address);
        var (addresses, parsed) = (new List<string> { "/", "/search", "/about", "/search?explain=true&facetSize=100" }, new List<string>());
        for (var at = 0; at < HostileRoom.Payloads.Count; at++)
        {
            var payload = HostileRoom.Payloads[at];
            addresses.Add($"/reviews/x{at}");
            // Parsing makes the same elements, and is sooner done than showing.
            (at % 5 == 0 ? addresses : parsed).Add("/search?q=" + Uri.EscapeDataString(payload));
            if (at % 9 == 0) addresses.AddRange([LabelPage.Address(Dimension.Author, payload), LabelPage.Address(Dimension.Lab, "Lab " + payload), Choices.Address(Dimension.Venue, payload)]);
        }
        addresses.AddRange(hostile.Room.Archive.DigestAges().Take(9).Select(digest => ReviewAddress.DigestPage(digest.Id)));
        foreach (var address in addresses)
        {
            await page.GotoAsync(address, new() { WaitUntil = WaitUntilState.DOMContentLoaded });
            Assert.Empty(await page.EvaluateAsync<string[]>(Foreign));
        }
        foreach (var address in parsed) Assert.Empty(await page.EvaluateAsync<string[]>(Foreign, address));
        Assert.Empty(ran);
        await page.EvaluateAsync("document.body.insertAdjacentHTML('beforeend', '<p><a href=\" javascript:0\">x</a><i onclick=0>x</i></p>')");
        Assert.Equal(2, (await page.EvaluateAsync<string[]>(Foreign)).Length); // The look sees what it looks for.
        await FeedsAreTextAsync();
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task NothingThatIsNotOursAppearsInTheElement()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        await using var host = builder.Build();
        host.MapGet("/", () => TypedResults.Text($"<!doctype html><meta charset=utf-8><title>x</title><script src=\"{hostile.Room.Address}/embed.js\"></script><digest-search data-own url-state size=20 facets=\"year lab topic author venue\"></digest-search>", "text/html"));
        await host.StartAsync();
        hostile.Origin = host.Urls.First();
        await hostile.OpenAsync();
        var (page, ran) = await WatchedAsync(hostile.Origin);
        await page.AddInitScriptAsync($"window.room = '{hostile.Room.Address}'");
        foreach (var query in HostileRoom.Payloads.Where((_, at) => at % 5 == 0).Prepend("payload"))
        {
            await page.GotoAsync("/?ds-q=" + Uri.EscapeDataString(query));
            await Expect(page.Locator("[part=summary]")).ToBeVisibleAsync();
            Assert.Empty(await page.EvaluateAsync<string[]>(Foreign));
        }
        await page.Locator("input[type=search]").FillAsync("ann");
        await Expect(page.Locator("[role=option]").First).ToBeVisibleAsync();
        Assert.Empty(await page.EvaluateAsync<string[]>(Foreign));
        Assert.Empty(ran);
        await page.Context.CloseAsync();
    }

    // In feeds a text is HTML that readers show: what it holds is escaped once more.
    private async Task FeedsAreTextAsync()
    {
        XNamespace atom = "http://www.w3.org/2005/Atom";
        var feed = XDocument.Parse(await hostile.Room.Client.GetStringAsync("/search.atom"));
        var entries = feed.Descendants(atom + "entry").ToList();
        Assert.Equal(50, entries.Count);
        var parser = new AngleSharp.Html.Parser.HtmlParser();
        foreach (var html in entries.Select(entry => entry.Element(atom + "content")?.Value ?? ""))
        {
            var shown = parser.ParseDocument(html);
            Assert.Empty(shown.Body!.QuerySelectorAll("*").Where(element => element.LocalName is not ("p" or "br" or "a" or "em") || element.Attributes.Any(attribute => attribute.Name.StartsWith("on", StringComparison.Ordinal)
                || attribute.Value.Contains("script:", StringComparison.OrdinalIgnoreCase))).Select(element => element.OuterHtml));
        }
    }

    private async Task<(IPage Page, List<string> Ran)> WatchedAsync(string address)
    {
        var page = await browser.OpenAsync(address, script: true);
        var ran = new List<string>();
        page.Dialog += async (_, dialog) => { ran.Add(dialog.Message); await dialog.DismissAsync(); };
        page.Request += (_, request) => { if (new Uri(request.Url).Host.Contains("evil", StringComparison.Ordinal)) ran.Add(request.Url); };
        return (page, ran);
    }
}
