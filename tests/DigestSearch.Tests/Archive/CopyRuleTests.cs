using DigestSearch.Archive;
using DigestSearch.Reviews;

namespace DigestSearch.Tests.Archive;

public sealed class CopyRuleTests
{
    private static readonly Digest May = new() { Title = "Papers of May", Period = new(new(2032, 5), new(2032, 5)) };
    private static readonly Digest June = new() { Title = "Papers of June", Period = new(new(2032, 6), new(2032, 6)) };

    private static List<Review> Reviews(string voice, int count = 5, string? reviewer = null, string language = "en") => [.. Enumerable.Range(1, count).Select(number =>
        new Review { Ordinal = number, Title = $"Paper {number}", Authors = ["Ada Testwell"], Reviewer = reviewer, Language = language, Text = Text(voice, number) })];

    private static string Text(string voice, int number) => string.Join(' ', Enumerable.Range(0, 40).Select(word => $"{voice}{number * 100 + word}"));

    // Every so many words another one.
    private static List<Review> Edited(List<Review> reviews, int every) => [.. reviews.Select(review => review with
    {
        Text = string.Join(' ', review.Text.Split(' ').Select((word, at) => at % every == 0 ? "other" : word)),
    })];

    private static CopyKind? Rule(List<Review> now, List<Review> before, Digest? issue = null) => CopyRule.Of(issue ?? May, now, May, before);

    [Fact]
    public void WhenTheTextsAreNearlyTheSameItIsMirrored()
    {
        var before = Reviews("lamp");
        Assert.Equal(CopyKind.Mirrored, Rule(before, before));
        Assert.Equal(CopyKind.Mirrored, Rule(Edited(before, 12), before));
        Assert.Equal(CopyKind.Mirrored, Rule(Edited(before, 39), before, June));
        Assert.Null(Rule(Edited(before, 12), before, June));
        Assert.Null(Rule(Edited(before, 4), before));
    }

    [Fact]
    public void WhenTwoCommunitiesReviewTheSamePapersInOneMonthEachIsADigestOfItsOwn()
    {
        Assert.Null(Rule(Reviews("lamp"), Reviews("lantern")));
        Assert.Null(Rule(Reviews("lamp", reviewer: "night-desk"), Reviews("lamp", reviewer: "day-desk")));
        Assert.Null(Rule(Reviews("лампа", reviewer: "night-desk", language: "ru"), Reviews("lamp", reviewer: "day-desk")));
    }

    [Fact]
    public void WhenTextsAreMissingNothingIsConcluded() =>
        Assert.Null(Rule([.. Reviews("lamp").Select(review => review with { Text = "" })], [.. Reviews("lamp").Select(review => review with { Text = "" })]));

    [Theory]
    [InlineData(4, 5, true)]
    [InlineData(5, 4, true)]
    [InlineData(3, 3, true)]
    [InlineData(3, 5, false)]
    [InlineData(5, 8, false)]
    [InlineData(8, 5, false)]
    public void WhenNotNearlyAllPapersAreThoseOfTheOtherItIsNoCopy(int now, int before, bool copy) =>
        Assert.Equal(copy ? CopyKind.Mirrored : null, Rule(Edited(Reviews("lamp", now), 39), Reviews("lamp", before)));

    [Fact]
    public void WhenTheLanguageIsAnotherOrderIssueAndReviewersDecide()
    {
        var before = Reviews("lamp", reviewer: "day-desk");
        var now = Reviews("лампа", reviewer: "day-desk", language: "ru");
        Assert.Equal(CopyKind.Translated, Rule(now, before));
        Assert.Equal(CopyKind.Translated, Rule([.. now.Take(4)], before));
        Assert.Equal(CopyKind.Translated, Rule(Reviews("лампа", language: "ru"), before));
        Assert.Null(Rule([.. Reviews("лампа", language: "ru").Take(4)], before));
        Assert.Null(Rule([.. now.AsEnumerable().Reverse()], before));
        Assert.Null(Rule(now, before, June));
        Assert.Null(Rule([.. now.Select(review => review with { Language = "en" })], before));
        Assert.Null(Rule([.. now.Select(review => review.Ordinal == 3 ? review with { Reviewer = "night-desk" } : review)], before));
        Assert.Null(Rule([.. now.Take(2)], [.. before.Take(2)]));
    }

    [Fact]
    public void WhenThereAreFewReviewsOnlyTheSameTextIsACopy()
    {
        Assert.Equal(CopyKind.Mirrored, Rule(Reviews("lamp", 1), Reviews("lamp", 1), June));
        Assert.Null(Rule(Edited(Reviews("lamp", 1), 39), Reviews("lamp", 1)));
        Assert.Null(Rule(Edited(Reviews("lamp", 2), 39), Reviews("lamp", 2)));
        Assert.Null(Rule(Reviews("lamp", 1, "night-desk"), Reviews("lamp", 1, "day-desk")));
    }
}
