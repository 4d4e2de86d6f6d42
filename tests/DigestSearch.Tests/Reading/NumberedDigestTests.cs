using DigestSearch.Reviews;
using DigestSearch.Tests.Support;

namespace DigestSearch.Tests.Reading;

public sealed class NumberedDigestTests
{
    [Theory]
    [InlineData("numbered.html")]
    [InlineData("numbered.txt")]
    [InlineData("numbered-stripped.txt")]
    public void EveryFormatOfADigestGivesTheSameFields(string file)
    {
        var expected = Readings.Good("numbered.md");
        var actual = Readings.Good(file);
        Assert.Equal(6, expected.Reviews.Count);
        Assert.Empty(actual.Problems);
        Assert.Equal(expected.Digest.Period, actual.Digest.Period);
        Assert.Equal(expected.Reviews.Select(Readings.Fields), actual.Reviews.Select(Readings.Fields));
        Assert.Equal(expected.Reviews.SelectMany(review => review.Labs), actual.Reviews.SelectMany(review => review.Labs));
    }

    [Theory]
    [InlineData("numbered.html")]
    [InlineData("numbered.txt")]
    public void EveryFormatOfADigestGivesTheSameTextsAndLinkLabels(string file)
    {
        var expected = Readings.Good("numbered.md");
        var actual = Readings.Good(file);
        Assert.Equal(expected.Digest.Title, actual.Digest.Title);
        Assert.Equal(expected.Reviews.Select(review => review.Text), actual.Reviews.Select(review => review.Text));
        Assert.Equal(Labels(expected.Reviews), Labels(actual.Reviews));
        Assert.Equal(expected.Reviews.Select(review => review.ReviewerName), actual.Reviews.Select(review => review.ReviewerName));
    }

    [Fact]
    public void TheStrippedCopyKeepsTheLabelsThatSurvived()
    {
        var labels = Labels(Readings.Good("numbered-stripped.txt").Reviews);
        Assert.Equal(Labels(Readings.Good("numbered.md").Reviews).Where(label => !label.EndsWith("статьи", StringComparison.Ordinal)), labels);
    }

    [Fact]
    public void APageTellsItsDayItsAddressAndItsLanguage()
    {
        var digest = Readings.Good("numbered.html").Digest;
        Assert.Equal(new DateOnly(2031, 5, 2), digest.Published);
        Assert.Equal("https://digests.example/2031/03", digest.Url);
        Assert.Equal("ru", digest.Language);
    }

    [Theory]
    [InlineData("[Paper](https://arxiv.org/abs/3105.00001), [Code](https://github.com/a/b)")]
    [InlineData("[Paper](https://arxiv.org/abs/3105.00001) [Code](https://github.com/a/b)")]
    [InlineData("[Paper](https://arxiv.org/abs/3105.00001) and [Code](https://github.com/a/b)")]
    [InlineData("[Paper](https://arxiv.org/abs/3105.00001) :: [Code](https://github.com/a/b)")]
    [InlineData("https://arxiv.org/abs/3105.00001, https://github.com/a/b")]
    public void HoweverLinksAreJoinedEachIsKept(string line)
    {
        var reading = Readings.Of("d.md", $"# Digest, May 2031\n\n## 1. First Paper\nAuthors: Ada Example (Aster University, 2031)\n{line}\n\nA text.\n");
        Assert.Equal([("paper", "https://arxiv.org/abs/3105.00001"), ("code", "https://github.com/a/b")], reading.Reviews[0].Links.Select(link => (link.Kind, link.Url!)));
        Assert.Equal("A text.", reading.Reviews[0].Text);
    }

    [Fact]
    public void AHeadingWithAWrongNumberAndNoAuthorsIsAReviewAndAProblem()
    {
        var reading = Readings.Of("d.md", "# Digest, May 2031\n\n## 1. First Paper\nAuthors: Ada Example (Aster University, 2031)\n\nOne.\n\n## 1. Second Paper\nAuthors: Bo Example (Aster University, 2031)\n\nTwo.\n\n## 5. Third Paper\nAuthors:\n\nThree.\n");
        Assert.Equal(["First Paper", "Second Paper", "Third Paper"], reading.Reviews.Select(review => review.Title));
        Assert.Equal("Two.", reading.Reviews[1].Text);
        Assert.Contains(reading.Problems, problem => problem.Code == "byline-missing");
    }

