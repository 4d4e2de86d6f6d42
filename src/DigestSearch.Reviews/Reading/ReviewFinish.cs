namespace DigestSearch.Reviews.Reading;

/// <summary>Drafts and lines to reviews: labs, topics, language and identifiers are derived the same way for all.</summary>
internal sealed class ReviewFinish(Vocabulary vocabulary)
{
    private const int TopicLimit = 4;

    /// <param name="draft">The draft.</param>
    /// <param name="ordinal">Place in the digest.</param>
    /// <param name="source">Address of the digest, to which its links are relative.</param>
    public Review Draft(ReviewDraft draft, int ordinal, string? source)
    {
        var links = draft.Links.DistinctBy(link => (link.Kind, link.Label, link.Url)).ToList();
        var ids = Links.Ids(links);
        return new Review
        {
            Ordinal = ordinal,
            Title = draft.Title,
            Authors = draft.Authors,
            Institutions = draft.Affiliation.Institutions,
            Labs = LabsOf(draft.Affiliation.Institutions),
            Countries = draft.Affiliation.Countries,
            Year = draft.Year ?? draft.Affiliation.Year ?? Links.YearOf(ids),
            Venue = draft.Venue ?? draft.Affiliation.Venue,
            Topics = vocabulary.TopicsOf(draft.Title, draft.Text, draft.Tags),
            Links = links,
            Ids = ids,
            Reviewer = draft.Reviewer?.Handle,
            ReviewerName = draft.Reviewer?.Name,
            Language = Language.Of(draft.Text),
            Text = draft.Text,
            Html = BodyHtml.Of(draft.Body, source),
        };
    }

    public Review Line(ReviewLine line, int ordinal)
    {
        var title = (line.Title ?? "").Trim();
        var text = line.Text ?? "";
        var links = line.Links ?? [];
        var (institutions, countries) = InstitutionList.OfAddresses(line.Institutions ?? [], vocabulary);
        var found = line.Ids is null || line.Ids == PaperIds.None ? Links.Ids(links) : line.Ids;
        return new Review
        {
            Id = line.Id,
            Ordinal = ordinal,
            Title = title,
            Authors = line.Authors ?? [],
            Institutions = institutions,
            Labs = institutions.Count > 0 ? LabsOf(institutions) : line.Labs ?? [],
            Countries = line.Countries is { Count: > 0 } given ? given : countries,
            Year = line.Year ?? Links.YearOf(found),
            Venue = line.Venue,
            Topics = [.. vocabulary.TopicsOf(title, text, line.Topics ?? []).Take(TopicLimit)],
            Links = links,
            Ids = found,
            Reviewer = line.Reviewer,
            ReviewerName = line.ReviewerName,
            Language = line.Language ?? Language.Of(title + "\n" + text),
            Text = text,
            Html = line.Html is { } html ? BodyHtml.Of(Formats.HtmlBlocks.ReadFragment(html, 1), null) : null,
        };
    }

    private List<string> LabsOf(IReadOnlyList<string> institutions)
    {
        var labs = new List<string>();
        foreach (var institution in institutions)
        {
            var lab = LabOf(institution);
            if (!labs.Contains(lab, StringComparer.OrdinalIgnoreCase)) labs.Add(lab);
        }
        return labs;
    }

    // An institution that no alias knows is a lab by its own name; the separator of paths must not come in by it.
    private string LabOf(string institution)
    {
        if (vocabulary.LabOf(institution) is { } known) return known;
        var (name, inside) = Byline.SplitParenthesis(institution);
        if (inside is null || name.Length == 0) return institution.Replace('>', '/');
        return vocabulary.LabOf(name) ?? vocabulary.LabOf(inside) ?? name.Replace('>', '/');
    }
}
