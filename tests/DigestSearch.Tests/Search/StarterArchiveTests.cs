using System.Globalization;
using DigestSearch.Archive;
using DigestSearch.Indexing;
using DigestSearch.RelevanceMeasure;
using DigestSearch.Reviews.Reading;
using DigestSearch.Tests.Archive;
using DigestSearch.Tests.Reading;
using DigestSearch.Tests.Support;

namespace DigestSearch.Tests.Search;

/// <summary>What readers would type, judged on the starter archive; a change of the ranking shows in the golden file.</summary>
public sealed class StarterArchiveTests(StarterArchiveTests.StarterIndex starter) : IClassFixture<StarterArchiveTests.StarterIndex>
{
    private const int Depth = 100;
    private const int Shown = 3;

    [Fact]
    public void RankingsAreAsTheyWereReviewed()
    {
        var collection = Collection.Load(Repo.Fixture("relevance/starter"));
        var run = ProductEngine.Run(collection, starter.Index.Searcher, Depth);
        var scores = run.Score(collection);
        var mean = Measures.Mean([.. scores.Values]);
        var lines = collection.Queries.Select(query => string.Create(CultureInfo.InvariantCulture,
            $"{query.Id}  {scores[query.Id].Ndcg:0.000}  {query.Text}  →  {string.Join(" | ", run.Rankings[query.Id].Take(Shown).Select(starter.TitleOf))}"));
        Golden.Check("rankings/starter", string.Join('\n', lines.Prepend(string.Create(CultureInfo.InvariantCulture,
            $"{collection.Queries.Count} queries  nDCG@10 {mean.Ndcg:0.000}  RR {mean.ReciprocalRank:0.000}  R@100 {mean.Recall:0.000}  S@1 {mean.Success1:0.000}  S@5 {mean.Success5:0.000}"))));
        Assert.True(mean is { Ndcg: >= 0.9, Success1: >= 0.95 }, $"nDCG@10 is {mean.Ndcg:0.000}, Success@1 {mean.Success1:0.000}.");
    }

    [Fact]
    public void EveryJudgedReviewIsInTheArchive()
    {
        var collection = Collection.Load(Repo.Fixture("relevance/starter"));
        Assert.True(collection.Queries.Count >= 150);
        Assert.All(collection.Grades.Values.SelectMany(grades => grades.Keys).Distinct(), id => Assert.NotEmpty(starter.TitleOf(id)));
    }

    /// <summary>The starter archive as it is ingested, once for all tests.</summary>
    public sealed class StarterIndex : IDisposable
    {
        private readonly TempArchive archive = new();
        private readonly Dictionary<string, string> titles;

        public StarterIndex()
        {
            var intake = new Intake(archive.Archive, new DigestReader(Readings.Vocabulary));
            foreach (var path in Directory.EnumerateFiles(Path.Combine(Repo.Root, "index", "digests")).Order(StringComparer.Ordinal))
                using (var content = File.OpenRead(path)) intake.Receive(archive.Source, Path.GetFileName(path), null, content);
            Index = new TempIndex(Readings.Vocabulary);
            var reviews = archive.Live().Select(change => new StoredReview(change.Review!.Review, change.Review.Digest.Id, change.Review.Digest.Digest)).ToList();
            Index.Commit(reviews, []);
            titles = reviews.ToDictionary(review => review.Review.Id!, review => review.Review.Title);
        }

        internal TempIndex Index { get; }

        public string TitleOf(string id) => titles[id];

        public void Dispose()
        {
            Index.Dispose();
            archive.Dispose();
        }
    }
}
