using System.Text.RegularExpressions;
using DigestSearch.Reviews.Reading.Formats;

namespace DigestSearch.Reviews.Reading.Shapes;

/// <summary>Reviews in lists, an item each, grouped by month, topic or venue.</summary>
internal static partial class ListDigest
{
    private const int Fewest = 3;
    private const int GroupLimit = 60;

    // So many are no list by the way, whatever is said before them.
    private const int Many = 12;

    [GeneratedRegex(@"^\s*\[\d{1,3}\]\s", Pattern.Exact)]
    private static partial Regex Reference { get; }

    [GeneratedRegex(@"\[+[^\[\]]*\]+|\([^()]*\)", Pattern.Exact)]
    private static partial Regex Bracketed { get; }

    public static ShapeReading? Read(ShapeContext context)
    {
        context = WithReferences(context);
        var blocks = context.Blocks;
        if (!blocks.Any(block => block.Kind is BlockKind.Item)) return null;
        var sections = new Sections(blocks);
        var reviews = new List<ReviewDraft>();
        var (first, inEntries, provenCount) = (-1, 0L, 0);
        var taken = new HashSet<int>();
        foreach (var (start, end) in Runs(blocks))
        {
            var items = Items(context, start, end);
            // What a text refers to is not what it reviews.
            if (items.Count == 0 || blocks[start] is { Kind: BlockKind.Heading } above && SectionNames.IsReferences(above.Text.Plain)) continue;
            var drafts = items.Select(item => ReadItem(context, item.Index, item.End)).ToList();
            var proven = drafts.Count(draft => draft is { Proven: true });
            if (proven == 0 || proven * 2 < drafts.Count(draft => draft is not null)) continue;
            if (first < 0) first = start;
            for (var i = 0; i < drafts.Count; i++)
            {
                // Among papers a title that links elsewhere is one too, such as one with a page of its own.
                if (drafts[i] is not var (draft, isProven)) continue;
                if (isProven) provenCount++;
                taken.UnionWith(Enumerable.Range(items[i].Index, items[i].End - items[i].Index));
                reviews.Add(sections.Of(items[i].Index).Fill(draft));
                inEntries += Length(blocks, items[i].Index, items[i].End);
            }
        }
        // A text that happens to hold a list of papers is no list of papers; fewer must all lead to theirs.
        if (reviews.Count == 0 || reviews.Count < Fewest && (provenCount < reviews.Count || Prose(blocks, taken) > 0) || inEntries * (reviews.Count < Many ? 1 : 3) < Prose(blocks, taken)) return null;
        return new ShapeReading(reviews, []) { Title = Opening.Title(context, first), Introduction = Opening.Introduction(context, first) };
    }

    // «**[14]** Example, Ada, et al. …»: a reference a paragraph is a list too.
    private static ShapeContext WithReferences(ShapeContext context) =>
        context.Blocks.Count(IsReference) < 2 ? context
            : context with { Document = context.Document with { Blocks = [.. context.Blocks.Select(block => IsReference(block) ? block with { Kind = BlockKind.Item } : block)] } };

    private static bool IsReference(Block block) => block is { Kind: BlockKind.Paragraph, Level: 0 } && Reference.IsMatch(block.Text.Text.Length > 20 ? block.Text.Text[..20] : block.Text.Text)
        && (block.Text.Links.Count > 0 || block.Text.Text.AsSpan().IndexOfAny('"', '“') >= 0);

    /// <summary>Stretches from one heading to the next.</summary>
    private static IEnumerable<(int Start, int End)> Runs(IReadOnlyList<Block> blocks)
    {
        for (var i = 0; i < blocks.Count;)
        {
            var start = i++;
            while (i < blocks.Count && blocks[i].Kind is not BlockKind.Heading) i++;
            yield return (start, i);
        }
    }

    /// <summary>The outermost items of a stretch, each with what is nested in it.</summary>
    private static List<(int Index, int End)> Items(ShapeContext context, int start, int end)
    {
        var blocks = context.Blocks;
        var level = Enumerable.Range(start, end - start).Where(i => blocks[i].Kind is BlockKind.Item).Select(i => blocks[i].Level).DefaultIfEmpty(0).Min();
        var items = new List<(int, int)>();
        for (var i = start; i < end; i++)
        {
            if (blocks[i].Kind is not BlockKind.Item || blocks[i].Level != level) continue;
            var last = i + 1;
            while (last < end && blocks[last].Level > level) last++;
            if (GroupOf(context, i, last) is { } group) items.AddRange(group);
            else items.Add((i, last));
        }
        return items;
    }

