using DigestSearch.Reviews.Reading.Formats;

namespace DigestSearch.Reviews.Reading.Shapes;

/// <summary>One review a file: front matter, a header of labelled lines, or a first heading that links to the paper.</summary>
internal static class SingleReview
{
    public static ShapeReading? Read(ShapeContext context)
    {
        var blocks = context.Blocks;
        var front = context.Document.Front;
        var at = blocks is [{ Kind: BlockKind.Heading, Level: <= 2 }, ..] ? 1 : 0;
        var heading = at == 1 ? blocks[0] : null;
        var header = ReviewHeader.Read([.. blocks.Skip(at)], context.Vocabulary);
        var (body, period) = TakeReadingMonth(header.Body);
        var (title, rule) = header.Value(Field.Title) is { } line ? (line.Plain, "the line of the title")
            : front?.One("title", "paper", "paper_title") is { } given && !IsAddress(given) ? (given, "the front matter") : (TitleOf(heading, header, blocks), "the heading");
        if (title is null || title.Length == 0) return null;
        if (Template.IsUnfilled(body) || Template.IsPlaceholder(title.Trim('[', ']')))
            return new ShapeReading([], [context.Problem(ProblemCodes.Unfilled, heading?.Line ?? 1, $"The review of “{title}” is a template that nobody has filled in.", "Write the review, or remove the file.")]) { Title = title, Introduction = title, Period = period };
        var draft = new ReviewDraft(title.Replace('\n', ' '), heading?.Line ?? (blocks.Count > 0 ? blocks[0].Line : 1)).WithBody(body).By(rule);
        if (heading is not null && PaperLink(heading) is { } paper) draft = (draft with { Links = [paper, .. Links.All(heading.Text).Where(link => link.Url != paper.Url)] }).By("the heading", draft);
        if (front is not null) draft = FrontFields.Apply(draft, front, context.Vocabulary);
        draft = DraftFields.Apply(draft, header, context.Vocabulary);
        draft = draft with { TextLinks = [.. Links.All(body)] };
        return new ShapeReading([draft], []) { Title = draft.Title, Introduction = draft.Title, Period = period };
    }

    private static string? TitleOf(Block? heading, ReviewHeader header, IReadOnlyList<Block> blocks)
    {
        if (heading is null) return null;
        if (header.Byline is { Authors.Count: > 0 } || header.Fields.ContainsKey(Field.Link)) return heading.Text.Plain;
        if (TitleLink(heading) is not { } link || blocks.Count < 2) return null;
        // Several such headings are a list of papers, which is another shape.
        if (blocks.Skip(1).Any(block => block is { Kind: BlockKind.Heading } other && other.Level == heading.Level && TitleLink(block) is not null)) return null;
        var noted = IsNote(blocks[1]) || blocks.Count > 2 && IsNote(blocks[2]);
        return PaperLink(heading) is { Kind: LinkKind.Paper } && IsAddress(link.Url) || noted && (link.Url.Length == 0 || IsAddress(link.Url) || link.Url.EndsWith(".pdf", StringComparison.OrdinalIgnoreCase))
            ? heading.Text.Slice(link.Start, link.Length).Plain : null;
    }

    /// <summary>The link that is the heading, but for a sign before it and other links, a name or tags behind it.</summary>
    private static LinkSpan? TitleLink(Block? heading)
    {
        if (heading is not { Level: <= 2, Text: { Links: [var link, ..] } text } || link.Length < 3 || text.Text[..link.Start].Any(char.IsLetterOrDigit)) return null;
        var beside = text.Text.Length - link.Length - text.Links.Skip(1).Sum(other => other.Length);
        return beside <= 30 && (link.End == text.Text.Length || !char.IsLetterOrDigit(text.Text[link.End..].TrimStart()[0])) ? link : null;
    }

    private static ReviewLink? PaperLink(Block? heading) =>
        TitleLink(heading) is { } link && Links.Make(heading!.Text.Text.Substring(link.Start, link.Length), link.Url) is { Url: not null } paper ? EntryText.AsTitle(paper) : null;

    private static bool IsAddress(string url) => url.StartsWith("http", StringComparison.OrdinalIgnoreCase);

    // «tl;dr: …» or a month alone: somebody's note on a paper.
    private static bool IsNote(Block block) =>
        block.Kind is BlockKind.Paragraph && (FieldLine.Read(block.Text) is { Field: Field.Summary } || ReadingMonth.Of(block) is not null);

    /// <summary>Takes a line that is only a month, such as <c>January 2021</c>: when the review was written.</summary>
    private static (IReadOnlyList<Block> Body, Period? Period) TakeReadingMonth(IReadOnlyList<Block> body) =>
        body is [var first, ..] && ReadingMonth.Of(first) is { } period ? ([.. body.Skip(1)], period) : (body, null);
}
