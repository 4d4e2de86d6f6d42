using System.Text;
using System.Xml.Linq;
using AngleSharp.Html.Parser;
using CsCheck;
using DigestSearch.Reviews;
using DigestSearch.Reviews.Reading;
using DigestSearch.Reviews.Reading.Formats;
using DigestSearch.Tests.Support;

namespace DigestSearch.Tests.Reading;

public sealed class BodyHtmlTests
{
    private static readonly HashSet<string> Tags = ["h3", "h4", "h5", "h6", "p", "br", "ul", "ol", "li", "table", "tbody", "tr", "td", "pre", "code", "blockquote", "strong", "a"];

    private const string Head = "# Digest, May 2031\n\n## 1. A Paper of Nets\n\nAuthors: Ada Example (Aster University, 2031)\n\n";

    [Theory]
    [InlineData("One **bold** word & <3.", "<p>One <strong>bold</strong> word &amp; &lt;3.</p>")]
    [InlineData("- one\n- two\n  - deeper\n- three", "<ul><li>one</li><li>two<ul><li>deeper</li></ul></li><li>three</li></ul>")]
    [InlineData("3. three\n4. four", "<ol start=\"3\"><li>three</li><li>four</li></ol>")]
    [InlineData("1. one\n\n- other", "<ol><li>one</li></ol><ul><li>other</li></ul>")]
    [InlineData("| a | b |\n|---|---|\n| c | d |", "<table><tr><td>a</td><td>b</td></tr><tr><td>c</td><td>d</td></tr></table>")]
    [InlineData("```\nif (a < b)\n  c();\n```", "<pre><code>if (a &lt; b)\n  c();</code></pre>")]
    [InlineData("> said\n>\n> so", "<blockquote><p>said</p><p>so</p></blockquote>")]
    [InlineData("### Method\n\nText.\n\n#### Part", "<h3>Method</h3><p>Text.</p><h4>Part</h4>")]
    [InlineData("See [the code](https://made-up.example/x?a=1&b=2).", "<p>See <a href=\"https://made-up.example/x?a=1&amp;b=2\" rel=\"nofollow noopener\">the code</a>.</p>")]
    [InlineData("See [a **bold** one](https://made-up.example/).", "<p>See <a href=\"https://made-up.example/\" rel=\"nofollow noopener\">a <strong>bold</strong> one</a>.</p>")]
    [InlineData("See [here](other.md).", "<p>See here.</p>")]
    [InlineData("Text.\n\n![The net](https://made-up.example/net.png)\n\nMore.", "<p>Text.</p><p><a href=\"https://made-up.example/net.png\" rel=\"nofollow noopener\">The net</a></p><p>More.</p>")]
    [InlineData("Text.\n\n![](https://made-up.example/net.png?raw=1)", "<p>Text.</p><p><a href=\"https://made-up.example/net.png?raw=1\" rel=\"nofollow noopener\">net.png</a></p>")]
    [InlineData("Text.\n\n[![Stars](https://img.shields.io/x.svg)](https://made-up.example/)", "<p>Text.</p>")]
    [InlineData("🔹 Text.\n\n---\n\n🚀", "<p>Text.</p>")]
    [InlineData("One\\\ntwo", "<p>One<br>two</p>")]
    public void MarkdownIsReadAsHtml(string body, string html) => Assert.Equal(html, Flat(Review(Head + body)));

    [Fact]
    public void AnHtmlPageIsReadTheSameWayAndItsLinksBecomeWhole()
    {
        var page = "<html><head><link rel=canonical href='https://made-up.example/posts/1/'></head><body><h1>Digest</h1><h2>1. A Paper of Nets</h2><p>Authors: Ada Example (Aster University, 2031)</p>"
            + "<p>Text with <a href='../2'>a link</a>.</p><ul><li>one<ul><li>two</li></ul></li></ul><pre>a\n  b</pre><p><img src='/net.png' alt='Net'></p></body></html>";
        Assert.Equal("<p>Text with <a href=\"https://made-up.example/posts/2\" rel=\"nofollow noopener\">a link</a>.</p><ul><li>one<ul><li>two</li></ul></li></ul><pre><code>a\n  b</code></pre>"
            + "<p><a href=\"https://made-up.example/net.png\" rel=\"nofollow noopener\">Net</a></p>", Flat(Assert.Single(Readings.Of("a.html", page).Reviews).Html));
    }

