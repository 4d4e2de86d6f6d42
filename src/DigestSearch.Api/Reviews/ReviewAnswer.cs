using System.Text.Json.Serialization;
using DigestSearch.Archive;
using DigestSearch.Reviews;

namespace DigestSearch.Api.Reviews;

/// <summary>A whole review on the wire.</summary>
internal sealed record ReviewAnswer
{
    public required string Id { get; init; }
    public required int Ordinal { get; init; }
    public required string Title { get; init; }
    public required IReadOnlyList<string> Authors { get; init; }
    public required IReadOnlyList<string> Institutions { get; init; }
    public required IReadOnlyList<string> Labs { get; init; }
    public required IReadOnlyList<string> Countries { get; init; }
    public required int? Year { get; init; }
    public required string? Venue { get; init; }
    public required IReadOnlyList<string> Topics { get; init; }
    public required string? Reviewer { get; init; }
    public required string? ReviewerName { get; init; }
    public required string? Language { get; init; }
    public required DigestFacts Digest { get; init; }
    public required IReadOnlyList<LinkFacts> Links { get; init; }
    public required PaperIdFacts Ids { get; init; }
    public required ReviewPaper Paper { get; init; }
    public required string Url { get; init; }
    public required string Text { get; init; }

    /// <summary>The review for reading: only h3 to h6, p, br, ul, ol, li, table, tr, td, pre, code, blockquote, strong and links; null where the source has only text.</summary>
    public required string? Html { get; init; }

    /// <summary>The answer.</summary>
    /// <param name="archived">The review.</param>
    /// <param name="paper">Its paper, with all reviews.</param>
    public static ReviewAnswer Of(ArchivedReview archived, ArchivedPaper paper)
    {
        var review = archived.Review;
        var id = review.Id ?? "";
        return new()
        {
            Id = id, Ordinal = review.Ordinal, Title = review.Title, Authors = review.Authors, Institutions = review.Institutions,
            Labs = review.Labs, Countries = review.Countries, Year = review.Year, Venue = review.Venue, Topics = review.Topics,
            Reviewer = review.Reviewer, ReviewerName = review.ReviewerName, Language = review.Language,
            Digest = DigestFacts.Of(archived.Digest.Id, archived.Digest.Digest), Links = LinkFacts.Of(review.Links),
            Ids = PaperIdFacts.Of(review.Ids),
            Paper = new(paper.Id, ReviewOfPaper.Of(paper.Others(id))), Url = ReviewAddress.Page(id), Text = review.Text, Html = review.Html,
        };
    }
}

/// <summary>Identifiers of a paper on the wire.</summary>
internal sealed record PaperIdFacts(string? Arxiv, string? Doi, [property: JsonPropertyName("openreview")] string? OpenReview, string? Acl)
{
    public static PaperIdFacts Of(PaperIds ids) => new(ids.Arxiv, ids.Doi, ids.OpenReview, ids.Acl);
}
