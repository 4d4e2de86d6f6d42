namespace DigestSearch.Reviews.Reading.Formats;

/// <summary>An entry of a feed to blocks, with what the feed says of it.</summary>
internal static class FeedEntries
{
    /// <summary>The blocks, and whether the markup was too deep to be read.</summary>
    public static (BlockDocument Document, bool TooDeep) Read(FeedEntry entry)
    {
        var (document, tooDeep) = Content(entry);
        var blocks = document.Blocks.Select(block => block with { Line = block.Line + entry.Line - 1 }).ToList();
        var paper = PaperOf(entry, blocks);
        if (entry.Title is { } title && blocks is not [{ Kind: BlockKind.Heading, Level: 1 }, ..])
            blocks.Insert(0, new Block(BlockKind.Heading, entry.Line, Heading(title, entry.Url), 1));
        return (document with
        {
            Blocks = blocks, Title = entry.Title ?? document.Title, Url = entry.Url ?? document.Url, Published = entry.Published ?? document.Published,
            Language = entry.Language ?? document.Language, Front = document.Front ?? (paper is null ? null : Front(entry, blocks, paper)),
        }, tooDeep);
    }

    private static (BlockDocument Document, bool TooDeep) Content(FeedEntry entry)
    {
        if (entry.Format is not Format.Html)
        {
            var (document, tooDeep, _) = Documents.Read(entry.Format, entry.Content);
            return (document, tooDeep);
        }
        // All of it is content, unlike a page, of which only the article is; the element around it keeps comments at its ends apart.
        var html = $"<div>{entry.Content}</div>";
        var blocks = HtmlBlocks.ReadFragment(html, 1);
        return (new BlockDocument(blocks), blocks.Count == 0 && !HtmlBounds.Allows(html));
    }

    // Only a link to a paper makes the title one of a paper.
    private static RichText Heading(string title, string? url) =>
        IsPaper(url) ? new RichText(title, [new LinkSpan(0, title.Length, url!)], []) : RichText.Of(title);

    /// <summary>The one paper that the entry is about: its own link, else the only paper that its text links to.</summary>
    private static string? PaperOf(FeedEntry entry, List<Block> blocks)
    {
        if (IsPaper(entry.Url)) return entry.Url;
        var papers = blocks.SelectMany(block => block.Text.Links).Select(link => link.Url).Where(IsPaper).DistinctBy(Key).Take(2).ToList();
        return papers is [var only] ? only : null;
    }

    private static bool IsPaper(string? url) => url is not null && LinkKinds.Of("", url) is LinkKind.Paper;

    // The abstract and the file of one paper are one paper.
    private static string Key(string url) => Links.Ids([new ReviewLink(LinkKind.Paper, "", url)]) is { } ids && ids != PaperIds.None ? ids.ToString() : url;

    private static FrontMatter Front(FeedEntry entry, List<Block> blocks, string paper)
    {
        var title = blocks is [{ Kind: BlockKind.Heading, Level: 1 } heading, ..] ? heading.Text.Plain.Replace('\n', ' ') : entry.Title ?? "";
        // Whoever is named as the author of a paper's own entry wrote the paper; of a post about a paper, the review.
        var own = entry.Url == paper;
        return new FrontMatter(new Dictionary<string, IReadOnlyList<string>>(StringComparer.OrdinalIgnoreCase)
        {
            ["title"] = [title],
            ["paper_url"] = own && blocks.Count > 1 ? [] : [paper],
            [own ? "authors" : "reviewer"] = own ? entry.Authors : [.. entry.Authors.Take(1)],
            ["tags"] = entry.Tags,
        });
    }
}
