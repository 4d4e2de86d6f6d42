using DigestSearch.Reviews;
using DigestSearch.Search.Similar;
using DigestSearch.Tests.Support;

namespace DigestSearch.Tests.Search;

public class SimilarTests
{
    private static readonly Review Lamp = Some.Review("Lamps that Think", "A lamp thinks about oil and wicks at night.", "lamp", "Ada Kedro", "Bo Lumo");

    [Fact]
    public void WhatSharesTellingWordsIsSimilarAndItselfIsNot()
    {
        using var index = TempIndex.Of([.. Filler(30), Lamp, Some.Review("Oil", "Of oil and wicks.", "oil"), Some.Review("Wicks", "Wicks for a thinking lamp in oil.", "wicks"), Some.Review("Stones", "Of stones.", "stones")]);
        Assert.Equal(["wicks", "oil"], Ids(index, "lamp", 2));
        Assert.DoesNotContain("lamp", Ids(index, "lamp", SimilarQuery.MaxSize));
        Assert.DoesNotContain("stones", Ids(index, "lamp", SimilarQuery.MaxSize));
    }

    [Fact]
    public void NothingIsLikeAReviewThatIsNotThere()
    {
        using var index = TempIndex.Of(Lamp);
        Assert.Null(Of(index, new("stone")));
        Assert.Empty(Of(index, new("lamp"))!.Items);
    }

    [Fact]
    public void OtherReviewsOfThePaperCountOnlyWhenAskedFor()
    {
        var copies = Enumerable.Range(0, 60).Select(n => Lamp with { Id = $"copy{n:D2}", Title = n % 2 == 0 ? Lamp.Title : "Think, Lamps", Ids = new PaperIds(Arxiv: $"3001.00001v{n % 9}") });
        using var index = TempIndex.Of([.. Filler(700), Lamp with { Ids = new PaperIds(Arxiv: "3001.00001") }, .. copies, Some.Review("Oil", "Of oil and wicks.", "oil")]);
        Assert.Equal(["oil"], Ids(index, "lamp", 5));
        Assert.All(Of(index, new("lamp", 5, SamePaper: true))!.Items, item => Assert.StartsWith("copy", item.Review.Id, StringComparison.Ordinal));
    }

    [Fact]
    public void TheSameTitleByAnotherAuthorIsAnotherPaper()
    {
        using var index = TempIndex.Of(Lamp, Lamp with { Id = "a", Authors = ["A. Kedro"] }, Lamp with { Id = "b", Authors = ["Ivo Fanto"] });
        Assert.Equal(["b"], Ids(index, "lamp"));
    }

    [Theory]
    [InlineData("topic")]
    [InlineData("author")]
    [InlineData("lab")]
    public void WhatSharesLabelsIsLifted(string label)
    {
        var like = Some.Review("Oil", "Of oil and lamps.", "z-like") with
        {
            Topics = label is "topic" ? ["Fanto > Nivo"] : [], Authors = label is "author" ? ["Bo Lumo"] : [], Labs = label is "lab" ? ["Gomak > Alfa"] : [],
        };
        using var index = TempIndex.Of([.. Filler(30), Lamp with { Topics = ["Fanto > Nivo"], Labs = ["Gomak > Alfa"] }, Some.Review("Oil", "Of oil and lamps.", "a-plain"), like]);
        Assert.Equal(["z-like", "a-plain"], Ids(index, "lamp", 2));
    }

    [Fact]
    public void AParentTopicIsSharedToo()
    {
        using var index = TempIndex.Of([.. Filler(9), Lamp with { Topics = ["Fanto > Nivo"] }, Some.Review("Oil", "Oil.", "a"), Some.Review("Oil", "Oil.", "b") with { Topics = ["Fanto > Dulo"] }, Some.Review("Oil", "Oil.", "c") with { Topics = ["Fanto > Nivo"] }]);
        Assert.Equal(["c", "b", "a"], Ids(index, "lamp", 3));
    }

