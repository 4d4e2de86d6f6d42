using CsCheck;
using DigestSearch.Search;
using DigestSearch.Tests.Support;

namespace DigestSearch.Tests.Search;

public class QueryTextTests
{
    [Theory]
    [InlineData("side tuning", "word side, word tuning")]
    [InlineData("\"side tuning\"", "phrase \"side tuning\"")]
    [InlineData("«side tuning»", "phrase \"side tuning\"")]
    [InlineData("“side tuning”", "phrase \"side tuning\"")]
    [InlineData("„side tuning“", "phrase \"side tuning\"")]
    [InlineData("«a \"b c\" d»", "phrase \"a  b c  d\"")]
    [InlineData("net\"side tuning\"work", "word net, phrase \"side tuning\", word work")]
    [InlineData("\"side tuning", "word side, word tuning")]
    [InlineData("author:\"Malik J", "field author:Malik, word J")]
    [InlineData("\"\" «» \" \" x", "word x")]
    [InlineData("-bert", "not -bert")]
    [InlineData("−bert", "not -bert")]
    [InlineData("-\"a b\"", "not -\"a b\"")]
    [InlineData("-author:Malik", "not -author:Malik")]
    [InlineData("-.NET", "not -.NET")]
    [InlineData("--bert", "word bert")]
    [InlineData("- bert - -", "word bert")]
    [InlineData("Side-Tuning BERT-of-Theseus U-Net", "word Side-Tuning, word BERT-of-Theseus, word U-Net")]
    [InlineData("bert OR gpt", "or bert OR gpt")]
    [InlineData("bert ИЛИ gpt | elmo", "or bert OR gpt OR elmo")]
    [InlineData("a bert OR gpt b", "word a, or bert OR gpt, word b")]
    [InlineData("OR bert OR", "word bert")]
    [InlineData("bert OR OR gpt", "or bert OR gpt")]
    [InlineData("bert or gpt", "word bert, word or, word gpt")]
    [InlineData("bert OR -gpt", "word bert, not -gpt")]
    [InlineData("AUTHOR:Malik автор:Малик", "field author:Malik, field author:Малик")]
    [InlineData("lab:Google лаборатория:\"MIT CSAIL\"", "field lab:Google, field lab:\"MIT CSAIL\"")]
    [InlineData("has:code есть:video язык:ru", "field has:code, field has:video, field language:ru")]
    [InlineData("title:bert тема:nlp venue:ACL reviewer:sem текст:слово", "field title:bert, field topic:nlp, field venue:ACL, field reviewer:sem, field text:слово")]
    [InlineData("http://example.org author: x", "word http://example.org, word author:, word x")]
    [InlineData("colour:red", "word colour:red")]
    [InlineData("year:2019", "range year:2019")]
    [InlineData("год:2018..2020", "range year:2018..2020")]
    [InlineData("year:2018.. -year:..2020", "range year:2018.., not -year:..2020")]
    [InlineData("year:soon -год:\"so on\"", "word year:soon, not -year:\"so on\"")]
    [InlineData("year:20 year:2020..2018", "word year:20, word year:2020..2018")]
    [InlineData("year:2018-2020 year:.. year:20190", "word year:2018-2020, word year:.., word year:20190")]
    [InlineData("trans*", "prefix trans*")]
    [InlineData("title:тран**", "field title:тран*")]
    [InlineData("a* *", "word a*")]
    [InlineData("aa* bb* cc* dd* OR*", "prefix aa*, prefix bb*, prefix cc*, word dd, word or")]
    [InlineData("has:co*", "field has:co*")]
    [InlineData("G. Hinton", "name G. Hinton")]
    [InlineData("Q. V. Le", "name Q. V. Le")]
    [InlineData("Q.V. Le", "name Q.V. Le")]
    [InlineData("J.-B. Alayrac", "name J.-B. Alayrac")]
    [InlineData("Hinton G.", "name Hinton G.")]
    [InlineData("Иванова А. Б.", "name Иванова А. Б.")]
    [InlineData("Malik J. Efros A.", "name Malik J., name Efros A.")]
    [InlineData("J. Malik A. Efros", "name J. Malik, name A. Efros")]
    [InlineData("capsules G. Hinton 2017", "word capsules, name G. Hinton, word 2017")]
    [InlineData("Capsules G. Hinton", "word Capsules, name G. Hinton")]
    [InlineData("-G. Hinton", "not -G., word Hinton")]
    [InlineData("g. hinton", "word g., word hinton")]
    public void ATextIsReadAs(string text, string clauses) =>
        Assert.Equal(clauses, string.Join(", ", QueryText.Parse(text).Clauses.Select(clause => $"{clause.Kind} {clause.Read}")));

