using System.Collections.Frozen;
using System.Globalization;

namespace DigestSearch.Reviews.Reading;

/// <summary>The months that a text names: <c>Январь — февраль 2020</c>, <c>(June 23 - June 29) - 2025</c>, <c>2020-01</c>, <c>Q1 2021</c>, <c>week 26, 2025</c>.</summary>
internal static class PeriodText
{
    private const int LengthLimit = 4_000;
    private const int HeadingLimit = 300;
    private const int MonthLimit = 36;
    private const int DateLimit = 40;

    // With what else stands in a date: «12th», «week of».
    private static readonly FrozenSet<string> Seasons = FrozenSet.ToFrozenSet(["spring", "summer", "autumn", "fall", "winter", "week", "of", "to", "th", "st", "nd", "rd", "q", "весна", "лето", "осень", "зима", "г", "год", "неделя"]);

    /// <summary>The months that a title or an introduction names.</summary>
    /// <param name="text">The text.</param>
    /// <param name="year">Year of a month that stands without one; null leaves such a month unread.</param>
    /// <param name="language">Language of the text, where it is known.</param>
    public static Period? Read(string text, int? year = null, string? language = null)
    {
        text = text.Length > LengthLimit ? text[..LengthLimit] : text;
        foreach (var months in MonthNames.For(text, language))
            if (ReadTokens(DateTokens.Of(text, months), year) is { } period) return period;
        return null;
    }

    /// <summary>The months of a section heading; a year alone is its twelve months.</summary>
    /// <param name="heading">The heading, such as <c>2026-01 (10)</c>, <c>January 2021</c> or <c>Week of Jan 1-8</c>.</param>
    /// <param name="year">Year of a month that stands without one; null leaves such a month unread.</param>
    public static Period? Find(string heading, int? year = null)
    {
        if (heading.Length > HeadingLimit) return null;
        if (Read(heading, year) is { } period) return period;
        var tokens = DateTokens.Of(heading, MonthNames.Common);
        return tokens.Count(token => token.IsYear) == 1 && tokens.All(token => token.IsYear || token.IsDay || token.Joins || token.IsYearWord || token.IsFiller || IsCount(heading, token))
            ? WholeYear(tokens.First(token => token.IsYear).Year!.Value) : null;
    }

    /// <summary>The only year that a path or heading names.</summary>
    public static int? YearOf(string text) =>
        text.Length <= HeadingLimit && DateTokens.Of(text, MonthNames.Common).Where(token => token.Year is not null).Select(token => token.Year).Distinct().ToList() is [var only] ? only : null;

    /// <summary>The year of a text that is nothing but a date or a span: <c>2015</c>, <c>2015-11</c>, <c>Feb 2017</c>, <c>Summer 2018</c>, <c>28.06.2021 - 04.07.2021</c>.</summary>
    public static int? YearOfDate(string text) =>
        VenueYear.Year(text) ?? (text.Length <= DateLimit && text.Any(char.IsAsciiDigit) && Words(text).All(word => Seasons.Contains(word) || MonthNames.Common(word) is not null) ? Read(text)?.To.Year ?? YearOf(text) : null);

