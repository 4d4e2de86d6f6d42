using System.Text.Json.Serialization;
using DigestSearch.Api.Reviews;
using DigestSearch.Search;

namespace DigestSearch.Api.Search;

/// <summary>One hit on the wire.</summary>
internal sealed record HitAnswer
{
    public required string Id { get; init; }
    public required string Title { get; init; }
    public required IReadOnlyList<string> Authors { get; init; }
    public required IReadOnlyList<string> Institutions { get; init; }
    public required IReadOnlyList<string> Labs { get; init; }
    public required IReadOnlyList<string> Countries { get; init; }
    public required int? Year { get; init; }
    public required string? Venue { get; init; }
    public required IReadOnlyList<string> Topics { get; init; }
    public required string? Reviewer { get; init; }
    public required string? Language { get; init; }
    public required DigestFacts Digest { get; init; }
    public required IReadOnlyList<LinkFacts> Links { get; init; }
    public required string Url { get; init; }
    public required double Score { get; init; }
    public required HighlightAnswer Highlights { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<ScorePartAnswer>? Explanation { get; init; }

    public static HitAnswer Of(ReviewHit hit)
    {
        var review = hit.Review;
        var id = review.Id ?? "";
        return new()
        {
            Id = id, Title = review.Title, Authors = review.Authors, Institutions = review.Institutions, Labs = review.Labs,
            Countries = review.Countries, Year = review.Year, Venue = review.Venue, Topics = review.Topics, Reviewer = review.Reviewer,
            Language = review.Language, Digest = DigestFacts.Of(hit.Digest.Id, hit.Digest.Digest), Links = LinkFacts.Of(review.Links),
            Url = ReviewAddress.Page(id), Score = ScoreOf(hit.Score), Highlights = new(hit.TitleHighlight, hit.Snippet), Explanation = hit.Explanation is { } parts ? [.. parts.Select(ScorePartAnswer.Of)] : null,
        };
    }

    // A hit that was ordered by another field may have no score, and JSON has no word for that.
    private static double ScoreOf(float score) => float.IsFinite(score) ? Math.Round(score, 3) : 0;
}

/// <summary>What one part of the query gave to the score.</summary>
internal sealed record ScorePartAnswer(double Score, string Matched, string Field, double Weight)
{
    public static ScorePartAnswer Of(ScorePart part) => new(Math.Round(part.Score, 3), part.Matched, part.Field, Math.Round(part.Weight, 3));
}

/// <summary>Escaped HTML text in which <c>mark</c> is the only element.</summary>
internal sealed record HighlightAnswer(string Title, string Snippet);
