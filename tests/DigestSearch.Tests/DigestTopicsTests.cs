using DigestSearch.Reviews;

namespace DigestSearch.Tests;

public sealed class DigestTopicsTests
{
    [Theory]
    [InlineData("A;A;B", "A")]
    [InlineData("A > B;A > C;D", "A")]
    [InlineData("A > B;A > B;D;E", "A > B")]
    [InlineData("A;B;C;D;E;F", "")]
    [InlineData("A > B", "A > B")]
    [InlineData("A,B;B;A,B;C", "B,A")]
    [InlineData("", "")]
    public void ATopicOfAThirdOfTheReviewsIsOneOfTheDigest(string reviews, string topics) =>
        Assert.Equal(topics, string.Join(',', DigestTopics.Of([.. reviews.Split(';').Select(review => new Review { Title = "T", Topics = review.Split(',', StringSplitOptions.RemoveEmptyEntries) })])));
}
