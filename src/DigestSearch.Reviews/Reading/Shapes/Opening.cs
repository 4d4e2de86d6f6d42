using DigestSearch.Reviews.Reading.Formats;

namespace DigestSearch.Reviews.Reading.Shapes;

/// <summary>What stands before the first review and the contents of a digest.</summary>
internal static class Opening
{
    private const int TitleLimit = 200;
    private const int Paragraphs = 6;

    /// <summary>The highest heading, else a first line of its own.</summary>
    public static string? Title(ShapeContext context, int first)
    {
        var before = context.Blocks.Take(first).ToList();
        if (before.Where(block => block is { Kind: BlockKind.Heading, Level: <= 6 }).MinBy(block => block.Level) is { } heading) return heading.Text.Plain.Replace('\n', ' ');
        return before is [{ Kind: BlockKind.Paragraph } line, ..] && context.Document.Title is null && line.Text.Plain is { Length: <= TitleLimit } text && !text.Contains('\n') && text.Any(char.IsLetter)
            ? text : null;
    }

    public static string Introduction(ShapeContext context, int first) =>
        BodyText.Of(context.Blocks.Take(first).Where(block => block.Kind is BlockKind.Paragraph or BlockKind.Quote).Take(Paragraphs));
}