    private static IEnumerable<string> Words(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var start = i;
            while (i < text.Length && char.IsLetter(text[i])) i++;
            if (i > start) yield return text[start..i].ToLowerInvariant();
        }
    }

    private static bool IsCount(string heading, DateToken token) => char.IsAsciiDigit(heading[token.Start]) && token.Month is null;

    private static Period? ReadTokens(IReadOnlyList<DateToken> tokens, int? year)
    {
        for (var i = 0; i < tokens.Count; i++)
            if (tokens[i].Month is not null && ReadAt(tokens, i, year) is { } period) return period;
        for (var i = 0; i < tokens.Count; i++)
            if (tokens[i].IsWeekWord && ReadWeek(tokens, i, year) is { } period) return period;
        for (var i = 0; i + 1 < tokens.Count; i++)
            if (tokens[i].IsYear && tokens[i + 1].IsYearWord) return WholeYear(tokens[i].Year!.Value);
        return null;
    }

    private static Period WholeYear(int year) => new(new Month(year, 1), new Month(year, 12));

    private static Period? ReadAt(IReadOnlyList<DateToken> tokens, int at, int? year)
    {
        var (from, to) = (tokens[at].Month!.Value, tokens[at].Last ?? tokens[at].Month!.Value);
        var next = AfterDays(tokens, at);
        var fromYear = tokens[at].Year ?? YearAt(tokens, ref next);
        var toYear = fromYear;
        var isRange = false;
        if (SecondMonth(tokens, next) is { } second)
        {
            isRange = true;
            next = AfterDays(tokens, second);
            to = tokens[second].Last ?? tokens[second].Month!.Value;
            toYear = tokens[second].Year ?? YearAt(tokens, ref next);
        }
        // «(June 23 - June 29) - 2025», «2025: June»
        var alone = fromYear ?? toYear ?? YearBehindJoin(tokens, next) ?? YearBefore(tokens, at);
        if (alone is null && year is not null && (isRange || IsPlainly(tokens, at))) alone = year;
        if (alone is null) return null;
        if (fromYear is null && toYear is null)
        {
            var isLast = YearBefore(tokens, at) != alone && isRange;
            (fromYear, toYear) = from <= to ? (alone, alone) : isLast ? (alone - 1, alone) : (alone, alone + 1);
        }
        fromYear ??= from > to ? toYear - 1 : toYear;
        toYear ??= from > to ? fromYear + 1 : fromYear;
        if (fromYear is not (> 0 and < 9999) || toYear is not (> 0 and < 9999)) return null;
        var months = (toYear.Value - fromYear.Value) * 12 + to - from;
        return months is >= 0 and <= MonthLimit ? new Period(new Month(fromYear.Value, from), new Month(toYear.Value, to)) : null;
    }

    /// <summary>Past the days behind a month: <c>Jan 1-8</c>, <c>June 23rd</c>.</summary>
    private static int AfterDays(IReadOnlyList<DateToken> tokens, int month)
    {
        var next = month + 1;
        if (!IsDay(tokens, next)) return next;
        next = PastEnding(tokens, next + 1);
        if (next + 1 < tokens.Count && tokens[next].Joins && IsDay(tokens, next + 1) && !(next + 2 < tokens.Count && tokens[next + 2].Month is not null)) next = PastEnding(tokens, next + 2);
        return next;
    }

    private static int PastEnding(IReadOnlyList<DateToken> tokens, int at) => at < tokens.Count && tokens[at] is { IsFiller: true, Leads: false } ? at + 1 : at;

    private static bool IsDay(IReadOnlyList<DateToken> tokens, int at) => at < tokens.Count && tokens[at].IsDay;

    private static int? SecondMonth(IReadOnlyList<DateToken> tokens, int join)
    {
        if (join >= tokens.Count || !tokens[join].Joins) return null;
        var at = join + 1;
        while (at < tokens.Count && tokens[at].Joins) at++;
        if (IsDay(tokens, at)) at = PastEnding(tokens, at + 1);
        return at < tokens.Count && tokens[at].Month is not null ? at : null;
    }

    private static int? YearAt(IReadOnlyList<DateToken> tokens, ref int at) => at < tokens.Count && tokens[at].IsYear ? tokens[at++].Year : null;

    private static int? YearBehindJoin(IReadOnlyList<DateToken> tokens, int at) =>
        at + 1 < tokens.Count && tokens[at].Joins && tokens[at + 1].IsYear ? tokens[at + 1].Year : null;

    private static int? YearBefore(IReadOnlyList<DateToken> tokens, int at)
    {
        var before = at - 1;
        if (before >= 0 && tokens[before].IsDay) before--;
        if (before >= 0 && tokens[before].Joins) before--;
        return before >= 0 && tokens[before].IsYear ? tokens[before].Year : null;
    }

    // Some names of months are words too: without a year only «за март», «Jan 1-8» or nothing but the month will do.
    private static bool IsPlainly(IReadOnlyList<DateToken> tokens, int at) =>
        IsDay(tokens, at + 1) || at > 0 && (tokens[at - 1].Leads || tokens[at - 1].IsDay) || tokens.Where((_, i) => i != at).All(token => token.IsDay || token.IsFiller || token.Joins);

    private static Period? ReadWeek(IReadOnlyList<DateToken> tokens, int at, int? year)
    {
        var next = at + 1;
        while (next < tokens.Count && tokens[next].Joins) next++;
        var number = next < tokens.Count ? tokens[next].Number : null;
        if (number is null) return null;
        next++;
        var alone = YearAt(tokens, ref next) ?? YearBehindJoin(tokens, next) ?? YearBefore(tokens, at) ?? year;
        if (alone is not (> 0 and < 9999 and var whole) || number < 1 || number > ISOWeek.GetWeeksInYear(whole)) return null;
        var monday = ISOWeek.ToDateTime(whole, number.Value, DayOfWeek.Monday);
        var sunday = monday.AddDays(6);
        return new Period(new Month(monday.Year, monday.Month), new Month(sunday.Year, sunday.Month));
    }
}
