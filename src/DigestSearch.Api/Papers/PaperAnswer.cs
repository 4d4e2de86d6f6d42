using DigestSearch.Api.Reviews;
using DigestSearch.Archive;

namespace DigestSearch.Api.Papers;

/// <summary>A paper on the wire: what its reviews tell of it, together.</summary>
internal sealed record PaperAnswer
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
    public required PaperIdFacts Ids { get; init; }
    public required IReadOnlyList<LinkFacts> Links { get; init; }
    public required IReadOnlyList<ReviewOfPaper> Reviews { get; init; }

    public static PaperAnswer Of(ArchivedPaper paper)
    {
        var whole = WholePaper.Of(paper);
        return new()
        {
            Id = paper.Id, Title = whole.Title, Authors = whole.Authors, Institutions = whole.Institutions, Labs = whole.Labs, Countries = whole.Countries,
            Topics = whole.Topics, Year = whole.Year, Venue = whole.Venue, Ids = new(whole.Ids.Arxiv, whole.Ids.Doi, whole.Ids.OpenReview, whole.Ids.Acl),
            Links = LinkFacts.Of(whole.Links), Reviews = ReviewOfPaper.Of(paper.Reviews),
        };
    }
}
