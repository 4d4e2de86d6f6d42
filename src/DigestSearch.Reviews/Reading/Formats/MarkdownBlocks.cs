using Markdig;
using Markdig.Extensions.Mathematics;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using MarkdigBlock = Markdig.Syntax.Block;

namespace DigestSearch.Reviews.Reading.Formats;

/// <summary>Markdown to blocks.</summary>
internal sealed class MarkdownBlocks
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().UsePipeTables().UseMathematics().Build();

    private readonly List<Block> blocks = [];
    private readonly int firstLine;

    private MarkdownBlocks(int firstLine) => this.firstLine = firstLine;

    /// <summary>The blocks; null where the markup nests or repeats beyond what can be read in bounded time.</summary>
    public static IReadOnlyList<Block>? Read(string text, int firstLine = 1)
    {
        if (!MarkdownBounds.Allows(text)) return null;
        MarkdownDocument document;
        try
        {
            document = Markdig.Markdown.Parse(text, Pipeline);
        }
        catch (ArgumentException)
        {
            // The parser's own limit of nesting has no type of its own.
            return null;
        }
        var reading = new MarkdownBlocks(firstLine);
        reading.Walk(document, depth: 0);
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
                    if (part is ParagraphBlock paragraph) Add(BlockKind.Quote, paragraph, MarkdownInlines.Read(paragraph.Inline));
                    else Visit(part, depth);
                break;
            case Table table:
                foreach (var row in table.OfType<TableRow>()) AddRow(row);
                break;
            case HtmlBlock html:
                blocks.AddRange(HtmlBlocks.ReadFragment(html.Lines.ToString(), firstLine + html.Line));
                break;
            case MathBlock or CodeBlock:
                Add(BlockKind.Code, block, RichText.Of(((LeafBlock)block).Lines.ToString().Trim('\n')));
                break;
            case LinkReferenceDefinitionGroup:
                break;
            case ParagraphBlock paragraph:
                Add(BlockKind.Paragraph, paragraph, MarkdownInlines.Read(paragraph.Inline));
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

    private void AddRow(TableRow row)
    {
        var cells = row.OfType<TableCell>().SelectMany(cell => cell.OfType<ParagraphBlock>())
            .Select(paragraph => MarkdownInlines.Read(paragraph.Inline).Plain);
        Add(BlockKind.Row, row, RichText.Of(string.Join(" | ", cells.Where(cell => cell.Length > 0))));
    }

    private void Add(BlockKind kind, MarkdigBlock source, RichText text, int level = 0, int? number = null)
    {
        if (!text.IsBlank || kind is BlockKind.Heading) blocks.Add(new Block(kind, firstLine + source.Line, text, level, number));
        if (blocks.Count == 0 || source is not LeafBlock { Inline: { } inline }) return;
        // A paragraph of pictures alone is no block: shapes look at the texts that follow each other.
        var pictures = MarkdownInlines.Pictures(inline);
        if (pictures.Count > 0) blocks[^1] = blocks[^1] with { Pictures = [.. blocks[^1].Pictures, .. pictures] };
    }
}