    [Fact]
    public void ThePlainTextKeepsBulletsNumbersAndCode()
    {
        var review = Assert.Single(Readings.Of("a.md", Head + "🔹 Text:\n\n- one\n- two\n\n1. first\n\n```\na\n  b\n```\n").Reviews);
        Assert.Equal("Text:\n• one\n• two\n1. first\na\n  b", review.Text);
    }

    [Fact]
    public void AReviewWithoutABodyAndALineOfJsonHaveNone()
    {
        Assert.Null(Review("# D\n\n## 1. A Paper of Nets\n\nAuthors: Ada Example (Aster University, 2031)\n"));
        Assert.Null(Readings.Reader.ToReview(new ReviewLine { Title = "A", Text = "<b>x</b>" }, 1).Html);
    }

    [Theory]
    [InlineData("https://made-up.example/a", "https://made-up.example/a")]
    [InlineData("HTTP://made-up.example", "http://made-up.example/")]
    [InlineData("mailto:ada@made-up.example", "mailto:ada@made-up.example")]
    [InlineData("/a", "https://post.example/a")]
    [InlineData("a/b:c", "https://post.example/x/a/b:c")]
    [InlineData("//made-up.example/a", "https://made-up.example/a")]
    [InlineData("?q=1", "https://post.example/x/y?q=1")]
    [InlineData("#part", null)]
    [InlineData("javascript:alert(1)", null)]
    [InlineData("file:///etc/passwd", null)]
    [InlineData("C:\\a", null)]
    [InlineData("ftp://made-up.example", null)]
    [InlineData("http://", null)]
    [InlineData("", null)]
    public void OnlyAddressesThatOpenAPageAreLinked(string url, string? whole)
    {
        Assert.Equal(whole, new BodyAddress("https://post.example/x/y").Of(url));
        if (whole?.Contains("post.example", StringComparison.Ordinal) is true) Assert.Null(new BodyAddress(null).Of(url));
    }

    [Theory]
    [InlineData("good")]
    [InlineData("../edge")]
    [InlineData("../../../index/digests")]
    public void HtmlThatComesBackFromAnExportStaysAsItIs(string folder)
    {
        var seen = 0;
        foreach (var path in Directory.EnumerateFiles(Repo.Fixture("digests/" + folder)).Where(path => !path.EndsWith(".jsonl", StringComparison.Ordinal)))
            foreach (var review in Readings.OfFile(path).Reviews.Where(review => review.Html is not null))
            {
                seen++;
                Assert.Equal(review.Html, Readings.Reader.ToReview(new ReviewLine { Title = "A", Html = review.Html }, 1).Html);
            }
        Assert.True(seen > 0);
    }

