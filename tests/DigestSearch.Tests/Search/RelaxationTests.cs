using DigestSearch.Reviews;
using DigestSearch.Search;
using DigestSearch.Tests.Reading;
using DigestSearch.Tests.Support;

namespace DigestSearch.Tests.Search;

/// <summary>What a query asks where all of its words find too little.</summary>
public sealed class RelaxationTests
{
    private const string Question = "how do kedro lumo alfa brova grow";

    [Fact]
    public void AQuestionFindsWhatHoldsItsTellingWordsAndSaysSo()
    {
        using var index = Garden();
        var results = index.Search(Question);
        Assert.Equal("four", results.Hits[0].Review.Id);
        Assert.Contains("three", results.Hits.Select(hit => hit.Review.Id));
        Assert.DoesNotContain("none", results.Hits.Select(hit => hit.Review.Id));
        var step = Assert.Single(results.Query.Steps);
        Assert.Equal(("relax", Question), (step.Kind, step.From));
    }

    [Fact]
    public void ExactTakesItBack()
    {
        using var index = Garden();
        var results = index.Search(new ReviewQuery { Text = Question, Exact = true });
        Assert.Equal((0, 0), (results.Total, results.Query.Steps.Count));
    }

    [Fact]
    public void EnoughReviewsWithAllWordsAreLeftAlone()
    {
        using var index = TempIndex.Of(Enumerable.Range(0, 12).Select(at => Some.Stored(Some.Review("T", at < 10 ? "kedro lumo alfa brova" : "kedro", "r" + at))));
        var results = index.Search("kedro lumo alfa brova");
        Assert.Equal((10, 0), (results.Total, results.Query.Steps.Count));
    }

    [Fact]
    public void OneReviewWithAllOfAFewWordsIsTheAnswer()
    {
        using var index = Garden();
        var results = index.Search("kedro lumo alfa brova");
        Assert.Equal((1, 0), (results.Total, results.Query.Steps.Count));
    }

    [Theory]
    [InlineData("kedro lumo", 2)]
    [InlineData("kedro ada", 2)]
    [InlineData("ada brova", 0)]
    [InlineData("\"kedro lumo\"", 0)]
    [InlineData("K. Lumo", 0)]
    [InlineData("kedro lumo alfa", 3)]
    public void OfTwoWordsOneIsLeftOutUnlessBothAreNames(string text, int expected)
    {
        using var index = TempIndex.Of(Some.Review("Kedro", id: "a"), Some.Review("Lumo", id: "b"), Some.Review("Alfa", id: "c"), Some.Review("T", "", "d", "Ada Dulo"), Some.Review("T", "", "e", "Bo Brova"));
        Assert.Equal(expected, index.Search(text).Total);
    }

    [Theory]
    [InlineData("\"lumo kedro\"", "lumo kedro", "apart near")]
    [InlineData("\"lumo kedro\" alfa", "lumo kedro alfa", "apart")]
    [InlineData("text:\"lumo kedro\"", "text:lumo text:kedro", "apart near")]
    public void APhraseThatNoReviewHoldsIsLoosened(string text, string read, string found)
    {
        using var index = TempIndex.Of(Some.Review("T", "kedro alfa lumo", "apart"), Some.Review("T", "kedro lumo", "near"), Some.Review("T", "kedro", "one"));
        var results = index.Search(text);
        Assert.Equal((read, "phrase"), (results.Query.Read, string.Join(' ', results.Query.Steps.Select(step => step.Kind))));
        Assert.Equal(found.Split(' '), results.Hits.Select(hit => hit.Review.Id).Order());
        Assert.Equal(0, index.Search(new ReviewQuery { Text = text, Exact = true }).Total);
    }

    [Theory]
    [InlineData("\"kedro lumo\"", 1)]
    [InlineData("\"lumo brova\"", 0)]
    [InlineData("author:\"Lumo Kedro Ada\"", 0)]
    public void APhraseStaysOneWhereItIsFoundOrItsWordsAreNot(string text, int expected)
    {
        using var index = TempIndex.Of(Some.Review("T", "kedro lumo", "near", "Ada Kedro", "Bo Lumo"), Some.Review("T", "lumo kedro", "other"));
        var results = index.Search(text);
        Assert.Equal((expected, 0), (results.Total, results.Query.Steps.Count));
    }

    [Fact]
    public void AWordThatIsRareWeighsMore()
    {
        using var index = TempIndex.Of([Some.Stored(Some.Review("T", "kedro only", "rare")), .. Enumerable.Range(0, 40).Select(at => Some.Stored(Some.Review("T", "lumo alfa", "r" + at)))]);
        Assert.Equal("rare", index.Ids("kedro lumo brova")[0]);
    }

    [Fact]
    public void WhatIsForbiddenStaysAway()
    {
        using var index = Garden();
        Assert.DoesNotContain("four", index.Ids(Question + " -brova"));
    }

