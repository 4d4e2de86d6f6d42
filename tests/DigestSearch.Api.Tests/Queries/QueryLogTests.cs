using DigestSearch.Api.Queries;
using DigestSearch.Api.Tests.Support;
using DigestSearch.Search;
using Microsoft.Extensions.Logging.Abstractions;

namespace DigestSearch.Api.Tests.Queries;

public sealed class QueryLogTests : IDisposable
{
    private readonly TempFolder folder = new();
    private readonly SetClock clock = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void HardQueriesAreCountedWhateverTheirCaseAndOthersAreNot()
    {
        var log = Log();
        foreach (var text in new[] { "Хомяки", "хомяки", "ХОМЯКИ" }) log.Note(new() { Text = text }, Results(0));
        log.Note(new() { Text = "transfomer" }, Results(3, new QueryStep("typo", "transfomer", "transformer"), new QueryStep("glossary", "transformer", "трансформер")));
        log.Note(new() { Text = "found" }, Results(3));
        log.Note(new() { Text = "widened" }, Results(3, new QueryStep("glossary", "a", "b")));
        log.Note(new() { Text = "" }, Results(0));
        log.Note(new() { Text = "second page", Page = 2 }, Results(0));
        log.Note(new() { Text = "narrowed", Years = [new(2020, 2020)] }, Results(0));
        Assert.Equal([("ХОМЯКИ", 3, 0), ("transfomer", 1, 3)], log.All().Select(query => (query.Text, query.Times, query.Total)));
        Assert.Equal([new HardStep("typo", "transfomer", "transformer")], log.All()[1].Steps);
    }

    [Fact]
    public void WhatIsTypedOnIsCountedOnce()
    {
        var log = Log();
        foreach (var text in new[] { "хомяки", "хомяки" })
        {
            log.Note(new() { Text = text }, Results(0));
            clock.Pass(60);
        }
        foreach (var text in new[] { "хом", "хомя", "хомяки", "хомяки и" }) log.Note(new() { Text = text }, Results(0));
        log.Note(new() { Text = "side-tu" }, Results(0));
        log.Note(new() { Text = "side-tuning" }, Results(3));
        Assert.Equal([("хомяки", 2), ("хомяки и", 1)], log.All().Select(query => (query.Text, query.Times)));
    }

    [Fact]
    public void TheLeastAskedLeaveAndTextsAreCut()
    {
        var log = Log();
        for (var round = 0; round < 2; round++) log.Note(new() { Text = "asked twice" }, Results(0));
        for (var number = 0; number < QueryLog.Most + 50; number++) log.Note(new() { Text = $"{number} asked" }, Results(0));
        log.Note(new() { Text = new string('x', 2_000) }, Results(0));
        var all = log.All();
        Assert.Equal((QueryLog.Most, "asked twice"), (all.Count, all[0].Text));
        Assert.Equal(QueryLog.MaxTextLength, all.Max(query => query.Text.Length));
    }

    [Fact]
    public async Task WhatWasCountedIsThereAfterARestart()
    {
        var log = Log();
        await log.StartAsync(CancellationToken.None);
        log.Note(new() { Text = "хомяки" }, Results(0));
        await log.StopAsync(CancellationToken.None);
        var next = Log();
        next.Note(new() { Text = "Хомяки" }, Results(0));
        Assert.Equal(2, Assert.Single(next.All()).Times);
        Assert.Equal([QueryLog.FileName], Directory.EnumerateFiles(folder.Path).Select(Path.GetFileName));
    }

    [Fact]
    public async Task AFileThatIsBrokenIsBegunAnew()
    {
        await File.WriteAllTextAsync(Path.Combine(folder.Path, QueryLog.FileName), "{ half");
        var log = Log();
        await log.StartAsync(CancellationToken.None);
        log.Note(new() { Text = "хомяки" }, Results(0));
        await log.StopAsync(CancellationToken.None);
        Assert.Equal("хомяки", Assert.Single(Log().All()).Text);
    }

    [Fact]
    public void TermsAreProposedToTheGlossaryAndNamesAreNot()
    {
        var day = new DateOnly(2026, 1, 2);
        string[] proposed = [.. GlossaryProposals.Of(
        [
            new("виспер", 2, day, 1, [new("translit", "виспер", "whisper")]),
            new("Малик", 5, day, 1, [new("translit", "Малик", "malik")]),
            new("once", 1, day, 1, [new("translit", "раз", "raz")]),
            new("обучение: хомяков", 3, day, 0, []),
            new("hamsters", 3, day, 0, []),
        ])];
        Assert.Equal(["- {ru: [виспер], en: [whisper]}", "# - {ru: [\"обучение: хомяков\"], en: []}"], proposed);
    }

    private QueryLog Log() => new(new ApiSettings { DataFolder = folder.Path }, clock, NullLogger<QueryLog>.Instance);

    private static ReviewResults Results(int total, params QueryStep[] steps) => Some.Results(total) with { Query = Some.Reading("") with { Steps = steps } };
}
