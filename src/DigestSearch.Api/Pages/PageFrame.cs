using DigestSearch.Api.Discovery;
using DigestSearch.Search;

namespace DigestSearch.Api.Pages;

/// <summary>What stands around every page: head, bar with the search box, foot.</summary>
internal static class PageFrame
{
    private const int LongestDescription = 200;

    /// <summary>A whole page.</summary>
    /// <param name="setting">Reader and place.</param>
    /// <param name="title">Title of the page; empty for the first one.</param>
    /// <param name="query">What the box holds and keeps; null where the page has its own box.</param>
    /// <param name="main">The page's own markup.</param>
    /// <param name="head">Markup of the head for this page alone.</param>
    /// <param name="refresh">Seconds after which the page loads itself again; 0 for never.</param>
    /// <param name="description">What search engines and messengers show of it: the beginning of a text; none where it has none of its own.</param>
    public static Html Of(PageSetting setting, string title, ReviewQuery? query, Html main, Html? head = null, int refresh = 0, string? description = null)
    {
        var texts = setting.Texts;
        return $"""
            <!doctype html>
            <html lang="{texts.Code}">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            {(refresh > 0 ? (Html)$"<noscript><meta http-equiv=\"refresh\" content=\"{refresh}\"></noscript><meta name=\"reload\" content=\"{refresh}\">" : Html.None)}
            <title>{(title.Length > 0 ? $"{title} — {texts.Site}" : texts.Site)}</title>
            {(setting.Site.Length > 0 ? Shared(setting, title, description) : Html.None)}
            <link rel="search" type="{DiscoveryRoutes.OpenSearchType}" href="{DiscoveryRoutes.OpenSearch}" title="{texts.Site}">
            {head ?? Html.None}
            <link rel="stylesheet" href="{PageAsset.Style.Address}">
            <script src="{PageAsset.Suggest.Address}" defer></script>
            <link rel="icon" href="data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3E%3Cpath d='M2 3.5C4 2.5 6 2.5 8 4c2-1.500 4-1.500 6-.5v9c-2-1-4-1-6 .5-2-1.500-4-1.500-6-.5z' fill='%230b5d5e'/%3E%3C/svg%3E">
            </head>
            <body>
            <a class="skip" href="#main">{texts.ToContent}</a>
            <header class="bar"><div>
            <a class="brand" href="/">{texts.Site}<i>.</i></a>
            {(query is null ? Html.None : SearchBox.Of(texts, query))}
            <nav class="lang" aria-label="{texts.Language}">{Html.Join(PageLanguage.All.Select(l => Language(setting, l)))}</nav>
            </div></header>
            <main id="main" tabindex="-1">
            {main}
            </main>
            <footer class="end"><div><span>{texts.Footer}</span> <span class="more-ways"><a href="/about">{texts.About}</a> <a href="/embed">{texts.Embed}</a> <a href="/docs">{texts.ForPrograms}</a></span></div></footer>
            </body>
            </html>

            """;
    }

    // For whoever passes the page on: search engines, messengers (Open Graph).
    private static Html Shared(PageSetting setting, string title, string? text)
    {
        var (address, told) = (setting.Site + PageAddress.Canonical(setting.Address), Beginning(text));
        return $"""
            <link rel="canonical" href="{address}">
            {(told.Length > 0 ? (Html)$"<meta name=\"description\" content=\"{told}\">\n<meta property=\"og:description\" content=\"{told}\">" : Html.None)}
            <meta property="og:title" content="{(title.Length > 0 ? title : setting.Texts.Site)}">
            <meta property="og:site_name" content="{setting.Texts.Site}">
            <meta property="og:type" content="{(setting.Address.StartsWith("/reviews/", StringComparison.Ordinal) ? "article" : "website")}">
            <meta property="og:url" content="{address}">
            """;
    }

    private static string Beginning(string? text)
    {
        if (text is null) return "";
        var line = string.Join(' ', text[..Math.Min(text.Length, 4 * LongestDescription)].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (line.Length <= LongestDescription) return line;
        var end = line.LastIndexOf(' ', LongestDescription);
        return line[..(end > 0 ? end : LongestDescription - 1)] + "…";
    }

    private static Html Language(PageSetting setting, Texts language) => language.Code == setting.Texts.Code
        ? (Html)$"<a href=\"{PageAddress.In(setting.Address, language)}\" lang=\"{language.Code}\" hreflang=\"{language.Code}\" aria-current=\"true\">{ShortName(language)}</a>"
        : $"<a href=\"{PageAddress.In(setting.Address, language)}\" lang=\"{language.Code}\" hreflang=\"{language.Code}\">{ShortName(language)}</a>";

    private static string ShortName(Texts language) => language.Code == "ru" ? "рус" : "eng";
}
