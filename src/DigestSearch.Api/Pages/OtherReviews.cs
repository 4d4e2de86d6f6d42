using DigestSearch.Api.Reviews;
using DigestSearch.Archive;
using DigestSearch.Reviews;
using DigestSearch.Search;

namespace DigestSearch.Api.Pages;

/// <summary>Where else the paper of a review was reviewed.</summary>
internal static class OtherReviews
{
    private const int Most = 20;

    /// <summary>The list; empty where there is no other review.</summary>
    public static Html Of(PageSetting setting, Review review, ArchivedPaper? paper)
    {
        if (paper?.Others(review.Id ?? "").ToList() is not { Count: > 0 } others) return Html.None;
        var more = others.Count > Most ? (Html)$"<li class=\"quiet\">{setting.Texts.MoreNames(others.Count - Most)}</li>" : Html.None;
        return $"<section class=\"others\"><h2 class=\"dim\"><a href=\"{PaperPage.Address(paper.Id)}\">{setting.Texts.OtherReviews(others.Count)}</a></h2><ul>{others.Take(Most).Select(other => Entry(setting, review, other))}{more}</ul></section>";
    }

    /// <summary>Where and by whom a review is.</summary>
    /// <param name="setting">Reader and place.</param>
    /// <param name="here">The review whose page it is; null on another page.</param>
    /// <param name="other">The review.</param>
    public static Html Entry(PageSetting setting, Review? here, ArchivedReview other)
    {
        var (review, digest) = (other.Review, DigestName.Short(setting, other.Digest.Digest));
        var ordinal = review.Ordinal > 0 ? $", {setting.Texts.Ordinal(review.Ordinal)}" : "";
        var reviewer = review.Reviewer is { } name ? (Html)$" · <a class=\"plain\" href=\"{Choices.Address(Dimension.Reviewer, name)}\"><bdi>{name}</bdi></a>" : Html.None;
        var language = review.Language is { } code && code != here?.Language ? (Html)$" · {setting.Texts.LanguageName(code)}" : Html.None;
        return $"<li><a href=\"{ReviewAddress.Page(review.Id ?? "")}\"><bdi{setting.Lang(digest)}>{digest}</bdi>{ordinal}</a>{reviewer}{language}</li>";
    }
}
