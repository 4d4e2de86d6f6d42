using DigestSearch.Api.Pages;
using DigestSearch.Api.Reviews;
using DigestSearch.Search;

namespace DigestSearch.Api.Exports;

/// <summary>What is exported.</summary>
/// <param name="Title">What the reviews have in common.</param>
/// <param name="Site">Scheme and host, without a slash at the end.</param>
/// <param name="Page">Path and query of the page that shows them.</param>
/// <param name="Own">Path and query of the export itself.</param>
/// <param name="Total">How many there are.</param>
/// <param name="Count">How many of them are exported.</param>
/// <param name="Reviews">Those.</param>
internal sealed record Export(string Title, string Site, string Page, string Own, int Total, int Count, IEnumerable<FoundReview> Reviews)
{
    /// <summary>Whole address of the page of a review.</summary>
    public string AddressOf(FoundReview found) => Site + ReviewAddress.Page(found.Review.Id ?? "");

    /// <summary>What papers and reviews are cited as, a paper once.</summary>
    public IEnumerable<IReadOnlyList<Citation>> Citations()
    {
        var papers = new HashSet<string>(StringComparer.Ordinal);
        foreach (var found in Reviews)
        {
            var paper = Citation.OfPaper(found);
            var review = Citation.OfReview(found, paper, AddressOf(found));
            yield return papers.Add(paper.Key) ? [paper, review] : [review];
        }
    }

    /// <summary>A whole sentence where not all are exported; null where they are.</summary>
    public string? Cut => Total > Count ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"Of {Total} reviews these are the first {Count}; narrow the search for the others.") : null;

    /// <summary>The text of a review as paragraphs.</summary>
    public static string Body(FoundReview found) => Paragraphs.Of(found.Review.Text).ToString();
}
