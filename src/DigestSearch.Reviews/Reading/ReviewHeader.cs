using DigestSearch.Reviews.Reading.Formats;

namespace DigestSearch.Reviews.Reading;

/// <summary>The lines between a heading and its review: byline, links, reviewer, fields, in any order and any paragraphs.</summary>
internal sealed class ReviewHeader
{
    private const int BlockLimit = 24;
    private const int NamesLimit = 1_000;
    private const int TitleLimit = 300;
    private const int LabelLimit = 24;

    private readonly ShapeContext context;
    private readonly List<ReviewLink> links = [];
    private readonly Dictionary<Field, RichText> fields = [];
    private bool hasLinkLine;

    private readonly bool nested;
    private readonly bool cited;

    private ReviewHeader(ShapeContext context, bool nested, bool cited) => (this.context, this.nested, this.cited) = (context, nested, cited);

    public Byline? Byline { get; private set; }

    /// <summary>Whether no label told that the byline is one.</summary>
    public bool IsByNames { get; private set; }

    public ReviewerLine? Reviewer { get; private set; }

    public IReadOnlyList<ReviewLink> Links => links;

    public IReadOnlyDictionary<Field, RichText> Fields => fields;

    /// <summary>What follows the header: the first block cut where the header ends.</summary>
    public IReadOnlyList<Block> Body { get; private set; } = [];

    /// <summary>Reads the header at the beginning of some blocks.</summary>
    /// <param name="blocks">What follows the title.</param>
    /// <param name="context">The document they stand in.</param>
    /// <param name="signed">Whether the reviewer may sign at the end.</param>
    /// <param name="nested">Whether they are nested in the item that is the title, and items among them may be a line of names.</param>
    /// <param name="cited">Whether a citation below the title is of its paper; in a text of several parts it may be of any.</param>
    public static ReviewHeader Read(IReadOnlyList<Block> blocks, ShapeContext context, bool signed = false, bool nested = false, bool cited = false)
    {
        var header = new ReviewHeader(context, nested, cited);
        header.Read(blocks);
        if (signed && header.Reviewer is null) header.ReadSignature();
        return header;
    }

    private void Read(IReadOnlyList<Block> blocks)
    {
        var kept = new List<Block>();
        for (var i = 0; i < blocks.Count && i < BlockLimit; i++)
        {
            if (TakeSection(blocks, i) is > 0 and var used)
            {
                i += used - 1;
                continue;
            }
            var rest = blocks[i].Kind is BlockKind.Paragraph or BlockKind.Quote || blocks[i] is { Kind: BlockKind.Item, Number: null } ? Take(blocks[i]) : blocks[i];
            if (rest is null) continue;
            // A label that nothing knows among those that are known.
            if (blocks[i].Kind is BlockKind.Item && IsLabelled(blocks[i].Text) && i + 1 < blocks.Count && blocks[i + 1].Kind is BlockKind.Item && IsLabelled(blocks[i + 1].Text))
            {
                kept.Add(rest);
                continue;
            }
            Body = [.. kept, rest, .. blocks.Skip(i + 1)];
            return;
        }
        Body = [.. kept, .. blocks.Skip(BlockLimit)];
    }

    /// <summary>How many blocks a part of the header took that stands under a heading: names, a venue, or the value that the heading labels.</summary>
    private int TakeSection(IReadOnlyList<Block> blocks, int at)
    {
        if (blocks[at] is { Kind: BlockKind.Row, IsHead: true }) return IsFieldRow(blocks, at + 1) ? 1 : 0;
        if (IsFieldRow(blocks, at) && blocks[at].Cells is [var label, var value] && FieldLine.FieldOf(Folding.Fold(label.Plain)) is { } named) return TakeField(new FieldLine(named, value), value) ? 1 : 0;
        if (blocks[at] is not { Kind: BlockKind.Heading, Text.Text.Length: <= NamesLimit } heading) return 0;
        // «## Metadata» above labelled lines.
        if (Shapes.SectionNames.IsInformation(heading.Text.Plain) && (IsFieldRow(blocks, at + 1) || IsFieldRow(blocks, at + 2) || at + 1 < blocks.Count && blocks[at + 1].Kind is BlockKind.Paragraph or BlockKind.Item && FieldLine.Read(Decoration.Trim(blocks[at + 1].Text.Lines(2)[0].Text)) is not null)) return 1;
        if (FieldLine.FieldOf(Folding.Fold(heading.Text.Plain)) is { } field && at + 1 < blocks.Count && blocks[at + 1] is { Kind: BlockKind.Paragraph or BlockKind.Item, Text.Text.Length: <= NamesLimit } below && IsValue(field, below.Text))
            return TakeField(new FieldLine(field, below.Text), below.Text) ? 2 : 0;
        if (TakeNames(heading.Text)) return 1;
        if (Reading.Links.IsNumber(heading.Text.Plain) && Reading.Links.Make(heading.Text.Plain, heading.Text.Links is [{ Url: var address }, ..] ? address : null, LinkKind.Paper) is { } number)
        {
            links.Add(number);
            return 1;
        }
        if (Byline is not null && context.Vocabulary.LabOf(heading.Text.Plain) is not null && fields.TryAdd(Field.Institutions, heading.Text)) return 1;
        if (!fields.ContainsKey(Field.Venue) && VenueYear.ReadKnown(heading.Text.Plain) is { Year: not null }) return fields.TryAdd(Field.Venue, heading.Text) ? 1 : 0;
        return 0;
    }

