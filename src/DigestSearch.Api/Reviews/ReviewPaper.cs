using DigestSearch.Archive;

namespace DigestSearch.Api.Reviews;

/// <summary>The paper of a review as answers tell it beside the review.</summary>
/// <param name="Id">What <c>/papers/{id}</c> takes.</param>
/// <param name="Reviews">The other reviews of the paper, those of the latest digest first.</param>
internal sealed record ReviewPaper(string Id, IReadOnlyList<ReviewOfPaper> Reviews);

/// <summary>One of the reviews of a paper on the wire.</summary>
internal sealed record ReviewOfPaper(string Id, string Title, DigestFacts Digest, string? Reviewer, string? Language, int? Year, string Url)
{
    public static IReadOnlyList<ReviewOfPaper> Of(IEnumerable<ArchivedReview> reviews) => [.. reviews.Select(Of)];

    private static ReviewOfPaper Of(ArchivedReview archived)
    {
        var review = archived.Review;
        return new(review.Id ?? "", review.Title, DigestFacts.Of(archived.Digest.Id, archived.Digest.Digest), review.Reviewer, review.Language,
            review.Year, ReviewAddress.Page(review.Id ?? ""));
    }
}
