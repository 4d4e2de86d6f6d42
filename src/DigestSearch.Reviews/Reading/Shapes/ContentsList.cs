using DigestSearch.Reviews.Reading.Formats;

namespace DigestSearch.Reviews.Reading.Shapes;

/// <summary>An entry of the contents: <c>N. Title (institutions, country?, year)</c>.</summary>
internal sealed record ContentsEntry(int Number, string Title, Affiliation Affiliation, int Line);

/// <summary>The numbered list at the beginning of a digest.</summary>
/// <param name="Entries">Its entries in order.</param>
/// <param name="Start">Index of its first block.</param>
/// <param name="End">Index of the first block after it.</param>
internal sealed record ContentsList(IReadOnlyList<ContentsEntry> Entries, int Start, int End)
{
    private const int Search = 200;

    public static ContentsList None { get; } = new([], 0, 0);

    public ContentsEntry? ByNumber(int number) => number > 0 && number <= Entries.Count ? Entries[number - 1] : null;

    /// <summary>The first run of numbered blocks 1, 2, 3… that speaks of papers; none when there is no such run.</summary>
    public static ContentsList Find(IReadOnlySet<string> titles, ShapeContext context)
    {
        var blocks = context.Blocks;
        for (var start = 0; start < blocks.Count && start < Search; start++)
        {
            if (!IsEntry(blocks[start], 1)) continue;
            var end = start + 1;
            while (end < blocks.Count && IsEntry(blocks[end], end - start + 1)) end++;
            if (end - start < 2) continue;
            var entries = new List<ContentsEntry>(end - start);
            for (var i = start; i < end; i++) entries.Add(Read(blocks[i], i - start + 1, context));
            var speaking = entries.Count(entry => entry.Affiliation.Year is not null || titles.Contains(Folding.Fold(entry.Title)));
            if (speaking * 2 >= entries.Count) return new ContentsList(entries, start, end);
            start = end - 1;
        }
        return None;
    }

    private static bool IsEntry(Block block, int number) =>
        block.Number == number && (block is { Kind: BlockKind.Item, Level: 0 } or { Kind: BlockKind.Heading, Level: Block.PlainHeading });

    private static ContentsEntry Read(Block block, int number, ShapeContext context)
    {
        var (title, beside) = TitleLine.Read(block.Text.Plain.Replace('\n', ' '), context);
        return new ContentsEntry(number, title, beside.Affiliation, block.Line);
    }
}
