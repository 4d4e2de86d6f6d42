using DigestSearch.Reviews.Reading.Formats;

namespace DigestSearch.Reviews.Reading.Shapes;

/// <summary>What the headings above an entry tell of it.</summary>
/// <param name="Period">Months of the innermost heading that names any.</param>
/// <param name="Year">Year of the innermost heading that names one.</param>
/// <param name="PaperYear">The heading where it is nothing but a year: papers are sorted by theirs.</param>
/// <param name="Venue">A venue that is known, with its year if the heading has one.</param>
/// <param name="Topic">The innermost heading that is neither.</param>
internal sealed record Section(Period? Period, int? Year, int? PaperYear, (string Name, int? Year)? Venue, string? Topic)
{
    public static Section None { get; } = new(null, null, null, null, null);

    /// <summary>The draft with what its own words did not tell.</summary>
    public ReviewDraft Fill(ReviewDraft draft) => (draft with
    {
        Year = draft.Year ?? PaperYear,
        Venue = draft.Venue ?? Venue?.Name,
        VenueYear = draft.VenueYear ?? Venue?.Year,
        SectionYear = draft.SectionYear ?? Year,
        Tags = Topic is null ? draft.Tags : [.. draft.Tags, Topic],
    }).By("the headings above", draft);
}

/// <summary>The headings of a document, each with what it tells of the entries below it.</summary>
internal sealed class Sections
{
    // A date in a line of its own parts a list as a heading does.
    private const int BelowHeadings = 6;
    private const int DateLimit = 30;

    private readonly List<(int Index, Section Section)> sections = [];

    // The contents may stand under years that the headings themselves do not repeat.
    private readonly Dictionary<string, int> contents = new(StringComparer.Ordinal);

    public Sections(IReadOnlyList<Block> blocks)
    {
        var open = new List<(int Level, Section Section)>();
        for (var i = 0; i < blocks.Count; i++)
        {
            if (blocks[i] is { Kind: BlockKind.Item } item && open is [.., { Section.Year: { } under }] && item.Text.Links is [{ } only] && !only.Url.Contains("://", StringComparison.Ordinal))
                contents.TryAdd(Folding.Fold(item.Text.Plain), under);
            var heading = blocks[i];
            if (heading is { Kind: BlockKind.Paragraph, Level: 0, Text.Text.Length: <= DateLimit } && PeriodText.YearOfDate(heading.Text.Plain.Trim('*', '_', ':', ' ')) is not null) heading = heading with { Kind = BlockKind.Heading, Level = BelowHeadings };
            if (heading is not { Kind: BlockKind.Heading, Level: <= BelowHeadings }) continue;
            while (open.Count > 0 && open[^1].Level >= heading.Level) open.RemoveAt(open.Count - 1);
            var section = Read(heading.Text.Plain.Replace('\n', ' '), open.Count > 0 ? open[^1].Section : Section.None, first: sections.Count == 0);
            if (section.Year is null && contents.TryGetValue(Folding.Fold(heading.Text.Plain), out var year)) section = section with { Year = year };
            open.Add((heading.Level, section));
            sections.Add((i, section));
        }
    }

    /// <summary>What the headings before a block tell.</summary>
    public Section Of(int index)
    {
        var (from, to) = (0, sections.Count);
        while (from < to)
        {
            var middle = (from + to) / 2;
            if (sections[middle].Index < index) from = middle + 1;
            else to = middle;
        }
        return from == 0 ? Section.None : sections[from - 1].Section;
    }

    private static Section Read(string heading, Section above, bool first)
    {
        var text = heading.Length > 200 ? heading[..200] : heading;
        if (VenueYear.ReadKnown(text) is { } venue) return above with { Venue = (venue.Venue, venue.Year), Year = venue.Year ?? above.Year, Topic = null };
        if (VenueYear.Year(text) is { } alone) return above with { Year = alone, PaperYear = alone, Topic = null };
        if (PeriodText.Find(text, above.Year) is { } period) return above with { PaperYear = null, Period = period, Year = period.To.Year, Topic = null };
        if (PeriodText.YearOf(text) is { } year) return above with { Year = year, Topic = null };
        // The title of the whole is no topic of its parts.
        return above with { Topic = first ? null : text };
    }
}
