using DigestSearch.Reviews;
using DigestSearch.Search;

namespace DigestSearch.Api.Pages;

/// <summary>Labels as a reader sees them.</summary>
internal static class LabelText
{
    /// <summary>A label that the index gave.</summary>
    public static Html Of(PageSetting setting, Dimension dimension, FacetLabel label) => Write(setting, Words(setting, dimension, label));

    /// <summary>The same without its markup.</summary>
    public static string Words(PageSetting setting, Dimension dimension, FacetLabel label) => dimension switch
    {
        Dimension.Digest => label.Label,
        Dimension.Topic => DigestName.Capital(setting.Topic(label.Value)),
        _ => Plain(setting, dimension, label.Value),
    };

    /// <summary>A choice; the digest's title where the answer tells it.</summary>
    public static Html Of(PageSetting setting, Choice choice, ReviewResults? results)
    {
        var known = choice.Dimension is Dimension.Digest
            ? results?.Facets.FirstOrDefault(f => f.Dimension is Dimension.Digest)?.Labels.FirstOrDefault(l => l.Value == choice.Value)?.Label : null;
        return Write(setting, known ?? Plain(setting, choice.Dimension, choice.Value));
    }

    /// <summary>A value in the reader's words.</summary>
    public static string Plain(PageSetting setting, Dimension dimension, string value) => dimension switch
    {
        Dimension.Topic => setting.Topic(value),
        Dimension.Lab => LabelPath.Leaf(value),
        Dimension.Language => setting.Texts.LanguageName(value),
        Dimension.Has => setting.Texts.LinkKind(value) ?? value,
        Dimension.Year => value.Replace("..", "–", StringComparison.Ordinal),
        _ => value,
    };

    private static Html Write(PageSetting setting, string text) => $"<bdi{setting.Lang(text)}>{text}</bdi>";
}
