using DigestSearch.Reviews;
using DigestSearch.Search;
using DigestSearch.Tests.Support;

namespace DigestSearch.Tests.Search;

public class FacetTests
{
    private static readonly Review Any = Some.Review();

    [Fact]
    public void ATreeCountsEachReviewOnceALevel()
    {
        using var index = Labs(["Google > Google Brain", "Google > Google Research"], ["Google > Google Brain"], ["MIT"]);
        Assert.Equal(["Google 2", "Google Brain 2", "Google Research 1", "MIT 1"], Flat(index, Dimension.Lab));
    }

    [Fact]
    public void LabelsFallByCountThenRiseByLabelAndAreCutAtTheirSize()
    {
        using var index = Labs(["b", "a", "z"], ["z", "c"], ["B"]);
        Assert.Equal(["z 2", "B 1", "a 1", "b 1", "c 1"], Flat(index, Dimension.Lab));
        Assert.Equal(["z 2", "B 1", "a 1"], Flat(index, Dimension.Lab, new() { FacetSize = 3 }));
        Assert.Empty(Flat(index, Dimension.Lab, new() { FacetSize = 0 }));
    }

    [Fact]
    public void OfManyLabelsTheBestAreThoseOfASort()
    {
        using var index = TempIndex.Of(Enumerable.Range(0, 60).Select(at => Some.Stored(Any with { Id = "r" + at, Authors = [.. Enumerable.Range(0, 60).Where(author => (at * (author + 7) % 11) < author % 5).Select(author => $"N{author * 37 % 61:D2}")] })));
        var whole = Flat(index, Dimension.Author, new() { FacetSize = 1000 });
        Assert.Equal(whole.OrderByDescending(label => int.Parse(label[4..], System.Globalization.CultureInfo.InvariantCulture)).ThenBy(label => label, StringComparer.Ordinal), whole);
        Assert.All(Enumerable.Range(0, whole.Count), size => Assert.Equal(whole.Take(size), Flat(index, Dimension.Author, new() { FacetSize = size })));
    }

    [Fact]
    public void VeryManyMatchesAreCountedWhole()
    {
        const int Reviews = 10_000; // More than are counted at a time.
        using var index = TempIndex.Of(Enumerable.Range(0, Reviews).Select(at => Some.Stored(Any with { Id = "r" + at, Text = "kedro", Authors = ["Ada", "N" + (at % 3)], Venue = at % 2 == 0 ? "Kelp" : "Moss" })));
        var query = Selecting(Dimension.Venue, "Kelp") with { Text = "kedro", Facets = [Dimension.Author, Dimension.Venue] };
        var results = index.Search(query);
        Assert.Equal(Reviews / 2, results.Total);
        Assert.Equal(["Ada 5000", "N0 1667", "N1 1666", "N2 1667"], results.Facets[0].Labels.Select(label => $"{label.Label} {label.Count}").Order());
        Assert.Equal(["Kelp 5000", "Moss 5000"], results.Facets[1].Labels.Select(label => $"{label.Label} {label.Count}").Order());
    }

    [Fact]
    public void SelectedLabelsAreListedWithTheirAncestorsWhateverTheSize()
    {
        using var index = Labs(["Top"], ["Top"], ["A > B > C"], ["A > D"]);
        var query = Selecting(Dimension.Lab, "A > B > C", "Nobody > Nothing", "A > Unknown") with { FacetSize = 1 };
        Assert.Equal(["A 2", "B 1", "*C 1", "*Unknown 0", "Nobody 0", "*Nothing 0"], Flat(index, Dimension.Lab, query));
    }

    [Fact]
    public void UnknownSelectionsAreListedWithNothingInThem()
    {
        using var index = Labs(["A"]);
        Assert.Equal(["A 1", "*Nobody 0"], Flat(index, Dimension.Lab, Selecting(Dimension.Lab, "Nobody")));
        Assert.Equal(["A digest 1", "*d9 0"], Flat(index, Dimension.Digest, Selecting(Dimension.Digest, "d9")));
        Assert.Equal(["*1999 0"], Flat(index, Dimension.Year, new ReviewQuery { Years = [new(1999, 1999), new(1990, null)] }));
    }

    [Theory]
    [InlineData("bra", "Google Brain 2")]
    [InlineData("GOO", "Google 2", "Google Brain 2", "Google Research 1")]
    [InlineData("res goo", "Google Research 1")]
    [InlineData("rain")]
    [InlineData("?", "Google 2", "Google Brain 2", "Google Research 1", "MIT 1", "Ünal Lab 1")]
    [InlineData("unal", "Ünal Lab 1")]
    public void LabelsAreSearchedByTheBeginningsOfTheirWordsInOneList(string prefix, params string[] expected)
    {
        using var index = Labs(["Google > Google Brain", "Google > Google Research"], ["Google > Google Brain"], ["MIT", "Ünal Lab"]);
        Assert.Equal(expected, Labels(index, Dimension.Lab, prefix, new()));
    }

