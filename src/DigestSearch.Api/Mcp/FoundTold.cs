using System.Net;
using DigestSearch.Api.Reviews;
using DigestSearch.Search;

namespace DigestSearch.Api.Mcp;

/// <summary>Results in the shape that clients know (a search tool of connectors), with how many there are and how the query was mended.</summary>
internal sealed record FoundTold(int Total, IReadOnlyList<string> Steps, IReadOnlyList<FoundResult> Results);

/// <summary>One result: what fetch takes, and why it was found.</summary>
internal sealed record FoundResult(string Id, string Title, string Url, string Text, IReadOnlyList<string> Authors, int? Year, string? Reviewer)
{
    public static FoundResult Of(string site, ReviewHit hit) =>
        new(hit.Review.Id ?? "", hit.Review.Title, site + ReviewAddress.Page(hit.Review.Id ?? ""), Plain(hit.Snippet), hit.Review.Authors, hit.Review.Year, hit.Review.ReviewerName ?? hit.Review.Reviewer);

    // Escaped text in which marks are the only elements.
    private static string Plain(string snippet) => WebUtility.HtmlDecode(snippet.Replace("<mark>", "", StringComparison.Ordinal).Replace("</mark>", "", StringComparison.Ordinal));
}
