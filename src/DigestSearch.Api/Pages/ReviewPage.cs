using DigestSearch.Api.Discovery;
using DigestSearch.Api.Reviews;
using DigestSearch.Archive;
using DigestSearch.Reviews;
using DigestSearch.Search;

namespace DigestSearch.Api.Pages;

/// <summary><c>/reviews/{id}</c>: one review, whole.</summary>
internal static class ReviewPage
{
    private const int LongTitle = 120;

    /// <param name="setting">Reader and place.</param>
    /// <param name="found">The review.</param>
    /// <param name="contents">All reviews of its digest, in order.</param>
    /// <param name="paper">Its paper with all reviews.</param>
    /// <param name="similar">Reviews like it, the most similar first.</param>
    public static Html Of(PageSetting setting, ArchivedReview found, IReadOnlyList<Review> contents, ArchivedPaper? paper = null, IReadOnlyList<ReviewHit>? similar = null)
    {
        var review = found.Review;
        var links = LinkList.All(setting, review).ToList();
        return PageFrame.Of(setting, review.Title, new(), $"""
            <div class="page one">
            <article class="review">
            <p class="crumb">{Place(setting, found)}</p>
            <h1{setting.Lang(review.Title)}{(review.Title.Length > LongTitle ? (Html)$" class=\"long\"" : Html.None)} dir="auto">{review.Title}</h1>
            {Authors(review)}
            {(links.Count == 0 ? Html.None : (Html)$"<p class=\"links\">{Html.Join(links, " ")}</p>")}
            <div class="text" dir="auto"{setting.Lang(review.Text, review.Language)}>{(string.IsNullOrWhiteSpace(review.Text) ? (Html)$"<p class=\"quiet\" lang=\"{setting.Texts.Code}\">{setting.Texts.NoText}</p>" : ReviewBody.Of(setting, review))}</div>
            {OtherReviews.Of(setting, review, paper)}
            {ExportLinks.Line(setting, review.Id ?? "")}
            {SimilarList.Of(setting, similar ?? [])}
            {Neighbours(setting, review, contents)}
            </article>
            {PaperFacts.Of(setting, review, paper?.Id)}
            </div>
            """, Html.Join([ExportLinks.Head(review.Id ?? ""), StructuredData.Of(setting.Site, found)], "\n"), description: review.Text);
    }

    private static Html Place(PageSetting setting, ArchivedReview found)
    {
        var digest = found.Digest.Digest;
        var ordinal = found.Review.Ordinal > 0 ? (Html)$", {setting.Texts.Ordinal(found.Review.Ordinal)}" : Html.None;
        return $"<a href=\"{ReviewAddress.DigestPage(found.Digest.Id)}\"><bdi{setting.Lang(DigestName.Short(setting, digest))}>{DigestName.Short(setting, digest)}</bdi>{ordinal}</a>{Reviewer(setting, found.Review)}";
    }

    private static Html Reviewer(PageSetting setting, Review review) => review.Reviewer is not { } name ? Html.None
        : $" · <a href=\"{Choices.Address(Dimension.Reviewer, name)}\"><bdi>{name}</bdi></a>{(review.ReviewerName is { } full && full != name ? (Html)$" (<bdi>{full}</bdi>)" : Html.None)}";

    /// <summary>Authors and year, each with what else there is of them.</summary>
    public static Html Authors(Review review)
    {
        var names = Html.Join(review.Authors.Select((a, at) => (Html)$"<a class=\"{(at == 0 ? "plain first" : "plain")}\" href=\"{LabelPage.Address(Dimension.Author, a)}\"><bdi>{a}</bdi></a>"), ", ");
        var year = review.Year is { } y ? (Html)$"<a class=\"plain first\" href=\"{Choices.Address(Dimension.Year, y.ToString("D4", System.Globalization.CultureInfo.InvariantCulture))}\">{y}</a>" : Html.None;
        var line = Html.Join([names, year], "\u00a0·\u00a0");
        return line.IsEmpty ? Html.None : $"<p class=\"by\">{line}</p>";
    }

    private static Html Neighbours(PageSetting setting, Review review, IReadOnlyList<Review> contents)
    {
        var at = contents.ToList().FindIndex(r => r.Id == review.Id);
        var (before, after) = at < 0 ? (null, null) : (contents.ElementAtOrDefault(at - 1), contents.ElementAtOrDefault(at + 1));
        if (before is null && after is null) return Html.None;
        return $"<nav class=\"beside\" aria-label=\"{setting.Texts.InDigest}\">{Neighbour(setting, before, "prev", $"← {setting.Texts.PreviousReview}")}{Neighbour(setting, after, "next", $"{setting.Texts.NextReview} →")}</nav>";
    }

    private static Html Neighbour(PageSetting setting, Review? review, string rel, string name) => review is null ? (Html)$"<span></span>"
        : $"<a rel=\"{rel}\" href=\"{ReviewAddress.Page(review.Id ?? "")}\"><span>{name}</span> <b{setting.Lang(review.Title)} dir=\"auto\">{review.Title}</b></a>";
}
