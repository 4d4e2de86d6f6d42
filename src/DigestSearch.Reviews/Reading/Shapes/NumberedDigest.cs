using System.Globalization;
using DigestSearch.Reviews.Reading.Formats;

namespace DigestSearch.Reviews.Reading.Shapes;

/// <summary>Numbered reviews, each with a byline, perhaps with contents before them.</summary>
internal static class NumberedDigest
{
    public static ShapeReading? Read(ShapeContext context)
    {
        var all = ReviewHeading.Find(context);
        var contents = ContentsList.Find(TitlesWithByline(all, context), context);
        var headings = Choose([.. all.Where(heading => heading.Index < contents.Start || heading.Index >= contents.End)], contents, context);
        if (headings.Count == 0) return null;
        var problems = new List<Problem>();
        var reviews = new List<ReviewDraft>(headings.Count);
        var check = new ContentsCheck(context, contents, problems);
        // A heading that is a review's own tells nothing of the next one.
        var sections = headings[0].IsMarkup ? null : new Sections(context.Blocks);
        for (var i = 0; i < headings.Count; i++)
        {
            var end = i + 1 < headings.Count ? headings[i + 1].Index : EndOf(context.Blocks, headings[i]);
            var draft = ReadReview(context, headings[i], end, check, problems, isLast: i + 1 == headings.Count);
            reviews.Add(sections is null ? draft : sections.Of(headings[i].Index).Fill(draft));
        }
        check.TellLeftOver();
        check.TellOrder(headings);
        var first = contents.Entries.Count > 0 ? Math.Min(contents.Start, headings[0].Index) : headings[0].Index;
        return new ShapeReading(reviews, problems)
        {
            Title = Opening.Title(context, first),
            Introduction = Opening.Introduction(context, first),
        };
    }

    private static HashSet<string> TitlesWithByline(IReadOnlyList<ReviewHeading> headings, ShapeContext context) =>
        [.. headings.Where(heading => heading.IsMarkup || heading.Header.Byline is not null)
            .Select(heading => Folding.Fold(TitleLine.Read(heading.Text.Plain, context).Title)).Where(title => title.Length > 0)];

    private static List<ReviewHeading> Choose(List<ReviewHeading> candidates, ContentsList contents, ShapeContext context)
    {
        var byTitle = contents.Entries.Select(entry => Folding.Fold(entry.Title)).ToHashSet(StringComparer.Ordinal);
        var proven = candidates.Where(heading => HasAuthors(heading) && Names(heading)
            || byTitle.Contains(Folding.Fold(TitleLine.Read(heading.Text.Plain, context).Title))).ToHashSet();
        var numbered = proven.Any(heading => heading.Number > 0);
        if (!numbered && proven.Count < 2) return [];
        // Numbered sections of an essay may agree with its contents too: somebody must have written a paper.
        if (!proven.Any(HasAuthors) && contents.Entries.Count(entry => entry.Affiliation.Year is not null) * 2 <= contents.Entries.Count) return [];
        var level = proven.Where(heading => heading.Number > 0 == numbered).GroupBy(heading => heading.Level)
            .OrderByDescending(group => group.Count()).ThenBy(group => group.Key).First().Key;
        var onLevel = candidates.Where(heading => heading.Level == level).ToList();
        var chosen = new List<ReviewHeading>();
        for (var i = 0; i < onLevel.Count; i++)
            if (proven.Contains(onLevel[i]) || Follows(onLevel[i], chosen, NextProven(onLevel, i, proven), contents)) chosen.Add(onLevel[i]);
        return chosen;
    }

    private static bool HasAuthors(ReviewHeading heading) => heading.Header.Byline is { Authors.Count: > 0 } && !(heading.IsItem && heading.Header.IsByNames);

    // A byline under a heading without a number is no accident only when it is labelled as one.
    private static bool Names(ReviewHeading heading) => heading.Number > 0 || heading.IsProven || heading.Header.Fields.ContainsKey(Field.Authors);

    private static ReviewHeading? NextProven(List<ReviewHeading> onLevel, int at, HashSet<ReviewHeading> proven)
    {
        for (var i = at + 1; i < onLevel.Count; i++)
            if (proven.Contains(onLevel[i])) return onLevel[i];
        return null;
    }

    /// <summary>Whether a heading without proof of its own fits into the sequence: then its review is only broken.</summary>
    private static bool Follows(ReviewHeading heading, List<ReviewHeading> before, ReviewHeading? next, ContentsList contents)
    {
        var last = before.Count == 0 ? 0 : before.Max(earlier => earlier.Number);
        // A heading in markup may skip numbers: a review with a wrong number is better than one swallowed by the review before.
        if (heading.Number != last + 1 && !(heading.IsMarkup && heading.Number > last && before.Count > 0)) return false;
        if (next is not null) return next.Number > heading.Number;
        return contents.Entries.Count > 0 ? contents.ByNumber(heading.Number) is not null : heading.IsMarkup;
    }

    private static int EndOf(IReadOnlyList<Block> blocks, ReviewHeading last)
    {
        if (!last.IsMarkup) return blocks.Count;
        for (var i = last.Index + 1; i < blocks.Count; i++)
            if (blocks[i] is { Kind: BlockKind.Heading } heading && (heading.Level < last.Level || heading.Level == last.Level && last.Number > 0)) return i;
        return blocks.Count;
    }

    private static ReviewDraft ReadReview(ShapeContext context, ReviewHeading heading, int end, ContentsCheck check, List<Problem> problems, bool isLast)
    {
        var following = heading.Following(context.Blocks, end);
        if (isLast) following = [.. following.Take(Closing.Start(following))];
        var header = ReviewHeader.Read(following, context, signed: true);
        var (title, beside) = TitleLine.Read(heading.Text.Plain.Replace('\n', ' '), context);
        // A copy that lost one alphabet may end in the dash before the lost words.
        title = title.TrimEnd(' ', '—', '–');
        var draft = DraftFields.Apply(new ReviewDraft(title, heading.Line).By("the heading"), header, context.Vocabulary);
        draft = (DraftFields.Fill(draft.WithBody(header.Body), beside) with { TextLinks = [.. Links.All(header.Body)] }).By("what stands beside the title", draft);
        if (heading.Text.Links is [var link, ..] && draft.Links.All(other => other.Kind is not LinkKind.Paper)
            && Links.Make(title, link.Url, LinkKind.Paper) is { Url: not null } paper)
            draft = (draft with { Links = [paper, .. draft.Links] }).By("the heading", draft);
        draft = check.Fill(draft, heading.Number).By("the contents of the digest", draft);
        if (draft.Authors.Count == 0)
            problems.Add(context.Problem(ProblemCodes.BylineMissing, heading.Line,
                string.Create(CultureInfo.InvariantCulture, $"Review {heading.Number} “{draft.Title}” has no line of authors under its heading."),
                "Write a line of the form “Authors: A, B (Institution, Country, 2020)” below the heading."));
        if (draft.Title.Length == 0)
            problems.Add(context.Problem(ProblemCodes.TitleMissing, heading.Line,
                string.Create(CultureInfo.InvariantCulture, $"Review {heading.Number} has a heading without a title."),
                "Write the title of the paper behind the number."));
        return draft.Title.Length > 0 ? draft : draft with { Title = string.Create(CultureInfo.InvariantCulture, $"{heading.Number}.") };
    }
}
