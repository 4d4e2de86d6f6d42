using System.Text.RegularExpressions;
using DigestSearch.Api.Reviews;
using DigestSearch.Search;
using DigestSearch.Search.Ladder;

namespace DigestSearch.Api.Exports;

/// <summary>What is exported.</summary>
/// <param name="Title">What the reviews have in common.</param>
/// <param name="Site">Scheme and host, without a slash at the end.</param>
/// <param name="Page">Path and query of the page that shows them.</param>
/// <param name="Own">Path and query of the export itself.</param>
/// <param name="Total">How many there are.</param>
/// <param name="Count">How many of them are exported.</param>
/// <param name="Reviews">Those.</param>
internal sealed partial record Export(string Title, string Site, string Page, string Own, int Total, int Count, IEnumerable<FoundReview> Reviews)
{
    private const int LongestName = 60;

    /// <summary>Whether it is one review from its own page rather than what a search found.</summary>
    public bool IsOfReview { get; init; }

    /// <summary>The name under which it is saved, without its ending: that of a citation, or the words of the search.</summary>
    public string FileName => IsOfReview ? Citation.OfPaper(Reviews.First()).Key
        : NotOfNames().Replace(Transliteration.Latin(Title[..Math.Min(Title.Length, LongestName)]), "-").Trim('-') is { Length: > 0 } words ? words : "digestsearch";

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

    [GeneratedRegex("[^a-z0-9]+")]
    private static partial Regex NotOfNames();
}
