using DigestSearch.Reviews;

namespace DigestSearch.Tests;

public sealed class PaperKeysTests
{
    private static string Keys(Review review) => string.Join(' ', PaperKeys.Of(review));

    private static Review Paper(PaperIds? ids = null, string title = "", params string[] authors) => new() { Id = "r", Title = title, Authors = authors, Ids = ids ?? PaperIds.None };

    [Theory]
    [InlineData("3001.00001", null, null, null, "arxiv:3001.00001")]
    [InlineData("3001.00001v12", null, null, null, "arxiv:3001.00001")]
    [InlineData("arXiv:3001.00001V2", null, null, null, "arxiv:3001.00001")]
    [InlineData("https://arxiv.org/abs/3001.00001v2", null, null, null, "arxiv:3001.00001")]
    [InlineData("cs.LG/0301001", null, null, null, "arxiv:cs/0301001")]
    [InlineData("cs/0301001v1", null, null, null, "arxiv:cs/0301001")]
    [InlineData(null, "10.9999/ABC.1", null, null, "doi:10.9999/abc.1")]
    [InlineData(null, "https://doi.org/10.9999/ABC.1", null, null, "doi:10.9999/abc.1")]
    [InlineData(null, "10.1101/3001.01.01.123456v2", null, null, "doi:10.1101/3001.01.01.123456")]
    [InlineData(null, "10.9999/rs.3.rs-1/v2", null, null, "doi:10.9999/rs.3.rs-1")]
    [InlineData(null, "10.9999/abc1v2", null, null, "doi:10.9999/abc1v2")]
    [InlineData(null, "10.9999/v1", null, null, "doi:10.9999/v1")]
    [InlineData(null, "10.48550/arXiv.3001.00001", null, null, "arxiv:3001.00001")]
    [InlineData("3001.00001", "10.48550/arXiv.3001.00001v3", null, null, "arxiv:3001.00001")]
    [InlineData(null, "10.18653/v1/P39-1001", null, null, "acl:p39-1001")]
    [InlineData(null, null, "aBc-dEf", null, "openreview:abc-def")]
    [InlineData(null, null, "https://openreview.net/forum?id=aBc-dEf", null, "openreview:abc-def")]
    [InlineData(null, null, null, "P39-1001v2", "acl:p39-1001")]
    [InlineData(null, null, null, "https://aclanthology.org/3020.acl-main.1/", "acl:3020.acl-main.1")]
    [InlineData("3001.00001", "10.9999/1", "x", "P39-1001", "arxiv:3001.00001 doi:10.9999/1 openreview:x acl:p39-1001")]
    [InlineData(" ", "", null, null, "review:r")]
    public void WhenIdentifiersAreWrittenInManyWaysTheKeyIsOne(string? arxiv, string? doi, string? openReview, string? acl, string keys) =>
        Assert.Equal(keys, Keys(Paper(new(arxiv, doi, openReview, acl))));

    [Theory]
    [InlineData("Side-Lamps: a Study", "J. Testwell", "title:side lamps a study|testwell j")]
    [InlineData("SIDE LAMPS — A STUDY", "Jitka Testwell", "title:side lamps a study|testwell j")]
    [InlineData("Side lamps. A study", "Testwell, Jitka M.", "title:side lamps a study|testwell j")]
    [InlineData("Side Lamps, a Study", "Testwell J", "title:side lamps a study|testwell j")]
    [InlineData("Side Lamps, a Study", "B. Testwell", "title:side lamps a study|testwell b")]
    [InlineData("Всё о лампах", "А. Ёлкин", "title:все о лампах|елкин а")]
    [InlineData("Introduction", null, "review:r")]
    [InlineData("???", "J. Testwell", "review:r")]
    [InlineData("Introduction", " ", "review:r")]
    public void WhenThereIsNoIdentifierTitleAndFirstAuthorMakeTheKeyAndOnlyBoth(string title, string? author, string key) =>
        Assert.Equal(key, Keys(Paper(null, title, author is null ? [] : [author, "Somebody Else"])));

    [Fact]
    public void WhenAReviewHasNoIdYetAndNothingIsKnownThereIsNoKey() => Assert.Empty(PaperKeys.Of(new Review { Title = "Introduction" }));
}
