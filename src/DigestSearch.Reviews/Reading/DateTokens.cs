using System.Globalization;

namespace DigestSearch.Reviews.Reading;

/// <summary>What a word or number may be in a date.</summary>
/// <param name="Start">Where it begins.</param>
/// <param name="Month">First month; of a quarter or half year too.</param>
/// <param name="Last">Last month, where there are several.</param>
/// <param name="Year">Year; beside a month where they are written as one.</param>
/// <param name="Day">Day of a month; beside month and year where they are written as one.</param>
internal readonly record struct DateToken(int Start, int? Month = null, int? Last = null, int? Year = null, int? Day = null)
{
    /// <summary>A number of one or two digits, as that of a week.</summary>
    public int? Number { get; init; }

    /// <summary>A dash, or a word such as <c>to</c>.</summary>
    public bool Joins { get; init; }

    /// <summary>A word for a year.</summary>
    public bool IsYearWord { get; init; }

    /// <summary>A word for a week.</summary>
    public bool IsWeekWord { get; init; }

    /// <summary>A word behind which a month stands: <c>in</c>, <c>за</c>.</summary>
    public bool Leads { get; init; }

    /// <summary>A word that says nothing in the name of a time: <c>papers of 2021</c>.</summary>
    public bool IsFiller { get; init; }

    /// <summary>A year and nothing else.</summary>
    public bool IsYear => Year is not null && Month is null;

    /// <summary>A number that may be a day and nothing else.</summary>
    public bool IsDay => Day is not null && Month is null;
}

/// <summary>Cuts a text into the pieces that dates are made of.</summary>
internal sealed class DateTokens
{
    private readonly string text;
    private readonly Func<string, int?> months;
    private readonly List<DateToken> tokens = [];

    private DateTokens(string text, Func<string, int?> months) => (this.text, this.months) = (text, months);

    /// <param name="text">A title, heading or path.</param>
    /// <param name="months">Number of a month by its name.</param>
    public static IReadOnlyList<DateToken> Of(string text, Func<string, int?> months)
    {
        var reading = new DateTokens(text, months);
        for (var at = 0; at < text.Length;) at = reading.Next(at);
        return reading.tokens;
    }

    private int Next(int start)
    {
        var character = text[start];
        if (char.IsAsciiDigit(character)) return Number(start);
        if (IsWordPart(character)) return Word(start);
        if (character is '-' or '–' or '—' or '−' or '/' or '&' or '+' || character is '.' && start + 1 < text.Length && text[start + 1] is '.')
            tokens.Add(new DateToken(start) { Joins = true });
        return start + 1;
    }

    private int Number(int start)
    {
        if (YearFirst(start) is { } yearFirst) return yearFirst;
        if (YearLast(start) is { } yearLast) return yearLast;
        var end = start;
        while (end < text.Length && char.IsAsciiDigit(text[end])) end++;
        tokens.Add((end - start) switch
        {
            4 when ReadYear(start) is { } year => new DateToken(start, Year: year),
            1 or 2 when Digits(start, end) is var number => new DateToken(start, Day: number is >= 1 and <= 31 ? number : null) { Number = number },
            _ => new DateToken(start),
        });
        return end;
    }

    // 2020-01, 2020/01/31, 2020.01
    private int? YearFirst(int start)
    {
        if (ReadYear(start) is not { } year || !IsSeparator(start + 4) || TwoDigits(start + 5) is not (>= 1 and <= 12 and var month)) return null;
        var end = start + 7;
        if (end < text.Length && text[end] == text[start + 4] && TwoDigits(end + 1) is { } day && day >= 1 && day <= DateTime.DaysInMonth(year, month))
        {
            tokens.Add(new DateToken(start, month, null, year, day));
            return end + 3;
        }
        // 2016/17 is a season, but 2016/12 is taken for a month.
        tokens.Add(new DateToken(start, month, null, year));
        return end;
    }

    // 31.01.2020, 1/31/2020, 01.2020
    private int? YearLast(int start)
    {
        var (numbers, at) = (new List<int>(2), start);
        while (numbers.Count < 2 && at < text.Length && ReadYear(at) is null)
        {
            var end = at;
            while (end < text.Length && char.IsAsciiDigit(text[end])) end++;
            if (end - at is not (1 or 2) || end >= text.Length || text[end] is not ('.' or '/')) return null;
            numbers.Add(Digits(at, end));
            at = end + 1;
        }
        if (at >= text.Length || ReadYear(at) is not { } year) return null;
        switch (numbers)
        {
            case [>= 1 and <= 12 and var month] when at - start == 3:
                tokens.Add(new DateToken(start, month, null, year));
                return at + 4;
            case [var day, >= 1 and <= 12 and var month] when day >= 1 && day <= DateTime.DaysInMonth(year, month) && (text[at - 1] is '.' || day > 12 || day == month):
                tokens.Add(new DateToken(start, month, null, year, day));
                return at + 4;
            case [>= 1 and <= 12 and var month, > 12 and var day] when day <= DateTime.DaysInMonth(year, month):
                tokens.Add(new DateToken(start, month, null, year, day));
                return at + 4;
            default:
                return null;
        }
    }

