namespace DigestSearch.Api.Pages;

/// <summary>What every page needs to know of its reader and its place.</summary>
/// <param name="Texts">Words in the reader's language.</param>
/// <param name="Topics">Path of a topic and code of a language to a label.</param>
/// <param name="Address">Path and query of the page itself, without the choice of language.</param>
/// <param name="Site">Scheme and host as readers know them; empty where only a person looks.</param>
internal sealed record PageSetting(Texts Texts, TopicLabel Topics, string Address, string Site = "")
{
    /// <summary>The setting of a request.</summary>
    public static PageSetting Of(HttpContext context) =>
        new(Named(PageLanguage.Of(context), context.RequestServices.GetRequiredService<ApiSettings>().Name), context.RequestServices.GetRequiredService<TopicLabel>(), PageAddress.Of(context.Request), PageAddress.Site(context.Request));

    private static Texts Named(Texts texts, string name) => name.Length == 0 ? texts : texts with { Site = name };

    /// <summary>The label of a topic in the reader's language.</summary>
    public string Topic(string path) => Topics(path, Texts.Code);

    /// <summary>The <c>lang</c> attribute for text that may be in another language than the page; nothing where it is not.</summary>
    public Html Lang(string text, string? language = null)
    {
        var code = language ?? Script.LanguageOf(text);
        return code is null || code == Texts.Code ? Html.None : (Html)$" lang=\"{code}\"";
    }
}

/// <summary>The label of a topic's path in a language.</summary>
internal delegate string TopicLabel(string path, string language);
