using System.Globalization;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace DigestSearch.Reviews.Reading.Formats;

/// <summary>HTML to blocks: the article of a page, without what surrounds it.</summary>
internal sealed partial class HtmlBlocks
{
    private static readonly HtmlParser Parser = new(new HtmlParserOptions { IsKeepingSourceReferences = true, IsScripting = false });

    private static readonly HashSet<string> Skipped = new(StringComparer.Ordinal)
    {
        "script", "style", "nav", "footer", "aside", "form", "noscript", "template", "svg", "head", "button", "select", "iframe", "textarea", "annotation", "img",
    };

    private static readonly HashSet<string> Blocks = new(StringComparer.Ordinal)
    {
        "p", "div", "section", "article", "main", "header", "ul", "ol", "dl", "dt", "dd", "blockquote", "figure", "figcaption", "table", "thead", "tbody",
        "tfoot", "details", "summary", "address", "center", "hr", "body", "hgroup", "caption",
    };

    // What only says that there is more.
    [GeneratedRegex(@"^\s*(click|tap|show|expand|open|details|more|see|view|toggle|подробнее|показать|раскрыть)\b", Pattern.AnyCase)]
    private static partial Regex Hint { get; }

    private readonly List<Block> blocks = [];
    private readonly RichTextBuilder text = new();
    private readonly Dictionary<IElement, int> numbers = [];
    private readonly List<Picture> pictures = [];
    private readonly HashSet<IElement?> links = [];
    private readonly int firstLine;
    private Block next;
    private int depth = -1;
    private int quotes;

    private HtmlBlocks(int firstLine)
    {
        this.firstLine = firstLine;
        next = new Block(BlockKind.Paragraph, firstLine, RichText.Empty);
    }

    /// <summary>A whole page; null where it nests too deeply.</summary>
    public static BlockDocument? Read(string html)
    {
        if (!HtmlBounds.Allows(html)) return null;
        using var page = Parser.ParseDocument(html);
        var root = HtmlPage.Content(page);
        return new BlockDocument(Walk(root, 1))
        {
            Title = HtmlPage.Title(page, root), Url = HtmlPage.Url(page), Published = HtmlPage.Published(page, root),
            Language = HtmlPage.Language(page),
        };
    }

    /// <summary>A piece of HTML within another format; nothing where it nests too deeply.</summary>
    public static IReadOnlyList<Block> ReadFragment(string html, int firstLine)
    {
        if (html.StartsWith("<!--", StringComparison.Ordinal) && html.AsSpan().TrimEnd().EndsWith("-->") || !HtmlBounds.Allows(html)) return [];
        using var page = Parser.ParseDocument(html);
        return page.Body is { } body ? Walk(body, firstLine) : [];
    }

    private static List<Block> Walk(IElement root, int firstLine)
    {
        var reading = new HtmlBlocks(firstLine);
        reading.Children(root);
        reading.Flush();
        return reading.blocks;
    }

    private void Children(INode parent)
    {
        foreach (var node in parent.ChildNodes)
            if (node is IText text) AppendText(text.Data);
            else if (node is IElement element) Visit(element);
    }

    private void Visit(IElement element)
    {
        var name = element.LocalName;
        if (name is "img" && Picture.Of(element.GetAttribute("alt"), element.GetAttribute("src")) is { } picture && !links.Contains(element.ParentElement)) pictures.Add(picture);
        if (Formula.Of(element) is { } formula) AppendText(formula);
        else if (!Skipped.Contains(name) && !Formula.IsDrawing(element)) VisitShown(element, name);
    }

    private void VisitShown(IElement element, string name)
    {
        var start = text.Length;
        switch (name)
        {
            case "br": text.Break(hard: true); break;
            case "h1" or "h2" or "h3" or "h4" or "h5" or "h6": InBlock(element, new Block(BlockKind.Heading, LineOf(element), RichText.Empty, name[1] - '0')); break;
            case "li": InBlock(element, new Block(BlockKind.Item, LineOf(element), RichText.Empty, Math.Max(depth, 0), NumberOf(element))); break;
            case "tr": AddRow(element); break;
            case "pre":
                Flush();
                if (!string.IsNullOrWhiteSpace(element.TextContent))
                    blocks.Add(new Block(BlockKind.Code, LineOf(element), RichText.Of(element.TextContent.Trim('\n'))));
                break;
            case "a":
                links.Add(element);
                Children(element);
                links.Remove(element);
                if (element.GetAttribute("href") is not { Length: > 0 } href || start > text.Length) break;
                if (text.Length == start && element.QuerySelector("img") is { } badge) text.Badge(href, badge.GetAttribute("alt"));
                else text.Link(start, href);
                break;
            case "b" or "strong":
                Children(element);
                if (start <= text.Length) text.Bold(start);
                break;
            case var _ when Blocks.Contains(name): VisitContainer(element, name); break;
            default: Children(element); break;
        }
    }

