using DigestSearch.ReadingMeasure;
using DigestSearch.Tests.Support;

namespace DigestSearch.Tests.Reading;

/// <summary>Accuracy of reading against truth made by careful reading; the project's own digests always, others where they are at hand.</summary>
public sealed class MeasureTests(ITestOutputHelper output)
{
    private static readonly Dictionary<string, double> Least = new()
    {
        ["title"] = 0.99, ["authors"] = 0.98, ["institutions"] = 0.95, ["year"] = 0.98, ["venue"] = 0.98, ["links"] = 0.97, ["reviewer"] = 0.98,
    };

    // A source, and where it may have less, or must have more.
    public static TheoryData<string, string?, double> Sources => new()
    {
        { "aleju-papers", null, 0 },
        { "csqiandong-arxiv-daily", null, 0 },
        { "dair-ai-ml-papers-of-the-week", null, 0 },
        // Nine of its reviews have a year at all.
        { "dair-ai-nlp-newsletter", "year", 0.88 },
        { "dair-ai-nlp-paper-summaries", null, 0 },
        { "gabrielchua-daily-ai-papers", null, 0 },
        { "patrick-llgc-learning-deep-learning", null, 0 },
        { "shagunsodhani-papers-i-read", null, 0 },
        { "verbasik-weekly-arxiv-ru", null, 0 },
        { "numbered", "*", 0.99 },
    };

    [Theory]
    [MemberData(nameof(Sources))]
    public void WhatIsReadIsTrue(string source, string? field, double least)
    {
        var truth = Truth.Load(Repo.Fixture($"reading/{source}.json"));
        var folder = source is "numbered" ? Repo.Fixture("reading/numbered") : Repo.Shared is { } shared ? Path.Combine(shared, "corpora", "digests", source) : null;
        Assert.SkipUnless(folder is not null && Directory.Exists(folder), $"The folder {source} is not beside the repository.");
        var read = truth.Documents.Select(document => document.File).Distinct().SelectMany(file => Read(folder!, file)).ToLookup(review => review.Document ?? "");
        var score = Score.Of(truth, read);
        foreach (var name in Score.Fields) output.WriteLine($"{name,-13} P {score[name].Precision:0.000}  R {score[name].Recall:0.000}  F1 {score[name].F1:0.000}");
        foreach (var text in score.Worst) output.WriteLine(text);
        Assert.True(score["reviews"].Errors <= 1 || score["reviews"] is { Precision: >= 0.99, Recall: >= 0.99 }, "reviews found");
        foreach (var (name, usual) in Least)
        {
            var asked = field == name || field is "*" ? least : usual;
            Assert.True(score[name].F1 >= asked, $"{name}: {score[name].F1:0.000} is less than {asked}");
        }
    }

    private static IEnumerable<ReadReview> Read(string folder, string file) =>
        Readings.Of(File.ReadAllBytes(Path.Combine(folder, file)), file).Reviews.Select(review => new ReadReview(
            review.Title, review.Authors, review.Institutions, review.Year, review.Venue, [.. review.Links.Select(link => new ReadLink(link.Kind, link.Url))], review.Reviewer) { Document = file });
}
