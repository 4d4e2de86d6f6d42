using DigestSearch.Tests.Support;

namespace DigestSearch.Tests.Reading;

public sealed class FixtureTests
{
    public static TheoryData<string> Good => [.. Names("good")];

    public static TheoryData<string> Bad => [.. Names("bad")];

    [Theory]
    [MemberData(nameof(Good))]
    public void AGoodDigestReadsAsItsGoldenFileSays(string file)
    {
        var reading = Readings.Good(file);
        Assert.Empty(reading.Problems);
        Golden.Check("reading/" + file, Readings.Print(reading));
    }

    [Theory]
    [MemberData(nameof(Bad))]
    public void ABadDigestTellsTheProblemItIsNamedAfter(string file)
    {
        var reading = Readings.OfFile(Repo.Fixture("digests/bad/" + file));
        var problem = Assert.Single(reading.Problems);
        Assert.Equal(file[..file.IndexOfAny(['.'])].Split("--")[0], problem.Code);
        Assert.Equal(file, problem.File);
        Assert.Matches("^[A-Z].*[.]$", problem.Message);
        Assert.Matches("^[A-Z].*[.]$", problem.Hint);
        Golden.Check("problems/" + file, Readings.Print(reading));
    }

    private static IEnumerable<string> Names(string folder) =>
        Directory.EnumerateFiles(Repo.Fixture("digests/" + folder)).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal);
}
