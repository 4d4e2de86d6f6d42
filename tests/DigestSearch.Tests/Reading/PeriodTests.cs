using System.Globalization;
using DigestSearch.Reviews;
using DigestSearch.Reviews.Reading;

namespace DigestSearch.Tests.Reading;

public sealed class PeriodTests
{
    [Theory]
    [InlineData("январь–февраль 2020", "2020-01 2020-02")]
    [InlineData("Декабрь 2019 — Январь 2020", "2019-12 2020-01")]
    [InlineData("Top Papers of the Week (June 23 - June 29) - 2025", "2025-06 2025-06")]
    [InlineData("(Dec 30 - Jan 5) - 2025", "2024-12 2025-01")]
    [InlineData("Jan 30-Feb 5, 2023", "2023-01 2023-02")]
    [InlineData("Jan 1-8, 2024", "2024-01 2024-01")]
    [InlineData("Dec 30, 2024 - Jan 5, 2025", "2024-12 2025-01")]
    [InlineData("30 декабря 2024 – 5 января 2025", "2024-12 2025-01")]
    [InlineData("30 января по 5 февраля 2025", "2025-01 2025-02")]
    [InlineData("June 29th, 2025", "2025-06 2025-06")]
    [InlineData("2025-01-31", "2025-01 2025-01")]
    [InlineData("2025/01/31", "2025-01 2025-01")]
    [InlineData("31.01.2025", "2025-01 2025-01")]
    [InlineData("01.2025", "2025-01 2025-01")]
    [InlineData("1-Apr-2025", "2025-04 2025-04")]
    [InlineData("Sept 2021", "2021-09 2021-09")]
    [InlineData("2021: March", "2021-03 2021-03")]
    [InlineData("Q1 2021", "2021-01 2021-03")]
    [InlineData("2021 Q4", "2021-10 2021-12")]
    [InlineData("1 квартал 2021", "2021-01 2021-03")]
    [InlineData("II квартал 2021 года", "2021-04 2021-06")]
    [InlineData("1-е полугодие 2021", "2021-01 2021-06")]
    [InlineData("week 26, 2025", "2025-06 2025-06")]
    [InlineData("2024, неделя 1", "2024-01 2024-01")]
    [InlineData("2025-W27", "2025-06 2025-07")]
    [InlineData("Обзоры в январе 2021", "2021-01 2021-01")]
    [InlineData("Januar und Februar 2020", "2020-01 2020-02")]
    [InlineData("enero de 2020", null)]
    [InlineData("enero 2020", "2020-01 2020-01")]
    [InlineData("Styczeń 2020", "2020-01 2020-01")]
    [InlineData("Ιανουάριος 2020", "2020-01 2020-01")]
    [InlineData("за март", null)]
    [InlineData("arXiv 2001.01234", null)]
    [InlineData("5 2020", null)]
    [InlineData("Week 60, 2025", null)]
    [InlineData("Q1", null)]
    public void PeriodsAreRead(string text, string? expected) => Assert.Equal(expected, Print(PeriodText.Read(text)));

    [Theory]
    [InlineData("2026-01 (10)", null, "2026-01 2026-01")]
    [InlineData("Top ML Papers of the Week (Jan 1-8)", null, null)]
    [InlineData("Top ML Papers of the Week (Jan 1-8)", 2023, "2023-01 2023-01")]
    [InlineData("Top ML Papers of the Week (Jan 30-Feb 5)", 2023, "2023-01 2023-02")]
    [InlineData("January 2021", null, "2021-01 2021-01")]
    [InlineData("2021", null, "2021-01 2021-12")]
    [InlineData("2021 (12)", null, "2021-01 2021-12")]
    [InlineData("Papers of 2021", null, "2021-01 2021-12")]
    [InlineData("CVPR 2021", null, null)]
    [InlineData("за март", 2021, "2021-03 2021-03")]
    [InlineData("Март", 2021, "2021-03 2021-03")]
    [InlineData("March of the penguins", 2021, null)]
    [InlineData("What may work", 2021, null)]
    public void HeadingsAreRead(string heading, int? year, string? expected) => Assert.Equal(expected, Print(PeriodText.Find(heading, year)));

