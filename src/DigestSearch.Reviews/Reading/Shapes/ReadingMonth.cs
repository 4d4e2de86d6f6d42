using System.Globalization;
using DigestSearch.Reviews.Reading.Formats;

namespace DigestSearch.Reviews.Reading.Shapes;

/// <summary>A line that is only a month or a day, such as <c>January 2021</c>: when the review was written.</summary>
internal static class ReadingMonth
{
    /// <summary>The first such line of some blocks.</summary>
    public static Period? First(IEnumerable<Block> blocks) => blocks.Take(12).Select(Of).FirstOrDefault(period => period is not null);

    public static Period? Of(Block block) =>
        block.Kind is BlockKind.Paragraph && block.Text.Plain is { Length: <= 30 } text && text.Split(' ').Length <= 3 ? PeriodText.Read(text) ?? DayIn(text) : null;

    // «01/06/2019»: which of the two is the month, only a number above 12 would tell.
    private static Period? DayIn(string text)
    {
        var parts = text.Split('/', '.', '-');
        if (parts.Length != 3 || !parts.All(part => int.TryParse(part, out _)) || parts[2].Length != 4) return null;
        var (first, second, year) = (int.Parse(parts[0], CultureInfo.InvariantCulture), int.Parse(parts[1], CultureInfo.InvariantCulture), int.Parse(parts[2], CultureInfo.InvariantCulture));
        var month = text.Contains('/') && first is >= 1 and <= 12 ? first : second;
        return month is >= 1 and <= 12 && year is > 1900 and < 2200 ? new Period(new Month(year, month), new Month(year, month)) : null;
    }
}
