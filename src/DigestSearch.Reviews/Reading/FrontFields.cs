using DigestSearch.Reviews.Reading.Formats;

namespace DigestSearch.Reviews.Reading;

/// <summary>What the front matter of a review tells of its paper.</summary>
internal static class FrontFields
{
    public static ReviewDraft Apply(ReviewDraft draft, FrontMatter front, Vocabulary vocabulary)
    {
        var authors = front.All("authors", "paper_authors");
        var writers = front.All("author");
        // One «author» of a post is who wrote it; a list, or «et al.», wrote the paper.
        var isWriter = authors.Count > 0 || writers is [var only] && AuthorList.Split(only).Count == 1 && !NamesLine.HasOthers(only);
        if (authors.Count == 0 && !isWriter) authors = writers;
        var affiliation = front.All("institutions", "institution", "affiliations", "organizations");
        var before = draft;
        draft = draft with
        {
            Authors = AuthorList.Split(string.Join(", ", authors)),
            Affiliation = affiliation.Count > 0 ? Affiliation.Read(string.Join(", ", affiliation), vocabulary) : draft.Affiliation,
            Links = [.. draft.Links, .. LinksOf(front)],
            Reviewer = front.One("reviewer", "review_author", "author-of-review", "reviewed_by") is { } reviewer ? ReviewerLine.ReadValue(reviewer)
                : isWriter && writers is [var writer] ? ReviewerLine.ReadValue(writer) : null,
            Year = front.One("year", "paper_year") is { } year ? VenueYear.Year(year) : null,
        };
        if (front.One("venue", "conference", "journal") is { } venue) draft = DraftFields.WithVenue(draft, venue);
        var tags = front.All("tags", "topics", "keywords");
        return DraftFields.WithTags(draft, tags is [var joined] ? joined.Split([',', ';']) : tags).By("the front matter", before);
    }

    private static IEnumerable<ReviewLink> LinksOf(FrontMatter front)
    {
        foreach (var (key, kind) in ((string, string?)[])[("link", null), ("paper", LinkKind.Paper), ("paper_url", LinkKind.Paper), ("paper_link", LinkKind.Paper), ("url", null), ("arxiv", LinkKind.Paper),
            ("pdf", LinkKind.Paper), ("code", LinkKind.Code), ("github", LinkKind.Code), ("project", LinkKind.Project), ("video", LinkKind.Video), ("blog", LinkKind.Blog)])
            foreach (var value in front.All(key))
            {
                var url = value.Contains("://", StringComparison.Ordinal) || value.StartsWith("10.", StringComparison.Ordinal) ? value : null;
                // «paper» may be the title too.
                if (url is null && key is "paper") continue;
                if (Links.Make(url is null && key is "arxiv" ? "arXiv:" + value : value, url, kind) is { } link)
                    yield return link with { Label = url is null ? link.Label : key, Kind = link.Kind is LinkKind.Other ? LinkKind.Paper : link.Kind };
            }
    }
}