    private int Word(int start)
    {
        var end = start;
        while (end < text.Length && IsWordPart(text[end])) end++;
        var length = end - start;
        if (length == 1 && text[start] is 'Q' or 'q' or 'H' or 'h' && end < text.Length && text[end] is >= '1' and <= '4' && (end + 1 == text.Length || !char.IsLetterOrDigit(text[end + 1])))
        {
            AddPart(start, text[start] is 'Q' or 'q' ? 3 : 6, text[end] - '0');
            return end + 1;
        }
        if (length > 30)
        {
            tokens.Add(new DateToken(start));
            return end;
        }
        var word = Folding.Fold(text[start..end]);
        var part = word switch { "квартал" or "квартала" or "квартале" or "кв" or "quarter" => 3, "полугодие" or "полугодия" or "полугодии" => 6, _ => 0 };
        if (part > 0 && NumberBefore() is { } number)
        {
            AddPart(start, part, number);
            return end;
        }
        // 2025-W26
        if (word is "w" && end < text.Length && char.IsAsciiDigit(text[end])) word = "week";
        tokens.Add(new DateToken(start, months(text[start..end]))
        {
            Joins = word is "and" or "to" or "till" or "until" or "и" or "по" or "до" or "und" or "et" or "y" or "bis",
            IsYearWord = word is "год" or "года" or "году" or "year",
            IsWeekWord = word is "week" or "неделя" or "неделю" or "недели" or "woche" or "semaine" or "semana",
            Leads = word is "in" or "for" or "of" or "from" or "за" or "в" or "from" or "during",
            IsFiller = word is "papers" or "paper" or "of" or "in" or "for" or "the" or "archive" or "digest" or "reviews" or "статьи" or "статей" or "обзоры" or "разборы" or "архив"
                or "дайджест" or "дайджесты" or "за" or "г" or "гг" or "th" or "st" or "nd" or "rd",
        });
        return end;
    }

    private void AddPart(int start, int months, int number) =>
        tokens.Add(number * months <= 12 ? new DateToken(start, (number - 1) * months + 1, number * months) : new DateToken(start));

    // «1 квартал», «1-й квартал», «II квартал», «2nd quarter»: the number goes into the quarter.
    private int? NumberBefore()
    {
        for (var back = 1; back <= 3 && back <= tokens.Count; back++)
        {
            var token = tokens[^back];
            var end = token.Start;
            while (end < text.Length && IsWordPart(text[end])) end++;
            var number = token.IsDay && token.Day <= 4 ? token.Day : text[token.Start..end] switch { "I" => 1, "II" => 2, "III" => 3, "IV" => 4, "первый" => 1, "второй" => 2, "третий" => 3, "четвертый" => 4, "четвёртый" => 4, _ => null };
            if (number is null) continue;
            tokens.RemoveRange(tokens.Count - back, back);
            return number;
        }
        return null;
    }

    private int? ReadYear(int at) =>
        at + 4 <= text.Length && (at + 4 == text.Length || !char.IsAsciiDigit(text[at + 4])) && AreDigits(at, 4) && Digits(at, at + 4) is > 1900 and < 2200 and var year ? year : null;

    private int? TwoDigits(int at) =>
        at + 2 <= text.Length && AreDigits(at, 2) && (at + 2 == text.Length || !char.IsAsciiDigit(text[at + 2])) ? Digits(at, at + 2) : null;

    private bool IsSeparator(int at) => at < text.Length && text[at] is '-' or '/' or '.' or '_';

    private bool AreDigits(int at, int count) => !text.AsSpan(at, count).ContainsAnyExceptInRange('0', '9');

    private int Digits(int start, int end) => int.Parse(text.AsSpan(start, end - start), NumberStyles.None, CultureInfo.InvariantCulture);

    private static bool IsWordPart(char character) =>
        char.IsLetter(character) || CharUnicodeInfo.GetUnicodeCategory(character) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
}
