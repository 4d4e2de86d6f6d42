namespace DigestSearch.Reviews.Reading;

/// <summary>Drafts and lines to reviews: labs, topics, language and identifiers are derived the same way for all.</summary>
internal sealed class ReviewFinish(Vocabulary vocabulary)
{
    private const int TopicLimit = 4;

    /// <param name="draft">What the shape found.</param>
    /// <param name="ordinal">Place in the digest, from 1.</param>
    /// <param name="digestYear">Year of the digest, for papers that nothing else dates.</param>
    /// <param name="source">Address of the digest, to which its links are relative.</param>
    public Review Draft(ReviewDraft draft, int ordinal, int? digestYear, string? source)
    {
        var links = Links.Distinct([.. draft.Links.Concat(draft.TextLinks).Select(Links.Followable)]);
        var ids = Links.Ids(draft.Links) is { } own && own != PaperIds.None ? own : Links.IdsOfText(draft.TextLinks, draft.Title);
        var (year, yearSource) = YearOf(draft, ids, digestYear);
        return new Review
        {
            Ordinal = ordinal,
            Title = draft.Title,
            Authors = draft.Authors,
            Institutions = draft.Affiliation.Institutions,
            Labs = LabsOf(draft.Affiliation.Institutions),
            Countries = draft.Affiliation.Countries,
            Year = year,
            YearSource = yearSource,
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

    /// <summary>Which rules made a review of a draft.</summary>
    public ReviewOrigin Origin(string shape, ReviewDraft draft, Review review)
    {
        var rules = draft.Rules;
        var links = draft.TextLinks.Count == 0 ? rules.Of("links") : draft.Links.Count == 0 ? "the text" : rules.Of("links") + ", the text";
        var year = review.YearSource switch
        {
            YearSource.Review => rules.Of("year"),
            YearSource.Arxiv => "the arXiv identifier",
            YearSource.Venue => rules.Of(DraftRules.VenueYear),
            _ => rules.Of(DraftRules.SectionYear) ?? "the date of the digest",
        };
        var ids = Links.Ids(draft.Links) == review.Ids ? "a link beside the title" : "the one link of the text that names the paper";
        return new ReviewOrigin(shape, draft.Line, Fields(review, draft.Tags, field => field switch
        {
            "year" => year, "links" => links, "ids" => ids, "language" => "the letters and words of the text", _ => rules.Of(field),
        }));
    }

    /// <summary>What the line gave and what was derived from it.</summary>
    public ReviewOrigin Origin(ReviewLine line, Review review, int number) => new("a line of JSON Lines", number, Fields(review, line.Topics ?? [], field => field switch
    {
        "year" when line.Year is null => "the arXiv identifier",
        "ids" when line.Ids is null || line.Ids == PaperIds.None => "the links of the line",
        "language" when line.Language is null => "the letters and words of the text",
        _ => "the line",
    }));

    private List<FieldRule> Fields(Review review, IReadOnlyList<string> tags, Func<string, string?> ruleOf)
    {
        var fields = new List<FieldRule>();
        Tell("title", true);
        Tell("authors", review.Authors.Count > 0);
        Tell("institutions", review.Institutions.Count > 0);
        foreach (var lab in review.Labs) fields.Add(new FieldRule("labs", RuleOfLab(lab, review.Institutions)));
        Tell("countries", review.Countries.Count > 0);
        Tell("year", review.Year is not null);
        Tell("venue", review.Venue is not null);
        var tagged = vocabulary.TopicsOf("", "", tags);
        foreach (var topic in review.Topics) fields.Add(new FieldRule("topics", tagged.Contains(topic) && ruleOf("topics") is { } rule ? rule : "the terms of its title and text"));
        Tell("links", review.Links.Count > 0);
        Tell("ids", review.Ids != PaperIds.None);
        Tell("reviewer", review.Reviewer is not null);
        Tell("language", review.Language is not null);
        return fields;

        void Tell(string field, bool isGiven)
        {
            if (isGiven && ruleOf(field) is { } rule) fields.Add(new FieldRule(field, rule));
        }
    }

    public Review Line(ReviewLine line, int ordinal)
    {
        var title = (line.Title ?? "").Trim();
        var text = line.Text ?? "";
        IReadOnlyList<ReviewLink> links = [.. (line.Links ?? []).Select(Links.Followable)];
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

    private static (int? Year, string? Source) YearOf(ReviewDraft draft, PaperIds ids, int? digestYear)
    {
        if ((draft.Year ?? draft.Affiliation.Year) is { } stated) return (stated, YearSource.Review);
        if (Links.YearOf(ids) is { } submitted) return (submitted, YearSource.Arxiv);
        if (draft.VenueYear is { } held) return (held, YearSource.Venue);
        return (draft.SectionYear ?? digestYear) is { } dated ? (dated, YearSource.Digest) : (null, null);
    }

    private List<string> LabsOf(IReadOnlyList<string> institutions)
    {
        var labs = new List<string>();
        foreach (var institution in institutions)
        {
            if (LabOf(institution) is { } lab && !labs.Contains(lab, StringComparer.OrdinalIgnoreCase)) labs.Add(lab);
        }
        return labs;
    }

    private string RuleOfLab(string lab, IReadOnlyList<string> institutions)
    {
        if (institutions.FirstOrDefault(institution => string.Equals(LabOf(institution), lab, StringComparison.OrdinalIgnoreCase)) is not { } named) return "the line";
        return vocabulary.MatchLab(named).Kind switch
        {
            LabMatchKind.Known => $"“{named}”, which labs.yaml knows",
            LabMatchKind.Pattern => $"“{named}”, which is named as universities are",
            _ => $"“{named}”, which labs.yaml does not know",
        };
    }

    // An institution that nothing recognises is a lab by its own name, but a department whose school is not told is none.
    private string? LabOf(string institution)
    {
        if (vocabulary.MatchLab(institution).Path is { } path) return path;
        if (AffiliationWords.IsDepartment(institution)) return null;
        // The separator of paths must not come in by a name.
        var (name, inside) = Byline.SplitParenthesis(institution);
        if (inside is null || name.Length == 0) return institution.Replace('>', '/');
        return vocabulary.LabOf(name) ?? vocabulary.LabOf(inside) ?? name.Replace('>', '/');
    }
}
