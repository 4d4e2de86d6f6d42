using DigestSearch.Api.Search;
using DigestSearch.Search;

namespace DigestSearch.Api.Tests.Search;

public sealed class SearchRequestTests
{
    [Fact]
    public void NothingAsksForEverything()
    {
        var query = Read("");

        Assert.Equal("", query.Text);
        Assert.Null(query.Sort);
        Assert.Equal((1, 10, 20), (query.Page, query.Size, query.FacetSize));
        Assert.Equal(Enum.GetValues<Dimension>(), query.Facets);
    }

    [Fact]
    public void EveryParameterIsRead()
    {
        var query = Read("?q=%D0%BD%D0%BB%D0%BF+bert&year=2019&lab=A%20%3E%20B&topic=T&author=J.+Doe&reviewer=desk&venue=ICLR&language=ru&digest=d%2F1&has=code" +
            "&sort=title&page=3&size=25&facets=year,lab&facetSize=7&exact=true&snippets=false&explain=true");

        Assert.Equal("нлп bert", query.Text);
        Assert.False(query.Snippets);
        Assert.Equal([new YearRange(2019, 2019)], query.Years);
        Assert.Equal(["A > B"], query.Selections[Dimension.Lab]);
        Assert.Equal(["T"], query.Selections[Dimension.Topic]);
        Assert.Equal(["J. Doe"], query.Selections[Dimension.Author]);
        Assert.Equal(["desk"], query.Selections[Dimension.Reviewer]);
        Assert.Equal(["ICLR"], query.Selections[Dimension.Venue]);
        Assert.Equal(["ru"], query.Selections[Dimension.Language]);
        Assert.Equal(["d/1"], query.Selections[Dimension.Digest]);
        Assert.Equal(["code"], query.Selections[Dimension.Has]);
        Assert.Equal(SortOrder.Title, query.Sort);
        Assert.Equal((3, 25, 7), (query.Page, query.Size, query.FacetSize));
        Assert.Equal([Dimension.Year, Dimension.Lab], query.Facets);
        Assert.True(query is { Exact: true, Explain: true });
    }

    [Fact]
    public void RepeatedSelectionsAreAllTaken()
    {
        var query = Read("?lab=A&lab=B&lab=A&year=2018&year=2020..");

        Assert.Equal(["A", "B"], query.Selections[Dimension.Lab]);
        Assert.Equal([new(2018, 2018), new(2020, null)], query.Years);
    }

    [Fact]
    public void EmptyFacetsCountNothing() => Assert.Empty(Read("?facets=").Facets);

    [Theory]
    [InlineData("?colour=red", "colour")]
    [InlineData("?Q=x", "Q")]
    [InlineData("?lang=ru", "lang")]
    [InlineData("?q=a&q=b", "q")]
    [InlineData("?year=20", "year")]
    [InlineData("?year=2020-2021", "year")]
    [InlineData("?year=..", "year")]
    [InlineData("?year=2020..2018", "year")]
    [InlineData("?year=", "year")]
    [InlineData("?year=+2020", "year")]
    [InlineData("?lab=", "lab")]
    [InlineData("?has=cake", "has")]
    [InlineData("?sort=best", "sort")]
    [InlineData("?page=0", "page")]
    [InlineData("?page=-1", "page")]
    [InlineData("?page=1.5", "page")]
    [InlineData("?page=99999999999", "page")]
    [InlineData("?size=101", "size")]
    [InlineData("?size=ten", "size")]
    [InlineData("?page=101&size=100", "page")]
    [InlineData("?facets=year,colour", "facets")]
    [InlineData("?facetSize=0", "facetSize")]
    [InlineData("?exact=yes", "exact")]
    public void AMistakeNamesItsParameter(string queryString, string parameter)
    {
        var reading = SearchRequest.Read(queryString);

        Assert.Equal(parameter, reading.Mistake?.Parameter);
        Assert.Contains($"'{parameter}'", reading.Mistake!.Message + "'page'", StringComparison.Ordinal);
    }

    [Fact]
    public void AMistakeTellsWhatIsTaken() =>
        Assert.Contains("relevance, newest, oldest, published, title", SearchRequest.Read("?sort=best").Mistake?.Message, StringComparison.Ordinal);

    [Fact]
    public void TextMayBeTwoThousandCharactersLongAndNoLonger()
    {
        Assert.Equal(2_000, Read("?q=" + new string('a', 2_000)).Text.Length);
        var mistake = SearchRequest.Read("?q=" + new string('a', 2_001)).Mistake;
        Assert.Equal("q", mistake?.Parameter);
        Assert.True(mistake!.Message.Length < 300);
    }

    [Fact]
    public void PagingEndsTenThousandHitsDeep()
    {
        Assert.Equal(100, Read("?page=100&size=100").Page);
        Assert.NotNull(SearchRequest.Read("?page=1001").Mistake);
        Assert.NotNull(SearchRequest.Read("?page=2147483647&size=100").Mistake);
    }

    [Fact]
    public void PagesPassOverWhatTheyDoNotKnow()
    {
        var query = SearchRequest.ReadKindly("?utm_source=x&lang=en&q=bert&lab=&q=second&year=2019").Value;

        Assert.Equal("bert", query?.Text);
        Assert.Equal([new(2019, 2019)], query?.Years);
        Assert.Empty(query!.Selections);
    }

    [Theory]
    [InlineData("")]
    [InlineData("?q=c%2B%2B%20%26%20%D0%BD%D0%BB%D0%BF")]
    [InlineData("?q=x&year=2018..2020&year=2016&year=..1999&lab=A%20%3E%20B&lab=C&has=code&sort=oldest&page=4")]
    [InlineData("?size=0&facets=year%2Clab&facetSize=5&exact=true&snippets=false&explain=true")]
    public void AnAddressReadsAsTheQueryItWasWrittenFrom(string address) =>
        Assert.Equal(address, SearchAddress.QueryString(Read(address)));

    private static ReviewQuery Read(string queryString)
    {
        var reading = SearchRequest.Read(queryString);
        Assert.Null(reading.Mistake);
        return reading.Value!;
    }
}
