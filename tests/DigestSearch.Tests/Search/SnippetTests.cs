using AngleSharp.Html.Parser;
using DigestSearch.Search;
using DigestSearch.Search.Snippets;
using DigestSearch.Tests.Support;

namespace DigestSearch.Tests.Search;

public class SnippetTests
{
    [Theory]
    [InlineData("a <b>net</b> & \"more\" 'net'", "net", "a &lt;b&gt;<mark>net</mark>&lt;/b&gt; &amp; &quot;more&quot; &#39;<mark>net</mark>&#39;")]
    [InlineData("<mark>net</mark>", "net", "&lt;mark&gt;<mark>net</mark>&lt;/mark&gt;")]
    [InlineData("Side-Tuning works", "side-tuning", "<mark>Side-Tuning</mark> works")]
    [InlineData("Side-Tuning works", "tuning", "Side-<mark>Tuning</mark> works")]
    [InlineData("Нейронные сети", "сеть", "Нейронные <mark>сети</mark>")]
    [InlineData("Transformers transfer", "transf*", "<mark>Transformers</mark> <mark>transfer</mark>")]
    [InlineData("Nothing of it", "net OR nothing -it", "<mark>Nothing</mark> of it")]
    [InlineData("\n- one net\r\n- two\u2028 nets: $x < y$\n", "net", "- one <mark>net</mark> - two <mark>nets</mark>: $x &lt; y$")]
    public void ATextIsMarked(string text, string query, string html) => Assert.Equal(html, Snippet.Best(text, Marked(query)));

    [Fact]
    public void HalfAPairIsReplacedAndAPairIsKept() =>
        Assert.Equal("half \uFFFD and 😀 <mark>net</mark>", Snippet.Best("half \ud83d and 😀 net", Marked("net")));

    [Fact]
    public void NoPayloadBecomesAnElement()
    {
        Assert.True(Payloads.Count >= 100);
        using var index = TempIndex.Of(Payloads.Select((payload, at) => Some.Stored(Some.Review($"Alert {payload} script", $"{payload} alert script {payload}", "p" + at))));
        var found = new HashSet<string>();
        foreach (var query in new[] { "alert", "script OR alert", "\"alert script\"", "ale*", "" })
            foreach (var hit in index.Search(new ReviewQuery { Text = query, Size = 100 }).Hits.Concat(index.Search(new ReviewQuery { Text = query, Size = 100, Page = 2 }).Hits))
            {
                found.Add(hit.Review.Id!);
                OnlyMarks(hit.TitleHighlight);
                OnlyMarks(hit.Snippet);
            }
        Assert.Equal(Payloads.Count, found.Count);
    }

    private static readonly string[] Vectors =
    [
        "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "<svg/onload=alert(1)>", "\"><script>alert(1)</script>", "'><img src=x>", "<a href=javascript:alert(1)>x</a>", "<iframe srcdoc='<script>alert(1)</script>'>",
        "<mark onmouseover=alert(1)>x</mark>", "</mark><script>alert(1)</script><mark>", "<!--><script>alert(1)</script>-->", "<![CDATA[<script>alert(1)</script>]]>", "<style>@import 'x'</style>", "<math><mtext></mtext></math>",
        "&lt;script&gt;alert(1)&lt;/script&gt;", "&#60;script&#62;alert(1)", "&amp;lt;script&amp;gt;", "<\u0000script>alert(1)</script>", "\u2028<script>\u2029alert(1)", "\u202E<script>", "＜script＞alert(1)＜/script＞",
    ];

    private static readonly IReadOnlyList<string> Payloads =
        [.. Vectors, .. Vectors.Select(v => v.ToUpperInvariant()), .. Vectors.Select(v => v.Replace("alert", "<mark>alert</mark>", StringComparison.Ordinal)), .. Vectors.Select(v => new string('x', 270) + v), .. Vectors.Select(v => "\ud83d" + v + "\ude00")];

    private static void OnlyMarks(string html)
    {
        var document = new HtmlParser().ParseDocument("<body>" + html);
        Assert.All(document.Body!.QuerySelectorAll("*"), element => Assert.Equal(("MARK", 0), (element.TagName, element.Attributes.Length)));
        Assert.Empty(document.Head!.Children);
        Assert.DoesNotContain(document.Body.ChildNodes, node => node.NodeType is AngleSharp.Dom.NodeType.Comment);
    }

    private static MarkedTerms Marked(string query) => MarkedTerms.Of(QueryText.Parse(query).Clauses);
}
