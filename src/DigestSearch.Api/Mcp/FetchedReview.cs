using DigestSearch.Api.Reviews;
using DigestSearch.Archive;

namespace DigestSearch.Api.Mcp;

/// <summary>A whole review in the shape that clients know (a fetch tool of connectors).</summary>
internal sealed record FetchedReview(string Id, string Title, string Text, string Url, FetchedFacts Metadata)
{
    public static FetchedReview Of(string site, ArchivedReview found)
    {
        var review = found.Review;
        return new(review.Id ?? "", review.Title, review.Text, site + ReviewAddress.Page(review.Id ?? ""), new(
            review.Authors, review.Labs, review.Year, review.Venue, review.Topics, review.ReviewerName ?? review.Reviewer, found.Digest.Digest.Title, review.Language,
            [.. review.Links.Select(link => link.Url).OfType<string>()]));
    }
}

/// <summary>What is known of the paper and its review.</summary>
internal sealed record FetchedFacts(
    IReadOnlyList<string> Authors, IReadOnlyList<string> Labs, int? Year, string? Venue, IReadOnlyList<string> Topics, string? Reviewer, string Digest, string? Language, IReadOnlyList<string> Links);
