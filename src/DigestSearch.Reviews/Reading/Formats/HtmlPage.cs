using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace DigestSearch.Reviews.Reading.Formats;

/// <summary>What a page says of itself, and where its content is.</summary>
internal static class HtmlPage
{
    public static IElement Content(IHtmlDocument page) =>
        page.QuerySelectorAll("article").Take(32).MaxBy(article => article.TextContent.Length)
        ?? page.QuerySelector("main") ?? page.Body ?? page.DocumentElement;

    public static string? Title(IHtmlDocument page, IElement content) =>
        Clean(content.QuerySelector("h1")?.TextContent) ?? Clean(page.QuerySelector("h1")?.TextContent)
        ?? Meta(page, "og:title") ?? Clean(page.Title);

    public static string? Url(IHtmlDocument page) =>
        DigestAddress.Absolute(Clean(page.QuerySelector("link[rel=canonical]")?.GetAttribute("href"))) ?? DigestAddress.Absolute(Meta(page, "og:url"));

    public static DateOnly? Published(IHtmlDocument page, IElement content) =>
        Dates.Read(Meta(page, "article:published_time") ?? Meta(page, "date") ?? Meta(page, "datePublished"))
        ?? Dates.Read(content.QuerySelector("time[datetime]")?.GetAttribute("datetime"));

    public static string? Language(IHtmlDocument page) =>
        page.DocumentElement.GetAttribute("lang") is { Length: >= 2 } lang && char.IsAsciiLetter(lang[0]) && char.IsAsciiLetter(lang[1])
        && (lang.Length == 2 || lang[2] is '-' or '_') ? lang[..2].ToLowerInvariant() : null;

    private static string? Meta(IHtmlDocument page, string name) =>
        Clean(page.QuerySelectorAll("meta").FirstOrDefault(meta =>
            name == (meta.GetAttribute("property") ?? meta.GetAttribute("name") ?? meta.GetAttribute("itemprop")))?.GetAttribute("content"));

    private static string? Clean(string? text) =>
        string.IsNullOrWhiteSpace(text) ? null : RichText.Of(text).Plain.Replace('\n', ' ');
}