    public static TheoryData<string> Payloads =>
    [
        "<script>alert(1)</script>", "<SCRIPT SRC=https://evil.example/x.js></SCRIPT>", "<scr<script>ipt>alert(1)</scr</script>ipt>", "<script/x>alert(1)</script>", "<<SCRIPT>alert(1);//<</SCRIPT>",
        "<img src=x onerror=alert(1)>", "<IMG SRC=\"javascript:alert('x');\">", "<IMG SRC=javascript:alert('x')>", "<IMG \"\"\"><SCRIPT>alert(1)</SCRIPT>\">", "<img src=\"jav\tascript:alert(1);\">", "<img src=\"jav&#x0A;ascript:alert(1);\">",
        "<img src=&#106;&#97;&#118;&#97;&#115;&#99;&#114;&#105;&#112;&#116;&#58;alert(1)>", "<img/src=x/onerror=alert(1)>", "<img src=x onerror=\"&#0000106avascript:alert(1)\">", "<img src=\"data:text/html,<script>alert(1)</script>\" alt=x>",
        "<svg onload=alert(1)>", "<svg><script>alert(1)</script></svg>", "<svg><a xlink:href=\"javascript:alert(1)\"><text>x</text></a></svg>", "<svg><animate onbegin=alert(1) attributeName=x dur=1s>", "<svg><style><img src=x onerror=alert(1)></style></svg>",
        "<math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>", "<math href=\"javascript:alert(1)\">x</math>", "<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=1 onerror=alert(1)&gt;\">",
        "<iframe src=javascript:alert(1)></iframe>", "<iframe srcdoc=\"<script>alert(1)</script>\"></iframe>", "<object data=javascript:alert(1)></object>", "<embed src=javascript:alert(1)>", "<applet code=x></applet>", "<base href=\"javascript:alert(1);//\">",
        "<meta http-equiv=refresh content=\"0;url=javascript:alert(1)\">", "<link rel=stylesheet href=javascript:alert(1)>", "<style>@import 'javascript:alert(1)';</style>", "<div style=\"background:url(javascript:alert(1))\">x</div>", "<p style=\"width:expression(alert(1))\">x</p>",
        "<body onload=alert(1)>", "<form action=javascript:alert(1)><input type=submit></form>", "<button formaction=javascript:alert(1)>x</button>", "<input autofocus onfocus=alert(1)>", "<select onfocus=alert(1)><option>x</select>", "<textarea onfocus=alert(1)>x</textarea>",
        "<details open ontoggle=alert(1)><summary>x</summary>y</details>", "<video><source onerror=alert(1)></video>", "<audio src=x onerror=alert(1)>", "<marquee onstart=alert(1)>x</marquee>", "<table background=javascript:alert(1)><tr><td>x</td></tr></table>",
        "<a href=\"javascript:alert(1)\">x</a>", "<a href=\" &#14; javascript:alert(1)\">x</a>", "<a href=\"JaVaScRiPt:alert(1)\">x</a>", "<a href=\"java\nscript:alert(1)\">x</a>", "<a href=\"vbscript:msgbox(1)\">x</a>", "<a href=\"data:text/html;base64,PHNjcmlwdD4=\">x</a>",
        "<a href=\"https://made-up.example/\" onclick=alert(1) target=_blank style=x id=y class=z>x</a>", "<a href='https://made-up.example/\"onmouseover=alert(1) \"'>x</a>", "<a href=\"https://made-up.example/'><script>alert(1)</script>\">x</a>", "<a href=\"//evil.example\">x</a>",
        "[x](javascript:alert(1))", "[x](JAVASCRIPT:alert(1))", "[x](<javascript:alert(1)>)", "<javascript:alert(1)>", "[x](vbscript:x)", "[x](data:text/html,<script>alert(1)</script>)", "[x]: javascript:alert(1)\n\n[x]", "![x](javascript:alert(1))", "![x](https://made-up.example/\"onerror=\"alert(1))",
        "[x](https://made-up.example/ \"t\" onclick=alert(1))", "[<script>alert(1)</script>](https://made-up.example/)", "[x](jav&#x61;script:alert(1))", "[x](java%0ascript:alert(1))", "text {onmouseover=alert(1)}", "# x {#id onclick=alert(1)}", "`<script>alert(1)</script>`", "```\n</code></pre><script>alert(1)</script>\n```",
        "```html\"onmouseover=\"alert(1)\n<b>x</b>\n```", "| <script>alert(1)</script> | b |\n|-|-|\n| <td onclick=alert(1)> | d |", "> <script>alert(1)</script>", "- <img src=x onerror=alert(1)>", "$</p><script>alert(1)</script>$", "\\<script>alert(1)\\</script>", "&lt;script&gt;alert(1)&lt;/script&gt;", "&#60;script&#62;alert(1)&#60;/script&#62;",
        "\u2028<script>alert(1)</script>\u2029", "x\u2028y\u2029z", "\ud800<script>alert(1)</script>", "<img src=x on\udc00error=alert(1)>", "\ufffe\uffff\u0001<b>x</b>", "\u202e<script>alert(1)</script>", "<!--<img src=\"--><img src=x onerror=alert(1)//\">", "<![CDATA[<script>alert(1)</script>]]>", "<?xml version=\"1.0\"?><x/>", "<!DOCTYPE x [<!ENTITY y SYSTEM 'file:///etc/passwd'>]>&y;",
        "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">", "<template><script>alert(1)</script></template>", "<xmp><script>alert(1)</script></xmp>", "<plaintext><script>alert(1)</script>", "<title><script>alert(1)</script></title>", "＜script＞alert(1)＜/script＞", "<mark>x</mark>",
    ];

