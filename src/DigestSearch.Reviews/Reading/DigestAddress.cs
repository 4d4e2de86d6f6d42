using System.Text.RegularExpressions;
using DigestSearch.Reviews.Reading.Formats;

namespace DigestSearch.Reviews.Reading;

/// <summary>The address of the post that a digest was taken from, where a line at its beginning or end tells it: <c>Source: https://…</c>.</summary>
internal static partial class DigestAddress
{
    private const int AtBeginning = 12;
    private const int AtEnd = 3;
    private const int LengthLimit = 300;

    [GeneratedRegex(@"^(?:source|original(?: post)?|(?:originally )?published(?: at| on)?|источник|оригинал(?: поста)?|опубликовано)(?:\s*:)?\s+(?:at |on |в |на )?<?(https?://\S+|\S.{0,80})$", Pattern.AnyCase)]
    private static partial Regex Labelled { get; }

    public static string? Of(BlockDocument document) =>
        Absolute(document.Front?.One("url", "link", "source")) ?? document.Blocks.Take(AtBeginning).Concat(document.Blocks.TakeLast(AtEnd)).Select(OfBlock).FirstOrDefault(address => address is not null);

    /// <summary>An address that a browser can open; null for anything else.</summary>
    public static string? Absolute(string? address) =>
        address is { Length: < 2_048 } && Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" ? address : null;

    private static string? OfBlock(Block block)
    {
        if (block is not { Kind: BlockKind.Paragraph or BlockKind.Quote or BlockKind.Item, Text: { Text.Length: < LengthLimit } text } || Labelled.Match(text.Plain) is not { Success: true } line) return null;
        return text.Links is [var link] ? Absolute(link.Url) : Absolute(line.Groups[1].Value.TrimEnd('.', ',', ')', '>'));
    }
}
