namespace DigestSearch.Reviews.Reading;

/// <summary>What stands in the parenthesis of a byline: institutions, countries, venue, year.</summary>
internal sealed record Affiliation(IReadOnlyList<string> Institutions, IReadOnlyList<string> Countries, int? Year, string? Venue)
{
    public static Affiliation None { get; } = new([], [], null, null);

    public bool HasPlace => Institutions.Count > 0 || Countries.Count > 0;

    /// <summary>This one, and of the other what this one does not tell.</summary>
    public Affiliation Or(Affiliation other) => new(HasPlace ? Institutions : other.Institutions, HasPlace ? Countries : other.Countries, Year ?? other.Year, Venue ?? other.Venue);

    public static Affiliation Read(string text, Vocabulary vocabulary)
    {
        int? year = null;
        string? venue = null;
        var parts = new List<string>();
        foreach (var part in InstitutionList.Parts(text))
        {
            if (VenueYear.Year(part) is { } alone) year = alone;
            else if (VenueYear.Read(part) is { } both && vocabulary.LabOf(both.Venue) is null && !AffiliationWords.IsInstitution(both.Venue))
                (venue, year) = both;
            else if (VenueYear.Read(part) is { } glued)
            {
                // «Stanford University 2019»: the comma was forgotten.
                parts.Add(glued.Venue);
                year = glued.Year;
            }
            else parts.Add(part);
        }
        var (institutions, countries) = InstitutionList.Sort(parts, vocabulary, oneAddress: false);
        return new Affiliation(institutions, countries, year, venue);
    }
}
