using DigestSearch.Api.Embed;

namespace DigestSearch.Api.Pages;

/// <summary><c>/about</c>: what is here, how to ask, how to take it along.</summary>
internal static class AboutPage
{
    /// <summary>Address of the page.</summary>
    public const string Address = "/about";

    public static Html Of(PageSetting setting, int reviews, int digests)
    {
        var (texts, words) = (setting.Texts, AboutTexts.Of(setting.Texts.Code));
        return PageFrame.Of(setting, texts.About, new(), $"""
            <div class="page one">
            <article class="review embed">
            <h1>{texts.About}</h1>
            <p>{words.Lead}</p>
            <p class="links"><a href="/search">{texts.Reviews(reviews)}</a> <span class="quiet">{texts.Digests(digests)}</span></p>
            <h2 class="dim">{words.Asking}</h2>{List(words.Examples)}
            <p>{words.Forgiving}</p>
            <h2 class="dim">{words.Keys}</h2>{List(words.KeyList)}
            <h2 class="dim">{words.Taking}</h2><p>{words.TakingHint}</p>
            <p class="links"><a href="/search.atom">Atom</a> <a href="{EmbedPage.Address}">{texts.Embed}</a> <a href="/docs">{texts.ForPrograms}</a> <a href="/llms.txt">llms.txt</a></p>
            </article>
            </div>
            """);
    }

    private static Html List(IReadOnlyList<(string Said, string Meaning)> entries) =>
        $"<dl class=\"told\">{entries.Select(entry => (Html)$"<dt><code>{entry.Said}</code></dt><dd>{entry.Meaning}</dd>")}</dl>";
}
