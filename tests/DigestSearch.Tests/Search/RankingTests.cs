using DigestSearch.Reviews;
using DigestSearch.Search;
using DigestSearch.Tests.Support;

namespace DigestSearch.Tests.Search;

public class RankingTests
{
    [Fact]
    public void TheExactTitleComesFirstWhateverRepeatsItsWords()
    {
        var stuffed = string.Concat(Enumerable.Repeat("Attention is all you need. ", 30));
        using var index = TempIndex.Of(
            [Some.Stored(Some.Review(stuffed, stuffed, "stuffed", "Attention Need")), Some.Stored(Some.Review("Attention Is All You Need", id: "exact")), .. Enumerable.Range(0, 30).Select(_ => Some.Stored(Some.Review(text: "need you")))]);
        Assert.Equal("exact", index.Ids("attention is all you need")[0]);
        Assert.Equal("exact", index.Ids("«Attention is all you need!»")[0]);
    }

    [Fact]
    public void WhereWordsStandDecides()
    {
        Review[] reviews = [Some.Review("Something", "kedro lumo here", "text"), Some.Review("A Kedro Lumo Here", "", "title"), Some.Review("Other", "lumo far away from any kedro", "apart")];
        using var words = TempIndex.Of(reviews);
        Assert.Equal(["title", "text", "apart"], words.Ids("kedro lumo"));
        using var names = TempIndex.Of([.. reviews, Some.Review("Paper", "", "name", "Kedro Lumo")]);
        Assert.Equal(["title", "name", "text"], names.Ids("kedro lumo")); // Far from each other they name nobody.
    }

    [Fact]
    public void WhatAReviewSaysFirstDecidesWhereNothingElseDoes()
    {
        var others = string.Join(' ', Enumerable.Range(0, 60).Select(at => "w" + at));
        using var index = TempIndex.Of(Some.Review("T", $"{others} kedro", "a"), Some.Review("T", $"kedro {others}", "b"), Some.Review("T", $"{others} kedro", "c"));
        var hits = index.Search(new ReviewQuery { Text = "kedro", Explain = true }).Hits;
        Assert.Equal(["b", "a", "c"], hits.Select(hit => hit.Review.Id));
        Assert.Contains(hits[0].Explanation!, part => part is { Field: "text", Matched: "kedro (among the first 40 words)" });
        Assert.DoesNotContain(hits[1].Explanation!, part => part.Matched.Contains("first", StringComparison.Ordinal));
    }

    [Fact]
    public void TheFormAsAskedRanksAboveItsStem()
    {
        using var index = TempIndex.Of(Some.Review("Networks", id: "b"), Some.Review("Network", id: "a"), Some.Review("Networks", id: "c"));
        Assert.Equal("a", index.Ids("network x OR network")[0]);
        Assert.Equal(["b", "c", "a"], index.Ids("networks"));
    }

    [Fact]
    public void TheScoreIsThatOfBm25()
    {
        // In a venue one term alone scores. Lengths and their average count stem and exact form of each word; a length keeps few bits: 6 is 64/9.
        using var index = TempIndex.Of(Enumerable.Range(0, 4).Select(at => Some.Stored(Some.Review(id: "r" + at) with { Venue = at == 0 ? "alfa alfa brova" : "kedro" })));
        var hit = Assert.Single(index.Search(new ReviewQuery { Text = "venue:alfa", Explain = true }).Hits);
        const double documents = 4, frequency = 1, length = 64 / 9.0, average = 12 / 4.0, tf = 2, k1 = 1.2, b = 0.75, weight = 3;
        var idf = Math.Log(1 + ((documents - frequency + 0.5) / (frequency + 0.5)));
        var expected = weight * idf * tf * (k1 + 1) / (tf + (k1 * (1 - b + (b * length / average))));
        Assert.Equal(expected, hit.Score, 4);
        var part = Assert.Single(hit.Explanation!);
        Assert.Equal(("alfa", "venue", 3f), (part.Matched, part.Field, part.Weight));
        Assert.Equal(hit.Score, part.Score, 4);
    }

