using DigestSearch.Reviews;

namespace DigestSearch.Tests.Reading;

public sealed class OriginTests
{
    public static TheoryData<string> Good => FixtureTests.Good;

    [Theory]
    [MemberData(nameof(Good))]
    public void EveryFieldThatAReviewHasIsPutDownToARule(string file)
    {
        var reading = Readings.Good(file);
        Assert.Equal(reading.Reviews.Count, reading.Origins.Count);
        for (var at = 0; at < reading.Reviews.Count; at++)
        {
            var (review, fields) = (reading.Reviews[at], reading.Origins[at].Value.Fields);
            var told = fields.Select(field => field.Field).Distinct().Order(StringComparer.Ordinal);
            Assert.Equal(Given(review).Order(StringComparer.Ordinal), told);
            Assert.Equal(review.Labs.Count, fields.Count(field => field.Field == "labs"));
            Assert.Equal(review.Topics.Count, fields.Count(field => field.Field == "topics"));
        }
    }

    [Fact]
    public void TheRuleIsWhereTheValueStands()
    {
        var origin = Readings.Of("a.md", "# Digest, March 2031\n\n## 1. Nets (2030)\nAuthors: Ada Example (MIT, Nowhere Institute of Fish)\n\nConvolutional networks see images.\n").Origins[0].Value;
        Assert.Equal(("numbered reviews", 3), (origin.Shape, origin.Line));
        Assert.Equal("the line of authors", RuleOf("authors"));
        Assert.Equal("what stands beside the title", RuleOf("year"));
        Assert.Equal(["“MIT”, which labs.yaml knows", "“Nowhere Institute of Fish”, which labs.yaml does not know"], origin.Fields.Where(field => field.Field == "labs").Select(field => field.Rule));
        Assert.Equal("the terms of its title and text", RuleOf("topics"));

        string RuleOf(string name) => origin.Fields.First(field => field.Field == name).Rule;
    }

    [Fact]
    public void AYearThatNothingStatesIsPutDownToWhatGaveIt()
    {
        var reading = Readings.Of("a.md", "# Papers\n\n## NeurIPS 2030\n\n| Title | Authors | Link |\n|-|-|-|\n| A Paper of Fish | Ada Example | [pdf](https://arxiv.org/abs/2905.00001) |\n| Another Paper | Ada Example | [pdf](https://example.org/a.pdf) |\n");
        Assert.Equal(["the arXiv identifier", "the headings above"], reading.Origins.Select(origin => origin.Value.Fields.First(field => field.Field == "year").Rule));
    }

    private static IEnumerable<string> Given(Review review)
    {
        yield return "title";
        if (review.Authors.Count > 0) yield return "authors";
        if (review.Institutions.Count > 0) yield return "institutions";
        if (review.Labs.Count > 0) yield return "labs";
        if (review.Countries.Count > 0) yield return "countries";
        if (review.Year is not null) yield return "year";
        if (review.Venue is not null) yield return "venue";
        if (review.Topics.Count > 0) yield return "topics";
        if (review.Links.Count > 0) yield return "links";
        if (review.Ids != PaperIds.None) yield return "ids";
        if (review.Reviewer is not null) yield return "reviewer";
        if (review.Language is not null) yield return "language";
    }
}
