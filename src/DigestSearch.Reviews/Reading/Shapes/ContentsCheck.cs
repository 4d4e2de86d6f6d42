using System.Globalization;

namespace DigestSearch.Reviews.Reading.Shapes;

/// <summary>Holds contents and reviews against each other: what one lacks the other fills, what differs is told.</summary>
internal sealed class ContentsCheck(ShapeContext context, ContentsList contents, List<Problem> problems)
{
    private readonly HashSet<int> met = [];

    /// <summary>The review with what only its entry of the contents tells.</summary>
    public ReviewDraft Fill(ReviewDraft draft, int number)
    {
        if (contents.Entries.Count == 0) return draft;
        var folded = Folding.Fold(draft.Title);
        var entry = contents.Entries.FirstOrDefault(entry => folded.Length > 0 && Folding.Fold(entry.Title) == folded) ?? contents.ByNumber(number);
        if (entry is null)
        {
            problems.Add(context.Problem(ProblemCodes.ContentsIncomplete, draft.Line,
                $"The review “{draft.Title}” is missing from the contents.", "Add it to the numbered list at the beginning."));
            return draft;
        }
        met.Add(entry.Number);
        var year = draft.Year ?? draft.Affiliation.Year;
        if (folded.Length > 0 && Folding.Fold(entry.Title) != folded)
            Tell(draft, $"The contents call review {Text(entry.Number)} “{entry.Title}”, its heading says “{draft.Title}”; the heading was taken.");
        else if (year is { } own && entry.Affiliation.Year is { } other && own != other)
            Tell(draft, $"The contents date “{draft.Title}” {Text(other)}, its byline {Text(own)}; the byline was taken.");
        return draft with
        {
            Title = draft.Title.Length > 0 ? draft.Title : entry.Title,
            Affiliation = draft.Affiliation.Or(entry.Affiliation),
        };
    }

    public void TellLeftOver()
    {
        foreach (var entry in contents.Entries.Where(entry => !met.Contains(entry.Number)))
            problems.Add(context.Problem(ProblemCodes.ContentsUnmatched, entry.Line,
                $"The contents name “{entry.Title}” as number {Text(entry.Number)}, but no review with this number or title follows.",
                "Give the review a heading with its number and title, or take the entry out."));
    }

    public void TellOrder(IReadOnlyList<ReviewHeading> headings)
    {
        if (headings.All(heading => heading.Number == 0)) return;
        for (var i = 0; i < headings.Count; i++)
        {
            var expected = i == 0 ? 1 : headings[i - 1].Number + 1;
            if (headings[i].Number == expected) continue;
            problems.Add(context.Problem(ProblemCodes.NumberUnexpected, headings[i].Line,
                headings[i].Number == 0 ? $"The heading “{headings[i].Text.Plain}” has no number, {Text(expected)} was expected."
                    : $"The heading “{headings[i].Text.Plain}” has the number {Text(headings[i].Number)}, {Text(expected)} was expected.",
                "Number the reviews one by one; their order in the text counts."));
        }
    }

    private void Tell(ReviewDraft draft, string message) =>
        problems.Add(context.Problem(ProblemCodes.ContentsMismatch, draft.Line, message, "Make the entry of the contents and the review agree."));

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
