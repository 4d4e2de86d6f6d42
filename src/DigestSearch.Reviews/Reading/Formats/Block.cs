namespace DigestSearch.Reviews.Reading.Formats;

/// <summary>What a block is.</summary>
internal enum BlockKind
{
    Heading,
    Paragraph,
    Item,
    Row,
    Code,
    Quote,
}

/// <summary>A block of any format.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Line">Source line from 1.</param>
/// <param name="Text">Its text, without markers.</param>
/// <param name="Level">Level of a heading (<see cref="PlainHeading"/> in plain text), depth of an item from 0; of other blocks how many lists they stand in.</param>
/// <param name="Number">Number of an item in an ordered list, or of a heading in plain text.</param>
internal sealed record Block(BlockKind Kind, int Line, RichText Text, int Level = 0, int? Number = null)
{
    /// <summary>Level of a numbered line in plain text: a heading perhaps, or an item of a list.</summary>
    public const int PlainHeading = 7;

    /// <summary>Cells of a row in order, blank ones among them.</summary>
    public IReadOnlyList<RichText> Cells { get; init; } = [];

    /// <summary>Whether a row names the columns.</summary>
    public bool IsHead { get; init; }

    /// <summary>Pictures inside it, or between it and the next block.</summary>
    public IReadOnlyList<Picture> Pictures { get; init; } = [];
}

/// <summary>A picture, which a review only links to.</summary>
/// <param name="Label">Its text in place of it, else the name of its file.</param>
/// <param name="Url">Its address as written.</param>
internal sealed record Picture(string Label, string Url)
{
    private const int LabelLimit = 200;

    /// <summary>A picture; null for a badge, or where there is no address.</summary>
    public static Picture? Of(string? label, string? url)
    {
        if (string.IsNullOrWhiteSpace(url) || url.StartsWith("data:", StringComparison.OrdinalIgnoreCase) || url.Contains("shields.io", StringComparison.OrdinalIgnoreCase) || url.Contains("badge", StringComparison.OrdinalIgnoreCase)) return null;
        label = RichText.Of(label ?? "").Plain.Replace('\n', ' ');
        if (label.Length == 0) label = url.Split('?', '#')[0].TrimEnd('/').Split('/')[^1];
        return label.Length == 0 ? null : new Picture(label.Length > LabelLimit ? label[..LabelLimit] : label, url);
    }
}

/// <summary>What every format becomes.</summary>
internal sealed record BlockDocument(IReadOnlyList<Block> Blocks)
{
    /// <summary>Far more than any digest has; a parser needs about a kilobyte for each.</summary>
    public const int BlockLimit = 150_000;

    public FrontMatter? Front { get; init; }

    public string? Title { get; init; }

    public string? Url { get; init; }

    public string? Language { get; init; }

    public DateOnly? Published { get; init; }
}
