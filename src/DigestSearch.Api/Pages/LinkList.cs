using DigestSearch.Reviews;

namespace DigestSearch.Api.Pages;

/// <summary>Links of a review in the reader's words.</summary>
internal static class LinkList
{
    /// <summary>All links, those without an address as plain words.</summary>
    public static IEnumerable<Html> All(PageSetting setting, Review review) => Named(setting, review).Select(l => l.Address is null
        ? (Html)$"<span class=\"lost\" title=\"{setting.Texts.NoAddress}\">{l.Name}<span class=\"hid\"> ({setting.Texts.NoAddress})</span></span>"
        : $"<a href=\"{l.Address}\" rel=\"noopener\">{l.Name}</a>");

    // The second link of a kind, and what is of no kind, is told apart by its own label.
    private static IEnumerable<(string Name, string? Address)> Named(PageSetting setting, Review review)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var link in review.Links)
        {
            var byKind = link.Kind != LinkKind.Other && seen.Add(link.Kind) ? setting.Texts.LinkKind(link.Kind) : null;
            var label = string.IsNullOrWhiteSpace(link.Label) ? setting.Texts.LinkKind(link.Kind) : link.Label;
            yield return (byKind ?? label ?? link.Kind, PageAddress.Outside(link.Url));
        }
    }
}
