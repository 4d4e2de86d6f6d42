using DigestSearch.Api.Reviews;
using DigestSearch.Search;

namespace DigestSearch.Api.Pages;

/// <summary>What to read next: reviews like the one of the page.</summary>
internal static class SimilarList
{
    /// <summary>The most that are listed.</summary>
    public const int Most = 4;

    /// <summary>The list; empty where there is none.</summary>
    public static Html Of(PageSetting setting, IReadOnlyList<ReviewHit> hits) => hits.Count == 0 ? Html.None
        : $"<section class=\"others similar\"><h2 class=\"dim\">{setting.Texts.SimilarReviews}</h2><ul>{hits.Take(Most).Select(hit => Entry(setting, hit))}</ul></section>";

    private static Html Entry(PageSetting setting, ReviewHit hit)
    {
        var review = hit.Review;
        return $"<li><a href=\"{ReviewAddress.Page(review.Id ?? "")}\"{setting.Lang(review.Title)} dir=\"auto\">{review.Title}</a>{Byline.Of(setting, review)}</li>";
    }
}