    [Theory]
    [InlineData("2025-01-31", "2025-01-31")]
    [InlineData("2018-04-08-Neural-Things", "2018-04-08")]
    [InlineData("archive/2025/01/31", "2025-01-31")]
    [InlineData("1-Apr-2025/IR/README", "2025-04-01")]
    [InlineData("5 января 2020 года", "2020-01-05")]
    [InlineData("January 5, 2020", "2020-01-05")]
    [InlineData("Jan 5th 2020", "2020-01-05")]
    [InlineData("31.12.2020", "2020-12-31")]
    [InlineData("12/31/2020", "2020-12-31")]
    [InlineData("01/02/2020", null)]
    [InlineData("30 декабря – 5 января 2025", null)]
    [InlineData("Dec 30, 2024 - Jan 5, 2025", null)]
    [InlineData("Jan 1-8, 2024", null)]
    [InlineData("2020-02-30", null)]
    [InlineData("30 February 2020", null)]
    [InlineData("January 2020", null)]
    [InlineData(null, null)]
    public void ADayIsFound(string? text, string? expected) =>
        Assert.Equal(expected, Dates.Find(text)?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("2025/01/31.md", "# Digest", "2025-01-31", null)]
    [InlineData("1-Apr-2025/IR/README.md", "# Digest", "2025-04-01", null)]
    [InlineData("2020-03-digest.md", "# Digest", null, "2020-03 2020-03")]
    [InlineData("2025/01/digest.md", "# Digest", null, "2025-01 2025-01")]
    [InlineData("2020/март.md", "# Дайджест", null, "2020-03 2020-03")]
    [InlineData("2024/week-52/README.md", "# Digest", null, "2024-12 2024-12")]
    [InlineData("2018.md", "# Digest", null, "2018-01 2018-12")]
    [InlineData("2020-03-digest.md", "# Digest of May 2021", null, "2021-05 2021-05")]
    [InlineData("2021/a.md", "# Разборы за март", null, "2021-03 2021-03")]
    [InlineData("a.md", "# Daily, January 5, 2031", "2031-01-05", "2031-01 2031-01")]
    [InlineData("a.md", "---\ndate: 5 March 2031\n---\n# Digest", "2031-03-05", null)]
    [InlineData("a.md", "# Digest", null, null)]
    public void ADigestHasTheDateOfItsTextElseOfItsPath(string name, string start, string? published, string? period)
    {
        var digest = Readings.Of(name, start + "\n\n## 1. A Paper of Nets\n\nAuthors: Ada Example (Aster University, 2031)\n\nText.\n").Digest;
        Assert.Equal((published, period), (digest.Published?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), Print(digest.Period)));
    }

    [Theory]
    [InlineData("# Digest\n\nSource: https://made-up.example/post/1\n", "", "https://made-up.example/post/1")]
    [InlineData("# Digest\n\n[Источник](https://made-up.example/post/1)\n", "", null)]
    [InlineData("# Digest\n\nИсточник: [пост](https://made-up.example/post/1)\n", "", "https://made-up.example/post/1")]
    [InlineData("# Digest\n", "\nOriginally published at https://made-up.example/post/1.\n", "https://made-up.example/post/1")]
    [InlineData("---\nurl: https://made-up.example/post/1\n---\n# Digest\n", "", "https://made-up.example/post/1")]
    [InlineData("---\ncanonical: javascript:alert(1)\n---\n# Digest\n", "", null)]
    [InlineData("# Digest\n\nThe source of all is https://made-up.example/x\n", "", null)]
    public void ADigestHasTheAddressOfItsPost(string start, string end, string? url) =>
        Assert.Equal(url, Readings.Of("a.md", start + "\n## 1. A Paper of Nets\n\nAuthors: Ada Example (Aster University, 2031)\n\nText.\n" + end).Digest.Url);

    private static string? Print(Period? period) => period is null ? null : $"{period.From} {period.To}";
}
