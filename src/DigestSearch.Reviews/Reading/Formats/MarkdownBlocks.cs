using Markdig;
using Markdig.Extensions.Mathematics;
using Markdig.Syntax;
using MarkdigBlock = Markdig.Syntax.Block;

namespace DigestSearch.Reviews.Reading.Formats;

/// <summary>Markdown to blocks.</summary>
internal sealed class MarkdownBlocks
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().UseMathematics().Build();

    private readonly List<Block> blocks = [];
    private readonly IReadOnlyList<Block> rows;
    private readonly int firstLine;
    private int taken;

    private MarkdownBlocks(IReadOnlyList<Block> rows, int firstLine)
    {
        this.rows = rows;
        this.firstLine = firstLine;
    }

    /// <summary>The blocks; null where the markup nests or repeats beyond what can be read in bounded time.</summary>
    public static IReadOnlyList<Block>? Read(string text, int firstLine = 1)
    {
        if (!MarkdownBounds.Allows(text) || MarkdownTables.Take(text, firstLine) is not var (rest, rows)) return null;
        MarkdownDocument document;
        try
        {
            document = Markdig.Markdown.Parse(rest, Pipeline);
        }
        catch (ArgumentException)
        {
            // The parser's own limit of nesting has no type of its own.
            return null;
        }
        var reading = new MarkdownBlocks(rows, firstLine);
        reading.Walk(document, depth: 0);
        reading.AddRows(before: int.MaxValue);
        return reading.blocks;
    }

    private void Walk(ContainerBlock container, int depth)
    {
        foreach (var block in container) Visit(block, depth);
    }

    private void Visit(MarkdigBlock block, int depth)
    {
        switch (block)
        {
            case HeadingBlock heading:
                Add(BlockKind.Heading, heading, MarkdownInlines.Read(heading.Inline), heading.Level);
                break;
            case ListBlock list:
                foreach (var item in list.OfType<ListItemBlock>()) VisitItem(item, list.IsOrdered, depth);
                break;
            case QuoteBlock quote:
                foreach (var part in quote)
                    if (part is ParagraphBlock paragraph) Add(BlockKind.Quote, paragraph, MarkdownInlines.Read(paragraph.Inline), depth);
                    else Visit(part, depth);
                break;
            case HtmlBlock html:
                AddRows(before: firstLine + html.Line);
                blocks.AddRange(HtmlBlocks.ReadFragment(html.Lines.ToString(), firstLine + html.Line));
                break;
            case MathBlock or CodeBlock:
                Add(BlockKind.Code, block, RichText.Of(((LeafBlock)block).Lines.ToString().Trim('\n')), depth);
                break;
            case LinkReferenceDefinitionGroup:
                break;
            case ParagraphBlock paragraph:
                Add(BlockKind.Paragraph, paragraph, MarkdownInlines.Read(paragraph.Inline), depth);
                break;
            case ContainerBlock container:
                Walk(container, depth);
                break;
        }
    }

    private void VisitItem(ListItemBlock item, bool ordered, int depth)
    {
        var rest = 0;
        if (item.Count > 0 && item[0] is ParagraphBlock first)
        {
            rest = 1;
            Add(BlockKind.Item, first, MarkdownInlines.Read(first.Inline), depth, ordered ? item.Order : null);
        }
        for (var i = rest; i < item.Count; i++) Visit(item[i], depth + 1);
    }

    private void AddRows(int before)
    {
        while (taken < rows.Count && rows[taken].Line < before) blocks.Add(rows[taken++]);
    }

    private void Add(BlockKind kind, MarkdigBlock block, RichText text, int level = 0, int? number = null)
    {
        AddRows(before: firstLine + block.Line);
        if (!text.IsEmpty || kind is BlockKind.Heading) blocks.Add(new Block(kind, firstLine + block.Line, text, level, number));
        if (blocks.Count == 0 || block is not LeafBlock { Inline: { } inline }) return;
        // A paragraph of pictures alone is no block: shapes look at the texts that follow each other.
        var pictures = MarkdownInlines.Pictures(inline);
        if (pictures.Count > 0) blocks[^1] = blocks[^1] with { Pictures = [.. blocks[^1].Pictures, .. pictures] };
    }
}
