using DigestSearch.Reviews.Reading.Formats;

namespace DigestSearch.Reviews.Reading.Shapes;

/// <summary>Reviews in tables, a row each.</summary>
internal static class TableDigest
{
    public static ShapeReading? Read(ShapeContext context)
    {
        if (!context.Blocks.Any(block => block.Kind is BlockKind.Row)) return null;
        var sections = new Sections(context.Blocks);
        var reviews = new List<ReviewDraft>();
        int? first = null;
        foreach (var (start, end) in Tables(context.Blocks))
        {
            var rows = context.Blocks.Skip(start).Take(end - start).ToList();
            if (TableColumns.Of(rows, context) is not { } columns) continue;
            first ??= start;
            foreach (var row in rows.Where(row => !row.IsHead))
                if (columns.Read(row, context) is { } draft) reviews.Add(sections.Of(start).Fill(draft));
        }
        if (reviews.Count == 0) return null;
        return new ShapeReading(reviews, []) { Title = Opening.Title(context, first!.Value), Introduction = Opening.Introduction(context, first.Value) };
    }

    /// <summary>Runs of rows, each with its head.</summary>
    private static IEnumerable<(int Start, int End)> Tables(IReadOnlyList<Block> blocks)
    {
        for (var i = 0; i < blocks.Count;)
        {
            if (blocks[i].Kind is not BlockKind.Row)
            {
                i++;
                continue;
            }
            var start = i++;
            while (i < blocks.Count && blocks[i].Kind is BlockKind.Row && !(blocks[i].IsHead && !blocks[i - 1].IsHead)) i++;
            yield return (start, i);
        }
    }
}
