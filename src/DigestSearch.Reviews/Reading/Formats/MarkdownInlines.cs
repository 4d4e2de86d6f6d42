using System.Text.RegularExpressions;
using Markdig.Extensions.Mathematics;
using Markdig.Syntax.Inlines;

namespace DigestSearch.Reviews.Reading.Formats;

/// <summary>Inline Markdown to text with links.</summary>
internal static partial class MarkdownInlines
{
    [GeneratedRegex("^<a\\s(?:[^>]*\\s)?href\\s*=\\s*[\"']?([^\"'\\s>]+)", Pattern.AnyCase)]
    private static partial Regex Anchor { get; }

    public static RichText Read(ContainerInline? inlines)
    {
        var text = new RichTextBuilder();
        if (inlines is not null) Append(inlines, text);
        return text.Take();
    }

    /// <summary>The pictures of a text, but for those that only decorate a link.</summary>
    public static IReadOnlyList<Picture> Pictures(ContainerInline inlines)
    {
        var found = new List<Picture>();
        AddPictures(inlines, found);
        return found;
    }

    private static void AddPictures(ContainerInline container, List<Picture> found)
    {
        foreach (var inline in container)
            if (inline is LinkInline { IsImage: true } image)
            {
                if (Picture.Of(Read(image).Plain, image.Url) is { } picture) found.Add(picture);
            }
            else if (inline is ContainerInline inner and not LinkInline) AddPictures(inner, found);
    }

    // Depth is bounded by the parser, which refuses deeper nesting.
    private static void Append(ContainerInline container, RichTextBuilder text)
    {
        foreach (var inline in container) Append(inline, text);
    }

    private static void Append(Inline inline, RichTextBuilder text)
    {
        var start = text.Length;
        switch (inline)
        {
            case LiteralInline literal: text.Append(literal.Content.AsSpan()); break;
            case CodeInline code: text.Append(code.Content); break;
            case MathInline math:
                var mark = new string(math.Delimiter, math.DelimiterCount);
                text.Append(mark);
                text.Append(math.Content.AsSpan());
                text.Append(mark);
                break;
            case LineBreakInline lineBreak: text.Break(lineBreak.IsHard); break;
            case HtmlEntityInline entity: text.Append(entity.Transcoded.AsSpan()); break;
            case HtmlInline html when html.Tag.StartsWith("<br", StringComparison.OrdinalIgnoreCase): text.Break(hard: true); break;
            case HtmlInline html:
                // «<a href="…"><img …></a>»: a badge; the text of other links follows as literals.
                if (Anchor.Match(html.Tag) is { Success: true } anchor) text.Open(anchor.Groups[1].Value);
                else if (html.Tag.StartsWith("</a", StringComparison.OrdinalIgnoreCase)) text.CloseLink();
                break;
            case AutolinkInline link:
                text.Append(link.Url);
                text.Link(start, link.Url);
                break;
            case LinkInline { IsImage: true }: break;
            case LinkInline link when link.FirstChild is LinkInline { IsImage: true } picture && picture.NextSibling is null:
                text.Badge(link.Url ?? "", Read(picture).Plain);
                break;
            case LinkInline link:
                Append((ContainerInline)link, text);
                text.Link(start, link.Url ?? "");
                break;
            case EmphasisInline emphasis:
                Append((ContainerInline)emphasis, text);
                if (emphasis.DelimiterCount > 1) text.Bold(start);
                break;
            case DelimiterInline delimiter:
                text.Append(delimiter.ToLiteral());
                Append((ContainerInline)delimiter, text);
                break;
            case ContainerInline container: Append(container, text); break;
        }
    }
}
