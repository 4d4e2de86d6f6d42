using System.Text.RegularExpressions;
using DigestSearch.Reviews.Reading.Formats;

namespace DigestSearch.Reviews.Reading.Shapes;

/// <summary>Reviews in lists, an item each, grouped by month, topic or venue.</summary>
internal static class ListDigest
{
    private const int Fewest = 3;

    private static readonly Regex Bracketed = new(@"\[+[^\[\]]*\]+|\([^()]*\)", RegexOptions.NonBacktracking);

    public static ShapeReading? Read(ShapeContext context)
    {
        var blocks = context.Blocks;
        if (!blocks.Any(block => block.Kind is BlockKind.Item)) return null;
        var common = new CommonWords(blocks);
        var sections = new Sections(blocks);
        var reviews = new List<ReviewDraft>();
        var (first, inEntries) = (-1, 0L);
        foreach (var (start, end) in Runs(blocks))
        {
            var items = Items(blocks, start, end);
            var drafts = items.Select(item => ReadItem(blocks, item.Index, item.End, context.Vocabulary, common)).ToList();
            var proven = drafts.Count(draft => draft is { Proven: true });
            if (proven == 0 || proven * 2 < drafts.Count) continue;
            if (first < 0) first = start;
            for (var i = 0; i < drafts.Count; i++)
            {
                // Among papers a title that links elsewhere is one too, such as one with a page of its own.
                if (drafts[i] is not var (draft, _)) continue;
                reviews.Add(sections.Of(items[i].Index).Fill(draft));
                inEntries += Length(blocks, items[i].Index, items[i].End);
            }
        }
        // A text that happens to hold a list of papers is no list of papers.
        if (reviews.Count < Fewest || inEntries * 2 < Length(blocks, 0, blocks.Count)) return null;
        return new ShapeReading(reviews, []) { Title = Opening.Title(context, first), Introduction = Opening.Introduction(context, first) };
    }

    /// <summary>Stretches from one heading to the next that hold items.</summary>
    private static IEnumerable<(int Start, int End)> Runs(IReadOnlyList<Block> blocks)
    {
        for (var i = 0; i < blocks.Count;)
        {
            var start = i++;
            while (i < blocks.Count && blocks[i].Kind is not BlockKind.Heading) i++;
            if (blocks.Skip(start).Take(i - start).Any(block => block.Kind is BlockKind.Item)) yield return (start, i);
        }
    }

    /// <summary>The outermost items of a stretch, each with what is nested in it.</summary>
    private static List<(int Index, int End)> Items(IReadOnlyList<Block> blocks, int start, int end)
    {
        var level = Enumerable.Range(start, end - start).Where(i => blocks[i].Kind is BlockKind.Item).Min(i => blocks[i].Level);
        var items = new List<(int, int)>();
        for (var i = start; i < end; i++)
        {
            if (blocks[i].Kind is not BlockKind.Item || blocks[i].Level != level) continue;
            var last = i + 1;
            while (last < end && blocks[last].Level > level) last++;
            items.Add((i, last));
        }
        return items;
    }

    private static (ReviewDraft Draft, bool Proven)? ReadItem(IReadOnlyList<Block> blocks, int index, int end, Vocabulary vocabulary, CommonWords common)
    {
        var block = blocks[index] with { Text = Links.Mark(blocks[index].Text) };
        if (block.Text.Text.Length > 20_000 || EntryText.Read(block.Text) is not { } entry) return null;
        var nested = blocks.Skip(index + 1).Take(end - index - 1).ToList();
        var links = Links.All(block.Text).Where(link => !CallToContribute.Is(link)).ToList();
        if (entry.TitleLink is { } own)
        {
            // «[Introduction](#introduction)», «[A note](notes/a.md)»: contents of this collection, not papers.
            if (!own.Url.Contains("://", StringComparison.Ordinal) && !own.Url.StartsWith("//", StringComparison.Ordinal)) return null;
            links = [.. links.Select(link => link.Url == own.Url ? EntryText.AsTitle(link) : link)];
        }
        var tail = EntryTail.Read(entry.Rest, vocabulary, common);
        var header = ReviewHeader.Read(nested, vocabulary);
        var papers = links.Exists(link => link.Kind is LinkKind.Paper && (entry.TitleLink is null || link.Url != entry.TitleLink.Value.Url || IsPaper(link)))
            || header.Links.Any(link => link.Kind is LinkKind.Paper && link.Url is not null);
        var named = tail.Authors.Count > 0 || tail.VenueYear is not null || header.Byline is { Authors.Count: > 0 };
        var proven = papers || named && (entry.TitleLink is not null || header.Byline is not null);
        if (!proven && (entry.TitleLink is null || entry.Title.Split(' ').Length < 3)) return null;
        var body = IsProse(entry.Prose, tail) ? [new Block(BlockKind.Paragraph, block.Line, entry.Prose), .. header.Body] : header.Body;
        var draft = DraftFields.Apply(new ReviewDraft(entry.Title, block.Line) { Links = links }.WithBody(body).By("the item"), header, vocabulary);
        return (tail.Fill(draft) with { TextLinks = [.. Links.All(header.Body).Where(link => !CallToContribute.Is(link))] }, proven);
    }

    private static bool IsPaper(ReviewLink link) => LinkKinds.Of("", link.Url) is LinkKind.Paper;

    // What stands behind the title is text of the review unless it is only tags and links.
    private static bool IsProse(RichText rest, EntryTail tail) =>
        Bracketed.Replace(rest.Plain, " ").Split(' ', StringSplitOptions.RemoveEmptyEntries).Length > 4 + tail.Authors.Sum(author => author.Split(' ').Length);

    private static long Length(IReadOnlyList<Block> blocks, int start, int end)
    {
        var length = 0L;
        for (var i = start; i < end; i++) length += blocks[i].Text.Text.Length;
        return length;
    }
}
