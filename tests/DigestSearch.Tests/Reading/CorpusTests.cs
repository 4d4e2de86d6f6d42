using DigestSearch.Tests.Support;

namespace DigestSearch.Tests.Reading;

/// <summary>Real folders of reviews, where they are at hand: a title for every review, a told problem for every other file.</summary>
public sealed class CorpusTests
{
    [Theory]
    [InlineData("aleju-papers", 99)]
    [InlineData("shagunsodhani-papers-i-read", 289)]
    public void EveryFileGivesATitledReviewOrAToldProblem(string corpus, int reviews)
    {
        Assert.SkipWhen(Repo.Shared is null, "The shared folder is not beside the repository.");
        var folder = Path.Combine(Repo.Shared!, "corpora", "digests", corpus);
        Assert.SkipUnless(Directory.Exists(folder), "The corpus is not there.");
        var count = 0;
        foreach (var path in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            var reading = Readings.Of(File.ReadAllBytes(path), Path.GetRelativePath(folder, path));
            Assert.True(reading.Reviews.Count > 0 != reading.Problems.Any(problem => problem.Code is "no-reviews"), path);
            Assert.All(reading.Reviews, review => Assert.NotEqual("Paper", review.Title));
            Assert.All(reading.Reviews, review => Assert.NotNull(review.Year));
            count += reading.Reviews.Count;
        }
        Assert.Equal(reviews, count);
    }
}
