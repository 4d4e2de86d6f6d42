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
        var title = header.Value(Field.Title)?.Plain ?? front?.One("title", "paper", "paper_title") ?? TitleOf(heading, header, blocks);
        if (title is null || title.Length == 0) return null;
        var line = heading?.Line ?? (blocks.Count > 0 ? blocks[0].Line : 1);
        var draft = new ReviewDraft(title.Replace('\n', ' '), line).WithBody(body);
        if (PaperLink(heading, title) is { } paper) draft = draft with { Links = [paper] };
        if (front is not null) draft = FrontFields.Apply(draft, front, context.Vocabulary);
        draft = DraftFields.Apply(draft, header, context.Vocabulary);
        draft = draft with { Links = [.. draft.Links, .. BodyLinks(body, draft.Links)] };
        return new ShapeReading([draft], []) { Title = draft.Title, Introduction = draft.Title, Period = period };
    }

    private static string? TitleOf(Block? heading, ReviewHeader header, IReadOnlyList<Block> blocks)
    {
        if (heading is null) return null;
        if (header.Byline is { Authors.Count: > 0 } || header.Fields.ContainsKey(Field.Link)) return heading.Text.Plain;
        if (TitleLink(heading) is not { } link || blocks.Count < 2) return null;
        // Several such headings are a list of papers, which is another shape.
        if (blocks.Skip(1).Any(block => block is { Kind: BlockKind.Heading, Level: 1 } && TitleLink(block) is not null)) return null;
        var noted = IsNote(blocks[1]) || blocks.Count > 2 && IsNote(blocks[2]);
        return PaperLink(heading, "paper") is not null || noted && (link.Url.Length == 0 || IsAddress(link.Url)) ? heading.Text.Slice(link.Start, link.Length).Plain : null;
    }

    /// <summary>The link that is the heading, but for a name or sign beside it.</summary>
    private static LinkSpan? TitleLink(Block? heading)
    {
        if (heading is not { Level: 1, Text: { Links: [var link] } text }) return null;
        var beside = text.Text.Remove(link.Start, link.Length).Trim();
        return beside.Length == 0 || beside.Length <= 30 && (!char.IsLetterOrDigit(beside[0])) ? link : null;
    }

    private static ReviewLink? PaperLink(Block? heading, string title)
    {
        if (TitleLink(heading) is not { } link || !IsAddress(link.Url)) return null;
        return LinkKinds.Of("", link.Url) is LinkKind.Paper or LinkKind.Other ? Links.Make(title, link.Url, LinkKind.Paper) : null;
    }

    private static bool IsAddress(string url) => url.StartsWith("http", StringComparison.OrdinalIgnoreCase);

    // «tl;dr: …» or a month alone: somebody's note on a paper.
    private static bool IsNote(Block block) =>
        block.Kind is BlockKind.Paragraph && (FieldLine.Read(block.Text) is { Field: Field.Summary } || IsMonth(block) is not null);

    private static Period? IsMonth(Block block) =>
        block.Kind is BlockKind.Paragraph && block.Text.Plain is { Length: <= 30 } text && text.Split(' ').Length <= 3 ? PeriodText.Read(text) : null;

    /// <summary>Takes a line that is only a month, such as <c>January 2021</c>: when the review was written.</summary>
    private static (IReadOnlyList<Block> Body, Period? Period) TakeReadingMonth(IReadOnlyList<Block> body) =>
        body is [var first, ..] && IsMonth(first) is { } period ? ([.. body.Skip(1)], period) : (body, null);

    // «Link to the paper» as a line of its own, at the end of an introduction.
    private static IEnumerable<ReviewLink> BodyLinks(IReadOnlyList<Block> body, IReadOnlyList<ReviewLink> known) =>
        body.Where(block => block.Kind is BlockKind.Paragraph or BlockKind.Item && block.Text.Links.Count is > 0 and < 10 && block.Text.IsAllLinks())
            .SelectMany(block => Links.In(block.Text))
            .Where(link => link.Url is not null && LinkKinds.OfLabel(link.Label) is not null && known.All(other => other.Url != link.Url))
            .DistinctBy(link => link.Url).Take(20);
}