    [Theory]
    [InlineData("")]
    [InlineData(" \t\n\u00A0")]
    [InlineData("- -- « \" ** | OR … →")]
    public void ATextWithoutWordsHasNoClauses(string text) => Assert.Empty(QueryText.Parse(text).Clauses);

    [Fact]
    public void PastThreePrefixesTheRestAreWordsAndItIsTold()
    {
        var parsed = QueryText.Parse("aa* bb* cc* dd* ee*");
        Assert.Equal(["prefix", "prefix", "prefix", "word", "word"], parsed.Clauses.Select(clause => clause.Kind));
        Assert.Contains("first 3 words", Assert.Single(parsed.Warnings), StringComparison.Ordinal);
        Assert.Empty(QueryText.Parse("aa* bb* cc*").Warnings);
    }

    private static readonly string[] Bits =
        ["\"", "«", "»", "“", "”", "„", "-", "−", "--", " ", " ", "\n", "OR", "ИЛИ", "|", "author:", "год:", "year:", "has:", "2018..", "2019", "*", "bert", "Hinton", "G.", "Q.V.", "the", "a", "Ё\u0308", "GPT-2", "C++",
            "日本", "😀", "\ud83d", "\ude00", "\uFFFE", "\u0000", "\u0301", "ß", ":", "'", "\u00AD", "İ", ".", ",", "#", "(", "x/y"];

    private static readonly Gen<string> Hostile = Gen.OneOf(
        Gen.OneOf(Bits).Array[0, 60].Select(string.Concat), Gen.String[Gen.Char, 0, 200], Gen.OneOf(Bits).Array[600, 1000].Select(bits => string.Concat(bits) is { Length: > 2000 } text ? text[..2000] : string.Concat(bits)));

    [Fact]
    public void AnyTextIsSearchedAndItsReadingIsReadTheSameAgain()
    {
        using var index = TempIndex.Of(Some.Review("Bert and GPT-2", "the 日本 author year x y"), Some.Review("A C++ Year", "a b", authors: "Geoffrey Hinton"));
        Hostile.Sample(text =>
        {
            var parsed = QueryText.Parse(text);
            Assert.Equal(parsed.Read, QueryText.Parse(parsed.Read).Read);
            Assert.All(parsed.Clauses, clause => Assert.InRange(clause.Start, 0, clause.End - 1));
            var results = index.Search(text);
            Assert.Equal(results.Query.Read, index.Search(results.Query.Read).Query.Read);
        }, iter: 400, threads: 1);
    }

    [Fact]
    public void ATextWithoutOnePartReadsAsTheOthers()
    {
        using var index = TempIndex.Of(Some.Review());
        var clauses = Gen.OneOf("bert", "-gpt", "\"deep net\"", "«глубокая сеть»", "author:Malik", "автор:\"J. Malik\"", "year:2018..", "trans*", "G. Hinton", "one OR two OR three", "Side-Tuning", "has:code").Array[1, 6];
        clauses.Sample(parts =>
        {
            // One space, two, a line feed: none of them belongs to a part.
            var text = string.Join("  ", parts.Distinct());
            var read = index.Search(text).Query;
            foreach (var (at, part) in read.Parts.Index())
                Assert.Equal(string.Join(' ', read.Parts.Where((_, other) => other != at).Select(other => other.Read)), index.Search(part.Without).Query.Read);
        }, iter: 100, threads: 1);
    }
}
