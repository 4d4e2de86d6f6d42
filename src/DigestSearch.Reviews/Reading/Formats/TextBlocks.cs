using System.Globalization;
using System.Text.RegularExpressions;

namespace DigestSearch.Reviews.Reading.Formats;

/// <summary>Plain text to blocks: blank lines part paragraphs, bullets and numbers make items.</summary>
internal static partial class TextBlocks
{
    [GeneratedRegex(@"^(\s*[•·▪◦‣*]\s*|\s*-\s+|\s+[–—]\s+)", Pattern.Exact)]
    private static partial Regex Bullet { get; }

    [GeneratedRegex(@"^(\s*)(\d{1,3})[.)]\s+(\S.*)$", Pattern.Exact)]
    private static partial Regex Numbered { get; }

    /// <summary>The blocks; null for more of them than anybody writes.</summary>
    public static IReadOnlyList<Block>? Read(string text, int firstLine = 1)
    {
        var lines = text.Split('\n');
        var blocks = new List<Block>();
        var open = new RichTextBuilder();
        Block? current = null;
        for (var i = 0; i < lines.Length; i++)
        {
            var line = lines[i].TrimEnd();
            if (line.Length > 0 && current is not null && Begin(lines, i, blocks.Count > 0) is null && Continues(current, line))
            {
                open.Break(hard: current.Kind is BlockKind.Code);
                open.Append(current.Kind is BlockKind.Code ? line.AsSpan(4) : line.AsSpan().Trim());
                continue;
            }
            Close();
            if (blocks.Count > BlockDocument.BlockLimit) return null;
            if (line.Length == 0 || IsRule(line)) continue;
            current = (Begin(lines, i, true) ?? new Block(blocks.Count > 0 && IsCode(line) ? BlockKind.Code : BlockKind.Paragraph, 0, RichText.Of(line.Trim()))) with { Line = firstLine + i };
            open.Append(current.Text.Text);
        }
        Close();
        return blocks;

        void Close()
        {
            if (current is not null && !open.IsEmpty) blocks.Add(current with { Text = open.Take() });
            else open.Take();
            current = null;
        }
    }

    private static bool Continues(Block current, string line) =>
        current.Kind is BlockKind.Paragraph || (current.Kind is BlockKind.Code && IsCode(line)) || (current.Kind is BlockKind.Item && char.IsWhiteSpace(line[0]));

    private static bool IsCode(string line) => line.StartsWith("    ", StringComparison.Ordinal);

    private static bool IsRule(string line) => line.Length > 2 && line.AsSpan().Trim().TrimStart(line.TrimStart()[0]).IsEmpty && !char.IsLetterOrDigit(line.TrimStart()[0]);

    private static Block? Begin(string[] lines, int at, bool numbersCount)
    {
        var line = lines[at].TrimEnd();
        if (Bullet.Match(line) is { Success: true } bullet && bullet.Length < line.Length)
            return new Block(BlockKind.Item, 0, RichText.Of(line[bullet.Length..].Trim()), Depth(line));
        if (!numbersCount || Numbered.Match(line) is not { Success: true } numbered) return null;
        var number = int.Parse(numbered.Groups[2].ValueSpan, CultureInfo.InvariantCulture);
        var text = RichText.Of(numbered.Groups[3].Value);
        if (numbered.Groups[1].Length > 0 || Neighbours(lines, at, number)) return new Block(BlockKind.Item, 0, text, Depth(line), number);
        // Inside a paragraph a line that happens to begin with a number stays text.
        return at == 0 || string.IsNullOrWhiteSpace(lines[at - 1]) ? new Block(BlockKind.Heading, 0, text, Block.PlainHeading, number) : null;
    }

    private static bool Neighbours(string[] lines, int at, int number) =>
        IsNumber(lines, at - 1, number - 1) || IsNumber(lines, at + 1, number + 1);

    private static bool IsNumber(string[] lines, int at, int number) =>
        at >= 0 && at < lines.Length && Numbered.Match(lines[at]) is { Success: true } match
        && int.Parse(match.Groups[2].ValueSpan, CultureInfo.InvariantCulture) == number;

    private static int Depth(string line) => Math.Min((line.Length - line.TrimStart().Length) / 4, 8);
}
