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

    // «01/06/2019»: the month goes first unless it cannot.
    private static Period? DayIn(string text) =>
        DateOnly.TryParseExact(text, ["M/d/yyyy", "d/M/yyyy", "d.M.yyyy"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? new Period(new Month(day.Year, day.Month), new Month(day.Year, day.Month)) : null;
}
