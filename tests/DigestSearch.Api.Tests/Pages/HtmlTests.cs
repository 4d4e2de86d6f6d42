using DigestSearch.Api.Pages;

namespace DigestSearch.Api.Tests.Pages;

public sealed class HtmlTests
{
    [Fact]
    public void TextInAHoleIsEncoded()
    {
        var text = "<script>\"it's\" & so</script>";
        Html html = $"<p title=\"{text}\">{text}</p>";

        Assert.Equal("<p title=\"&lt;script&gt;&quot;it&#x27;s&quot; &amp; so&lt;/script&gt;\">&lt;script&gt;&quot;it&#x27;s&quot; &amp; so&lt;/script&gt;</p>", html.ToString());
    }

    [Fact]
    public void LettersOfAllScriptsStayReadable()
    {
        Html html = $"{"Чтение — 阅读 é"}";
        Assert.Equal("Чтение — 阅读 é", html.ToString());
    }

    [Fact]
    public void MarkupInAHoleStaysMarkup()
    {
        Html inner = $"<b>{1}</b>";
        Html outer = $"<p>{inner}{new[] { inner, inner }}{(Html?)null}</p>";
        Assert.Equal("<p><b>1</b><b>1</b><b>1</b></p>", outer.ToString());
    }

    [Fact]
    public void JoiningPassesOverNothing() => Assert.Equal("<i>a</i>, <i>b</i>", Html.Join([Html.None, $"<i>a</i>", Html.None, $"<i>b</i>"], ", ").ToString());

    [Theory]
    [InlineData("a <mark>b</mark> c", "a <mark>b</mark> c")]
    [InlineData("a &lt;i&gt; &amp; <mark>b</mark>", "a &lt;i&gt; &amp; <mark>b</mark>")]
    [InlineData("<mark>open", "<mark>open</mark>")]
    [InlineData("shut</mark>", "shut&lt;/mark&gt;")]
    [InlineData("<mark>a<mark>b</mark>", "<mark>a&lt;mark&gt;b</mark>")]
    [InlineData("<img src=x onerror=alert(1)>", "&lt;img src=x onerror=alert(1)&gt;")]
    [InlineData("<mark onclick=x>y</mark>", "&lt;mark onclick=x&gt;y&lt;/mark&gt;")]
    [InlineData("<script>1</script>", "&lt;script&gt;1&lt;/script&gt;")]
    public void OfHighlightsOnlyMarksAreMarkup(string highlighted, string expected) => Assert.Equal(expected, Highlighted.Of(highlighted).ToString());

    [Theory]
    [InlineData("https://example.org/a?b=c&d", "https://example.org/a?b=c&d")]
    [InlineData("mailto:a@example.org", "mailto:a@example.org")]
    [InlineData("javascript:alert(1)", null)]
    [InlineData(" JaVaScRiPt:alert(1)", null)]
    [InlineData("data:text/html,x", null)]
    [InlineData("/relative", null)]
    [InlineData("//example.org", null)]
    [InlineData(null, null)]
    public void OnlyHarmlessAddressesAreLinkedTo(string? url, string? expected) => Assert.Equal(expected, PageAddress.Outside(url));

    [Fact]
    public void LinesThatBeginAsListItemsBecomeAList() => Assert.Equal(
        "<p dir=\"auto\">one</p><ul><li dir=\"auto\">two</li><li dir=\"auto\">three</li></ul><p dir=\"auto\">four-five</p>",
        Paragraphs.Of("one\n- two\n• three\n\n four-five").ToString());
}
