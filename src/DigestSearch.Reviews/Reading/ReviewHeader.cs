using DigestSearch.Reviews.Reading.Formats;

namespace DigestSearch.Reviews.Reading;

/// <summary>The lines between a heading and its review: byline, links, reviewer, fields, in any order and any paragraphs.</summary>
internal sealed class ReviewHeader
{
    private const int BlockLimit = 24;

    private readonly Vocabulary vocabulary;
    private readonly List<ReviewLink> links = [];
    private readonly Dictionary<Field, RichText> fields = [];
    private bool hasLinkLine;

    private ReviewHeader(Vocabulary vocabulary) => this.vocabulary = vocabulary;

    public Byline? Byline { get; private set; }

    public ReviewerLine? Reviewer { get; private set; }

    public IReadOnlyList<ReviewLink> Links => links;

    public IReadOnlyDictionary<Field, RichText> Fields => fields;

    /// <summary>What follows the header: the first block cut where the header ends.</summary>
    public IReadOnlyList<Block> Body { get; private set; } = [];

    /// <summary>Reads the header at the beginning of some blocks.</summary>
    /// <param name="blocks">What follows the title.</param>
    /// <param name="vocabulary">Knows labs and places.</param>
    /// <param name="signed">Whether the reviewer may sign at the end.</param>
    public static ReviewHeader Read(IReadOnlyList<Block> blocks, Vocabulary vocabulary, bool signed = false)
    {
        var header = new ReviewHeader(vocabulary);
        header.Read(blocks);
        if (signed && header.Reviewer is null) header.ReadSignature();
        return header;
    }

    private void Read(IReadOnlyList<Block> blocks)
    {
        for (var i = 0; i < blocks.Count && i < BlockLimit; i++)
        {
            var rest = blocks[i].Kind is BlockKind.Paragraph or BlockKind.Quote || blocks[i] is { Kind: BlockKind.Item, Number: null } ? Take(blocks[i]) : blocks[i];
            if (rest is null) continue;
            Body = [rest, .. blocks.Skip(i + 1)];
            return;
        }
        Body = blocks.Count > BlockLimit ? [.. blocks.Skip(BlockLimit)] : [];
    }

    // «Обзор подготовила …» behind the text.
    private void ReadSignature()
    {
        for (var i = Body.Count - 1; i >= 0 && i >= Body.Count - 3; i--)
        {
            if (Body[i] is not { Kind: BlockKind.Paragraph or BlockKind.Quote } block || block.Text.Text.Length > 4_000) continue;
            var lines = block.Text.Lines();
            if (lines[^1].Text.Text is not [not ':', ..] || (ReviewerLine.Read(lines[^1].Text) ?? ReviewerLine.ReadStripped(lines[^1].Text)) is not { } reviewer) continue;
            Reviewer = reviewer;
            Body = lines.Count == 1 ? [.. Body.Take(i), .. Body.Skip(i + 1)]
                : [.. Body.Take(i), block with { Text = block.Text.Slice(0, lines[^1].Start).Trim() }, .. Body.Skip(i + 1)];
            return;
        }
    }

    public RichText? Value(Field field) => fields.GetValueOrDefault(field);

    /// <summary>Takes the lines of a block that belong to the header; what is left of it, or null.</summary>
    private Block? Take(Block block)
    {
        var lines = block.Text.Lines();
        for (var i = 0; i < lines.Count; i++)
        {
            // Badges have no text.
            if (lines[i].Text.IsBlank && lines[i].Text.Links.Count > 0) links.AddRange(Reading.Links.All(lines[i].Text));
            // A copy that lost one alphabet keeps the commas of lines that were in it.
            if (lines[i].Text.IsBlank || Byline is not null && lines[i].Text.Plain is [',' or '.']) continue;
            var line = lines[i].Text;
            var used = 1;
            while (i + used < lines.Count && Byline.IsOpen(line, lines[i + used].Text)) line = Join(line, lines[i + used++].Text);
            if (!TakeLine(line, block.Kind is BlockKind.Item))
                return i == 0 ? block : block with { Text = block.Text.From(lines[i].Start).Trim(), Line = block.Line + i };
            i += used - 1;
        }
        return null;
    }

    private bool TakeLine(RichText line, bool item)
    {
        // A reviewer's name or a list of links says less than a label does: the order of these questions matters.
        if (Reviewer is null && Byline is not null && ReviewerLine.Read(line) is { } stripped) return Set(() => Reviewer = stripped);
        if (!hasLinkLine && !item && Reading.Links.OfLine(line) is { Count: > 1 } several) return TakeLinks(several, line);
        if (FieldLine.Read(line) is { } field) return TakeField(field, line);
        if (Reviewer is null && !line.Text.StartsWith(':') && ReviewerLine.Read(line) is { } reviewer) return Set(() => Reviewer = reviewer);
        if (item) return false;
        if (Byline is null && Byline.Read(line, vocabulary) is { } byline) return Set(() => Byline = byline);
        // Authors of another institution may have a line of their own.
        if (Byline is { Affiliation.HasPlace: true } first && !hasLinkLine && Byline.SplitParenthesis(line.Plain).Inside is not null && Byline.ReadMore(line, vocabulary) is { } more)
            return Set(() => Byline = first.With(more));
        return !hasLinkLine && Reading.Links.OfLine(line) is { } found && TakeLinks(found, line);
    }

    private bool TakeLinks(IReadOnlyList<ReviewLink> found, RichText line)
    {
        hasLinkLine = found.Count > 1 || line.Text.Contains("::", StringComparison.Ordinal);
        links.AddRange(found);
        return true;
    }

    private bool TakeField(FieldLine field, RichText line)
    {
        if (field.Field is Field.Summary || !fields.TryAdd(field.Field, field.Value)) return false;
        switch (field.Field)
        {
            case Field.Authors:
                Byline = Byline.Read(line, vocabulary) ?? Byline;
                break;
            case Field.Reviewer:
                Reviewer = ReviewerLine.ReadValue(field.Value.Plain);
                break;
            case Field.Link or Field.Code or Field.Project or Field.Video or Field.Blog:
                links.AddRange(LinksOf(field, line));
                break;
        }
        return true;
    }

    private static IEnumerable<ReviewLink> LinksOf(FieldLine field, RichText line)
    {
        var found = Reading.Links.In(field.Value).ToList();
        var kind = KindOf(field.Field);
        if (found.Count == 0) return Reading.Links.Make(field.Value.Plain, null, kind) is { } label ? [label] : [];
        // «Link» names no kind: the address may; without one it is the paper.
        return found.Select(link => link with
        {
            Kind = kind ?? (link.Kind is LinkKind.Other ? LinkKind.Paper : link.Kind),
            Label = link.Label == link.Url ? line.Text[..line.Text.IndexOf(':', StringComparison.Ordinal)].Trim() : link.Label,
        });
    }

    private static string? KindOf(Field field) => field switch
    {
        Field.Code => LinkKind.Code,
        Field.Project => LinkKind.Project,
        Field.Video => LinkKind.Video,
        Field.Blog => LinkKind.Blog,
        _ => null,
    };

    private static RichText Join(RichText first, RichText second) =>
        new(first.Text + " " + second.Text,
            [.. first.Links, .. second.Links.Select(link => link with { Start = link.Start + first.Text.Length + 1 })], first.Bold);

    private static bool Set(Action change)
    {
        change();
        return true;
    }
}
