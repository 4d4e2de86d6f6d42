using DigestSearch.Api.Pages;
using DigestSearch.Search;

namespace DigestSearch.Api.Embed;

/// <summary><c>/embed</c>: how the element comes into another site, with examples that work.</summary>
internal static class EmbedPage
{
    /// <summary>Address of the page.</summary>
    public const string Address = "/embed";

    private const string Properties = """
        digest-search {
          display: block; min-height: 3rem;               /* nothing moves when the script comes */
          --ds-accent: #7a1f5c;   --ds-on-accent: #fff;   /* links, bars, button */
          --ds-mark: #ffe08a;     --ds-on-mark: #111;     /* words found */
          --ds-paper: #fff;       --ds-line: #ddd;
          --ds-radius: 4px;       --ds-size: 1rem;
        }
        digest-search::part(title) { font-family: Georgia, serif; }
        /* form input button suggestions suggestion results summary step all error filters facet facet-year
           hits hit title byline snippet paging */
        """;

    public static Html Of(PageSetting setting)
    {
        var (texts, site) = (EmbedTexts.Of(setting.Texts.Code), setting.Site);
        return PageFrame.Of(setting, texts.Title, new(), $"""
            <div class="page one">
            <article class="review embed">
            <h1>{texts.Title}</h1>
            <p>{texts.Lead}</p>
            {Example(setting, texts.Whole, "")}
            {Example(setting, texts.OneLab, $" lab=\"{Lab}\" facets=\"year author\" size=\"3\" url-state=\"lab-\"", $"<input type=\"hidden\" name=\"lab\" value=\"{Lab}\">")}
            {Example(setting, texts.Dropdown, " results=\"dropdown\"")}
            <h2 class="dim">{texts.Attributes}</h2>{List(texts.AttributeList)}
            <h2 class="dim">{texts.Events}</h2>{List(texts.EventList)}
            <p class="links"><span>{texts.Declaration}</span> <a href="{EmbedScript.Declaration}">{site}{EmbedScript.Declaration}</a></p>
            <h2 class="dim">{texts.Look}</h2><p>{texts.LookHint}</p>{Code(Properties)}
            <h2 class="dim">{texts.Safety}</h2><p>{texts.SafetyHint}</p>
            {Code($"script-src {site}; connect-src {site}; form-action {site}")}
            {Code($"<script src=\"{site}{EmbedScript.Address}\" integrity=\"{EmbedScript.Integrity}\" crossorigin=\"anonymous\" defer></script>")}
            <p>{texts.Origins}</p>
            </article>
            </div>
            """, (Html)$"<script src=\"{EmbedScript.Address}\" defer></script>");
    }

    private const string Lab = "Google";

    // The element that is shown is the element that is told.
    private static Html Example(PageSetting setting, string title, string attributes, string kept = "")
    {
        var site = setting.Site;
        var code = $"""
            <script src="{site}{EmbedScript.Address}" defer></script>
            <digest-search{attributes}>
              <form action="{site}/search">{(kept.Length > 0 ? "\n    " + kept : "")}
                <input type="search" name="q" aria-label="{setting.Texts.SearchBox}">
                <button>{setting.Texts.Find}</button>
              </form>
            </digest-search>
            """;
        var hidden = new Html(0, 0);
        hidden.AppendLiteral(kept);
        var element = new Html(0, 0);
        element.AppendLiteral($"<digest-search{attributes}>");
        return $"""
            <section><h2 class="dim">{title}</h2>
            {Code(code)}
            <div class="live">{element}<form action="/search" class="box">{hidden}<input type="search" name="q" aria-label="{setting.Texts.SearchBox}" maxlength="{ReviewQuery.MaxTextLength}"><button>{setting.Texts.Find}</button></form></digest-search></div></section>
            """;
    }

    private static Html Code(string text) => $"<pre tabindex=\"0\"><code>{text}</code></pre>";

    private static Html List(IReadOnlyList<(string Name, string Meaning)> entries) =>
        $"<dl class=\"told\">{entries.Select(entry => (Html)$"<dt><code>{entry.Name}</code></dt><dd>{entry.Meaning}</dd>")}</dl>";
}
