namespace DigestSearch.Reviews.Reading;

/// <summary>What a header or front matter tells, put into a draft.</summary>
internal static class DraftFields
{
    public static ReviewDraft Apply(ReviewDraft draft, ReviewHeader header, Vocabulary vocabulary)
    {
        var affiliation = header.Byline?.Affiliation ?? Affiliation.None;
        if (header.Value(Field.Institutions) is { } institutions)
        {
            var own = Affiliation.Read(institutions.Plain, vocabulary);
            affiliation = own with { Year = own.Year ?? affiliation.Year, Venue = own.Venue ?? affiliation.Venue };
        }
        draft = draft with
        {
            Authors = header.Byline?.Authors is { Count: > 0 } authors ? authors : draft.Authors,
            Affiliation = affiliation.HasPlace || affiliation.Year is not null ? affiliation : draft.Affiliation,
            Links = [.. draft.Links, .. header.Links],
            Reviewer = header.Reviewer ?? draft.Reviewer,
        };
        if (header.Value(Field.Tags) is { } tags) draft = WithTags(draft, tags.Plain.Split([',', ';', '\n']));
        if (header.Value(Field.Venue) is { } venue) draft = WithVenue(draft, venue.Plain);
        if (header.Value(Field.Year) is { } year && VenueYear.Year(year.Plain) is { } number) draft = draft with { Year = number };
        return draft;
    }

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
        var (venue, year) = VenueYear.ReadField(text);
        return draft with { Venue = venue ?? draft.Venue, VenueYear = draft.VenueYear ?? year };
    }
}
