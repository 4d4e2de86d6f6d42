using DigestSearch.Api.Reviews;
using DigestSearch.Archive;
using DigestSearch.Reviews;

namespace DigestSearch.Api.Pages;

/// <summary>A digest in a few words.</summary>
internal static class DigestName
{
    private const int LongestTitle = 60;

    /// <summary>Its months, which readers know it by; else its title, shortened.</summary>
    public static string Short(PageSetting setting, Digest digest) => digest.Period is { } period
        ? Capital(setting.Texts.MonthsOf(period))
        : digest.Title.Length <= LongestTitle ? digest.Title : string.Concat(digest.Title.AsSpan(0, CutAt(digest.Title)).TrimEnd(), "…");

    /// <summary>The text with its first letter large.</summary>
    public static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];

    private static int CutAt(string title)
    {
        var blank = title.LastIndexOf(' ', LongestTitle - 1);
        if (blank > LongestTitle / 2) return blank;
        return char.IsHighSurrogate(title[LongestTitle - 2]) ? LongestTitle - 2 : LongestTitle - 1;
    }

    /// <summary>A digest as an entry of a list.</summary>
    public static Html Entry(PageSetting setting, ArchivedDigest digest)
    {
        var when = setting.Texts.When(digest.Digest);
        return $"""
            <li><a{setting.Lang(digest.Digest.Title, digest.Digest.Language)} dir="auto" href="{ReviewAddress.DigestPage(digest.Id)}">{digest.Digest.Title}</a> <span>{(when is null ? "" : Capital(when) + " · ")}{setting.Texts.Reviews(digest.Reviews)}</span></li>
            """;
    }
}
