using System.Net;
using System.Text.RegularExpressions;
using CsCheck;
using DigestSearch.Indexing.Analysis;
using DigestSearch.Search;
using DigestSearch.Search.Snippets;

namespace DigestSearch.Tests.Search;

public partial class PassageTests
{
    private const int Most = 360;

    private static readonly string Filler = string.Concat(Enumerable.Repeat("Ни слова о деле здесь нет. ", 40));

    private static readonly string Words = string.Concat(Enumerable.Repeat("no word of it here, ", 40));

    [Fact]
    public void ThePassageWithMostDifferentWordsIsTaken()
    {
        var snippet = Of($"Alfa alfa alfa alfa. {Filler}The point is alfa with brova and kedro. {Filler}Brova alone.", "alfa brova kedro");
        Assert.StartsWith("The point is <mark>alfa</mark> with <mark>brova</mark> and <mark>kedro</mark>. Ни слова", snippet, StringComparison.Ordinal);
        Assert.DoesNotContain('…', snippet);
    }

    [Fact]
    public void PassagesTogetherHoldWordsThatStandFarApart()
    {
        var snippet = Of($"{Filler}Here is alfa. {Filler}There is brova. {Filler}And kedro is the last.", "kedro alfa brova");
        var passages = snippet.Split(" … ");
        Assert.Equal(3, passages.Length);
        Assert.Contains("Here is <mark>alfa</mark>.", passages[0], StringComparison.Ordinal);
        Assert.Contains("There is <mark>brova</mark>.", passages[1], StringComparison.Ordinal);
        Assert.Contains("And <mark>kedro</mark> is the last.", passages[2], StringComparison.Ordinal);
    }

    [Fact]
    public void WordsThatStandTogetherArePreferred() =>
        Assert.StartsWith("Then <mark>alfa</mark> <mark>brova</mark>.", Of($"Some alfa is here, and after many words there is brova too. {Filler}Then alfa brova. {Filler}", "alfa brova"), StringComparison.Ordinal);

