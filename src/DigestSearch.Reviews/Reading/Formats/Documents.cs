namespace DigestSearch.Reviews.Reading.Formats;

/// <summary>The formats of documents.</summary>
internal enum Format
{
    Markdown,
    Html,
    Text,
    Feed,
}

/// <summary>Text of any format to blocks.</summary>
internal static class Documents
{
    /// <summary>By extension, else by media type, else by looking.</summary>
    public static Format FormatOf(string name, string? mediaType, string text)
    {
        // What a sender says goes first, but plain text is what is said of anything.
        var type = mediaType?.Split(';')[0].Trim().ToLowerInvariant();
        if (type is "text/markdown" or "text/x-markdown") return Format.Markdown;
        if (type is "text/html" or "application/xhtml+xml") return Format.Html;
        if (type is "application/rss+xml" or "application/atom+xml" or "application/rdf+xml") return Format.Feed;
        var extension = name.LastIndexOf('.') is >= 0 and var dot ? name[(dot + 1)..].ToLowerInvariant() : "";
        if (extension is "md" or "markdown" or "mdown" or "mkd") return Format.Markdown;
        if (extension is "html" or "htm" or "xhtml") return Format.Html;
        if (extension is "xml" or "rss" or "atom" or "rdf" || type is "application/xml" or "text/xml") return Format.Feed;
        if (extension is "txt" or "text" || type is "text/plain") return Format.Text;
        var start = text.AsSpan().TrimStart();
        if (start.StartsWith("<!doctype", StringComparison.OrdinalIgnoreCase) || start.StartsWith("<html", StringComparison.OrdinalIgnoreCase)) return Format.Html;
        if (IsFeed(start)) return Format.Feed;
        if (start.StartsWith("---\n") || start.StartsWith("# ") || text.Contains("\n## ", StringComparison.Ordinal)) return Format.Markdown;
        return Format.Text;
    }

    /// <summary>The blocks, whether the markup was too deep and the text was read as plain, and the line of a mistake in the front matter.</summary>
    public static (BlockDocument Document, bool TooDeep, int? FrontMistake) Read(Format format, string text)
    {
        switch (format)
        {
            case Format.Html:
                return HtmlBlocks.Read(text) is { } page ? (page, false, null) : (new BlockDocument([]), true, null);
            case Format.Markdown:
                var (front, body, firstLine, mistake) = FrontMatter.Split(text);
                var blocks = MarkdownBlocks.Read(body, firstLine);
                return (new BlockDocument(blocks ?? TextBlocks.Read(body, firstLine) ?? [])
                {
                    Front = front, Language = LanguageOf(front), Title = front?.One("title"),
                    Url = DigestAddress.Absolute(front?.One("canonical_url", "canonical", "permalink_url", "post_url", "original_url")), Published = DayOf(front?.One("published", "date")),
                }, blocks is null, mistake);
            default:
                return TextBlocks.Read(text) is { } lines ? (new BlockDocument(lines), false, null) : (new BlockDocument([]), true, null);
        }
    }

    // Behind the declaration and a comment or two.
    private static bool IsFeed(ReadOnlySpan<char> start) =>
        start is ['<', ..] && start[..Math.Min(start.Length, 2_000)] is var head && (head.Contains("<rss", StringComparison.Ordinal) || head.Contains("<feed", StringComparison.Ordinal) || head.Contains("<rdf:RDF", StringComparison.Ordinal));

    private static DateOnly? DayOf(string? value) => Dates.Read(value) ?? Dates.Find(value);

    private static string? LanguageOf(FrontMatter? front) =>
        front?.One("lang", "language") is { Length: >= 2 } code && char.IsAsciiLetter(code[0]) && char.IsAsciiLetter(code[1]) ? code[..2].ToLowerInvariant() : null;
}
