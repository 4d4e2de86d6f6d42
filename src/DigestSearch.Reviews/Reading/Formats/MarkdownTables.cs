using System.Buffers;
using System.Text.RegularExpressions;
using Markdig;
using Markdig.Parsers;
using Markdig.Syntax;

namespace DigestSearch.Reviews.Reading.Formats;

/// <summary>Takes the tables out of Markdown row by row: markup that one cell leaves open harms no other, and rows that were broken over several lines are joined.</summary>
internal sealed partial class MarkdownTables
{
    /// <summary>Documents with more cells are not read.</summary>
    public const int CellLimit = 100_000;

    // A row that broke off needs a line or two; what goes on longer is no row.
    private const int LongestRow = 4;

    private static readonly SearchValues<char> DelimiterCharacters = SearchValues.Create("|-: \t\r");
    private static readonly MarkdownPipeline Inlines = InlinesOnly();

    // One of the two stars was typed without the shift key.
    [GeneratedRegex(@"(^|\s)(?:\*8|8\*)([^*\s][^*]*)\*\*", Pattern.Exact)]
    private static partial Regex Slip { get; }

    private static readonly System.Buffers.SearchValues<char> Marks = System.Buffers.SearchValues.Create("*_[]()<>&`~!$:/\\@^=+\"'-|{}\n\r\t");

    private readonly string[] lines;
    private readonly List<(int Line, bool IsHead, List<string> Cells)> rows = [];
    private int cells;

    private MarkdownTables(string text) => lines = text.Split('\n');

    /// <summary>The text with blank lines in place of its tables, and their rows by line; null where there are more cells than are read.</summary>
    public static (string Text, IReadOnlyList<Block> Rows)? Take(string text, int firstLine)
    {
        if (!text.Contains('|')) return (text, []);
        var tables = new MarkdownTables(text);
        if (!tables.Take(firstLine)) return null;
        return tables.rows.Count == 0 ? (text, []) : (string.Join('\n', tables.lines), [.. tables.rows.Select(Read).OfType<Block>()]);
    }

    private bool Take(int firstLine)
    {
        string? fence = null;
        for (var i = 0; i + 1 < lines.Length; i++)
        {
            if (Fence(lines[i]) is { } mark && (fence is null || mark.StartsWith(fence, StringComparison.Ordinal)))
                fence = fence is null ? mark : null;
            if (fence is not null || !lines[i].Contains('|') || !IsDelimiter(lines[i + 1]) || CellsIn(lines[i]) < 1) continue;
            if (!TakeTable(ref i, firstLine)) return false;
        }
        return true;
    }

    private bool TakeTable(ref int at, int firstLine)
    {
        var columns = CellsIn(lines[at + 1]);
        var head = true;
        for (; at < lines.Length && !string.IsNullOrWhiteSpace(lines[at]) && (head || lines[at].Contains('|')); at++)
        {
            var line = at;
            var row = lines[at];
            // The row below the head is the delimiter, whatever the head lacks.
            for (var more = head ? 0 : RestOfRow(at, columns); more > 0; more--) row = row.TrimEnd() + " " + lines[++at].TrimStart();
            var texts = Split(row);
            if ((cells += texts.Count) > CellLimit) return false;
            rows.Add((firstLine + line, head, texts));
            for (var taken = line; taken <= at; taken++) lines[taken] = "";
            if (!head) continue;
            head = false;
            lines[++at] = "";
        }
        at--;
        return true;
    }

    /// <summary>How many of the next lines complete a row; 0 where it is whole, or nothing completes it.</summary>
    private int RestOfRow(int at, int columns)
    {
        var found = CellsIn(lines[at]);
        if (found >= columns || !lines[at].AsSpan().TrimStart().StartsWith("|")) return 0;
        for (var next = at + 1; next < lines.Length && next <= at + LongestRow; next++)
        {
            if (string.IsNullOrWhiteSpace(lines[next]) || lines[next].AsSpan().TrimStart().StartsWith("|")) return 0;
            found += CellsIn("|" + lines[next]) - 1;
            if (found >= columns) return next - at;
        }
        return 0;
    }

    private static Block? Read((int Line, bool IsHead, List<string> Cells) row)
    {
        var cells = row.Cells.ConvertAll(Read);
        return cells.TrueForAll(cell => cell.IsEmpty) ? null
            : new Block(BlockKind.Row, row.Line, RichText.Of(string.Join(" | ", cells.Select(cell => cell.Plain).Where(cell => cell.Length > 0)))) { Cells = cells, IsHead = row.IsHead };
    }

    private static RichText Read(string cell)
    {
        // Most cells are words: no parser for them.
        if (!cell.AsSpan().ContainsAny(Marks) && !cell.Contains("www.", StringComparison.OrdinalIgnoreCase)) return RichText.Of(cell.Trim());
        try
        {
            return MarkdownInlines.Read((Markdig.Markdown.Parse(Slip.Replace(cell, "$1**$2**"), Inlines).LastChild as ParagraphBlock)?.Inline);
        }
        catch (ArgumentException)
        {
            // What nests too deeply for the parser stays as it is written.
            return RichText.Of(cell.Trim());
        }
    }

    // Bars part cells unless they are escaped or stand in code.
    private static List<string> Split(string row)
    {
        var trimmed = row.Trim();
        var found = new List<string>();
        var (start, code) = (trimmed is ['|', ..] ? 1 : 0, false);
        for (var i = start; i <= trimmed.Length; i++)
        {
            if (i < trimmed.Length && trimmed[i] is '`') code = !code && trimmed.IndexOf('`', i + 1) > 0;
            if (i < trimmed.Length && (trimmed[i] is not '|' || code || trimmed[i - 1 < 0 ? 0 : i - 1] is '\\')) continue;
            if (i == trimmed.Length && start == i && found.Count > 0) break;
            found.Add(trimmed[start..i].Replace("\\|", "|", StringComparison.Ordinal).Trim());
            start = i + 1;
        }
        return found;
    }

    private static string? Fence(string line)
    {
        var trimmed = line.AsSpan().TrimStart();
        if (!trimmed.StartsWith("```") && !trimmed.StartsWith("~~~")) return null;
        var length = 3;
        while (length < trimmed.Length && trimmed[length] == trimmed[0]) length++;
        return trimmed[0] is '`' && trimmed[length..].Contains('`') ? null : trimmed[..length].ToString();
    }

    private static bool IsDelimiter(string line) => line.Contains('-') && line.Contains('|') && !line.AsSpan().ContainsAnyExcept(DelimiterCharacters);

    private static int CellsIn(string line)
    {
        var row = line.AsSpan().Trim();
        var bars = 0;
        for (var i = 0; i < row.Length; i++)
            if (row[i] is '|' && (i == 0 || row[i - 1] is not '\\')) bars++;
        return bars == 0 ? 0 : bars + 1 - (row is ['|', ..] ? 1 : 0) - (row is [_, .., '|'] ? 1 : 0);
    }

    // A cell is text: «1) Title» begins no list in it.
    private static MarkdownPipeline InlinesOnly()
    {
        var builder = new MarkdownPipelineBuilder().UseMathematics();
        builder.BlockParsers.Clear();
        builder.BlockParsers.Add(new ParagraphBlockParser());
        return builder.Build();
    }
}