    [Theory]
    [InlineData("deep learning")]
    [InlineData("deep OR learning year:2020")]
    [InlineData("\"deep learning\" malik")]
    [InlineData("J. Malik deep*")]
    [InlineData("deep-learning -shallow")]
    [InlineData("what is deep in learning of wide nets by malik")]
    public void ThePartsOfAnExplanationAddUpToTheScore(string text)
    {
        using var index = TempIndex.Of(Some.Review("Deep Learning", "It is deep, and learning too.", "a", "Jitendra Malik") with { Year = 2020 }, Some.Review("Wide Nets", "Learning.", "b"));
        var hit = index.Search(new ReviewQuery { Text = text, Explain = true }).Hits[0];
        Assert.Equal("a", hit.Review.Id);
        Assert.Equal(1, hit.Explanation!.Sum(part => part.Score) / hit.Score, 1e-5);
        Assert.All(hit.Explanation!, part => Assert.NotEmpty(part.Matched));
        Assert.Null(index.Search(text).Hits[0].Explanation);
    }

    [Fact]
    public void UnknownYearsAndDatesComeLastInBothDirections()
    {
        using var index = TempIndex.Of(
            [Stored("none", null, null), Stored("late", 2020, 3), Stored("dateless", 2020, null), Stored("early", 2018, 1), Stored("yearless", null, 2)]);
        Assert.Equal(["late", "dateless", "early", "yearless", "none"], Ids(index, SortOrder.Newest));
        Assert.Equal(["early", "late", "dateless", "yearless", "none"], Ids(index, SortOrder.Oldest));
    }

    [Fact]
    public void TitlesThatBeginAlikeAreOrderedWhole()
    {
        using var index = TempIndex.Of(Some.Review("A Long Beginning, Kedro", id: "a"), Some.Review("a long beginning: Alfa", id: "k"), Some.Review("A long", id: "s"), Some.Review("Ёлка", id: "e"), Some.Review("Жук", id: "z"));
        Assert.Equal(["s", "k", "a", "e", "z"], Ids(index, SortOrder.Title));
    }

    [Fact]
    public void TiesFallToTheIdWhateverItBeginsWith()
    {
        using var index = TempIndex.Of("ca ab cb aa b".Split(' ').Select(end => Some.Stored(Some.Review("Same", id: "a-long-beginning-" + end))));
        Assert.Equal(["aa", "ab", "b", "ca", "cb"], index.Ids("").Select(id => id[17..]));
        Assert.Equal(["aa", "ab", "b", "ca", "cb"], index.Ids("same").Select(id => id[17..]));
    }

    [Fact]
    public void TheDeepestPageIsAnswered()
    {
        using var index = TempIndex.Of(Enumerable.Range(0, 10_050).Select(at => Some.Stored(Some.Review("T", id: at.ToString("D5", System.Globalization.CultureInfo.InvariantCulture)))));
        var page = index.Search(new ReviewQuery { Page = 100, Size = 100 });
        Assert.Equal((10_050, "09900", "09999"), (page.Total, page.Hits[0].Review.Id, page.Hits[^1].Review.Id));
        Assert.Empty(index.Search(new ReviewQuery { Text = "title:zzz", Page = 100, Size = 100 }).Hits);
        Assert.Empty(index.Search(new ReviewQuery { Size = 0 }).Hits);
    }

    private static DigestSearch.Indexing.StoredReview Stored(string id, int? year, int? month) =>
        Some.Stored(Some.Review("T", id: id) with { Year = year }, digest: Some.Digest() with { Published = month is { } m ? new DateOnly(2021, m, 1) : null });

    private static IEnumerable<string?> Ids(TempIndex index, SortOrder sort) => index.Search(new ReviewQuery { Sort = sort }).Hits.Select(hit => hit.Review.Id);
}
