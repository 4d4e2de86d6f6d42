namespace DigestSearch.Reviews.Reading;

/// <summary>What a header or front matter tells, put into a draft.</summary>
internal static class DraftFields
{
    public static ReviewDraft Apply(ReviewDraft draft, ReviewHeader header, Vocabulary vocabulary)
    {
        if (header.Byline is { } byline)
        {
            var named = byline.Affiliation.HasPlace || byline.Affiliation is { Year: not null } or { Venue: not null };
            draft = (draft with { Authors = byline.Authors.Count > 0 ? byline.Authors : draft.Authors, Affiliation = named ? byline.Affiliation : draft.Affiliation, VenueYear = byline.VenueYear ?? draft.VenueYear }).By("the line of authors", draft);
        }
        if (header.Value(Field.Institutions) is { } institutions && Affiliation.Read(institutions.Plain, vocabulary) is { HasPlace: true } own)
            draft = (draft with { Affiliation = own with { Year = own.Year ?? draft.Affiliation.Year, Venue = own.Venue ?? draft.Affiliation.Venue } }).By("the line of institutions", draft);
        draft = (draft with { Links = [.. draft.Links, .. header.Links] }).By("the lines below the title", draft);
        draft = (draft with { Reviewer = header.Reviewer ?? draft.Reviewer }).By("the line of the reviewer", draft);
        if (header.Value(Field.Tags) is { } tags) draft = WithTags(draft, tags.Plain.Split([',', ';', '\n'])).By("the line of tags", draft);
        if (header.Value(Field.Venue) is { } venue) draft = WithVenue(draft, venue.Plain).By("the line of the venue", draft);
        if (header.Value(Field.Year) is { } year && VenueYear.Year(year.Plain) is { } number) draft = (draft with { Year = number }).By("the line of the year", draft);
        if (header.Value(Field.Date) is { } date && PeriodText.YearOfDate(date.Plain) is { } written) draft = (draft with { SectionYear = draft.SectionYear ?? written }).By("the line of the date", draft);
        return draft;
    }

    /// <summary>The draft with what it did not know yet.</summary>
    public static ReviewDraft Fill(ReviewDraft draft, Byline byline) => draft with
    {
        Authors = draft.Authors.Count > 0 ? draft.Authors : byline.Authors,
        Affiliation = draft.Affiliation.Or(byline.Affiliation),
        VenueYear = draft.VenueYear ?? byline.VenueYear,
    };

    /// <summary>Tags, of which some may be a year or a venue with its year.</summary>
    public static ReviewDraft WithTags(ReviewDraft draft, IEnumerable<string> tags)
    {
        int? year = null, venueYear = null;
        string? venue = null;
        var topics = new List<string>();
        foreach (var tag in tags.Select(tag => tag.Trim().Trim('\'', '"', '#').Trim()).Where(tag => tag.Length > 0).Take(100))
        {
            if (VenueYear.Year(tag) is { } alone) year ??= alone;
            else if (VenueYear.Read(tag) is { } both)
            {
                venue ??= both.Venue;
                venueYear ??= both.Year;
            }
            else topics.Add(tag);
        }
        // The venue's own name often stands beside it as a tag; it is no topic.
        return draft with
        {
            Year = draft.Year ?? year, VenueYear = draft.VenueYear ?? venueYear, Venue = draft.Venue ?? venue,
            Tags = [.. draft.Tags, .. topics.Where(topic => !string.Equals(topic, venue, StringComparison.OrdinalIgnoreCase))],
        };
    }

    public static ReviewDraft WithVenue(ReviewDraft draft, string text)
    {
        // «EASE 2026 · arXiv:2604.27647, submitted 30 Apr 2026.»
        var first = text.Split([" · ", ", ", "; "], 2, StringSplitOptions.None)[0].TrimEnd('.', ' ');
        var (venue, year) = VenueYear.Read(first) is not null ? VenueYear.ReadField(first) : VenueYear.ReadField(text.TrimEnd('.', ' '));
        return draft with { Venue = venue ?? draft.Venue, VenueYear = draft.VenueYear ?? year };
    }
}
