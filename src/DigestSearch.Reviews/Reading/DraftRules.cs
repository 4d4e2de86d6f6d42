using System.Collections.Immutable;

namespace DigestSearch.Reviews.Reading;

/// <summary>Which rule gave which part of a draft.</summary>
internal sealed class DraftRules
{
    /// <summary>Parts of a draft of which one becomes the year.</summary>
    public const string VenueYear = "venueYear", SectionYear = "sectionYear";

    private readonly ImmutableList<FieldRule> rules;

    private DraftRules(ImmutableList<FieldRule> rules) => this.rules = rules;

    public static DraftRules None { get; } = new([]);

    /// <summary>The rules with one more for every part that it changed.</summary>
    public DraftRules And(string rule, ReviewDraft? before, ReviewDraft after)
    {
        var now = rules;
        Replace("title", before?.Title != after.Title);
        Replace("authors", Differs(before?.Authors, after.Authors));
        Replace("institutions", Differs(before?.Affiliation.Institutions, after.Affiliation.Institutions));
        Replace("countries", Differs(before?.Affiliation.Countries, after.Affiliation.Countries));
        Replace("year", YearOf(after) is { } year && year != YearOf(before));
        Replace(VenueYear, after.VenueYear is { } held && held != before?.VenueYear);
        Replace(SectionYear, after.SectionYear is { } dated && dated != before?.SectionYear);
        Replace("venue", VenueOf(after) is { } venue && venue != VenueOf(before));
        Replace("reviewer", after.Reviewer is { } reviewer && reviewer != before?.Reviewer);
        // These are gathered, not replaced.
        if (Differs(before?.Tags, after.Tags)) now = now.Add(new FieldRule("topics", rule));
        if (Differs(before?.Links, after.Links)) now = now.Add(new FieldRule("links", rule));
        return now == rules ? this : new DraftRules(now);

        void Replace(string part, bool changed)
        {
            if (changed) now = now.RemoveAll(earlier => earlier.Field == part).Add(new FieldRule(part, rule));
        }
    }

    /// <summary>What gave a part, joined where several rules did.</summary>
    public string? Of(string part)
    {
        var told = string.Join(", ", rules.Where(rule => rule.Field == part).Select(rule => rule.Rule));
        return told.Length > 0 ? told : null;
    }

    private static int? YearOf(ReviewDraft? draft) => draft?.Year ?? draft?.Affiliation.Year;

    private static string? VenueOf(ReviewDraft? draft) => draft?.Venue ?? draft?.Affiliation.Venue;

    private static bool Differs<T>(IReadOnlyList<T>? before, IReadOnlyList<T> after) =>
        after.Count > 0 && !ReferenceEquals(before, after) && (before is null || before.Count != after.Count || !before.SequenceEqual(after));
}
