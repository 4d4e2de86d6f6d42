using System.Text;
using DigestSearch.Reviews.Reading;

namespace DigestSearch.Tests.Reading;

public sealed class FeedReadingTests
{
    private const string Rss = """
        <?xml version="1.0" encoding="UTF-8"?>
        <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:media="http://search.yahoo.com/mrss/">
        <channel>
          <title>Papers of Nobody &amp;amp; Nowhere</title>
          <link>https://blog.example/</link>
          <atom:link href="https://blog.example/feed" rel="self"/>
          <language>en-GB</language>
          <item>
            <title>Papers we read, May 2031</title>
            <link>https://blog.example/may</link>
            <guid isPermaLink="false">post-7</guid>
            <pubDate>Sat, 31 May 2031 23:30:00 +0300</pubDate>
            <description>In short.</description>
            <media:content url="https://blog.example/x.png"><media:title>A picture</media:title></media:content>
            <content:encoded><![CDATA[<!-- begin --><p>Two papers this month.</p>
        <h2>1. Nets of Nothing</h2>
        <p>Authors: Ada Nobody, Bo Nowhere (Nowhere University, 2031)</p>
        <p>The first review is about zelkova.</p>
        <h2>2. Trees of Nothing</h2>
        <p>Authors: Ivo Never (Never Lab, 2030)</p>
        <p>The second review is about brova.</p><!-- end -->]]></content:encoded>
          </item>
          <item>
            <title>Why &lt;i&gt;Sums&lt;/i&gt; of Nothing Matter</title>
            <link>https://blog.example/sums</link>
            <dc:creator>Cleo Notme</dc:creator>
            <pubDate>1 Apr 31</pubDate>
            <description>&lt;p&gt;A text on &lt;a href="https://arxiv.org/abs/3101.00001"&gt;the paper&lt;/a&gt; and gomak.&lt;/p&gt;</description>
          </item>
        </channel>
        </rss>
        """;

    private const string Atom = """
        <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">
          <title type="text">Reviews of Nobody</title>
          <link rel="self" href="https://nobody.example/atom.xml"/>
          <link href="https://nobody.example/"/>
          <id>tag:nobody.example,2031:feed</id>
          <entry>
            <id>tag:nobody.example,2031:one</id>
            <title>Oaks of Nothing</title>
            <link rel="alternate" href="https://arxiv.org/abs/3102.00002"/>
            <updated>2031-06-02T00:00:00Z</updated><published>2031-06-01T23:59:59-11:00</published>
            <author><name>Ada Nobody</name></author><author><name>Bo Nowhere</name></author>
            <summary>An abstract about oaks and fanto.</summary>
          </entry>
          <entry>
            <id>tag:nobody.example,2031:two</id>
            <title type="html">Elms &amp;amp; Ashes</title>
            <link href="https://nobody.example/elms"/>
            <updated>2031-06-02T00:00:00Z</updated>
            <author><name>Cleo Notme</name></author>
            <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><a name="top"/><p>Authors: Ivo Never (Never Lab, 2030)</p><p>Elms and <b>lumo</b> are read.</p></div></content>
          </entry>
          <entry>
            <id>tag:nobody.example,2031:three</id>
            <title>The server will rest on Sunday</title>
            <link href="https://nobody.example/rest"/>
            <updated>2031-06-03T00:00:00Z</updated>
            <content type="html">&lt;p&gt;Nothing is reviewed here.&lt;/p&gt;</content>
          </entry>
        </feed>
        """;

    private const string Rdf = """
        <?xml version="1.0"?>
        <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
          <channel rdf:about="https://old.example/"><title>Old reviews</title><link>https://old.example/</link>
            <items><rdf:Seq><rdf:li rdf:resource="https://arxiv.org/abs/0901.00001"/></rdf:Seq></items></channel>
          <item rdf:about="https://arxiv.org/abs/0901.00001"><title>Reeds of Nothing</title><link>https://arxiv.org/abs/0901.00001</link>
            <dc:date>2009-01-02</dc:date><dc:creator>Ada Nobody, Bo Nowhere</dc:creator><description>A text about reeds.</description></item>
        </rdf:RDF>
        """;