    // «## Implementation» may head links or the text: what stands below tells.
    private bool IsValue(Field field, RichText text) => field switch
    {
        Field.Authors => AuthorList.LooksLikeNames(text.Plain) || NamesLine.Read(text, context) is not null,
        Field.Link or Field.Code or Field.Project or Field.Video or Field.Blog => Reading.Links.AreAll(text),
        Field.Institutions => Affiliation.Read(text.Plain, context.Vocabulary).Institutions is { Count: > 0 } institutions && institutions.All(institution => context.Vocabulary.LabOf(institution) is not null || AffiliationWords.IsInstitution(institution)),
        Field.Year or Field.Date => PeriodText.YearOfDate(text.Plain) is not null,
        Field.Venue => VenueYear.ReadKnown(text.Plain) is not null,
        _ => false,
    };

    private static bool IsFieldRow(IReadOnlyList<Block> blocks, int at) =>
        at < blocks.Count && blocks[at] is { Kind: BlockKind.Row, Cells: [var label, _] } && FieldLine.FieldOf(Folding.Fold(label.Plain)) is not null;

    private static bool IsLabelled(RichText text) => text.Text.AsSpan(0, Math.Min(text.Text.Length, LabelLimit)).IndexOfAny(':', '：') is > 0 and var colon && !text.Text.AsSpan(0, colon).Contains('/');

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
            var line = Decoration.Trim(lines[i].Text);
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
        if (IsLabelled(line) && line.From(line.Text.IndexOfAny([':', '：']) + 1).Trim() is var value && VenueYear.ReadKnown(value.Plain) is { Year: not null }) return fields.TryAdd(Field.Venue, value);
        if (!item && line.Plain.Trim('(', ')', '[', ']', '*', '_', '.', ' ') is { Length: <= 40 } alone && VenueYear.ReadKnown(alone) is { Year: not null }) return fields.TryAdd(Field.Venue, RichText.Of(alone));
        if (Reviewer is null && !line.Text.StartsWith(':') && ReviewerLine.Read(line) is { } reviewer) return Set(() => Reviewer = reviewer);
        // A bullet that is nothing but a link or names is no text.
        if (item) return nested && TakeNames(line) || !hasLinkLine && Reading.Links.AreAll(line) && Reading.Links.OfLine(line) is [{ Url: { } url } own] && (own.Label == url || LinkKinds.OfLabel(own.Label) is not null || LinkKinds.IsGeneric(own.Label)) && TakeLinks([own], line);
        if (Byline is null && Byline.Read(line, context.Vocabulary) is { } byline) return Set(() => Byline = byline);
        if (TakeNames(line) || TakeCitation(line)) return true;
        // Authors of another institution may have a line of their own.
        if (Byline is { Affiliation.HasPlace: true } first && !hasLinkLine && Byline.SplitParenthesis(line.Plain).Inside is not null && Byline.ReadMore(line, context.Vocabulary) is { } more)
            return Set(() => Byline = first.With(more));
        return !hasLinkLine && Reading.Links.OfLine(line) is { } found && TakeLinks(found, line);
    }

    // «Example, Ada, et al. "A Title." EMNLP 2016»: how the review cites its paper.
    private bool TakeCitation(RichText line)
    {
        if (!cited || Byline is not null || line.Text.Length > NamesLimit || line.Text is ['[', ..] || line.Text.AsSpan().IndexOfAny('"', '“', '«') < 4 || Shapes.EntryText.Read(line, context) is not { Beside.Authors.Count: > 0 } entry) return false;
        var tail = Shapes.EntryTail.Read(entry, context);
        links.AddRange(Reading.Links.All(line));
        Byline = new Byline(tail.Authors, tail.Affiliation with { Year = tail.Year, Venue = tail.Venue }) { VenueYear = tail.VenueYear };
        return true;
    }

    private bool TakeNames(RichText line)
    {
        if (Byline is not null || NamesLine.Read(line, context) is not { } names) return false;
        links.AddRange(Reading.Links.All(line));
        (Byline, IsByNames) = (names, true);
        return true;
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
            case Field.Title:
                links.AddRange(Reading.Links.All(field.Value).Select(link => link with { Kind = LinkKinds.Of("", link.Url) is LinkKind.Other ? LinkKind.Paper : LinkKinds.Of("", link.Url) }));
                break;
            // A handle wrote the review.
            case Field.Authors when field.Value.Plain is ['@', ..] handle && !handle.Contains(','):
                Reviewer = ReviewerLine.ReadValue(handle);
                break;
            case Field.Authors:
                Byline = Byline.ReadValue(field.Value, context.Vocabulary);
                break;
            case Field.Reviewer:
                Reviewer = ReviewerLine.ReadValue(field.Value.Plain);
                break;
            case Field.Link when TitleOf(field.Value) is { } title:
                fields.TryAdd(Field.Title, title);
                links.AddRange(LinksOf(field, line));
                break;
            case Field.Link or Field.Code or Field.Project or Field.Video or Field.Blog:
                links.AddRange(LinksOf(field, line));
                break;
        }
        return true;
    }

    // «Paper: [A Title of Some Words](…)»: the label announces the paper, not where a link leads.
    private static RichText? TitleOf(RichText value)
    {
        var text = value.Links is [{ Length: > 0 } link] ? value.Slice(link.Start, link.Length) : value;
        return IsTitle(text) && value.Text.Length - text.Text.Length <= 2 ? text : null;
    }

    private static bool IsTitle(RichText text) =>
        text.Plain is { Length: <= TitleLimit } plain && plain.Split(' ').Length > 2 && !plain.Contains("://", StringComparison.Ordinal) && LinkKinds.OfLabel(plain) is null && !plain.EndsWith('.') && !plain.Contains(',');

    private static IEnumerable<ReviewLink> LinksOf(FieldLine field, RichText line)
    {
        var found = Reading.Links.In(field.Value).ToList();
        var kind = KindOf(field.Field);
        if (found.Count == 0 && IsTitle(field.Value)) return [];
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