    [Theory]
    [MemberData(nameof(Payloads))]
    public void NothingThatRunsSurvives(string payload)
    {
        var seen = 0;
        foreach (var (name, document) in ((string, string)[])[("a.md", Head + "Before.\n\n" + payload + "\n\nAfter.\n"), ("a.md", Head + "Before " + payload + " after.\n"), ("a.txt", "Digest\n\n1. A Paper of Nets\n\nAuthors: Ada Example (Aster University, 2031)\n\nBefore.\n\n" + payload),
            ("a.html", "<h1>Digest</h1><h2>1. A Paper of Nets</h2><p>Authors: Ada Example (Aster University, 2031)</p><p>Before.</p>" + payload + "<p>After.</p>")])
            foreach (var review in Readings.Of(name, document).Reviews)
            {
                seen++;
                Check(review.Html);
            }
        Check(Readings.Reader.ToReview(new ReviewLine { Title = "A", Html = payload }, 1).Html);
        Assert.True(seen >= 3);
    }

    private static readonly Gen<string> Pieces = Gen.OneOf(
        "<", ">", "&", "\"", "'", "<script>", "</p>", "</li>", "<b>", "**", "[", "](", ")", "https://made-up.example/", "javascript:", " | ", "|-|-|\n", "\n", "\n\n", "- ", "    - ", "1. ", "> ", "```\n", "# ", "#### ", "![", "$", "🔹", "\ud83d", "\u2028", "\ufffe", "\0", "x", "<img src=a alt=b>", "<table><tr><td>", "<a href=https://made-up.example/>", "<ul><li>", "<pre>")
        .Array[0, 50].Select(string.Concat);

    [Fact]
    public void AnyMarkupGivesWellFormedHtmlOfAllowedTags() =>
        Gen.Select(Pieces, Gen.OneOf("a.md", "a.html", "a.txt")).Sample((text, name) =>
        {
            var head = name is "a.html" ? "<h1>D</h1><h2>1. A Paper of Nets</h2><p>Authors: Ada Example (Aster University, 2031)</p>" : Head;
            foreach (var review in Readings.Reader.Read(Encoding.UTF8.GetBytes(head + text), name).Reviews) Check(review.Html);
            return true;
        }, iter: 2_000);

    private static readonly Gen<Block> Blocks = Gen.Select(Gen.Enum<BlockKind>(), Gen.String[0, 20], Gen.Int[0, 9], Gen.Int[-1, 3], Gen.Int[0, 20], Gen.Int[0, 20])
        .Select((kind, text, level, number, first, second) =>
        {
            var (start, end) = (Math.Min(first, text.Length), Math.Min(second, text.Length));
            if (start > end) (start, end) = (end, start);
            return new Block(kind, 1, new RichText(text, [new(start, end - start, "https://made-up.example/")], [new Range(0, end), new Range(start, text.Length)]), level, number < 0 ? null : number);
        });

    [Fact]
    public void AnyBlocksGiveWellFormedHtml() => Blocks.Array[0, 12].Sample(blocks =>
    {
        Check(BodyHtml.Of(blocks, null));
        return true;
    }, iter: 3_000);

    private static string? Review(string markdown) => Assert.Single(Readings.Of("a.md", markdown).Reviews).Html;

    private static string? Flat(string? html) => html?.Replace(">\n", ">", StringComparison.Ordinal).Replace("\n<", "<", StringComparison.Ordinal);

    private static void Check(string? html)
    {
        if (html is null) return;
        using var page = new HtmlParser().ParseDocument("<!doctype html><html><head></head><body><div>" + html + "</div></body></html>");
        foreach (var element in page.Body!.FirstElementChild!.QuerySelectorAll("*"))
        {
            Assert.Contains(element.LocalName, Tags);
            foreach (var attribute in element.Attributes)
                Assert.True((element.LocalName, attribute.Name) switch
                {
                    ("a", "href") => attribute.Value.StartsWith("https://", StringComparison.Ordinal) || attribute.Value.StartsWith("http://", StringComparison.Ordinal) || attribute.Value.StartsWith("mailto:", StringComparison.Ordinal),
                    ("a", "rel") => attribute.Value is "nofollow noopener",
                    ("ol", "start") => int.TryParse(attribute.Value, out _),
                    _ => false,
                }, html);
        }
        Assert.Single(page.Body.Children);
        // Every tag that is opened is closed, in the right order.
        XDocument.Parse("<x>" + html.Replace("<br>", "<br/>", StringComparison.Ordinal) + "</x>");
    }
}
