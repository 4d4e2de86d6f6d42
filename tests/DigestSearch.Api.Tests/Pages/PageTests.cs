using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using DigestSearch.Api.Pages;

namespace DigestSearch.Api.Tests.Pages;

public sealed class PageTests
{
    /// <summary>A folder to which the pages are written, for looking at them.</summary>
    private static readonly string? Folder = Environment.GetEnvironmentVariable("PAGE_GALLERY");

    public static TheoryData<string, string> All
    {
        get
        {
            var all = new TheoryData<string, string>();
            foreach (var page in Gallery.Pages.Keys)
                foreach (var language in new[] { "ru", "en" }) all.Add(page, language);
            return all;
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void EveryPageIsWholeAndKeepsToItsPolicy(string page, string language)
    {
        var markup = Render(page, language);
        var document = new HtmlParser(new() { IsStrictMode = false, IsKeepingSourceReferences = false }).ParseDocument(markup);

        Assert.Equal(language, document.DocumentElement.GetAttribute("lang"));
        Assert.NotEmpty(document.Title!);
        Assert.Single(document.QuerySelectorAll("h1"));
        Assert.Single(document.QuerySelectorAll("main"));
        Assert.Empty(document.QuerySelectorAll("body script, [style], style, [onclick]"));
        Assert.Equal((PageAsset.Suggest.Address, ""), Assert.Single(document.QuerySelectorAll("script")) is var script ? (script.GetAttribute("src"), script.TextContent) : default);
        Assert.All(document.QuerySelectorAll("input:not([type=hidden]), nav"), e => Assert.True(e.HasAttribute("aria-label")));
        Assert.All(document.QuerySelectorAll("a"), a => Assert.False(string.IsNullOrWhiteSpace(a.GetAttribute("href"))));
        Assert.All(document.QuerySelectorAll("a:not([tabindex])"), a => Assert.False(string.IsNullOrWhiteSpace(a.TextContent + a.GetAttribute("aria-label"))));
        Assert.DoesNotContain("System.", document.Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("&lt;", markup, StringComparison.Ordinal);
        Assert.All(document.QuerySelectorAll("*"), e => Assert.True(e is not IHtmlUnknownElement || e.LocalName is "bdi", e.LocalName));
    }

    private static string Render(string page, string language)
    {
        var markup = Gallery.Pages[page](Gallery.Setting(language)).ToString();
        if (Folder is null) return markup;
        Directory.CreateDirectory(Folder);
        File.WriteAllBytes(Path.Combine(Folder, "style.css"), PageAsset.Style.Bytes);
        File.WriteAllText(Path.Combine(Folder, $"{page}.{language}.html"), markup.Replace(PageAsset.Style.Address, "style.css", StringComparison.Ordinal));
        return markup;
    }
}
