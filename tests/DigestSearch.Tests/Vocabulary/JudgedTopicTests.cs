using System.Globalization;
using DigestSearch.Reviews;
using DigestSearch.Tests.Support;

namespace DigestSearch.Tests.Vocabularies;

/// <summary>Topics against judgements by hand, at the upper level; <c>fixtures/topics/README.md</c> says how they were made.</summary>
public sealed class JudgedTopicTests
{
    private static readonly Vocabulary Shipped = Vocabulary.Load(VocabularyFolder.Shipped);

    [Fact]
    public void UpperTopicsAreThoseThatAReaderGives()
    {
        Assert.SkipWhen(Repo.Shared is null, "The shared folder is not beside the repository.");
        var corpora = Path.Combine(Repo.Shared!, "corpora");
        Assert.SkipUnless(Directory.Exists(corpora), "The corpora are not there.");
        var judged = JudgedTopics.Load(corpora);
        Assert.True(judged.Count >= 200);

        var all = Count(judged);
        var heldOut = Count(judged.Where(one => one.Review.Part == "held-out"));
        Golden.Check("topics/judged", string.Join('\n', [Line("all", all), Line("held-out", heldOut), .. ByTopic(judged)]));
        Assert.True(all.Precision >= 0.9, $"precision {all.Precision:F3}");
        Assert.True(all.Recall >= 0.8, $"recall {all.Recall:F3}");
    }

    private static string Line(string name, Counts counts) =>
        string.Create(CultureInfo.InvariantCulture, $"{name}: {counts.Reviews} reviews, precision {counts.Precision:F3}, recall {counts.Recall:F3}");

    private static IEnumerable<string> ByTopic(IReadOnlyList<(JudgedReview Review, string Text)> judged) =>
        from topic in Shipped.Topics.Select(topic => topic.Path).Where(path => LabelPath.Parent(path) is null)
        let counts = Count(judged, topic)
        select $"{topic}: right {counts.Right}, wrong {counts.Given - counts.Right}, missed {counts.Wanted - counts.Right}";

    private static Counts Count(IEnumerable<(JudgedReview Review, string Text)> judged, string? only = null)
    {
        var counts = new Counts(0, 0, 0, 0);
        foreach (var (review, text) in judged)
        {
            var given = Upper(Shipped.TopicsOf(review.Title, text, review.Tags ?? [])).Where(topic => only is null || topic == only).ToHashSet();
            var wanted = review.Topics.Where(topic => only is null || topic == only).ToHashSet();
            counts = new Counts(counts.Reviews + 1, counts.Right + given.Count(wanted.Contains), counts.Given + given.Count, counts.Wanted + wanted.Count);
        }
        return counts;
    }

    private static IEnumerable<string> Upper(IEnumerable<string> paths) => paths.Select(path => LabelPath.SelfAndAncestors(path).First());

    private sealed record Counts(int Reviews, int Right, int Given, int Wanted)
    {
        internal double Precision => Given == 0 ? 0 : (double)Right / Given;

        internal double Recall => Wanted == 0 ? 0 : (double)Right / Wanted;
    }
}
