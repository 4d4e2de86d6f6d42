using System.Globalization;
using DigestSearch.Api.Search;
using DigestSearch.Search;

namespace DigestSearch.Api.Pages;

/// <summary>Years as a picture of bars to click, and as a table for those who cannot see it.</summary>
internal static class YearBars
{
    private const int MostBars = 60;
    private const int FewestBars = 8;
    private const int TableOpenUpTo = 6;

    private sealed record Bar(YearRange Years, int Count, bool Selected);

    public static Html Of(PageSetting setting, ReviewQuery query, Facet facet)
    {
        var counts = facet.Labels.Select(l => (Year: Year(l.Value), Label: l)).Where(c => c.Year is not null)
            .ToDictionary(c => c.Year!.Value, c => c.Label);
        if (counts.Count == 0) return Html.None;
        var bars = Bars(counts);
        return $"""
            {(counts.Count > 1 ? Picture(setting, query, bars) : Html.None)}
            {Table(setting, query, facet)}
            """;
    }

    private static List<Bar> Bars(Dictionary<int, FacetLabel> counts)
    {
        var (first, last) = (counts.Keys.Min(), counts.Keys.Max());
        var from = Math.Max(first, last - MostBars + 1);
        var bars = new List<Bar>();
        if (from > first)
        {
            var before = counts.Where(c => c.Key < from).Select(c => c.Value).ToList();
            bars.Add(new(new(null, from - 1), before.Sum(l => l.Count), before.Exists(l => l.Selected)));
        }
        for (var year = Math.Min(from, last - FewestBars + 1); year <= last; year++)
        {
            var label = counts.GetValueOrDefault(year);
            bars.Add(new(new(year, year), label?.Count ?? 0, label?.Selected is true));
        }
        return bars;
    }

    private static Html Picture(PageSetting setting, ReviewQuery query, List<Bar> bars)
    {
        // All the years before the picture begins stand in one bar, which must not dwarf the others.
        var most = Math.Max(1, bars.Where(b => b.Years.From is not null).Max(b => b.Count));
        return $"""
            <svg class="years" aria-hidden="true" focusable="false">{bars.Select((b, at) => Column(setting, query, b, at, bars.Count, most))}</svg>
            <div class="ends" aria-hidden="true"><span>{Name(setting, bars[0].Years)}</span><span>{Name(setting, bars[^1].Years)}</span></div>
            """;
    }

    // Percentages keep the bars whole at any width without a style attribute, which the content security policy forbids.
    private static Html Column(PageSetting setting, ReviewQuery query, Bar bar, int at, int of, int most)
    {
        if (bar.Count == 0) return Html.None;
        var width = 100.0 / of;
        var height = Math.Clamp(100.0 * bar.Count / most, 4, 100);
        var choice = new Choice(Dimension.Year, bar.Years.ToString());
        var target = Choices.In(query).Contains(choice) ? Choices.Without(query, choice) : Choices.Only(query, choice);
        return $"""
            <a{(bar.Selected ? (Html)$" class=\"is\"" : Html.None)} href="{SearchAddress.Page(target)}" tabindex="-1"><title>{Name(setting, bar.Years)}: {setting.Texts.Reviews(bar.Count)}</title><rect class="hit" x="{Percent(at * width)}" y="0" width="{Percent(width)}" height="100%"/><rect x="{Percent((at + 0.06) * width)}" y="{Percent(100 - height)}" width="{Percent(width * 0.88)}" height="{Percent(height)}" rx="1.5"/></a>
            """;
    }

    private static Html Table(PageSetting setting, ReviewQuery query, Facet facet) => $"""
        <details class="table"{(facet.Labels.Count <= TableOpenUpTo ? (Html)$" open" : Html.None)}><summary>{setting.Texts.YearTable}</summary>
        <ul class="facet">{facet.Labels.Select(l => (Html)$"<li>{FacetRow.Of(setting, query, ChoiceOf(l), LabelText.Of(setting, Dimension.Year, l), l)}</li>")}</ul></details>
        """;

    private static Choice ChoiceOf(FacetLabel label) => new(Dimension.Year, label.Value);

    private static string Name(PageSetting setting, YearRange years) => years.From is null ? setting.Texts.Earlier(years.To!.Value + 1) : years.ToString();

    private static int? Year(string value) => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var year) ? year : null;

    private static string Percent(double value) => string.Create(CultureInfo.InvariantCulture, $"{value:0.##}%");
}