    [Fact]
    public void AnOrderedListInsideAReviewBeginsNoReview()
    {
        var reading = Readings.Of("d.txt", "Digest, May 2031\n\n1. First Paper\n\nAuthors: Ada Example (Aster University, 2031)\n\nSteps:\n\n1. Look.\n\n2. Look again.\n\n3. See.\n\n"
            + "2. Second Paper\n\nAuthors: Bo Example (Aster University, 2031)\n\nMore:\n\n1. One.\n\n2. Two.\n");
        Assert.Equal(["First Paper", "Second Paper"], reading.Reviews.Select(review => review.Title));
        Assert.Equal("Steps:\n1. Look.\n2. Look again.\n3. See.", reading.Reviews[0].Text);
    }

    [Fact]
    public void NumberedSectionsInsideAReviewBeginNoReview()
    {
        var reading = Readings.Of("d.md", "# May 2031\n\n## 1. First Paper\nAuthors: Ada Example (Aster University, 2031)\n\n### 1. Method\n\nA.\n\n### 2. Results\n\nB.\n\n"
            + "## 2. Second Paper\nAuthors: Bo Example (Aster University, 2031)\n\nC.\n");
        Assert.Equal(["First Paper", "Second Paper"], reading.Reviews.Select(review => review.Title));
        Assert.Contains("Results", reading.Reviews[0].Text);
    }

    [Fact]
    public void WhatTheBylineLacksTheContentsFill()
    {
        var reading = Readings.Of("d.md", "# May 2031\n\n1. First Paper (Aster University, South Korea, 2030)\n2. Second Paper (Marlow College, 2031)\n\n"
            + "## 1. First Paper\nAuthors: Ada Example\n\nA.\n\n## 2.\nAuthors: Bo Example (Marlow College, 2031)\n\nB.\n");
        Assert.Empty(reading.Problems);
        Assert.Equal(2030, reading.Reviews[0].Year);
        Assert.Equal(["Aster University"], reading.Reviews[0].Institutions);
        Assert.Equal(["South Korea"], reading.Reviews[0].Countries);
        Assert.Equal("Second Paper", reading.Reviews[1].Title);
    }

    [Fact]
    public void WhatTheHeadingLacksAndTheBylineHasStandsInTheReview()
    {
        var reading = Readings.Of("d.md", "# May 2031\n\n1. First Paper\n2. Second Paper\n\n## 1. First Paper\nAda Example, Bo Example (Aster University, 2029)\n\nA.\n\n## 2. Second Paper (Marlow College, 2031)\nAuthors: Cy Example\n\nB.\n");
        Assert.Empty(reading.Problems);
        Assert.Equal(2029, reading.Reviews[0].Year);
        Assert.Equal(["Ada Example", "Bo Example"], reading.Reviews[0].Authors);
        Assert.Equal(("Second Paper", 2031), (reading.Reviews[1].Title, reading.Reviews[1].Year!.Value));
    }

    [Fact]
    public void ABrokenReviewCostsOnlyItself()
    {
        var reading = Readings.OfFile(Repo.Fixture("digests/bad/byline-missing.md"));
        Assert.Equal(["The First Paper", "The Second Paper", "The Third Paper"], reading.Reviews.Select(review => review.Title));
        var problem = Assert.Single(reading.Problems);
        Assert.Equal(("byline-missing", 8), (problem.Code, problem.Line!.Value));
        Assert.Contains("its review was not", reading.Reviews[1].Text);
    }

    [Fact]
    public void ALongBylineMayBreakIntoLines()
    {
        var names = string.Join(",\n", Enumerable.Range(0, 20).Select(i => $"Ada{(char)('a' + i)} Example"));
        var review = Assert.Single(Readings.Of("d.txt", $"May 2031\n\n1. A Paper by Many\n\nAuthors: {names}\n(Aster University, 2031)\nPaper :: Code\nReviewer: many-desk\n\nBody.\n").Reviews);
        Assert.Equal(20, review.Authors.Count);
        Assert.Equal(["Aster University"], review.Institutions);
        Assert.Equal("many-desk", review.Reviewer);
        Assert.Equal("Body.", review.Text);
    }

    private static List<string> Labels(IReadOnlyList<Review> reviews) =>
        [.. reviews.SelectMany(review => review.Links.Select(link => $"{review.Ordinal} {link.Kind} {link.Label}"))];
}
