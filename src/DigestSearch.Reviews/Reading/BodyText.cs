using System.Globalization;
using System.Text;
using DigestSearch.Reviews.Reading.Formats;

namespace DigestSearch.Reviews.Reading;

/// <summary>Blocks to the plain text of a review: a line each, items with their bullet or number.</summary>
internal static class BodyText
{
    public static string Of(IEnumerable<Block> blocks)
    {
        var text = new StringBuilder();
        foreach (var block in blocks)
        {
            var plain = block.Kind is BlockKind.Code ? block.Text.Text.Replace(RichText.Soft, '\n').Trim('\n') : Decoration.Trim(block.Text.Plain);
            if (plain.Length == 0) continue;
            if (text.Length > 0) text.Append('\n');
            if (block.Kind is BlockKind.Item) text.Append(block.Number is { } place ? string.Create(CultureInfo.InvariantCulture, $"{place}. ") : "• ");
            // A line that only looked like a heading gets its number back.
            if (block is { Kind: BlockKind.Heading, Level: Block.PlainHeading, Number: { } number }) text.Append(CultureInfo.InvariantCulture, $"{number}. ");
            text.Append(plain);
        }
        return text.ToString();
    }
}
