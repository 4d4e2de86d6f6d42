using DigestSearch.Api.Pages;
using DigestSearch.Api.Requests;
using DigestSearch.Search;

namespace DigestSearch.Api.Search;

/// <summary>Labels in the words of a language, as the pages tell them: topics, languages and kinds of links.</summary>
internal sealed class LabelWords(TopicLabel topics)
{
    private static readonly IReadOnlyList<string> Languages = [.. PageLanguage.All.Select(texts => texts.Code)];

    /// <summary>The parameter that asks for it.</summary>
    public static Parameter<T> Parameter<T>(Func<T, string, T> set) where T : class => new(
        new("labels", "one of " + string.Join(", ", Languages), "Language in which labels are told; absent tells them as the archive has them. Values are the same in all.") { Values = Languages },
        (request, text) => Languages.Contains(text) ? set(request, text) : null);

    /// <summary>What tells a label in a language; null for as it is indexed.</summary>
    public TellLabel? In(string? language)
    {
        if (language is null) return null;
        var setting = new PageSetting(PageLanguage.Of(language), topics, "");
        return (dimension, label) => LabelText.Words(setting, dimension, label);
    }
}

/// <summary>A label as it is shown.</summary>
internal delegate string TellLabel(Dimension dimension, FacetLabel label);