    [Fact]
    public void RareWordsArePreferredWhereNotAllFit()
    {
        var all = new[] { "alfa", "brova", "kedro", "dulo" };
        var text = string.Concat(all.Select(word => $"{Filler}Here is {word}. ")) + string.Concat(Enumerable.Repeat($"{Filler}Again alfa. ", 3));
        Assert.Equal(all[1..], all.Where(word => Of(text, string.Join(' ', all)).Contains($"<mark>{word}</mark>", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("alfa", "The <mark>alfa</mark> of J. Malik et al. Theirs vs. Ours is in Fig. 3 of it.")]
    [InlineData("malik", "The alfa of J. <mark>Malik</mark> et al. Theirs vs. Ours is in Fig. 3 of it.")]
    [InlineData("brova", "«A quoted <mark>brova</mark>!»")]
    [InlineData("kedro", "2. <mark>Kedro</mark> at the begin, e.g. of a line")]
    [InlineData("深", "首先。<mark>深</mark>度学习。")]
    public void APassageIsOfWholeSentences(string query, string sentence)
    {
        var snippet = Of($"{Filler}The alfa of J. Malik et al. Theirs vs. Ours is in Fig. 3 of it. {Filler}«A quoted brova!» {Filler}\n2. Kedro at the begin, e.g. of a line\n{Filler}首先。深度学习。{Filler}", query);
        Assert.StartsWith(sentence, snippet, StringComparison.Ordinal);
        Assert.EndsWith(".", snippet, StringComparison.Ordinal);
        Assert.InRange(Plain(snippet).Length, 200, Most);
    }

    [Fact]
    public void ASentenceThatDoesNotFitIsCutBetweenWords()
    {
        var snippet = Of($"{Words}alfa {Words}", "alfa");
        Assert.Matches("^…(no|word|of|it|here,) .*<mark>alfa</mark>.* (no|word|of|it|here,)…$", snippet);
        Assert.InRange(Plain(snippet).Length, 250, 280);
    }

    [Fact]
    public void TheBeginningOfASentenceIsKeptWhereItsEndIsFar() =>
        Assert.StartsWith("The point is <mark>alfa</mark>, no word", Of($"{Filler}The point is alfa, {Words}", "alfa"), StringComparison.Ordinal);

    [Theory]
    [InlineData("")]
    [InlineData("alfa")]
    public void WithoutAMatchTheBeginningIsShownUpToASentence(string query)
    {
        var snippet = Of(Filler, query);
        Assert.Equal(Filler[..snippet.Length], snippet);
        Assert.EndsWith("нет.", snippet, StringComparison.Ordinal);
        Assert.InRange(snippet.Length, 200, 280);
    }

    [Fact]
    public void AShortBeginningIsFilledFromTheNextSentence() =>
        Assert.Matches("^Short. no word of it here,.* (no|word|of|it|here,)…$", Of($"Short. {Words}", ""));

    [Fact]
    public void AShortTextIsWhole() => Assert.Equal(string.Concat(Enumerable.Repeat("word ", 70)).TrimEnd(), Of(string.Concat(Enumerable.Repeat("word ", 70)), "alfa"));

    [Theory]
    [InlineData("x")]
    [InlineData("ก")]
    [InlineData("😀")]
    [InlineData("𐌰")]
    [InlineData("e\u0301")]
    [InlineData("深")]
    [InlineData("x ")]
    [InlineData(")")]
    [InlineData(".\n")]
    public void ASnippetOfALongTextIsShort(string unit)
    {
        var text = string.Concat(Enumerable.Repeat(unit, 60_000 / unit.Length)) + " alfa " + string.Concat(Enumerable.Repeat(unit, 60_000));
        foreach (var query in new[] { "alfa", "nothing", string.Concat(Enumerable.Repeat(unit, 100 / unit.Length)), $"alfa {unit}" })
        {
            var snippet = Of(text, query);
            Assert.InRange(Plain(snippet).Length, 1, Most + 9);
            Assert.DoesNotContain('\uFFFD', snippet);
            if (unit is "e\u0301") Assert.DoesNotMatch("…\u0301|e…", snippet);
        }
    }

    [Fact]
    public void AnySnippetIsOfPiecesOfTheTextInOrderWithAllWordsOfAShortText()
    {
        var piece = Gen.OneOf("alfa ", "brova. ", "<b>", "&amp;", "\"", "'", "\n", "! ", "слово ", "Side-Tuning ", "😀", "深度", "</mark>", "x", " ", "e\u0301", "𐌰𐌱 ", "Fig. 3 ", "\r\n", "- ");
        Gen.Select(piece.Array[0, 300].Select(string.Concat), Gen.OneOf("alfa", "brova", "слов*", "side-tuning", "tuning", "\"alfa brova\"", "深", "𐌰𐌱", "x").Array[0, 5].Select(words => string.Join(' ', words))).Sample((text, query) =>
        {
            var snippet = Of(text, query);
            Assert.Matches("^([^<>]|<mark>[^<>]+</mark>)*$", snippet);
            Assert.DoesNotContain('\n', snippet);
            Assert.DoesNotContain('\uFFFD', snippet);
            InOrder(Plain(snippet), OneLine(text));
            if (text.Length <= 280) Assert.Equal(Found(text, query), Found(string.Concat(MarkedParts().Matches(snippet).Select(mark => mark.Value + " ")), query));
        }, iter: 2_000, threads: 1);
    }

    private static void InOrder(string plain, string text)
    {
        var at = 0;
        foreach (var part in plain.Split('…'))
        {
            var found = text.IndexOf(part.Trim(), at, StringComparison.Ordinal);
            Assert.True(found >= 0, $"«{part}» is not in «{text[at..]}»");
            at = found + part.Trim().Length;
        }
    }

    private static List<int> Found(string text, string query)
    {
        var words = new List<ScannedWord>();
        WordScanner.Scan(text, words);
        return [.. words.Select(word => Marked(query).Find(word.Forms)).Where(number => number >= 0).Distinct().Order()];
    }

    private static string Of(string text, string query) => Snippet.Best(text, Marked(query));

    private static string Plain(string snippet) => WebUtility.HtmlDecode(snippet.Replace("<mark>", "", StringComparison.Ordinal).Replace("</mark>", "", StringComparison.Ordinal));

    private static string OneLine(string text) => LineBreaks().Replace(text, " ");

    private static MarkedTerms Marked(string query) => MarkedTerms.Of(QueryText.Parse(query).Clauses);

    [GeneratedRegex("(?<=<mark>)[^<]+(?=</mark>)")]
    private static partial Regex MarkedParts();

    [GeneratedRegex(@"\s*[\r\n]\s*")]
    private static partial Regex LineBreaks();
}
