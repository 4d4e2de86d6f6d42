using DigestSearch.Search;

namespace DigestSearch.Api.Pages;

/// <summary>Pages that tell of a state instead of showing something: what it is, and what still works.</summary>
internal static class StatePage
{
    private const int RefreshSeconds = 5;

    /// <summary>An error: what is wrong, and what to do.</summary>
    public static Html Error(PageSetting setting, string title, string hint, ReviewQuery? query = null, string? detail = null) =>
        PageFrame.Of(Nowhere(setting), title, query ?? new(), $"""
            <div class="page one"><section class="state"><h1>{title}</h1><p>{hint}</p>{(detail is null ? Html.None : (Html)$"<p class=\"warn\"{setting.Lang(detail)}>{detail}</p>")}<p><a href="/">{setting.Texts.Site}</a> · <a href="/search">{setting.Texts.AllReviews}</a></p></section></div>
            """);

    /// <summary>The index is being built.</summary>
    public static Html Indexing(PageSetting setting, ReviewQuery query, int archived, int indexed)
    {
        var texts = setting.Texts;
        return PageFrame.Of(Nowhere(setting), texts.Indexing, query, $"""
            <div class="page one"><section class="state" role="status"><h1>{texts.Indexing}</h1><p>{texts.IndexingHint}</p>
            <progress max="{Math.Max(1, archived)}" value="{Math.Min(indexed, archived)}">{indexed}</progress>
            <p class="quiet">{texts.IndexingProgress(texts.Reviews(archived), texts.Number(indexed))} {texts.StillWorks}</p></section></div>
            """, refresh: RefreshSeconds);
    }

    // A state is no page that anybody should find again.
    private static PageSetting Nowhere(PageSetting setting) => setting with { Site = "" };
}
