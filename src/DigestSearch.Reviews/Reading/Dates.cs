using System.Globalization;

namespace DigestSearch.Reviews.Reading;

/// <summary>Days as documents write them.</summary>
internal static class Dates
{
    private const int LengthLimit = 300;

    /// <summary>The day at the beginning of an ISO date or date and time.</summary>
    public static DateOnly? Read(string? text) =>
        text is { Length: >= 10 } && DateOnly.TryParseExact(text.AsSpan(0, 10), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    /// <summary>The only day that a value, heading or path names: <c>5 января 2020</c>, <c>Jan 5, 2020</c>, <c>1-Apr-2025</c>, <c>2025/01/31</c>; null where there are several.</summary>
    public static DateOnly? Find(string? text)
    {
        if (text is null || text.Length > LengthLimit) return null;
        var tokens = DateTokens.Of(text, MonthNames.Common);
        DateOnly? found = null;
        for (var i = 0; i < tokens.Count; i++)
        {
            if (ReadAt(tokens, i) is not { } day) continue;
            if (found is not null && found != day || IsEndOfRange(tokens, i)) return null;
            found = day;
        }
        return found;
    }

    private static DateOnly? ReadAt(IReadOnlyList<DateToken> tokens, int at)
    {
        var token = tokens[at];
        if (token is { Year: { } whole, Month: { } known, Day: { } exact }) return new DateOnly(whole, known, exact);
        var isDayFirst = token.IsDay;
        if (!isDayFirst && !IsMonth(token)) return null;
        var next = PastEnding(tokens, at + 1, isDayFirst);
        if (next >= tokens.Count || !(isDayFirst ? IsMonth(tokens[next]) : tokens[next].IsDay)) return null;
        var (month, day) = isDayFirst ? (tokens[next].Month!.Value, token.Day!.Value) : (token.Month!.Value, tokens[next].Day!.Value);
        next = PastEnding(tokens, next + 1, isDayFirst);
        return next < tokens.Count && tokens[next] is { IsYear: true, Year: { } year } && day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day) : null;
    }

    private static bool IsMonth(DateToken token) => token is { Month: not null, Last: null, Year: null };

    private static bool IsEndOfRange(IReadOnlyList<DateToken> tokens, int at) =>
        tokens[at].Year is null && at > 1 && tokens[at - 1].Joins && (tokens[at - 2].Month is not null || tokens[at - 2].IsDay || tokens[at - 2].IsYear);

    // «5th January», «1-Apr-2025».
    private static int PastEnding(IReadOnlyList<DateToken> tokens, int at, bool joins) =>
        at < tokens.Count && (tokens[at] is { IsFiller: true, Leads: false } || joins && tokens[at].Joins) ? at + 1 : at;
}
