using DigestSearch.ReadingMeasure;
using DigestSearch.Tests.Support;

namespace DigestSearch.Tests.Reading;

/// <summary>Accuracy of reading against truth made by careful reading; the project's own digests always, others where they are at hand.</summary>
public sealed class MeasureTests(ITestOutputHelper output)
{
    // What the accepted least F1 is; a field that a source hardly has is left out of its line.
    public static TheoryData<string, double, double, double, double> Sources => new()
    {
        { "aleju-papers", 0.99, 0.98, 0.98, 0.97 },
        { "csqiandong-arxiv-daily", 0.99, 0.98, 0.98, 0.97 },
        { "dair-ai-ml-papers-of-the-week", 0.99, 0.98, 0.98, 0.97 },
        { "gabrielchua-daily-ai-papers", 0.99, 0.98, 0.98, 0.97 },
        { "patrick-llgc-learning-deep-learning", 0.99, 0.9, 0.98, 0.97 },
        { "shagunsodhani-papers-i-read", 0.99, 0.98, 0.98, 0.97 },
        { "numbered", 0.99, 0.99, 0.99, 0.99 },
    };

    [Theory]
    [MemberData(nameof(Sources))]
    public void WhatIsReadIsTrue(string source, double title, double authors, double year, double links)
    {
        var truth = Truth.Load(Repo.Fixture($"reading/{source}.json"));
        var folder = source is "numbered" ? Repo.Fixture("reading/numbered") : Repo.Shared is { } shared ? Path.Combine(shared, "corpora", "digests", source) : null;
        Assert.SkipUnless(folder is not null && Directory.Exists(folder), $"The folder {source} is not beside the repository.");
        var read = truth.Documents.Select(document => document.File).Distinct().SelectMany(file => Read(folder!, file)).ToLookup(review => review.Document ?? "");
        var score = Score.Of(truth, read);
        foreach (var field in Score.Fields) output.WriteLine($"{field,-13} P {score[field].Precision:0.000}  R {score[field].Recall:0.000}  F1 {score[field].F1:0.000}");
        foreach (var text in score.Worst) output.WriteLine(text);
        Assert.True(score["reviews"].Errors <= 1 || score["reviews"] is { Precision: >= 0.99, Recall: >= 0.99 }, "reviews found");
        AtLeast("title", title);
        AtLeast("authors", authors);
        AtLeast("year", year);
        AtLeast("links", links);

        void AtLeast(string field, double least) => Assert.True(score[field].F1 >= least, $"{field}: {score[field].F1:0.000} is less than {least}");
    }

    private static IEnumerable<ReadReview> Read(string folder, string file) =>
        Readings.Of(File.ReadAllBytes(Path.Combine(folder, file)), file).Reviews.Select(review => new ReadReview(
            review.Title, review.Authors, review.Institutions, review.Year, review.Venue, [.. review.Links.Select(link => new ReadLink(link.Kind, link.Url))], review.Reviewer) { Document = file });
}