    [Fact]
    public void LabelsAloneAreEnoughWhereNoWordIsShared()
    {
        using var index = TempIndex.Of([.. Filler(5), Lamp with { Topics = ["Fanto"] }, Some.Review("Лампы", "Лампы думают.", "ru", "Ada Kedro"), Some.Review("Свет", "Свет и тьма.", "topic") with { Topics = ["Fanto"] }]);
        Assert.Equal(["ru", "topic"], Ids(index, "lamp"));
    }

    [Fact]
    public void WhatStandsInManyReviewsAndNumbersTellNothing()
    {
        using var index = TempIndex.Of([.. Filler(300, "common 2031 x of"), Some.Review("Common Things", "Common 2031, x of them.", "one"), Some.Review("Common", "2031 x.", "two")]);
        Assert.Empty(Ids(index, "one"));
    }

    [Fact]
    public void TheIndexIsAskedAsItIsNow()
    {
        using var index = TempIndex.Of(Lamp, Some.Review("Oil", "Of oil and wicks.", "oil"), Some.Review("Wicks", "Of wicks and oil.", "wicks"));
        index.Commit([Some.Stored(Some.Review("Stones", "Of stones.", "wicks"))], ["oil"]);
        Assert.Empty(Ids(index, "lamp"));
        index.Commit([], ["lamp"]);
        Assert.Null(Of(index, new("lamp")));
    }

    [Fact]
    public void SegmentsChangeNothingAndTiesAreBrokenByYearAndId()
    {
        Review[] reviews = [Lamp, Some.Review("Oil", "Oil.", "b"), Some.Review("Oil", "Oil.", "a"), Some.Review("Oil", "Oil.", "c") with { Year = 2020 }, Some.Review("Oil", "Oil.", "d") with { Year = 2021 }];
        using var one = TempIndex.Of(reviews);
        using var many = new TempIndex();
        foreach (var review in reviews.Reverse()) many.Commit([Some.Stored(review)], []);
        Assert.Equal(["d", "c", "a", "b"], Ids(one, "lamp"));
        Assert.Equal(Ids(one, "lamp"), Ids(many, "lamp"));
        Assert.Equal(["d", "c"], Ids(many, "lamp", 2));
    }

    [Fact]
    public void AnItemShowsItsTitleAndTheBeginningOfItsTextWithoutMarks()
    {
        using var index = TempIndex.Of(Lamp, Some.Review("Oil & <Lamps>", "Of oil. And of wicks.", "oil"));
        var item = Of(index, new("lamp"))!.Items[0];
        Assert.Equal(("Oil &amp; &lt;Lamps&gt;", "Of oil. And of wicks."), (item.TitleHighlight, item.Snippet));
        Assert.True(item.Score > 0);
    }

    [Fact]
    public void ARandomReviewHasOthersThatAreNeitherItselfNorOfItsPaper()
    {
        var corpus = new RandomCorpus(7);
        var reviews = Enumerable.Range(0, 120).Select(corpus.Review).ToList();
        using var index = TempIndex.Of(reviews);
        foreach (var review in reviews.Select(stored => stored.Review))
        {
            var found = Of(index, new(review.Id!, SimilarQuery.MaxSize))!.Items;
            Assert.DoesNotContain(found, item => item.Review.Id == review.Id || PaperKeys.Of(item.Review).Intersect(PaperKeys.Of(review)).Any());
            Assert.Equal(found.Select(item => item.Score).OrderDescending(), found.Select(item => item.Score));
            Assert.Equal(found.Count, found.DistinctBy(item => item.Review.Id).Count());
        }
    }

    private static IEnumerable<Review> Filler(int count, string text = "something else") => Enumerable.Range(0, count).Select(n => Some.Review($"Filler{n}", text));

    private static string[] Ids(TempIndex index, string id, int size = SimilarQuery.DefaultSize) => [.. Of(index, new(id, size))!.Items.Select(item => item.Review.Id!)];

    private static SimilarResults? Of(TempIndex index, SimilarQuery query) => new SimilarReviews(index.Reader, Vocabulary.Empty).Of(query, TestContext.Current.CancellationToken);
}