    // «Example Labs» with a paper in each of the items below it: what they have in common is no paper.
    private static List<(int Index, int End)>? GroupOf(ShapeContext context, int index, int end)
    {
        var (own, blocks) = (Links.Mark(context.Blocks[index].Text), context.Blocks);
        if (own.Links.Count > 0 || own.Text.Length > GroupLimit || index + 1 >= end || blocks[index + 1].Kind is not BlockKind.Item) return null;
        var below = Items(context, index + 1, end);
        return below.Count > 0 && below.TrueForAll(item => Links.All(blocks[item.Index].Text).Any(link => link.Kind is LinkKind.Paper) && EntryText.Read(blocks[item.Index].Text, context) is { } entry && entry.Title.Contains(' ')) ? below : null;
    }

    private static (ReviewDraft Draft, bool Proven)? ReadItem(ShapeContext context, int index, int end)
    {
        var blocks = context.Blocks;
        var block = blocks[index] with { Text = Links.Mark(blocks[index].Text) };
        if (block.Text.Text.Length > 20_000 || EntryText.Read(block.Text, context) is not { } entry) return null;
        var nested = blocks.Skip(index + 1).Take(end - index - 1).ToList();
        var links = Links.All(block.Text).Where(link => !CallToContribute.Is(link)).ToList();
        if (entry.TitleLink is { } own)
        {
            // «[Introduction](#introduction)», «[A note](notes/a.md)»: contents of this collection, unless the paper stands beside.
            if (!own.Url.Contains("://", StringComparison.Ordinal) && !own.Url.StartsWith("//", StringComparison.Ordinal)
                && !links.Exists(link => link.Kind is LinkKind.Paper && link.Url != own.Url && link.Url!.Contains("://", StringComparison.Ordinal))) return null;
            links = [.. links.Select(link => link.Url == own.Url ? EntryText.AsTitle(link) : link)];
        }
        var tail = EntryTail.Read(entry, context);
        var header = ReviewHeader.Read(nested, context, nested: true);
        var papers = links.Exists(link => link.Kind is LinkKind.Paper && (entry.TitleLink is null || link.Url != entry.TitleLink.Value.Url || IsPaper(link)))
            || header.Links.Any(link => link.Kind is LinkKind.Paper && link.Url is not null);
        var named = tail.Authors.Count > 0 || tail.VenueYear is not null || header.Byline is { Authors.Count: > 0 };
        var proven = papers || named && (entry.TitleLink is not null || header.Byline is not null || tail.Authors.Count > 0 && char.IsUpper(entry.Title.FirstOrDefault(char.IsLetter)) && (tail.VenueYear is not null || tail.Venue is not null || NamesLine.HasOthers(block.Text.Text)));
        if (!proven && (entry.TitleLink is null || entry.Title.Split(' ').Length < 3)) return null;
        var body = IsProse(entry.Prose, tail) ? [new Block(BlockKind.Paragraph, block.Line, entry.Prose), .. header.Body] : header.Body;
        var draft = DraftFields.Apply(new ReviewDraft(entry.Title, block.Line) { Links = links }.WithBody(body).By("the item"), header, context.Vocabulary);
        return (tail.Fill(draft) with { TextLinks = [.. Links.All(header.Body).Where(link => !CallToContribute.Is(link))] }, proven);
    }

    private static bool IsPaper(ReviewLink link) => LinkKinds.Of("", link.Url) is LinkKind.Paper;

    // What stands behind the title is text of the review unless it is only tags and links.
    private static bool IsProse(RichText rest, EntryTail tail) =>
        Bracketed.Replace(rest.Plain, " ").Split(' ', StringSplitOptions.RemoveEmptyEntries).Length > 4 + tail.Authors.Sum(author => author.Split(' ').Length);

    // What is written beside the entries; other lists of links are no text.
    private static long Prose(IReadOnlyList<Block> blocks, HashSet<int> taken)
    {
        var length = 0L;
        foreach (var (start, end) in Runs(blocks))
        {
            var others = Enumerable.Range(start, end - start).Where(i => blocks[i].Kind is BlockKind.Item && !taken.Contains(i)).ToList();
            var isText = others.Count(i => Links.Mark(blocks[i].Text).Links.Count > 0) * 2 < others.Count;
            for (var i = start; i < end; i++)
                if (!taken.Contains(i) && blocks[i].Kind is not BlockKind.Heading && (isText || blocks[i].Kind is not BlockKind.Item)) length += blocks[i].Text.Text.Length;
        }
        return length;
    }

    private static long Length(IReadOnlyList<Block> blocks, int start, int end)
    {
        var length = 0L;
        for (var i = start; i < end; i++) length += blocks[i].Text.Text.Length;
        return length;
    }
}
