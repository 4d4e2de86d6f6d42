using DigestSearch.Archive;
using DigestSearch.Reviews;

namespace DigestSearch.Tests.Archive;

public sealed class ReviewMatchingTests
{
    private const string Long = "The authors train one network on many small tasks and show that it forgets less than its rivals";

    private static Review Of(int ordinal, string title, string author = "", string text = "", string? arxiv = null, string? doi = null) => new()
    {
        Ordinal = ordinal, Title = title, Authors = author.Length > 0 ? [author] : [], Text = text, Ids = new(arxiv, doi),
    };

    [Fact]
    public void WhenReviewsAreReorderedTheirTitlesFindThem() =>
        Assert.Equal([1, 0], ReviewMatching.Match([Of(1, "Alpha"), Of(2, "Beta")], [Of(1, "Beta"), Of(2, "Alpha")]));

    [Fact]
    public void WhenATitleIsRespelledInCaseAndDashesItIsTheSameTitle() =>
        Assert.Equal([0], ReviewMatching.Match([Of(1, "Side-Tuning: Networks")], [Of(4, "side tuning — networks")]));

    [Fact]
    public void WhenTwoReviewsHaveTheSameTitleEachContinuesOne() =>
        Assert.Equal([0, 1, null], ReviewMatching.Match([Of(1, "Alpha"), Of(2, "Alpha")], [Of(1, "Alpha"), Of(2, "Alpha"), Of(3, "Alpha")]));

    [Fact]
    public void WhenTheTitleChangesTheArxivNumberFindsIt() =>
        Assert.Equal([0], ReviewMatching.Match([Of(1, "Alpha", arxiv: "1912.00001")], [Of(7, "Gamma", arxiv: "1912.00001")]));

    [Fact]
    public void WhenTheTitleChangesTheDoiFindsItInAnyCase() =>
        Assert.Equal([0], ReviewMatching.Match([Of(1, "Alpha", doi: "10.1000/ABC")], [Of(7, "Gamma", doi: "10.1000/abc")]));

    [Fact]
    public void WhenTheTitleChangesThePlaceAndTheFirstAuthorFindIt() =>
        Assert.Equal([0], ReviewMatching.Match([Of(2, "Alpha", "Ada Testwell")], [Of(2, "Gamma", "ada testwell")]));

    [Fact]
    public void WhenTheTitleChangesThePlaceAloneDoesNotFindIt() =>
        Assert.Equal([null], ReviewMatching.Match([Of(2, "Alpha", "Ada Testwell")], [Of(2, "Gamma", "Bob Samplov")]));

    [Fact]
    public void WhenTitleAndPlaceChangeTheMostSimilarTextFindsIt() =>
        Assert.Equal([1], ReviewMatching.Match(
            [Of(1, "Alpha", text: Long + " on three other benchmarks of a later year"), Of(2, "Beta", text: Long)],
            [Of(9, "Gamma", text: Long + " today")]));

    [Fact]
    public void WhenTextsShareLessThanHalfTheirWordsTheyAreDifferentReviews() =>
        Assert.Equal([null], ReviewMatching.Match(
            [Of(1, "Alpha", text: Long)],
            [Of(9, "Gamma", text: "The authors train one network but everything that follows here speaks about quite another matter indeed")]));

    [Fact]
    public void WhenTextsAreTooShortToTellTheyDoNotMatch() =>
        Assert.Equal([null], ReviewMatching.Match([Of(1, "Alpha", text: "Very good")], [Of(9, "Gamma", text: "Very good")]));

    [Fact]
    public void WhenATitleWouldFindAReviewThatIsTakenByThePlaceTheTitleWins() =>
        Assert.Equal([null, 0], ReviewMatching.Match([Of(1, "Alpha", "Ada Testwell")], [Of(1, "New", "Ada Testwell"), Of(2, "Alpha", "Ada Testwell")]));
}
