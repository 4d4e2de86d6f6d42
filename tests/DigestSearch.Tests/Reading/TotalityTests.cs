using System.Text;
using CsCheck;
using DigestSearch.Reviews.Reading;
using DigestSearch.Reviews.Reading.Formats;
using DigestSearch.Tests.Support;

namespace DigestSearch.Tests.Reading;

/// <summary>Any bytes in any declared type give an answer.</summary>
public sealed class TotalityTests
{
    private static readonly string[] Names = ["a.md", "a.html", "a.txt", "a.xml", "a", "folder/2031-01-02-a.markdown"];

    private static readonly byte[][] Fixtures =
        [.. Directory.EnumerateFiles(Repo.Fixture("digests"), "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(File.ReadAllBytes)];

    private static readonly Gen<string> Markup = Gen.OneOf(
        "#", "# ", "\n", "\n\n", "1. ", "2. ", "**", "__", "[", "](", ")", "(", ":: ", ": ", "Authors: ", "Автор обзора: ", "<div>", "</b>", "<b>", "<li>", "<ol start=99999999999>", "<br>", "<!--", "|", "|-|\n",
        "---\n", "title: ", "- ", "> ", "`", "```\n", "$", "2031", ", ", "and ", "Universities", "University of California", "é", "\u0301", "\ud800", "\ufffe", "\0", "&#x0;", "May ", "https://", "![", "\t", "    ", "<table><tr><td>", "<svg><style>", "<rss><channel>", "<feed xmlns=\"http://www.w3.org/2005/Atom\">", "<entry>", "</entry>", "<item>", "</item>", "<title>", "</title>", "<description><![CDATA[", "]]></description>", "<link>", "</link>").Array[0, 60].Select(string.Concat);

    [Fact]
    public void RandomBytesNeverThrow() =>
        Gen.Select(Gen.Byte.Array[0, 400], Gen.OneOf(Names)).Sample((bytes, name) => Reads(bytes, name), iter: 2_000);

    [Fact]
    public void RandomMarkupNeverThrows() =>
        Gen.Select(Markup, Gen.OneOf(Names)).Sample((text, name) => Reads(Encoding.UTF8.GetBytes(text), name), iter: 3_000);

    [Fact]
    public void MutatedFixturesNeverThrow() =>
        Gen.Select(Gen.OneOf(Fixtures), Gen.OneOf(Names), Gen.Int[0, 100_000], Gen.Int[0, 300], Gen.Byte.Array[0, 12]).Sample((bytes, name, at, cut, put) =>
        {
            var start = bytes.Length == 0 ? 0 : at % bytes.Length;
            var end = Math.Min(bytes.Length, start + cut);
            return Reads([.. bytes[..start], .. put, .. bytes[end..]], name);
        }, iter: 1_000);

    [Fact]
    public void RandomLinesNeverThrow() =>
        Gen.Select(Gen.OneOf(Names), Markup, Gen.Byte.Array[0, 60]).Sample((name, text, bytes) =>
        {
            using var content = new MemoryStream([.. "{\"title\":\"A\",\"authors\":["u8, .. bytes, .. "]}\n{\"title\":\"B\",\"year\":"u8, .. bytes, (byte)'}', (byte)'\n', .. Encoding.UTF8.GetBytes(text)]);
            foreach (var result in ReviewLines.Read(content, name))
                if (result.Review is { } review) Readings.Reader.ToReview(review, 1);
            return true;
        }, iter: 2_000);

    public static TheoryData<string, string> Hostile => new()
    {
        { "brackets.md", Repeat("[a](", 200_000) },
        { "emphasis.md", Repeat("*a ", 200_000) },
        { "definitions.md", Repeat("[a]: b\n", 200_000) },
        { "table.md", Repeat("|a", 20_000) + "\n" + Repeat("|-", 20_000) + "\n" + Repeat("|\n", 20_000) },
        { "quotes.md", Repeat(">", 200_000) },
        { "flow.md", "---\nkey: " + Repeat("[", 60_000) + "\n---\n" },
        { "anchors.md", "---\na: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n---\n" },
        { "divs.html", Repeat("<div>", 200_000) },
        { "misnested.html", Repeat("<b><div></b>", 100_000) },
        { "scoped.html", Repeat("<div><table><td></div>", 50_000) },
        { "alternating.html", Repeat("<dd><li>", 100_000) },
        { "foreign.html", "<svg><style>" + Repeat("<g>", 200_000) },
        { "formatting.html", string.Concat(Enumerable.Range(0, 200).Select(i => $"<b id={i}>")) + Repeat("<p>x", 200_000) },
        { "attributes.html", "<p " + string.Concat(Enumerable.Range(0, 100_000).Select(i => $" a{i}")) + ">" },
        { "items.html", "<ol>" + Repeat("<li>x", 200_000) + "</ol>" },
        { "lines.txt", Repeat("1. a\n\n", 200_000) },
        { "parens.txt", "1. A\n\nAuthors: " + Repeat("(", 500_000) + Repeat(")", 500_000) + "\n" },
        { "ands.txt", "1. A\n\nAuthors: A (" + Repeat("MIT and ", 100_000) + "2031)\n" },
        { "colons.txt", "1. A\n\nAuthors: A (MIT, 2031)\n" + Repeat(":: a ", 200_000) + "\n" },
        { "bold.md", Repeat("**1. A** b\n", 50_000) },
        { "links.md", "- A Title " + Repeat("[pdf](https://example.org/a.pdf) ", 20_000) + "\n- [B](https://arxiv.org/abs/3101.00001)\n" },
        { "cell.md", "| Title | Link |\n|-|-|\n| A | " + Repeat("[pdf](https://example.org/a.pdf) ", 20_000) + " |\n" },
        { "cell.html", "<table><tr><th>Title<th>Link<tr><td>" + Repeat("<a href=https://example.org/a.pdf>pdf</a> ", 20_000) + "</table>" },
        { "heading.html", Repeat("<h2>" + Repeat("<a href=https://example.org/a.pdf>pdf</a> ", 10_000) + "</h2><p>A text.</p>", 2) },
        { "deep-cell.md", "| Title | Authors |\n|-|-|\n| " + Repeat("[", 5_000) + "a" + Repeat("](b)", 5_000) + " | b |\n| " + Repeat("*_", 2_000) + "a" + Repeat("_*", 2_000) + " | b |\n" },
        { "tags-heading.md", Repeat("## " + Repeat("(2020) ", 100_000) + "A [Title](https://arxiv.org/abs/2001.00001)\n\ntext\n\n", 2) },
        { "tags-cell.md", "| Title | Authors |\n|-|-|\n| " + Repeat("(2020) ", 100_000) + "A Title | B |\n" },
        { "broken-head.md", "| a\n-|-|-" },
        { "nested.md", string.Concat(Enumerable.Range(0, 2_000).Select(i => new string(' ', i) + "- a\n")) },
        { "marks.md", Repeat(Repeat("- ", 1_000) + "x\n", 1_000) },
        { "marks-nested.md", string.Concat(Enumerable.Range(0, 60).Select(i => new string(' ', 2 * i) + "- a\n")) + Repeat(new string(' ', 120) + Repeat("1. > ", 30) + "x\n", 10_000) },
        { "blocks.md", Repeat("# a\n", 160_000) },
        { "blocks.txt", Repeat("a\n\n", 160_000) },
        { "cells.html", "<table>" + Repeat("<tr>" + Repeat("<td>a", 1_000), 1_000) + "</table>" },
        { "cells.md", "|" + Repeat("a|", 1_000) + "\n|" + Repeat("-|", 1_000) + "\n" + Repeat("|" + Repeat("a|", 1_000) + "\n", 1_000) },
        { "addresses.md", "- A Title " + Repeat("https://example.org/a.pdf ", 20_000) + "\n" },
    };

    [Theory]
    [MemberData(nameof(Hostile))]
    public void HostileTextIsReadWithoutException(string name, string text) => Assert.True(Reads(Encoding.UTF8.GetBytes(text), name));

    [Theory]
    [InlineData("misnested.html")]
    [InlineData("scoped.html")]
    [InlineData("alternating.html")]
    [InlineData("foreign.html")]
    [InlineData("nested.md")]
    [InlineData("marks.md")]
    [InlineData("blocks.md")]
    [InlineData("blocks.txt")]
    [InlineData("marks-nested.md")]
    [InlineData("cells.html")]
    [InlineData("cells.md")]
    public void WhatWouldTakeTheParserTooLongIsSeenBefore(string name)
    {
        var text = Hostile.Single(row => row.Data.Item1 == name).Data.Item2;
        Assert.Contains(Readings.Of(name, text).Problems, problem => problem.Code == ProblemCodes.TooDeep);
    }

    // The parser ends too, but minutes later.
    [Theory]
    [InlineData("nested.md")]
    [InlineData("marks.md")]
    [InlineData("marks-nested.md")]
    [InlineData("blocks.md")]
    public void MarkdownBeyondBoundsIsNotGivenToTheParser(string name) => Assert.False(MarkdownBounds.Allows(Hostile.Single(row => row.Data.Item1 == name).Data.Item2));

    [Fact]
    public void OrdinaryListsAndQuotationsAreWithinBounds() => Assert.True(MarkdownBounds.Allows(
        Repeat(string.Concat(Enumerable.Range(0, 30).Select(i => new string(' ', 2 * i) + "- an item of a list\n")), 1_000) + Repeat("> > 1. a quotation in a quotation\n", 10_000)));

    [Fact]
    public void OrdinaryUnclosedMarkupIsNotTakenForNesting()
    {
        var page = "<!doctype html><title>t</title><ul>" + Repeat("<li><p>item", 2_000) + "</ul><table>" + Repeat("<tr><td>a<td>b", 2_000) + "</table><script>" + Repeat("if (a<b) c();", 2_000) + "</script>"
            + "<h2>1. A Paper</h2><p>Authors: Ada Example (Aster University, 2031)</p>";
        Assert.Single(Readings.Of("a.html", page).Reviews);
    }

    [Fact]
    public void ADocumentPastTheLimitIsRefusedByName()
    {
        var reading = Readings.Reader.Read(new byte[DigestReader.SizeLimit + 1], "big.txt");
        Assert.Equal(ProblemCodes.TooLarge, Assert.Single(reading.Problems).Code);
        Assert.Equal("big", reading.Digest.Title);
    }

    private static string Repeat(string text, int times) => string.Concat(Enumerable.Repeat(text, times));

    private static bool Reads(byte[] bytes, string name)
    {
        var reading = Readings.Reader.Read(bytes, name);
        // Silence is no answer: reviews, or a reason.
        return reading.Reviews.Count + reading.Problems.Count > 0 && reading.Reviews.All(review => review.Title.Length > 0);
    }
}
