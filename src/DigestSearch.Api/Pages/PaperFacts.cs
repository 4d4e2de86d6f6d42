using DigestSearch.Reviews;
using DigestSearch.Search;

namespace DigestSearch.Api.Pages;

/// <summary>What is known of a paper, each label a link that searches.</summary>
internal static class PaperFacts
{
    /// <param name="setting">Reader and place.</param>
    /// <param name="review">A review of it.</param>
    /// <param name="paper">Its id, to lead to its page; null where that is the page.</param>
    public static Html Of(PageSetting setting, Review review, string? paper = null)
    {
        var texts = setting.Texts;
        var rows = new[]
        {
            Row(texts.Labs, review.Labs.Select(l => Link(setting, Dimension.Lab, l))),
            Row(texts.Institutions, review.Institutions.Where(i => !review.Labs.Any(l => LabelPath.Leaf(l) == i)).Select(i => (Html)$"<bdi{setting.Lang(i)}>{i}</bdi>")),
            Row(texts.Countries, review.Countries.Select(c => (Html)$"<bdi{setting.Lang(c)}>{c}</bdi>")),
            Row(texts.Venue, review.Venue is { } venue ? [Link(setting, Dimension.Venue, venue)] : []),
            Row(texts.Topics, review.Topics.Select(t => Link(setting, Dimension.Topic, t))),
            Row("arXiv", review.Ids.Arxiv is { } arxiv ? [Outside("https://arxiv.org/abs/", arxiv)] : []),
            Row("DOI", review.Ids.Doi is { } doi ? [Outside("https://doi.org/", doi)] : []),
            Row("OpenReview", review.Ids.OpenReview is { } forum ? [Outside("https://openreview.net/forum?id=", forum)] : []),
            Row("ACL Anthology", review.Ids.Acl is { } acl ? [Outside("https://aclanthology.org/", acl)] : []),
        };
        return paper is null && rows.All(r => r.IsEmpty) ? Html.None : $"<aside class=\"facts\"><h2 class=\"dim\">{texts.Paper}</h2><dl>{rows}</dl>{(paper is null ? Html.None : (Html)$"<p class=\"links\"><a href=\"{PaperPage.Address(paper)}\">{texts.WholePaper}</a></p>")}</aside>";
    }

    private static Html Row(string name, IEnumerable<Html> values)
    {
        var all = values.ToList();
        return all.Count == 0 ? Html.None : $"<dt>{name}</dt>{all.Select(v => (Html)$"<dd>{v}</dd>")}";
    }

    private static Html Link(PageSetting setting, Dimension dimension, string value)
    {
        var label = LabelText.Plain(setting, dimension, value);
        return $"<a href=\"{LabelPage.Address(dimension, value)}\"><bdi{setting.Lang(label)}>{label}</bdi></a>";
    }

    private static Html Outside(string before, string id) =>
        PageAddress.Outside(before + string.Join('/', id.Split('/').Select(Uri.EscapeDataString))) is { } address
            ? $"<a href=\"{address}\" rel=\"noopener\">{id}</a>" : Html.None;
}
