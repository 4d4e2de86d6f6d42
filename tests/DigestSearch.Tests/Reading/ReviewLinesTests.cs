using System.IO.Compression;
using System.Text;
using DigestSearch.Reviews;
using DigestSearch.Reviews.Reading;
using DigestSearch.Reviews.Reading.Formats;

namespace DigestSearch.Tests.Reading;

public sealed class ReviewLinesTests
{
    private static List<ReviewLineResult> Read(string text) => Read(Encoding.UTF8.GetBytes(text));

    private static List<ReviewLineResult> Read(byte[] bytes)
    {
        using var content = new MemoryStream(bytes);
        return [.. ReviewLines.Read(content, "made-up.jsonl")];
    }

    private static byte[] Gzip(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.SmallestSize)) gzip.Write(bytes);
        return packed.ToArray();
    }

    [Fact]
    public void OnlyATitleIsRequired()
    {
        var result = Assert.Single(Read("{\"title\":\" Moss \",\"unknown\":{\"deep\":[1]}}\n"));
        Assert.Equal((1, "Moss"), (result.Line, result.Review!.Title));
        var review = Readings.Reader.ToReview(result.Review, 3);
        Assert.Equal((3, "Moss", ""), (review.Ordinal, review.Title, review.Text));
    }

    [Theory]
    [InlineData("ru", "ru")]
    [InlineData("en-US", "en")]
    [InlineData("e\\u0001n", null)]
    [InlineData("1", null)]
    public void ALanguageIsTwoLettersOrTold(string written, string? language)
    {
        var results = Read($"{{\"title\":\"Moss\",\"language\":\"{written}\"}}");
        Assert.Equal((language, language is null), (results[^1].Review!.Language, results[0].Problem is not null));
    }

    [Fact]
    public void AbstractKeywordsUrlAndCodeAreUnderstood()
    {
        var line = Assert.Single(Read("\uFEFF{\"id\":7,\"title\":\"Moss\",\"abstract\":\"The moss of the north is green and it is old.\",\"keywords\":\"moss, stone\",\"year\":\"2031\","
            + "\"url\":\"https://arxiv.org/abs/3001.00001v3\",\"code\":\"https://made-up.example/moss\",\"authors\":[\"Ada Example\"],\"institutions\":[\"Department of Moss, Aster University, Canada\"]}")).Review!;
        Assert.Equal(["moss", "stone"], line.Topics);
        var review = Readings.Reader.ToReview(line, 1);
        Assert.Equal("7", review.Id);
        Assert.Equal(2031, review.Year);
        Assert.Equal(["paper", "code"], review.Links.Select(link => link.Kind));
        Assert.Equal("3001.00001", review.Ids.Arxiv);
        Assert.Equal("en", review.Language);
        Assert.Equal(["Aster University"], review.Labs);
        Assert.Equal(["Canada"], review.Countries);
        Assert.StartsWith("The moss", review.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void AReviewWrittenAsALineReadsBackTheSame()
    {
        foreach (var review in Readings.Good("numbered.html").Reviews)
        {
            var json = System.Text.Json.JsonSerializer.Serialize(ReviewLine.Of(review, new Digest { Title = "D" }), ReviewJson.Plain.ReviewLine);
            var again = Readings.Reader.ToReview(Assert.Single(Read(json)).Review!, review.Ordinal);
            Assert.Equal(Readings.Fields(review), Readings.Fields(again));
            Assert.Equal(review.Labs, again.Labs);
            Assert.Equal(review.Links, again.Links);
            Assert.Equal(review.Topics, again.Topics);
            Assert.Equal((review.Text, review.Language, review.Ids, review.ReviewerName), (again.Text, again.Language, again.Ids, again.ReviewerName));
        }
    }

    [Fact]
    public void AFileThatIsNoJsonLinesIsOneProblem()
    {
        var problem = Assert.Single(Read("[\n{'title': 'a'},\n{'title': 'b'}\n]\n")).Problem!;
        Assert.Equal((ProblemCodes.NotJsonLines, "made-up.jsonl"), (problem.Code, problem.File));
        Assert.Equal(ProblemCodes.NotJsonLines, Assert.Single(Read(string.Concat(Enumerable.Repeat("prose\n", 5_000)))).Problem!.Code);
        Assert.Equal(ProblemCodes.Empty, Assert.Single(Read("\n \n")).Problem!.Code);
    }

    [Fact]
    public void ABadLineInAGoodFileIsAProblemOfItsOwn()
    {
        var results = Read("{\"title\":\"A\"}\n{broken\n{\"name\":\"no title\"}\n{\"title\":\"B\",\"year\":[],\"authors\":{},\"links\":3,\"ids\":\"x\"}\n{\"title\":\"\\ud800\"}\n");
        Assert.Equal(["A", "B"], results.Where(result => result.Review is not null).Select(result => result.Review!.Title!));
        Assert.Equal([(2, ProblemCodes.LineInvalid), (3, ProblemCodes.TitleMissing), (4, ProblemCodes.FieldInvalid), (5, ProblemCodes.FieldInvalid)],
            results.Where(result => result.Problem is not null).Select(result => (result.Line, result.Problem!.Code)));
        Assert.Contains("year", results.First(result => result.Problem?.Code == ProblemCodes.FieldInvalid).Problem!.Message);
    }

    [Fact]
    public void PastAHundredProblemsTheRestIsCounted()
    {
        var results = Read("{\"title\":\"A\"}\n" + string.Concat(Enumerable.Repeat("{\n", 150)));
        var problems = results.Where(result => result.Problem is not null).Select(result => result.Problem!).ToList();
        Assert.Equal(101, problems.Count);
        Assert.Equal(ProblemCodes.MoreProblems, problems[^1].Code);
        Assert.Contains("and 50 more", problems[^1].Message);
    }

    [Fact]
    public void GzipIsKnownByItsFirstBytes() => Assert.Equal("A", Assert.Single(Read(Gzip("{\"title\":\"A\"}"u8.ToArray()))).Review!.Title);

    [Fact]
    public void ACutOffGzipGivesWhatItHoldsAndOneProblem()
    {
        var random = new Random(7);
        var text = string.Concat(Enumerable.Range(0, 20_000).Select(i => $"{{\"title\":\"A {random.Next()}\"}}\n"));
        var packed = Gzip(Encoding.UTF8.GetBytes(text));
        packed.AsSpan(packed.Length / 2, 64).Fill(0xFF);
        var results = Read(packed);
        Assert.Contains(results, result => result.Review is not null);
        Assert.Contains(results, result => result.Problem?.Code is ProblemCodes.CompressionInvalid);
    }

    [Fact]
    public void ABombIsReadNoFurther()
    {
        var bytes = new byte[64 * 1024 * 1024];
        Array.Fill(bytes, (byte)'\n');
        "{\"title\":\"A\"}"u8.CopyTo(bytes);
        var results = Read(Gzip(bytes));
        Assert.Equal("A", results[0].Review!.Title);
        Assert.Equal(ProblemCodes.CompressionBomb, results[^1].Problem!.Code);
    }

    [Fact]
    public void ALineThatIsTooLongIsSkippedAndTheNextIsRead()
    {
        var results = Read("{\"title\":\"A\"}\n{\"title\":\"" + new string('x', ReviewLines.LineLimit) + "\"}\n{\"title\":\"B\"}");
        Assert.Equal([1, 2, 3], results.Select(result => result.Line).Order());
        Assert.Equal(ProblemCodes.LineTooLong, results.Single(result => result.Line == 2).Problem!.Code);
        Assert.Equal("B", results.Single(result => result.Line == 3).Review!.Title);
    }

    [Theory]
    [InlineData("..", null)]
    [InlineData("a/../b", null)]
    [InlineData("./a", null)]
    [InlineData("a..b/c.", "a..b/c.")]
    public void AnIdThatIsNoPartOfAnAddressIsToldAndLeftOut(string written, string? id)
    {
        var results = Read($"{{\"title\":\"Moss\",\"id\":\"{written}\"}}");
        Assert.Equal((id, id is null), (results[^1].Review!.Id, results[0].Problem?.Message.Contains("id", StringComparison.Ordinal) is true));
    }

    [Fact]
    public void ATitleThatIsNoTextIsNotToldAsMissing() =>
        Assert.Contains("The title is no text", Assert.Single(Read("{\"title\":5}")).Problem!.Message, StringComparison.Ordinal);

    [Fact]
    public void ACompressedFileThatIsCutOffIsTold()
    {
        var whole = Gzip(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, 200).Select(number => $"{{\"title\":\"Moss {number * 7919}\"}}\n"))));
        foreach (var length in (int[])[whole.Length / 2, whole.Length - 9])
            Assert.Contains(Read(whole[..length]), result => result.Problem?.Code is ProblemCodes.CompressionInvalid);
        Assert.DoesNotContain(Read(whole), result => result.Problem is not null);
    }

    [Theory]
    [InlineData("javascript:alert(1)", null)]
    [InlineData(" java\\nscript:alert(1)", null)]
    [InlineData("DATA:text/html,x", null)]
    [InlineData("file:///etc/passwd", null)]
    [InlineData("//made-up.example/x", "https://made-up.example/x")]
    [InlineData("https://made-up.example/javascript:x", "https://made-up.example/javascript:x")]
    [InlineData("paper.pdf", "paper.pdf")]
    public void ALinkThatABrowserWouldRunIsNone(string written, string? url)
    {
        var line = Read($"{{\"title\":\"Moss\",\"links\":[{{\"label\":\"code\",\"url\":\"{written}\"}}]}}")[^1].Review!;
        Assert.Equal(url, Readings.Reader.ToReview(line, 1).Links.Single().Url);
    }
}
