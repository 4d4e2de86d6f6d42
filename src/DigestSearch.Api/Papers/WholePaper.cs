using DigestSearch.Archive;
using DigestSearch.Reviews;

namespace DigestSearch.Api.Papers;

/// <summary>What the reviews of a paper tell of it, together.</summary>
internal static class WholePaper
{
    /// <summary>One review with the facts of all, without a text.</summary>
    public static Review Of(ArchivedPaper paper)
    {
        var reviews = paper.Reviews.Select(archived => archived.Review).ToList();
        // The one that knows most names the paper, the latest of several.
        var fullest = reviews.OrderByDescending(review => review.Authors.Count).ThenByDescending(review => review.Institutions.Count).First();
        return new Review
        {
            Title = fullest.Title, Authors = fullest.Authors, Text = "",
            Institutions = All(reviews, review => review.Institutions), Labs = All(reviews, review => review.Labs),
            Countries = All(reviews, review => review.Countries), Topics = All(reviews, review => review.Topics),
            // The year most of them tell; of several the first, since later ones are those of a reprint.
            Year = reviews.Where(review => review.Year is not null).GroupBy(review => review.Year)
                .OrderByDescending(year => year.Count()).ThenBy(year => year.Key).FirstOrDefault()?.Key,
            Venue = reviews.Select(review => review.Venue).FirstOrDefault(venue => venue is not null),
            Ids = new PaperIds { Arxiv = First(reviews, ids => ids.Arxiv), Doi = First(reviews, ids => ids.Doi), OpenReview = First(reviews, ids => ids.OpenReview), Acl = First(reviews, ids => ids.Acl) },
            Links = [.. reviews.SelectMany(review => review.Links).DistinctBy(link => (link.Kind, link.Url is { } url ? Address(url) : Folding.Fold(link.Label)))],
        };
    }

    private static List<string> All(List<Review> reviews, Func<Review, IReadOnlyList<string>> of) =>
        [.. reviews.SelectMany(of).DistinctBy(Folding.Fold)];

    private static string? First(List<Review> reviews, Func<PaperIds, string?> of) => reviews.Select(review => of(review.Ids)).FirstOrDefault(id => id is not null);

    private static string Address(string url) =>
        (url.IndexOf("://", StringComparison.Ordinal) is >= 0 and var at ? url[(at + 3)..] : url).TrimEnd('/');
}
