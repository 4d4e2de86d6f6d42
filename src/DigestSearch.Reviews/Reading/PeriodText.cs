using System.Globalization;

namespace DigestSearch.Reviews.Reading;

/// <summary>The months that a title or an introduction names: <c>Январь — февраль 2020</c>, <c>March 2021</c>, <c>2020-01</c>.</summary>
internal static class PeriodText
{
    private const int LengthLimit = 4_000;

    private readonly record struct Token(int? Month, int? Year, bool Joins, bool WholeYear);

    public static Period? Read(string text)
    {
        var tokens = Tokens(text.Length > LengthLimit ? text[..LengthLimit] : text);
        for (var i = 0; i < tokens.Count; i++)
            if (tokens[i].Month is not null && ReadAt(tokens, i) is { } period) return period;
        for (var i = 0; i + 1 < tokens.Count; i++)
            if (tokens[i].Year is { } year && tokens[i].Month is null && tokens[i + 1].WholeYear) return new Period(new Month(year, 1), new Month(year, 12));
        return null;
    }

    private static Period? ReadAt(List<Token> tokens, int at)
    {
        var next = at + 1;
        var (from, fromYear) = (tokens[at].Month!.Value, tokens[at].Year ?? YearAt(tokens, ref next) ?? YearBefore(tokens, at));
        var (to, toYear) = (from, fromYear);
        if (next < tokens.Count && tokens[next].Joins && MonthAfter(tokens, next) is { } second)
        {
            next = second + 1;
            to = tokens[second].Month!.Value;
            toYear = tokens[second].Year ?? YearAt(tokens, ref next) ?? (fromYear is { } same ? (to < from ? same + 1 : same) : null);
            fromYear ??= toYear is { } year ? (from > to ? year - 1 : year) : null;
        }
        if (fromYear is not { } first || toYear is not { } last) return null;
        var period = new Period(new Month(first, from), new Month(last, to));
        var months = (last - first) * 12 + to - from;
        return months is >= 0 and <= 36 ? period : null;
    }

    private static int? MonthAfter(List<Token> tokens, int join)
    {
        var at = join + 1;
        while (at < tokens.Count && tokens[at].Joins) at++;
        return at < tokens.Count && tokens[at].Month is not null ? at : null;
    }

    private static int? YearAt(List<Token> tokens, ref int at) => at < tokens.Count && tokens[at] is { Year: { } year, Month: null } && ++at > 0 ? year : null;

    private static int? YearBefore(List<Token> tokens, int at) => at > 0 && tokens[at - 1] is { Year: { } year, Month: null } ? year : null;

    private static List<Token> Tokens(string text)
    {
        var tokens = new List<Token>();
        for (var i = 0; i < text.Length;)
        {
            var start = i;
            if (char.IsDigit(text[i]))
            {
                while (i < text.Length && char.IsDigit(text[i])) i++;
                var number = i - start == 4 && int.TryParse(text.AsSpan(start, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is > 1900 and < 2200 ? year : 0;
                if (number > 0 && IsoMonth(text, i) is { } month)
                {
                    i += 3;
                    tokens.Add(new Token(month, number, false, false));
                }
                else tokens.Add(new Token(null, number > 0 ? number : null, false, false));
            }
            else if (IsWordPart(text[i]))
            {
                while (i < text.Length && IsWordPart(text[i])) i++;
                tokens.Add(Word(text[start..i]));
            }
            else if (text[i++] is '-' or '–' or '—' or '−' or '/' or '&' or '+') tokens.Add(new Token(null, null, true, false));
            else if (text[i - 1] is '.' && i < text.Length && text[i] is '.') tokens.Add(new Token(null, null, true, false));
        }
        return tokens;
    }

    private static Token Word(string word) => word.Length > 30 ? default : new Token(MonthNames.NumberOf(word), null,
        Folding.Fold(word) is "and" or "to" or "till" or "until" or "и" or "по" or "до",
        Folding.Fold(word) is "год" or "года" or "году" or "year");

    private static int? IsoMonth(string text, int at) =>
        at + 2 < text.Length && text[at] is '-' && char.IsAsciiDigit(text[at + 1]) && char.IsAsciiDigit(text[at + 2])
        && (at + 3 == text.Length || !char.IsDigit(text[at + 3]))
        && (text[at + 1] - '0') * 10 + text[at + 2] - '0' is >= 1 and <= 12 and var month ? month : null;

    private static bool IsWordPart(char character) =>
        char.IsLetter(character) || CharUnicodeInfo.GetUnicodeCategory(character) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
}