    private void VisitContainer(IElement element, string name)
    {
        Flush();
        if (next.Kind is BlockKind.Paragraph) next = new Block(quotes > 0 ? BlockKind.Quote : BlockKind.Paragraph, LineOf(element), RichText.Empty, depth + 1);
        if (name is "ul" or "ol") depth++;
        if (name is "blockquote") quotes++;
        Children(element);
        // What opens the details is their heading.
        if (name is "summary" && !Hint.IsMatch(element.TextContent)) text.Bold(0);
        Flush();
        if (name is "ul" or "ol") depth--;
        if (name is not "blockquote") return;
        quotes--;
        // What follows is no quotation any more.
        next = new Block(quotes > 0 ? BlockKind.Quote : BlockKind.Paragraph, next.Line, RichText.Empty);
    }

    private void InBlock(IElement element, Block block)
    {
        Flush();
        next = block;
        Children(element);
        Flush();
        next = new Block(BlockKind.Paragraph, LineOf(element), RichText.Empty, depth + 1);
    }

    private void AddRow(IElement row)
    {
        Flush();
        var elements = row.Children.Where(cell => cell.LocalName is "td" or "th").ToList();
        var cells = elements.Select(cell => RichText.Join(Walk(cell, firstLine).Select(block => block.Text))).ToList();
        if (cells.TrueForAll(cell => cell.IsEmpty)) return;
        var text = string.Join(" | ", cells.Select(cell => cell.Plain).Where(cell => cell.Length > 0));
        var head = row.ParentElement?.LocalName is "thead" || elements.TrueForAll(cell => cell.LocalName is "th");
        blocks.Add(new Block(BlockKind.Row, LineOf(row), RichText.Of(text)) { Cells = cells, IsHead = head });
    }

    private void Flush()
    {
        if (text.IsEmpty)
        {
            text.Take();
            AddPictures();
            return;
        }
        blocks.Add(next with { Text = text.Take() });
        AddPictures();
        next = new Block(quotes > 0 ? BlockKind.Quote : BlockKind.Paragraph, next.Line, RichText.Empty, depth + 1);
    }

    // Pictures alone are no block: shapes look at the texts that follow each other.
    private void AddPictures()
    {
        if (pictures.Count > 0 && blocks.Count > 0) blocks[^1] = blocks[^1] with { Pictures = [.. blocks[^1].Pictures, .. pictures] };
        pictures.Clear();
    }

    private void AppendText(string data)
    {
        for (var start = 0; start < data.Length;)
        {
            var end = start;
            while (end < data.Length && !IsSpace(data[end])) end++;
            text.Append(data.AsSpan(start, end - start));
            if (end == data.Length) return;
            start = end;
            while (start < data.Length && IsSpace(data[start])) start++;
            if (data.AsSpan(end, start - end).Contains('\n')) text.Break(hard: false);
            else text.Append(" ");
        }
    }

    private static bool IsSpace(char character) => character is ' ' or '\t' or '\n' or '\r' or '\f';

    private int LineOf(IElement element) => firstLine - 1 + Math.Max(1, element.SourceReference?.Position.Line ?? 1);

    private int? NumberOf(IElement item)
    {
        if (item.ParentElement is not { LocalName: "ol" } list) return null;
        if (!numbers.TryGetValue(list, out var number))
            number = int.TryParse(list.GetAttribute("start"), NumberStyles.None, CultureInfo.InvariantCulture, out var start) ? start : 1;
        if (int.TryParse(item.GetAttribute("value"), NumberStyles.None, CultureInfo.InvariantCulture, out var value)) number = value;
        numbers[list] = unchecked(number + 1);
        return number;
    }
}