    [Fact]
    public void OfLabelsWithABeginningTheSelectedOnesAreListedAndCounted()
    {
        using var index = Labs(["Mars"], ["Mars"], ["Moon"]);
        var query = Selecting(Dimension.Lab, "Moon", "Mercury", "Venus");
        Assert.Equal(["Mars 2", "*Moon 1", "*Mercury 0"], Labels(index, Dimension.Lab, "m", query));
        var one = index.Labels(new() { Dimension = Dimension.Lab, Prefix = "m", Query = query with { FacetSize = 1 } });
        Assert.Equal((3, 3), (one.Labels.Count, one.Total));
        Assert.Equal((1, 2), index.Labels(new() { Dimension = Dimension.Lab, Query = new() { FacetSize = 1 } }) is var cut ? (cut.Labels.Count, cut.Total) : default);
    }

    [Fact]
    public void ADigestThatIsNamedAnewIsFoundByItsNewName()
    {
        using var index = TempIndex.Of([Some.Stored(Any with { Id = "r1" }, "d1", Some.Digest("Spring issue"))]);
        Assert.Equal(["Spring issue 1"], Labels(index, Dimension.Digest, "spr", new()));
        index.Commit([Some.Stored(Any with { Id = "r1" }, "d1", Some.Digest("Autumn issue"))], []);
        Assert.Equal(["Autumn issue 1"], Labels(index, Dimension.Digest, "aut", new()));
        Assert.Empty(Labels(index, Dimension.Digest, "spr", new()));
    }

    [Fact]
    public void YearsFallWholeAsNumbers()
    {
        using var index = TempIndex.Of(new[] { 999, 2020, 2019, -5, 10_000 }.Select((year, at) => Some.Stored(Any with { Id = "r" + at, Year = year })));
        Assert.Equal(["10000 1", "*2020 1", "*2019 1", "999 1", "-5 1"], Flat(index, Dimension.Year, new ReviewQuery { FacetSize = 1, Years = [new(2019, 2020)] }));
    }

    [Fact]
    public void ADigestIsSelectedByItsIdAndShownByItsNewestTitle()
    {
        using var index = new TempIndex();
        index.Commit([Some.Stored(Any with { Id = "a" }, "d1", Some.Digest("Old title"))], []);
        index.Commit([Some.Stored(Any with { Id = "b" }, "d1", Some.Digest("New title"))], []);
        Assert.Equal(["*New title 2"], Flat(index, Dimension.Digest, Selecting(Dimension.Digest, "d1")));
        Assert.Equal(2, index.Search(Selecting(Dimension.Digest, "d1")).Total);
    }

    [Fact]
    public void ALongTitleOfADigestKeepsItsId()
    {
        using var index = TempIndex.Of([Some.Stored(Any with { Id = "a" }, "d1", Some.Digest(string.Concat(Enumerable.Repeat("😀", 2000))))]);
        Assert.Equal("d1", Assert.Single(index.Search("").Facets.Single(facet => facet.Dimension is Dimension.Digest).Labels).Value);
    }

    [Fact]
    public void OtherLinksAreNothingToHave()
    {
        using var index = TempIndex.Of(Any with { Links = [new(LinkKind.Code, "c", null), new(LinkKind.Code, "d", null), new(LinkKind.Other, "o", null)] });
        Assert.Equal(["code 1"], Flat(index, Dimension.Has));
        Assert.Equal((1, 0, 0), (index.Search("has:code").Total, index.Search("has:video").Total, index.Search("-есть:code").Total));
    }

    [Fact]
    public void OnlyTheDimensionsAskedForAreCountedInTheirOrder()
    {
        using var index = Labs(["A"]);
        Assert.Equal([Dimension.Venue, Dimension.Lab], index.Search(new ReviewQuery { Facets = [Dimension.Venue, Dimension.Lab, Dimension.Venue] }).Facets.Select(facet => facet.Dimension));
    }

    [Fact]
    public void CountsOfEverythingFollowTheCommits()
    {
        using var index = Labs(["A"], ["A"]);
        Assert.Equal(["A 2"], Flat(index, Dimension.Lab));
        index.Commit([Some.Stored(Any with { Id = "r0", Labs = ["B"] })], ["r1"]);
        Assert.Equal(["B 1"], Flat(index, Dimension.Lab));
        Assert.Equal(["B 1"], Flat(index, Dimension.Lab, new() { Text = "-zzz" }));
    }

    private static TempIndex Labs(params string[][] labs) => TempIndex.Of(labs.Select((own, at) => Some.Stored(Any with { Id = "r" + at, Labs = own })));

    private static ReviewQuery Selecting(Dimension dimension, params string[] values) => new() { Selections = new Dictionary<Dimension, IReadOnlyList<string>> { [dimension] = values } };

    private static List<string> Flat(TempIndex index, Dimension dimension, ReviewQuery? query = null) =>
        [.. Flat(index.Search((query ?? new()) with { Facets = [dimension] }).Facets.Single().Labels)];

    private static IEnumerable<string> Flat(IEnumerable<FacetLabel> labels) => labels.SelectMany(label => Flat(label.Children).Prepend($"{(label.Selected ? "*" : "")}{label.Label} {label.Count}"));

    private static IReadOnlyList<string> Labels(TempIndex index, Dimension dimension, string prefix, ReviewQuery query) =>
        [.. index.Labels(new() { Dimension = dimension, Prefix = prefix, Query = query }).Labels.Select(label => $"{(label.Selected ? "*" : "")}{label.Label} {label.Count}")];
}
