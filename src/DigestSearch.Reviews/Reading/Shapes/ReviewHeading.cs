using System.Globalization;
using System.Text.RegularExpressions;
using DigestSearch.Reviews.Reading.Formats;

namespace DigestSearch.Reviews.Reading.Shapes;

/// <summary>A block that may be the heading of a review.</summary>
/// <param name="Index">Its place among the blocks.</param>
/// <param name="Line">Its source line.</param>
/// <param name="Level">1 to 6 for headings, more for lines that only look like one.</param>
/// <param name="Number">Its number, 0 where it has none.</param>
/// <param name="Text">What follows the number.</param>
/// <param name="Rest">What follows the heading within its block.</param>
internal sealed partial record ReviewHeading(int Index, int Line, int Level, int Number, RichText Text, RichText? Rest)
{
    private const int BoldParagraph = 8;
    private const int NumberedItem = 9;
    private const int TitledParagraph = 10;
    private const int TitleLimit = 200;

    [GeneratedRegex(@"^\s*#?(\d{1,3})\s*[.):]\s*(\S|$)", Pattern.Exact)]
    private static partial Regex Numbered { get; }

    public ReviewHeader Header { get; private set; } = null!;

    public bool IsMarkup => Level <= 6;

    public bool IsItem => Level == NumberedItem;

    /// <summary>Only the byline below made it a heading.</summary>
    public bool IsProven => Level == TitledParagraph;

    public static IReadOnlyList<ReviewHeading> Find(ShapeContext context)
    {
        var blocks = context.Blocks;
        var found = new List<ReviewHeading>();
        for (var i = 0; i < blocks.Count; i++)
            if ((Read(blocks[i], i) ?? Titled(blocks, i, context.Vocabulary)) is { } heading) found.Add(heading);
        for (var i = 0; i < found.Count; i++)
        {
            var end = i + 1 < found.Count ? found[i + 1].Index : blocks.Count;
            found[i].Header = ReviewHeader.Read(found[i].Following(blocks, end), context);
        }
        return found;
    }

    /// <summary>The blocks after the heading up to an index, the rest of its own block first.</summary>
    public IReadOnlyList<Block> Following(IReadOnlyList<Block> blocks, int end)
    {
        var following = new List<Block>(end - Index);
        if (Rest is { IsBlank: false } rest) following.Add(blocks[Index] with { Kind = BlockKind.Paragraph, Text = rest, Line = Line + 1 });
        for (var i = Index + 1; i < end; i++) following.Add(blocks[i]);
        return following;
    }

    private static ReviewHeading? Read(Block block, int index)
    {
        switch (block)
        {
            case { Kind: BlockKind.Heading, Level: Block.PlainHeading, Number: { } number }:
                return new ReviewHeading(index, block.Line, block.Level, number, block.Text, null);
            case { Kind: BlockKind.Heading }:
                return Of(index, block.Line, block.Level, block.Text, null) ?? new ReviewHeading(index, block.Line, block.Level, 0, block.Text, null);
            case { Kind: BlockKind.Paragraph } when block.Text.Bold.Count > 0 && block.Text.Bold[0].Start.Value == 0:
                var lines = block.Text.Lines(2);
                return lines[0].Text.IsAllBold() ? Of(index, block.Line, BoldParagraph, lines[0].Text, lines.Count > 1 ? lines[1].Text : null) : null;
            case { Kind: BlockKind.Item, Level: 0, Number: { } number }:
                var item = block.Text.Lines(2);
                return new ReviewHeading(index, block.Line, NumberedItem, number, item[0].Text, item.Count > 1 ? item[1].Text : null);
            default:
                return null;
        }
    }

    /// <summary>A line of its own above a byline: the title where a copy kept no marks of headings.</summary>
    private static ReviewHeading? Titled(IReadOnlyList<Block> blocks, int at, Vocabulary vocabulary)
    {
        if (blocks[at] is not { Kind: BlockKind.Paragraph, Level: 0 } block || block.Text.Text.Length > 4_000) return null;
        var lines = block.Text.Lines(3);
        var title = lines[0].Text;
        if (title.Text.Length is 0 or > TitleLimit || title.Text[^1] is '.' or ':' or ';' or ',' || title.Text[0] is ':' || !title.Text.Any(char.IsLetter)) return null;
        var next = lines.Count > 1 ? lines[1].Text : at + 1 < blocks.Count && blocks[at + 1].Kind is BlockKind.Paragraph ? blocks[at + 1].Text.Lines(2)[0].Text : null;
        // Few lines announce a byline, so the costlier questions come last.
        return next is not null && Byline.Announces(next) && Byline.Read(next, vocabulary) is { Authors.Count: > 0 } && Byline.Read(title, vocabulary) is null && Links.OfLine(title) is null
            ? new ReviewHeading(at, block.Line, TitledParagraph, 0, title, lines.Count > 1 ? block.Text.From(lines[1].Start) : null) : null;
    }

    private static ReviewHeading? Of(int index, int line, int level, RichText text, RichText? rest)
    {
        if (Numbered.Match(text.Text) is not { Success: true } match) return null;
        var number = int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture);
        return new ReviewHeading(index, line, level, number, text.From(match.Groups[2].Index).Trim(), rest);
    }
}
