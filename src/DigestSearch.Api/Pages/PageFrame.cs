using DigestSearch.Api.Discovery;
using DigestSearch.Search;

namespace DigestSearch.Api.Pages;

/// <summary>What stands around every page: head, bar with the search box, foot.</summary>
internal static class PageFrame
{
    /// <summary>A whole page.</summary>
    /// <param name="setting">Reader and place.</param>
    /// <param name="title">Title of the page; empty for the first one.</param>
    /// <param name="query">What the box holds and keeps; null where the page has its own box.</param>
    /// <param name="main">The page's own markup.</param>
    /// <param name="head">Markup of the head for this page alone.</param>
    /// <param name="refresh">Seconds after which the page loads itself again; 0 for never.</param>
    public static Html Of(PageSetting setting, string title, ReviewQuery? query, Html main, Html? head = null, int refresh = 0)
    {
        var texts = setting.Texts;
        return $"""
            <!doctype html>
            <html lang="{texts.Code}">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            {(refresh > 0 ? (Html)$"<meta http-equiv=\"refresh\" content=\"{refresh}\">" : Html.None)}
            <title>{(title.Length > 0 ? $"{title} — {texts.Site}" : texts.Site)}</title>
            {(setting.Site.Length > 0 ? (Html)$"<link rel=\"canonical\" href=\"{setting.Site}{PageAddress.Canonical(setting.Address)}\">" : Html.None)}
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

    private static Html Language(PageSetting setting, Texts language) => language == setting.Texts
        ? (Html)$"<a href=\"{PageAddress.In(setting.Address, language)}\" lang=\"{language.Code}\" hreflang=\"{language.Code}\" aria-current=\"true\">{ShortName(language)}</a>"
        : $"<a href=\"{PageAddress.In(setting.Address, language)}\" lang=\"{language.Code}\" hreflang=\"{language.Code}\">{ShortName(language)}</a>";

    private static string ShortName(Texts language) => language.Code == "ru" ? "рус" : "eng";
}
