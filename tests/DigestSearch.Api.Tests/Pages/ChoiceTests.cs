using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using DigestSearch.Api.Pages;
using DigestSearch.Api.Search;
using DigestSearch.Api.Tests.Support;
using DigestSearch.Search;

namespace DigestSearch.Api.Tests.Pages;

public sealed class ChoiceTests
{
    private static readonly ReviewQuery Chosen = Read("?q=light&lab=Lantern&lab=Far&year=2019&sort=oldest&page=4");

    [Fact]
    public void AClickOnALabelChoosesItInsteadOfItsNeighboursSoThatItsCountIsTheTotal() =>
        Assert.Equal("?q=light&year=2019&lab=Near&sort=oldest", SearchAddress.QueryString(Choices.Only(Chosen, new(Dimension.Lab, "Near"))));

    [Fact]
    public void ThePlusAddsALabelToItsNeighbours() =>
        Assert.Equal("?q=light&year=2019&lab=Lantern&lab=Far&lab=Near&sort=oldest", SearchAddress.QueryString(Choices.Also(Chosen, new(Dimension.Lab, "Near"))));

    [Fact]
    public void ADroppedChoiceLeavesTheOthers()
    {
        Assert.Equal("?q=light&year=2019&lab=Far&sort=oldest", SearchAddress.QueryString(Choices.Without(Chosen, new(Dimension.Lab, "Lantern"))));
        Assert.Equal("?q=light&lab=Lantern&lab=Far&sort=oldest", SearchAddress.QueryString(Choices.Without(Chosen, new(Dimension.Year, "2019"))));
        Assert.Equal("?q=light&sort=oldest", SearchAddress.QueryString(Choices.None(Chosen)));
    }

    [Fact]
    public void YearsAreChosenLikeAnythingElse() =>
        Assert.Equal("?q=light&year=2019&year=..1999&lab=Lantern&lab=Far&sort=oldest", SearchAddress.QueryString(Choices.Also(Chosen, new(Dimension.Year, "..1999"))));

    [Fact]
    public void EveryChoiceHasItsWayOutBesideTheTotal()
    {
        var page = Page(SearchPage.Of(Gallery.Setting("ru"), Chosen, Some.Results(9, Some.FirstHit), null));

        var ways = page.QuerySelectorAll(".picked a").Select(Href).ToList();

        Assert.Equal(
            ["/search?q=light&lab=Lantern&lab=Far&sort=oldest", "/search?q=light&year=2019&lab=Far&sort=oldest", "/search?q=light&year=2019&lab=Lantern&sort=oldest", "/search?q=light&sort=oldest"], ways);
    }

    [Fact]
    public void ARowLeadsToItsLabelAndAChosenOneLeadsOut()
    {
        var page = Page(SearchPage.Of(Gallery.Setting("en"), Read("?lab=Lantern"), Some.Results(9, Some.FirstHit), null));
        var rows = page.QuerySelectorAll("section.group").Single(g => g.QuerySelector("h2")!.TextContent == "Lab").QuerySelectorAll(".row");

        Assert.Equal(("/search", "is"), (Href(rows[0].QuerySelector("a")!), rows[0].ClassList[rows[0].ClassList.Length - 1]));
        Assert.Equal("/search?lab=Lantern%20%3E%20Lantern%20Research", Href(rows[1].QuerySelector("a")!));
        Assert.Null(rows[1].QuerySelector("a.x"));
        Assert.Equal("/search?lab=Lantern&lab=Institute%20of%20Examples", Href(rows[3].QuerySelector("a.x")!));
    }

    [Fact]
    public void TheBarsOfYearsAreLinksToo()
    {
        var page = Page(SearchPage.Of(Gallery.Setting("en"), Read(""), Some.Results(9, Some.FirstHit), null));
        var bars = page.QuerySelectorAll("svg.years a");

        Assert.Equal(9, bars.Length);
        Assert.Equal("/search?year=2014", bars[0].GetAttribute("href"));
        Assert.Equal("2020: 12\u00a0reviews", bars[5].QuerySelector("title")!.TextContent);
        Assert.Equal("100%", bars[5].QuerySelector("rect:not(.hit)")!.GetAttribute("height"));
        Assert.Equal("50%", bars[7].QuerySelector("rect:not(.hit)")!.GetAttribute("height"));
    }

    [Fact]
    public void OfFortyAuthorsThreeAreNamed()
    {
        var page = Page(SearchPage.Of(Gallery.Setting("ru"), Read(""), Some.Results(1, Some.LongHit), null));
        Assert.StartsWith("Author1 Forty, Author2 Forty, Author3 Forty и\u00a0ещё\u00a037\u00a0·", page.QuerySelector(".by")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void ForeignTextSaysItsLanguage()
    {
        var page = Page(SearchPage.Of(Gallery.Setting("en"), Read(""), Some.Results(1, Some.FirstHit), null));
        Assert.Equal("ru", page.QuerySelector(".snip")!.GetAttribute("lang"));
        Assert.Null(page.QuerySelector(".hit h3")!.GetAttribute("lang"));
    }

    [Theory]
    [InlineData("?q=x", 11, "1 2 next →")]
    [InlineData("?q=x", 10, "")]
    [InlineData("?q=x&page=6", 200, "← previous 1 … 4 5 6 7 8 … 20 next →")]
    [InlineData("?q=x&page=1000", 131_000, "← previous 1 … 998 999 1000")]
    public void PagingShowsTheNeighboursAndTheEnds(string query, int total, string shown)
    {
        var page = Page(SearchPage.Of(Gallery.Setting("en"), Read(query), Some.Results(total, Some.FirstHit), null));
        Assert.Equal(shown, string.Join(' ', page.QuerySelectorAll("nav.more > *").Select(e => e.TextContent)));
    }

    private static ReviewQuery Read(string queryString) => SearchRequest.Read(queryString).Value!;

    private static IHtmlDocument Page(Html page) => new HtmlParser().ParseDocument(page.ToString());

    private static string? Href(IElement link) => link.GetAttribute("href");
}
