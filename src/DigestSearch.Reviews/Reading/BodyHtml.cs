using System.Globalization;
using System.Text;
using DigestSearch.Reviews.Reading.Formats;

namespace DigestSearch.Reviews.Reading;

/// <summary>Blocks to the HTML of a review. No markup of a document passes: every tag is written here, and every text is encoded.</summary>
internal sealed class BodyHtml
{
    private const int FirstHeading = 3;
    private const int LastHeading = 6;
    private const int DepthLimit = 8;

    private static readonly System.Buffers.SearchValues<char> Blanks = System.Buffers.SearchValues.Create(" \t\f\v\r\u2028\u2029");

    private readonly StringBuilder html = new();
    private readonly Stack<(int Depth, bool IsOrdered)> lists = new();
    private readonly int topHeading;
    private readonly BodyAddress address;
    private BlockKind? open;

    // Runs of blanks are one, as a browser shows them and as the HTML reads when it comes back.
    private bool isAfterBlank;

    private BodyHtml(int topHeading, BodyAddress address) => (this.topHeading, this.address) = (topHeading, address);

    /// <summary>The HTML; null where there is nothing to read.</summary>
    /// <param name="blocks">The blocks of the review.</param>
    /// <param name="source">Address of the digest, by which relative links become absolute; without one they stay text.</param>
    public static string? Of(IReadOnlyList<Block> blocks, string? source)
    {
        var headings = blocks.Where(IsHeading).Select(block => block.Level).ToList();
        var body = new BodyHtml(headings.Count == 0 ? FirstHeading : headings.Min(), new BodyAddress(source));
        foreach (var block in blocks) body.Add(block);
        body.Close(null);
        return body.html.Length == 0 ? null : body.html.ToString();
    }

    private static bool IsHeading(Block block) => block is { Kind: BlockKind.Heading, Level: < Block.PlainHeading };

    private void Add(Block block)
    {
        var text = Decoration.Trim(block.Text);
        if (!text.IsBlank) AddText(block, text);
        foreach (var picture in block.Pictures) AddPicture(picture);
    }

    private void AddText(Block block, RichText text)
    {
        var kind = block.Kind is BlockKind.Heading && !IsHeading(block) ? BlockKind.Paragraph : block.Kind;
        Close(kind);
        switch (kind)
        {
            case BlockKind.Heading:
                var level = Math.Min(FirstHeading + block.Level - topHeading, LastHeading);
                html.Append(CultureInfo.InvariantCulture, $"<h{level}>");
                AddInline(text);
                html.Append(CultureInfo.InvariantCulture, $"</h{level}>\n");
                break;
            case BlockKind.Item: AddItem(block, text); break;
            case BlockKind.Row: AddRow(block); break;
            case BlockKind.Code:
                html.Append("<pre><code>");
                Encode(block.Text.Text.Replace(RichText.Soft, '\n').Trim('\n'));
                html.Append("</code></pre>\n");
                break;
            default:
                if (kind is BlockKind.Quote && open is not BlockKind.Quote) html.Append("<blockquote>\n");
                html.Append("<p>");
                // A line that only looked like a heading gets its number back.
                if (block.Kind is BlockKind.Heading && block.Number is { } number) html.Append(CultureInfo.InvariantCulture, $"{number}. ");
                AddInline(text);
                html.Append("</p>\n");
                break;
        }
        open = kind;
    }

    private void AddItem(Block block, RichText text)
    {
        var depth = Math.Clamp(block.Level, 0, DepthLimit);
        var isOrdered = block.Number is not null;
        while (lists.Count > 0 && lists.Peek().Depth > depth) EndList();
        if (lists.Count > 0 && lists.Peek().Depth == depth)
        {
            if (lists.Peek().IsOrdered == isOrdered) html.Append("</li>\n");
            else EndList();
        }
        if (lists.Count == 0 || lists.Peek().Depth < depth || lists.Peek().IsOrdered != isOrdered)
        {
            lists.Push((depth, isOrdered));
            html.Append(!isOrdered ? "\n<ul>\n" : block.Number is 1 or null ? "\n<ol>\n" : string.Create(CultureInfo.InvariantCulture, $"\n<ol start=\"{block.Number}\">\n"));
        }
        html.Append("<li>");
        AddInline(text);
    }

    private void EndList() => html.Append(lists.Pop().IsOrdered ? "</li>\n</ol>\n" : "</li>\n</ul>\n");

    private void AddRow(Block row)
    {
        if (open is not BlockKind.Row) html.Append("<table>\n");
        html.Append("<tr>");
        foreach (var cell in row.Cells)
        {
            html.Append("<td>");
            AddInline(cell.Trim());
            html.Append("</td>");
        }
        html.Append("</tr>\n");
    }

    private void AddPicture(Picture picture)
    {
        if (address.Of(picture.Url) is not { } url) return;
        Close(BlockKind.Paragraph);
        open = BlockKind.Paragraph;
        html.Append("<p>");
        BeginLink(url);
        Encode(picture.Label);
        html.Append("</a></p>\n");
    }