    [Fact]
    public void OneOfTheAlternativesIsHeldByAllThatIsFound()
    {
        using var index = TempIndex.Of(Some.Review("Garden", "kedro lumo alfa", "neither"), Some.Review("Garden", "kedro lumo alfa", "more"), Some.Review("Garden", "kedro lumo one", "one"), Some.Review("Garden", "kedro two", "two"));
        var results = index.Search("kedro lumo alfa brova one OR two");
        Assert.Equal("relax", Assert.Single(results.Query.Steps).Kind);
        Assert.Equal(["one", "two"], results.Hits.Select(hit => hit.Review.Id));
    }

    [Fact]
    public void APhraseOfStopWordsThatNobodyWroteFindsNothing()
    {
        using var index = new TempIndex(Readings.Vocabulary);
        index.Commit([Some.Stored(Some.Review("Garden", "the kedro of and in lumo", "words")), Some.Stored(Some.Review("Garden", "in the kedro and of the lumo", "others")), Some.Stored(Some.Review("Garden", "with kedro", "with"))], []);
        Assert.Equal(["words"], index.Ids("\"of and in\""));
        var results = index.Search("\"of the and with\"");
        Assert.Equal((0, 0), (results.Total, results.Query.Steps.Count));
        Assert.Equal("others", index.Ids("\"in the kedro and all of the lumo\"")[0]);
    }

    [Fact]
    public void QuotationMarksInAPastedTextAskForNothing()
    {
        using var index = Garden();
        const string Quoted = "\"nothing of\" it";
        Assert.Equal(["none"], index.Ids($"{Question} {Quoted}"));
        Assert.Contains("four", index.Ids($"{Question} once more in words that many of us would hardly type {Quoted}"));
    }

    [Fact]
    public void NoMoreMatchThanHoldTheMost()
    {
        using var index = TempIndex.Of(Enumerable.Range(0, 42).Select(at => Some.Stored(Some.Review("T", at < 12 ? "kedro lumo" : "alfa", "r" + at))));
        var results = index.Search("kedro lumo alfa");
        Assert.Equal((12, "relax"), (results.Total, Assert.Single(results.Query.Steps).Kind));
    }

    [Fact]
    public void OfVeryManyThatHoldSomethingTheMostAreKept()
    {
        // More than are kept at once, and the best of them last, in another segment.
        using var index = new TempIndex();
        index.Commit(Enumerable.Range(0, 3_000).Select(at => Some.Stored(Some.Review("T", "lumo", "r" + at))), []);
        index.Commit(Enumerable.Range(0, 11).Select(at => Some.Stored(Some.Review("T", "kedro lumo", "best" + at))), ["r0"]);
        Assert.Equal(11, index.Search("kedro lumo alfa").Total);
    }

    [Fact]
    public void CountsAreTheTotalsAfterTheClickAndSelectionsChangeNoReading()
    {
        using var index = TempIndex.Of(Enumerable.Range(0, 60).Select(at => Some.Stored(
            Some.Review("T", string.Join(' ', Question.Split(' ').Where((_, word) => (at >> (word % 6)) % 2 == 0)), "r" + at) with { Year = 2018 + (at % 3), Venue = at % 2 == 0 ? "Kelp" : "Moss" })));
        var all = index.Search(Question);
        Assert.NotEmpty(all.Query.Steps);
        foreach (var facet in all.Facets.Where(facet => facet.Dimension is Dimension.Venue))
        {
            Assert.Equal(2, facet.Labels.Count);
            foreach (var label in facet.Labels)
            {
                var clicked = index.Search(new ReviewQuery { Text = Question, Selections = new Dictionary<Dimension, IReadOnlyList<string>> { [facet.Dimension] = [label.Value] } });
                Assert.Equal((label.Count, all.Query.Steps[0]), (clicked.Total, clicked.Query.Steps[0]));
            }
        }
    }

    [Fact]
    public void ALongQueryLiftsWhatTheBestHitsHaveInCommon()
    {
        Review Of(string id, string text) => Some.Review("T", text, id);
        using var index = TempIndex.Of(
            [.. Enumerable.Range(0, 4).Select(at => Of("best" + at, "kedro lumo alfa brova gamma delta moss kelp mentioned zebra")), Of("z-kin", "kedro zebra mentioned"), Of("a-stranger", "kedro quagga ignored"),
            .. Enumerable.Range(0, 60).Select(at => Of("r" + at, "other things altogether"))]);
        // Without it they are equal, and the id decides.
        Assert.Equal(["a-stranger", "z-kin"], index.Ids("kedro").Where(id => id.Contains('-')));
        Assert.Equal(["z-kin", "a-stranger"], index.Ids("kedro lumo alfa brova gamma delta moss kelp fern").Where(id => id.Contains('-')));
    }

    // Word by word one review less.
    private static TempIndex Garden() => TempIndex.Of(
        Some.Review("Garden", "kedro lumo alfa brova", "four"), Some.Review("Garden", "kedro lumo alfa", "three"), Some.Review("Garden", "kedro lumo", "two"), Some.Review("Garden", "kedro", "one"),
        Some.Review("Garden", "nothing of it", "none"));
}
