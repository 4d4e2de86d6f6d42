using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace DigestSearch.Reviews.Reading.Formats;

/// <summary>What a page says of itself, and where its content is.</summary>
internal static class HtmlPage
{
    private const int Fewest = 200;
    private const int Lead = 20;

    /// <summary>The one article of a page with its heading; several of a size, or a heading outside them, are within what holds them all.</summary>
    public static IElement Content(IHtmlDocument page)
    {
        var articles = page.QuerySelectorAll("article").Take(200).Where(article => article.ParentElement?.Closest("article, nav, aside, footer, .comments, #comments, [itemprop=comment]") is null && article.GetAttribute("itemprop") is not "comment").OrderByDescending(article => article.TextContent.Length).ToList();
        var whole = page.Body ?? page.DocumentElement;
        var content = articles switch
        {
            [var first, var second, ..] when second.TextContent.Length * 3 > first.TextContent.Length || second.TextContent.Length > Fewest && first.ParentElement == second.ParentElement && first.QuerySelector("h1") is null => first.ParentElement ?? whole,
            [var only, ..] => only,
            _ => page.QuerySelector("main") ?? whole,
        };
        // The title of a blog's theme often stands before the article.
        return page.QuerySelectorAll("h1").Where(heading => heading.Closest("nav, aside, footer, form") is null).ToList() is [var title] && !content.Contains(title) && !HasTitle(page, content, title)
            ? CommonParent(content, title) ?? whole : content;
    }

    // A heading outside may be the name of the site: the title of the page tells which of the two it repeats.
    private static bool HasTitle(IHtmlDocument page, IElement content, IElement outside)
    {
        if (content.QuerySelector("h1, h2, h3") is not { } own) return !string.IsNullOrWhiteSpace(page.Title) && !Names(outside);
        if (content.TextContent.AsSpan().Trim().IndexOf(own.TextContent.AsSpan().Trim()) > Lead) return false;
        return !Names(outside) || Names(own);

        bool Names(IElement heading) => page.Title is { } title && Folding.Fold(title).Contains(Folding.Fold(heading.TextContent), StringComparison.Ordinal);
    }

    private static IElement? CommonParent(IElement element, IElement other)
    {
        for (var parent = element.ParentElement; parent is not null; parent = parent.ParentElement)
            if (parent.Contains(other)) return parent;
        return null;
    }

    public static string? Title(IHtmlDocument page, IElement content) =>
        Clean(content.QuerySelector("h1")?.TextContent) ?? Clean(page.QuerySelector("h1")?.TextContent)
        ?? Meta(page, "og:title") ?? Clean(page.Title);

    public static string? Url(IHtmlDocument page) =>
        DigestAddress.Absolute(Clean(page.QuerySelector("link[rel=canonical]")?.GetAttribute("href"))) ?? DigestAddress.Absolute(Meta(page, "og:url"));

    public static DateOnly? Published(IHtmlDocument page, IElement content) =>
        Dates.Read(Meta(page, "article:published_time") ?? Meta(page, "date") ?? Meta(page, "datePublished"))
        ?? Dates.Read(content.QuerySelector("time[datetime]")?.GetAttribute("datetime"));

    public static string? Language(IHtmlDocument page) => LanguageTag.Primary(page.DocumentElement.GetAttribute("lang"));

    private static string? Meta(IHtmlDocument page, string name) =>
        Clean(page.QuerySelectorAll("meta").FirstOrDefault(meta =>
            name == (meta.GetAttribute("property") ?? meta.GetAttribute("name") ?? meta.GetAttribute("itemprop")))?.GetAttribute("content"));

    private static string? Clean(string? text) =>
        string.IsNullOrWhiteSpace(text) ? null : RichText.Of(text).Plain.Replace('\n', ' ');
}