    /// <summary>Ends what the next kind of block does not go on with.</summary>
    private void Close(BlockKind? next)
    {
        if (open == next) return;
        while (lists.Count > 0) EndList();
        if (open is BlockKind.Row) html.Append("</table>\n");
        if (open is BlockKind.Quote) html.Append("</blockquote>\n");
        open = null;
    }

    private void AddInline(RichText text)
    {
        var bold = BoldOf(text);
        var at = 0;
        isAfterBlank = true;
        foreach (var link in text.Links.OrderBy(link => link.Start))
        {
            // Links do not hold links.
            if (link.Start < at || link.Length <= 0 || address.Of(link.Url) is not { } url) continue;
            AddStretch(text.Text, bold, at, link.Start);
            BeginLink(url);
            AddStretch(text.Text, bold, link.Start, link.End);
            html.Append("</a>");
            at = link.End;
        }
        AddStretch(text.Text, bold, at, text.Text.Length);
    }

    private void BeginLink(string url)
    {
        html.Append("<a href=\"");
        Encode(url);
        html.Append("\" rel=\"nofollow noopener\">");
    }

    private void AddStretch(string text, bool[]? bold, int start, int end)
    {
        while (start < end)
        {
            var isBold = bold?[start] is true;
            var stop = start + 1;
            while (stop < end && (bold?[stop] is true) == isBold) stop++;
            if (isBold) html.Append("<strong>");
            EncodeLines(text.AsSpan(start, stop - start));
            if (isBold) html.Append("</strong>");
            start = stop;
        }
    }

    private static bool[]? BoldOf(RichText text)
    {
        if (text.Bold.Count == 0) return null;
        var changes = new int[text.Text.Length + 1];
        foreach (var range in text.Bold)
        {
            changes[range.Start.Value]++;
            changes[range.End.Value]--;
        }
        var bold = new bool[text.Text.Length];
        for (int i = 0, depth = 0; i < bold.Length; i++) bold[i] = (depth += changes[i]) > 0;
        return bold;
    }

    private void EncodeLines(ReadOnlySpan<char> text)
    {
        foreach (var line in text.Split(RichText.Hard))
        {
            if (line.Start.Value > 0)
            {
                html.Append("<br>");
                isAfterBlank = true;
            }
            for (var rest = text[line]; !rest.IsEmpty;)
            {
                var end = rest.IndexOfAny(Blanks) is var at and >= 0 ? at : rest.Length;
                if (end > 0)
                {
                    Encode(rest[..end]);
                    isAfterBlank = false;
                }
                else if (!isAfterBlank)
                {
                    html.Append(' ');
                    isAfterBlank = true;
                }
                rest = rest[Math.Max(end, 1)..];
            }
        }
    }

    private void Encode(ReadOnlySpan<char> text)
    {
        foreach (var rune in text.EnumerateRunes())
            switch (rune.Value)
            {
                case '&': html.Append("&amp;"); break;
                case '<': html.Append("&lt;"); break;
                case '>': html.Append("&gt;"); break;
                case '"': html.Append("&quot;"); break;
                case '\'': html.Append("&#39;"); break;
                case '\r' or 0x2028 or 0x2029: html.Append(' '); break;
                case '\n' or '\t': html.Append((char)rune.Value); break;
                case < 0x20 or (>= 0x7F and <= 0x9F) or 0xFFFE or 0xFFFF: break;
                default: html.Append(rune.ToString()); break;
            }
    }
}

/// <summary>The addresses that a review may link to.</summary>
/// <param name="source">Address of the digest.</param>
internal sealed class BodyAddress(string? source)
{
    private const int LengthLimit = 2_048;
    private readonly Uri? source = Uri.TryCreate(source, UriKind.Absolute, out var digest) && IsWeb(digest) ? digest : null;

    /// <summary>The whole address; null where a browser could do anything but open a page or write a letter.</summary>
    public string? Of(string url)
    {
        url = url.Trim();
        if (url.Length is 0 or > LengthLimit || url.StartsWith('#') || url.AsSpan().ContainsAnyInRange('\0', ' ')) return null;
        if (HasScheme(url)) return Uri.TryCreate(url, UriKind.Absolute, out var whole) && (IsWeb(whole) || whole.Scheme is "mailto") ? Written(whole) : null;
        return source is not null && Uri.TryCreate(source, url, out var joined) && IsWeb(joined) ? Written(joined) : null;
    }

    // Nothing else keeps C:\ and /etc apart from relative addresses on every system.
    private static bool HasScheme(string url)
    {
        var end = url.AsSpan().IndexOfAny(":/?#\\");
        return end > 0 && url[end] is ':';
    }

    private static bool IsWeb(Uri uri) => uri.Scheme is "http" or "https" && uri.Host.Length > 0;

    private static string? Written(Uri uri) => uri.AbsoluteUri is { Length: <= LengthLimit * 3 } written ? written : null;
}
