using DigestSearch.RelevanceMeasure;
using DigestSearch.Reviews.Reading.Formats;
using DigestSearch.Tests.Reading;
using DigestSearch.Tests.Support;

namespace DigestSearch.Tests.Search;

/// <summary>Rankings against judged collections where they are at hand, and the measures that judge them.</summary>
public sealed class RelevanceTests(ITestOutputHelper output)
{
    private const int Depth = 100;

    // Stock Lucene has 0.352, 0.368, 0.968 and 0.953.
    [Theory]
    [InlineData("cranfield", 0.378)]
    [InlineData("cisi", 0.390)]
    [InlineData("xquad-en", 0.968)]
    [InlineData("xquad-ru", 0.953)]
    public void QuestionsFindWhatAnswersThem(string name, double least)
    {
        var folder = Repo.Shared is { } shared ? Path.Combine(shared, "corpora", "ir", name) : null;
        Assert.SkipUnless(folder is not null && Directory.Exists(folder), $"The collection {name} is not beside the repository.");
        var collection = Collection.Load(folder!);
        using var lines = new System.IO.Compression.GZipStream(File.OpenRead(collection.Corpus!), System.IO.Compression.CompressionMode.Decompress);
        using var index = new TempIndex(Readings.Vocabulary);
        index.Commit(ReviewLines.Read(lines, name).Where(line => line.Review is not null).Select(line => Some.Stored(Readings.Reader.ToReview(line.Review!, line.Line))), []);
        var mean = Measures.Mean([.. ProductEngine.Run(collection, index.Searcher, Depth).Score(collection).Values]);
        output.WriteLine($"{mean}");
        Assert.True(mean.Ndcg >= least, $"nDCG@10 is {mean.Ndcg:0.0000}.");
    }

    [Fact]
    public void TheMeasuresAreThoseOfTheField()
    {
        // By hand: gains 0, 3, 1 against the ideal 3, 1, 1.
        var measures = Measures.Of(["x", "best", "good"], new Dictionary<string, int> { ["best"] = 2, ["good"] = 1, ["lost"] = 1, ["bad"] = 0 });
        var (gain, ideal) = ((3 / Math.Log2(3)) + (1 / Math.Log2(4)), 3 + (1 / Math.Log2(3)) + (1 / Math.Log2(4)));
        Assert.Equal(gain / ideal, measures.Ndcg, 12);
        Assert.Equal((0.5, 2 / 3.0, 0.0, 1.0), (measures.ReciprocalRank, measures.Recall, measures.Success1, measures.Success5));
        Assert.Equal(default, Measures.Of([], new Dictionary<string, int> { ["best"] = 1 }));
    }

    [Fact]
    public void ARunIsReadAsItWasWritten()
    {
        using var folder = new TempFolder();
        var path = Path.Combine(folder.Path, "a.run");
        new Run("mine", new Dictionary<string, IReadOnlyList<string>> { ["q1"] = ["b", "a"], ["q2"] = ["c"] }).Save(path);
        var read = Run.Load(path);
        Assert.Equal(("mine", "b a", "c"), (read.Engine, string.Join(' ', read.Rankings["q1"]), string.Join(' ', read.Rankings["q2"])));
    }
}
