using DigestSearch.Search;
using DigestSearch.Tests.Support;

namespace DigestSearch.Tests.Search;

public class RescoringTests
{
    private const int Reviews = 3 * Rescoring.Window;

    // All match alike, so ids decide what is in the window; these two have the words in their order.
    private const string Inside = "r050+";
    private const string Behind = "z";

    private static readonly string[] Letters = ["alfa", "brova", "kedro", "delno", "gamri", "zetro", "lumba", "morvi", "norda", "pelka", "rusto", "silva", "tarno", "vekto", "folma", "hardo", "junta", "wolfa", "yerba", "quinto"];

    [Fact]
    public void EvidenceLiftsWhatMatchesWellAndNothingBehindIt()
    {
        using var index = Index();
        var first = index.Search(new ReviewQuery { Text = "alfa brova", Explain = true }).Hits[0];
        Assert.Equal(Inside, first.Review.Id);
        Assert.Contains(first.Explanation!, part => part.Field == "text" && part.Matched == "\"alfa brova\"");
        Assert.Equal(1, first.Explanation!.Sum(part => part.Score) / first.Score, 1e-5);
        Assert.Equal(Behind, Ids(index, 1, Reviews + 2).Last());
    }

    [Fact]
    public void PagesAreOneOrderWithoutGapsWhateverTheirSize()
    {
        using var index = Index();
        var whole = Ids(index, 1, Reviews + 2).ToList();
        Assert.Equal(Reviews + 2, whole.Distinct().Count());
        Assert.Equal(whole, Enumerable.Range(1, 9).SelectMany(page => Ids(index, page, 70)));
    }

    [Fact]
    public void ScoresFallToTheEndAndAreExplainedPastTheWindowToo()
    {
        using var index = Index();
        var hits = index.Search(new ReviewQuery { Text = "alfa brova", Size = Reviews + 2, Explain = true }).Hits;
        Assert.Equal(hits.Select(hit => hit.Score).OrderDescending(), hits.Select(hit => hit.Score));
        Assert.All(new[] { hits[Rescoring.Window - 1], hits[Rescoring.Window], hits[^1] }, hit => Assert.Equal(1, hit.Explanation!.Sum(part => part.Score) / hit.Score, 1e-5));
    }

    // From a page as large as the window nobody is dropped.
    [Fact]
    public void WhoIsDroppedWouldNotHaveBeenOnThePage()
    {
        var random = new Random(3);
        using var index = TempIndex.Of([.. Enumerable.Range(0, 400).Select(at => Some.Review(Words(random, 4), Words(random, 30), $"r{at:000}") with { Topics = [Words(random, 1)] })]);
        foreach (var text in Enumerable.Range(0, 120).Select(at => Words(random, 1 + (at % 3))))
        {
            var whole = index.Search(new ReviewQuery { Text = text, Size = Rescoring.Window }).Hits.Select(hit => (hit.Review.Id, hit.Score)).ToList();
            Assert.All(index.Search(new ReviewQuery { Text = text, Explain = true }).Hits, hit => Assert.Equal(1, hit.Explanation!.Sum(part => part.Score) / hit.Score, 1e-5));
            foreach (var (page, size) in new[] { (1, 1), (1, 3), (1, 10), (2, 10), (4, 7) })
                Assert.Equal(whole.Skip((page - 1) * size).Take(size), index.Search(new ReviewQuery { Text = text, Page = page, Size = size }).Hits.Select(hit => (hit.Review.Id, hit.Score)));
        }
    }

    private static string Words(Random random, int count) => string.Join(' ', Enumerable.Range(0, count).Select(_ => Letters[(int)(Letters.Length * random.NextDouble() * random.NextDouble())]));

    private static TempIndex Index() =>
        TempIndex.Of([.. Enumerable.Range(0, Reviews).Select(at => Some.Review("Kedro", "brova, then alfa", $"r{at:000}")), Some.Review("Kedro", "then alfa brova", Inside), Some.Review("Kedro", "then alfa brova", Behind)]);

    private static IEnumerable<string> Ids(TempIndex index, int page, int size) =>
        index.Search(new ReviewQuery { Text = "alfa brova", Page = page, Size = size }).Hits.Select(hit => hit.Review.Id!);
}