    private static readonly Uri Address = new("https://blog.example/feed");

    [Fact]
    public void AFeedAsAFileIsADigestOfAllThatItsEntriesHold()
    {
        var reading = Readings.Of("feeds/may.rss", Rss);
        Assert.Equal(["1 Nets of Nothing", "2 Trees of Nothing", "3 Why Sums of Nothing Matter"], reading.Reviews.Select(review => $"{review.Ordinal} {review.Title}"));
        Assert.Equal(("Papers of Nobody & Nowhere", "https://blog.example/", new DateOnly(2031, 5, 31), "en"), (reading.Digest.Title, reading.Digest.Url, reading.Digest.Published, reading.Digest.Language));
        Assert.Equal(["Ada Nobody", "Bo Nowhere"], reading.Reviews[0].Authors);
        Assert.Equal(("3101.00001", "Cleo Notme"), (reading.Reviews[2].Ids.Arxiv, reading.Reviews[2].Reviewer));
        Assert.Empty(reading.Problems);
    }

    [Fact]
    public void InAtomTextHtmlAndXhtmlAreReadAndAnEntryThatIsNoReviewIsToldByItsLine()
    {
        var reading = Readings.Of("nobody.atom", Atom);
        Assert.Equal(["Oaks of Nothing", "Elms & Ashes"], reading.Reviews.Select(review => review.Title));
        Assert.Equal(["Ada Nobody", "Bo Nowhere"], reading.Reviews[0].Authors);
        Assert.Equal(("3102.00002", null), (reading.Reviews[0].Ids.Arxiv, reading.Reviews[0].Reviewer));
        Assert.Single(reading.Reviews[0].Links);
        Assert.Equal(["Ivo Never"], reading.Reviews[1].Authors);
        Assert.Contains("lumo are read", reading.Reviews[1].Text, StringComparison.Ordinal);
        var problem = Assert.Single(reading.Problems);
        Assert.Equal((ProblemCodes.NoReviews, 27), (problem.Code, problem.Line));
        Assert.Contains("“The server will rest on Sunday”", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void InRdfAnEntryOfAPaperHasItsAuthors()
    {
        var reading = Readings.Of("old.xml", Rdf);
        var review = Assert.Single(reading.Reviews);
        Assert.Equal(("Reeds of Nothing", "0901.00001", "Old reviews"), (review.Title, review.Ids.Arxiv, reading.Digest.Title));
        Assert.Equal(["Ada Nobody", "Bo Nowhere"], review.Authors);
    }

    [Theory]
    [InlineData(Rss), InlineData(Atom), InlineData(Rdf)]
    public void EachEntryAloneIsReadAsInItsFeedAndHasItsOwnTitleAddressAndDay(string text)
    {
        var parts = FeedDocuments.Split(Encoding.UTF8.GetBytes(text), Address, "feed");
        var alone = parts.Parts.Select(part => Readings.Reader.Read(part.Bytes, part.Name)).ToList();
        var whole = Readings.Of("whole.xml", text);
        Assert.Null(parts.Mistake);
        Assert.Equal(whole.Reviews.Select(Readings.Fields), alone.SelectMany(reading => reading.Reviews).Select((review, at) => Readings.Fields(review with { Ordinal = at + 1 })));
        Assert.All(alone, reading => Assert.NotNull(reading.Digest.Published));
        Assert.All(alone, reading => Assert.StartsWith("https://", reading.Digest.Url, StringComparison.Ordinal));
        Assert.Equal(whole.Problems.Count, alone.Sum(reading => reading.Problems.Count));
        Assert.Equal(parts.Parts.Count, parts.Parts.Select(part => part.Name).Distinct().Count());
    }

    [Fact]
    public void AnEntryOfSeveralReviewsIsADigestUnderTheEntrysTitle()
    {
        var part = FeedDocuments.Split(Encoding.UTF8.GetBytes(Rss), Address, "feed").Parts[0];
        var reading = Readings.Reader.Read(part.Bytes, part.Name);
        Assert.Equal(("Papers we read, May 2031", "https://blog.example/may", new DateOnly(2031, 5, 31)), (reading.Digest.Title, reading.Digest.Url, reading.Digest.Published));
        Assert.Equal(2, reading.Reviews.Count);
        Assert.StartsWith("post-7-", part.Name, StringComparison.Ordinal);
    }

    [Fact]
    public void AnEntrysNameStaysWhenItsTextChangesAndIsAnotherInAnotherFeed()
    {
        var before = Names(Rss, Address);
        Assert.Equal(before, Names(Rss.Replace("May 2031", "June 2031", StringComparison.Ordinal).Replace("zelkova", "kedro", StringComparison.Ordinal), Address));
        Assert.Empty(before.Intersect(Names(Rss, new Uri("https://blog.example/other"))));
    }

    [Fact]
    public void EntriesOfOneIdAreToldApart()
    {
        var item = "<item><guid isPermaLink=\"false\">same</guid><title>T{0}</title><link>https://a.example/{0}</link></item>";
        var text = "<rss><channel>" + string.Concat(Enumerable.Range(0, 3).Select(number => item.Replace("{0}", $"{number}", StringComparison.Ordinal))) + "</channel></rss>";
        Assert.Equal(3, Names(text, Address).Distinct().Count());
    }

    [Theory]
    [InlineData("windows-1251"), InlineData("koi8-r"), InlineData("utf-16"), InlineData("utf-16BE"), InlineData("utf-8"), InlineData("iso-8859-5")]
    public void TheEncodingIsTheOneThatTheXmlDeclares(string name)
    {
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
        var text = $"<?xml version=\"1.0\" encoding=\"{name}\"?><rss><channel><item><title>Обзор ничего</title><link>https://arxiv.org/abs/3101.00001</link><description>Текст ни о чём.</description></item></channel></rss>";
        var reading = Readings.Reader.Read(encoding.GetBytes(text), "a.xml");
        Assert.Equal("Обзор ничего", Assert.Single(reading.Reviews).Title);
        Assert.Empty(reading.Problems);
    }

    [Fact]
    public void BytesThatBelieTheEncodingAreToldAndTheRestIsRead()
    {
        var text = "<?xml version=\"1.0\" encoding=\"utf-8\"?><rss><channel><item><title>On é</title><link>https://arxiv.org/abs/3101.00001</link><description>A text.</description></item></channel></rss>";
        var reading = Readings.Reader.Read(Encoding.Latin1.GetBytes(text), "a.xml");
        Assert.Single(reading.Reviews);
        Assert.Equal(ProblemCodes.InvalidEncoding, Assert.Single(reading.Problems).Code);
    }

    [Fact]
    public void WhatStandsBeforeBrokenXmlIsKept()
    {
        var cut = Rss[..Rss.IndexOf("<dc:creator>", StringComparison.Ordinal)];
        var reading = Readings.Of("cut.xml", cut);
        Assert.Equal(2, reading.Reviews.Count);
        var problem = Assert.Single(reading.Problems);
        Assert.Equal(ProblemCodes.FeedInvalid, problem.Code);
        Assert.Contains("the entry before it was read", problem.Message, StringComparison.Ordinal);
        Assert.Single(FeedDocuments.Split(Encoding.UTF8.GetBytes(cut), Address, "feed").Parts);
    }

    [Fact]
    public void CharactersThatXmlForbidsCostOnlyThemselves() =>
        Assert.Equal(3, Readings.Of("a.rss", Rss.Replace("zelkova", "zel\u000b\ufffekova", StringComparison.Ordinal)).Reviews.Count);

    public static TheoryData<string, string, string> Hostile => new()
    {
        { "a document type", "<?xml version=\"1.0\"?><!DOCTYPE rss SYSTEM \"file:///etc/passwd\"><rss><channel/></rss>", ProblemCodes.FeedInvalid },
        { "an entity that doubles", "<!DOCTYPE r [<!ENTITY a \"aaaaaaaaaa\">" + string.Concat(Enumerable.Range('b', 20).Select(name => $"<!ENTITY {(char)name} \"&{(char)(name - 1)};&{(char)(name - 1)};\">")) + "]><rss><channel><item><title>&u;</title></item></channel></rss>", ProblemCodes.FeedInvalid },
        { "a parameter entity", "<!DOCTYPE r [<!ENTITY % a SYSTEM \"http://127.0.0.1:1/x\"> %a;]><rss/>", ProblemCodes.FeedInvalid },
        { "an entity nobody declared", "<rss><channel><item><title>&nbsp;</title></item></channel></rss>", ProblemCodes.FeedInvalid },
        { "deep nesting in an entry", "<rss><channel><item>" + Repeat("<a>", 300_000), ProblemCodes.TooDeep },
        { "deep nesting in the feed", "<rss>" + Repeat("<channel>", 300_000), ProblemCodes.TooDeep },
        { "deep markup in an entry", "<rss><channel><item><title>T</title><description><![CDATA[" + Repeat("<div>", 300_000) + "]]></description></item></channel></rss>", ProblemCodes.TooDeep },
        { "many attributes", "<rss><channel><item " + string.Concat(Enumerable.Range(0, 50_000).Select(number => $"a{number}='' ")) + "/></channel></rss>", ProblemCodes.TooDeep },
        { "many namespaces", "<rss " + string.Concat(Enumerable.Range(0, 20_000).Select(number => $"xmlns:a{number}='u{number}' ")) + "><channel><item/></channel></rss>", ProblemCodes.TooDeep },
        { "very many entries", "<rss><channel>" + Repeat("<item/>", 200_000) + "</channel></rss>", ProblemCodes.FeedTooLong },
        { "very many pieces of text", "<rss><channel><item><title>" + Repeat("<![CDATA[a]]>&amp;", 100_000) + "</title></item></channel></rss>", ProblemCodes.NoReviews },
        { "a web page", "<!doctype html><html><title>A blog</title></html>", ProblemCodes.FeedInvalid },
        { "other XML", "<project><item/></project>", ProblemCodes.FeedInvalid },
        { "no entries", "<rss><channel><title>T</title></channel></rss>", ProblemCodes.NoReviews },
        { "no XML", "Nothing of the kind.", ProblemCodes.FeedInvalid },
    };

    [Theory]
    [MemberData(nameof(Hostile))]
    public void HostileXmlIsAProblem(string what, string text, string code)
    {
        var reading = Readings.Of("a.xml", text);
        Assert.True(reading.Problems.Any(problem => problem.Code == code), what + ": " + string.Join(' ', reading.Problems.Take(3)));
        Assert.Empty(reading.Reviews);
        FeedDocuments.Split(Encoding.UTF8.GetBytes(text), Address, "feed");
    }

    [Fact]
    public void AFeedIsKnownByWhatSendersSayAndByItsLooks()
    {
        Assert.Equal(3, Readings.Reader.Read(Encoding.UTF8.GetBytes(Rss), "post").Reviews.Count);
        Assert.Equal(2, Readings.Reader.Read(Encoding.UTF8.GetBytes(Atom), "post", "application/atom+xml; charset=utf-8").Reviews.Count);
    }

    private static List<string> Names(string text, Uri address) => [.. FeedDocuments.Split(Encoding.UTF8.GetBytes(text), address, "feed").Parts.Select(part => part.Name)];

    private static string Repeat(string text, int times) => string.Concat(Enumerable.Repeat(text, times));
}
