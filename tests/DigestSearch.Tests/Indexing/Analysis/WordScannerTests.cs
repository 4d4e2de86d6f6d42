using CsCheck;
using DigestSearch.Indexing.Analysis;

namespace DigestSearch.Tests.Indexing.Analysis;

public class WordScannerTests
{
    [Theory]
    [InlineData("Side-Tuning", "sidetuning+ side tuning")]
    [InlineData("BERT-of-Theseus", "bertoftheseus+ bert of theseus")]
    [InlineData("GPT-2 GPT2 GPT 2", "gpt2+ gpt 2 gpt2+ gpt 2 gpt 2")]
    [InlineData("U\u2011Net", "unet+ u net")]
    [InlineData("C++ and C#, F# c+", "c++ and c# f# c")]
    [InlineData("C++11", "c 11")]
    [InlineData("3D R2D2 X1 ResNet50", "3d r2d2 x1 resnet50+ resnet 50")]
    [InlineData("arXiv:1912.13503v2", "arxiv 1912.13503v2")]
    [InlineData("1,000 2.5. 3.", "1,000 2.5 3")]
    [InlineData("Don't O’Brien", "dont+ don t obrien+ o brien")]
    [InlineData("ёлка Елка е\u0308лка", "елка елка елка")]
    [InlineData("йод и\u0306од", "йод йод")]
    [InlineData("за\u0301мок naïve Ångström", "замок naive angstrom")]
    [InlineData("深度学习 is 深", "深 度 学 习 is 深")]
    [InlineData("한국어 слово", "한국어 слово")]
    [InlineData("-a- 'b' _c_", "a b c")]
    [InlineData("a-b-c-d-e-f-g-h-i", "a b c d e f g h i")]
    [InlineData(".NET ASP.NET the.net", ".net asp net the net")]
    [InlineData("\u0421NN c\u043Eнволюция \u0421\u041E\u0421\u041E \u0445MLn м\u0069р", "cnn сонволюция сосо xmln мір")]
    [InlineData("Wюrd", "wюrd")]
    [InlineData("", "")]
    [InlineData("\ud83d \ude00 😀 …", "")]
    public void ATextIsCutInto(string text, string words) =>
        Assert.Equal(words, string.Join(' ', Scan(text).Select(word => word.Forms.Exact + (word.Joined ? "+" : ""))));

    [Theory]
    [InlineData("обучения обучению", "обучен")]
    [InlineData("networks network", "network")]
    [InlineData("ёлки елка", "елк")]
    public void FormsOfAWordShareAStem(string text, string stem) => Assert.All(Scan(text), word => Assert.Equal(stem, word.Forms.Stem));

    [Fact]
    public void EachWordIsStemmedByItsOwnScript() =>
        Assert.Equal(["свертк", "network", "не"], Scan("Свертки networks не").Select(word => word.Forms.Stem));

    [Fact]
    public void AWholeStandsAtThePositionOfItsFirstPart() =>
        Assert.Equal([0, 1, 1, 2, 3], Scan("the Side-Tuning way").Select(word => word.Position));

    [Fact]
    public void OffsetsAreThoseOfTheTextWhateverStandsInIt() =>
        Gen.OneOf("😀", "𝒳y", "Side-Tuning", " ", " ", "е\u0308", "C++", "GPT2", "深度", "\ud83d", "-", "naïve", new string('x', 99) + "𝒳𝒳").Array[0, 12].Select(string.Concat).Sample(text =>
        {
            foreach (var word in Scan(text))
            {
                var slice = text[word.Start..word.End];
                Assert.False(char.IsLowSurrogate(slice[0]) && word.Start > 0 && char.IsHighSurrogate(text[word.Start - 1]), "A word begins inside a pair.");
                Assert.False(char.IsHighSurrogate(slice[^1]) && word.End < text.Length && char.IsLowSurrogate(text[word.End]), "A word ends inside a pair.");
                if (slice.Length < 100) Assert.Equal(word.Forms.Exact, Assert.Single(Scan(slice), again => again.Joined == word.Joined && again.End - again.Start == slice.Length).Forms.Exact);
            }
        }, iter: 500, threads: 1);

    private static List<ScannedWord> Scan(string text)
    {
        var words = new List<ScannedWord>();
        WordScanner.Scan(text, words);
        return words;
    }
}
