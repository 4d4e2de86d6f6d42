using DigestSearch.Reviews.Reading.Formats;

namespace DigestSearch.Reviews.Reading.Shapes;

/// <summary>One review a file: front matter, a header of labelled lines, or a first heading that links to the paper.</summary>
internal static class SingleReview
{
    private const int HeaderBlocks = 6;
    private const int LineLimit = 4_000;
    private const int ShortestTitle = 8;
    private const int TitleLimit = 200;

    public static ShapeReading? Read(ShapeContext context)
    {
        var front = context.Document.Front;
        var (heading, following) = Head(context);
        var header = ReviewHeader.Read(following, context, cited: true);
        var (body, period) = TakeReadingMonth(header.Body);
        var (given, rule) = header.Value(Field.Title) is { } line ? (line.Plain, "the line of the title")
            : front?.One("title", "paper", "paper_title") is { } named && !IsAddress(named) ? (named, "the front matter") : (TitleOf(heading, header, context.Blocks), "the heading");
        if (given is null) return null;
        // Front matter of a digest gives the title of the digest; then the first heading is a review's.
        var isGiven = rule == "the front matter" && !NamesPaper(front!);
        if (isGiven && heading is not null && Folding.Fold(heading.Text.Plain) == Folding.Fold(given)) isGiven = false;
        if (IsDigest(context, isGiven ? null : heading, header, isGiven)) return null;
        var (title, beside) = TitleLine.Read(given.Replace('\n', ' '), context);
        if (rule == "the heading") title = EntryText.Clean(title);
        if (title.Length == 0) return null;
        if (Template.IsUnfilled(body) || Template.IsPlaceholder(title.Trim('[', ']')))
            return new ShapeReading([], [context.Problem(ProblemCodes.Unfilled, heading?.Line ?? 1, $"The review of “{title}” is a template that nobody has filled in.", "Write the review, or remove the file.")]) { Title = title, Introduction = title, Period = period };
        var draft = new ReviewDraft(title, heading?.Line ?? (context.Blocks.Count > 0 ? context.Blocks[0].Line : 1)).WithBody(body).By(rule);
        if (heading is not null && PaperLink(heading) is { } paper) draft = (draft with { Links = [paper, .. Links.All(heading.Text).Where(link => link.Url != paper.Url)] }).By("the heading", draft);
        else if (heading is not null) draft = (draft with { Links = [.. Links.All(heading.Text)] }).By("the heading", draft);
        if (front is not null) draft = FrontFields.Apply(draft, front, context.Vocabulary);
        draft = DraftFields.Apply(draft, header, context.Vocabulary);
        draft = DraftFields.Fill(draft, beside).By("what stands beside the title", draft);
        if (BibTex.Find(context.Blocks) is { } cited) draft = cited.Fill(draft);
        draft = draft with { TextLinks = [.. Links.All(body)] };
        return new ShapeReading([draft], []) { Title = draft.Title, Introduction = draft.Title, Period = period };
    }

    /// <summary>The title, if the document begins with it, and what follows: a heading, or a line of its own above links or labelled lines.</summary>
    private static (Block? Heading, IReadOnlyList<Block> Following) Head(ShapeContext context)
    {
        switch (context.Blocks)
        {
            case [{ Kind: BlockKind.Heading, Level: <= 2 } heading, ..]: return (heading, [.. context.Blocks.Skip(1)]);
            case [{ Kind: BlockKind.Paragraph, Level: 0 } first, ..] when first.Text.Text.Length <= LineLimit:
                var lines = first.Text.Lines(2);
                var title = lines[0].Text;
                if (title.Text.Length is < ShortestTitle or > TitleLimit || title.Text[^1] is '.' or ':' or ';' or ',' || FieldLine.Read(title) is not null) break;
                List<Block> rest = lines.Count > 1 ? [first with { Text = first.Text.From(lines[1].Start), Line = first.Line + 1 }, .. context.Blocks.Skip(1)] : [.. context.Blocks.Skip(1)];
                var isLinked = title.IsAllLinks() && TitleLink(first with { Kind = BlockKind.Heading, Level = 1, Text = title }) is not null && rest.Take(HeaderBlocks).Any(block => block.Kind is BlockKind.Heading);
                if (isLinked || title.Links.Count == 0 && rest is [{ Kind: BlockKind.Paragraph } next, ..] && FieldLine.Read(Decoration.Trim(next.Text.Lines(2)[0].Text)) is { Field: Field.Authors or Field.Link or Field.Code })
                    return (first with { Kind = BlockKind.Heading, Level = 1, Text = title }, rest);
                break;
        }
        return (null, context.Blocks);
    }

    private static bool NamesPaper(FrontMatter front) =>
        front.All("authors", "paper_authors", "paper", "paper_url", "paper_link", "link", "arxiv", "pdf", "doi", "venue", "conference", "year", "paper_year").Count > 0;

    private static string? TitleOf(Block? heading, ReviewHeader header, IReadOnlyList<Block> blocks)
    {
        if (heading is null) return null;
        if (header.Byline is { Authors.Count: > 0 } || header.Fields.ContainsKey(Field.Link) || header.Links.Any(link => link.Url is { } url && LinkKinds.Of("", url) is LinkKind.Paper) || BibTex.Find(blocks) is { } cited && cited.Names(heading.Text.Plain))
            return TitleLink(heading) is { } marked ? heading.Text.Slice(marked.Start, marked.Length).Plain
                : heading.Text.Links.FirstOrDefault(link => link.Length > 0) is { Start: > ShortestTitle } behind ? heading.Text.Slice(0, behind.Start).Plain.TrimEnd('[', '(', ' ') : heading.Text.Plain;
        if (TitleLink(heading) is not { } link || blocks.Count < 2) return null;
        // Several such headings are a list of papers, which is another shape.
        if (blocks.Skip(1).Any(block => block is { Kind: BlockKind.Heading } other && other.Level == heading.Level && TitleLink(block) is not null)) return null;
        var noted = IsNote(blocks[1]) || blocks.Count > 2 && IsNote(blocks[2]) || blocks[1] is { Kind: BlockKind.Heading } section && SectionNames.IsGeneric(section.Text.Plain);
        return PaperLink(heading) is { Kind: LinkKind.Paper } && IsAddress(link.Url) || noted && (link.Url.Length == 0 || IsAddress(link.Url) || link.Url.EndsWith(".pdf", StringComparison.OrdinalIgnoreCase))
            ? heading.Text.Slice(link.Start, link.Length).Plain : null;
    }

    /// <summary>Whether more than one heading, or the rows and items below a title that front matter gives, have papers of their own.</summary>
    private static bool IsDigest(ShapeContext context, Block? heading, ReviewHeader own, bool isGiven)
    {
        // A review that names its own paper may speak of others under its headings.
        var isProven = !isGiven && own.Byline is { Authors.Count: > 0 } && (heading is null || own.Links.Count > 0 || own.Fields.ContainsKey(Field.Authors));
        var levels = new Dictionary<int, int>();
        for (var i = 0; i < context.Blocks.Count; i++)
        {
            if (context.Blocks[i] is not { Kind: BlockKind.Heading } other || ReferenceEquals(other, heading) || SectionNames.IsGeneric(other.Text.Plain) || FieldLine.FieldOf(Folding.Fold(other.Text.Plain)) is not null || isProven && other.Level > (heading?.Level ?? 1)) continue;
            var header = ReviewHeader.Read([.. context.Blocks.Skip(i + 1).Take(HeaderBlocks).TakeWhile(block => block.Kind is not BlockKind.Heading)], context);
            if (header.Byline is not { Authors.Count: > 0 } && (isProven || !header.Links.Any(link => link is { Kind: LinkKind.Paper, Url: not null }) && !(isGiven && PaperLink(other with { Level = 1 }) is { Kind: LinkKind.Paper }))) continue;
            levels[other.Level] = levels.GetValueOrDefault(other.Level) + 1;
            if (levels[other.Level] > 1 || other.Level == heading?.Level && header.Byline is not null) return true;
        }
        return isGiven && (TableDigest.Read(context) is { Reviews.Count: > 1 } && IsMostly(context.Blocks, BlockKind.Row) || ListDigest.Read(context) is { Reviews.Count: > 1 } || HeadedDigest.Read(context) is { Reviews.Count: > 1 });
    }

    private static bool IsMostly(IReadOnlyList<Block> blocks, BlockKind kind) =>
        blocks.Where(block => block.Kind == kind).Sum(block => block.Cells.Sum(cell => cell.Text.Length)) > blocks.Where(block => block.Kind != kind).Sum(block => block.Text.Text.Length);

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
