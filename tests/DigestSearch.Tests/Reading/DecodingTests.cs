using System.Text;
using DigestSearch.Reviews.Reading;
using DigestSearch.Tests.Support;

namespace DigestSearch.Tests.Reading;

public sealed class DecodingTests
{
    private const string Digest = """
        # Разборы за январь – февраль 2031

        ## 1. Сети, которые учатся медленно

        Авторы статьи: Ада Пример, Боб Пример (Aster University, 2031)

        Авторы предложили «медленное» обучение — и это даёт прирост. Ёмкость модели та же, № 1 на всех наборах данных.
        """;

    private const string Page = """<html><head><meta charset="ENC"></head><body><h1>Разборы за март 2031</h1><h2>1. Сети</h2><p>Авторы: Ада Пример (Aster University, 2031)</p><p>Текст.</p></body></html>""";

    static DecodingTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static TheoryData<string> Encodings => ["utf-8", "windows-1251", "koi8-r", "utf-16", "utf-16BE", "cp866"];

    [Theory]
    [MemberData(nameof(Encodings))]
    public void ARussianDigestReadsTheSameInEachEncodingUndeclared(string encoding)
    {
        var expected = Readings.Of("a.md", Digest);
        var text = encoding is "cp866" ? Digest.Replace('«', '"').Replace('»', '"').Replace('—', '-').Replace('–', '-') : Digest;
        if (encoding is "koi8-r") text = text.Replace('«', '"').Replace('»', '"').Replace('—', '-').Replace('–', '-').Replace("№", "N", StringComparison.Ordinal);
        if (text != Digest) expected = Readings.Of("a.md", text);
        var reading = Readings.Reader.Read(Encoding.GetEncoding(encoding).GetBytes(text), "a.md");
        Assert.Empty(reading.Problems);
        Assert.Equal(Readings.Print(expected), Readings.Print(reading));
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("utf-32")]
    public void AMarkAtTheBeginningTellsTheEncoding(string encoding)
    {
        var written = Encoding.GetEncoding(encoding);
        Assert.Equal(Digest, Decoding.Read([.. written.GetPreamble(), .. written.GetBytes(Digest)]).Text);
    }

    [Theory]
    [InlineData("windows-1251")]
    [InlineData("koi8-r")]
    [InlineData("iso-8859-5")]
    [InlineData("x-mac-cyrillic")]
    [InlineData("cp866")]
    public void WhatAPageDeclaresIsBelieved(string encoding)
    {
        var page = Page.Replace("ENC", encoding, StringComparison.Ordinal);
        var bytes = Encoding.GetEncoding(encoding).GetBytes(page);
        Assert.Equal((page, false), (Decoding.Read(bytes).Text, Decoding.Read(bytes).IsDoubtful));
    }

    [Theory]
    [InlineData("text/html; charset=koi8-r", "koi8-r")]
    [InlineData("text/html;charset=\"windows-1251\"", "windows-1251")]
    [InlineData("text/plain; charset=CP1251", "windows-1251")]
    [InlineData("text/plain; charset=shift_jis", "shift_jis")]
    [InlineData("text/plain; charset=iso-2022-jp", "iso-2022-jp")]
    public void WhatTheSenderDeclaresIsBelieved(string mediaType, string encoding)
    {
        var text = encoding.Contains("jis", StringComparison.Ordinal) || encoding.Contains("jp", StringComparison.Ordinal) ? "論文のレビュー、二番目" : "Щука";
        Assert.Equal(text, Decoding.Read(Encoding.GetEncoding(encoding).GetBytes(text), mediaType).Text);
    }

    [Theory]
    [InlineData("text/html; charset=utf-7")]
    [InlineData("text/html; charset=no-such-thing")]
    [InlineData("text/html; charset=utf-16")]
    [InlineData("text/html; charset=iso-8859-1")]
    [InlineData("text/html; charset=utf-8")]
    public void AWrongDeclarationDoesNotSpoilTheText(string mediaType)
    {
        Assert.Equal(Digest, Decoding.Read(Encoding.UTF8.GetBytes(Digest), mediaType).Text);
        Assert.Equal(Digest, Decoding.Read(Encoding.GetEncoding(1251).GetBytes(Digest), mediaType).Text);
    }

    [Theory]
    [InlineData("Привет")]
    [InlineData("Обзор статьи")]
    [InlineData("РАЗБОРЫ СТАТЕЙ")]
    [InlineData("Читаем статьи за вас")]
    [InlineData("U-Net и трансформеры")]
    [InlineData("Text with Привет inside.")]
    [InlineData("май 2031")]
    public void ShortTextsAreToldApart(string text)
    {
        foreach (var page in (int[])[1251, 20866, 866])
            Assert.Equal($"{page} {text}", $"{page} {Decoding.Read(Encoding.GetEncoding(page).GetBytes(text)).Text}");
    }

    [Theory]
    [InlineData("Die Größe der Modelle wächst, über die Jahre hinweg übertrieben.", false)]
    [InlineData("Un résumé des résultats : très léger, déjà entraîné à côté.", false)]
    [InlineData("“Attention” is all you need – it’s true…", false)]
    [InlineData("A naïve view", true)]
    public void WesternTextIsReadAsSuch(string text, bool isDoubtful)
    {
        var read = Decoding.Read(Encoding.GetEncoding(1252).GetBytes(text));
        Assert.Equal((text, isDoubtful), (read.Text, read.IsDoubtful));
    }

    [Theory]
    [InlineData("Привет", false)]
    [InlineData("да", true)]
    public void OnlyADoubtIsTold(string text, bool isDoubtful) =>
        Assert.Equal(isDoubtful, Decoding.Read(Encoding.GetEncoding(1251).GetBytes(text)).IsDoubtful);

    [Fact]
    public void DamagedUtf8StaysUtf8AndItsLineIsTold()
    {
        var read = Decoding.Read([.. "# Статья\n\nТекст "u8, 0xD0, .. " и дальше\n"u8]);
        Assert.Equal(("# Статья\n\nТекст \ufffd и дальше\n", 3), (read.Text, read.InvalidLine));
    }

    [Fact]
    public void BinaryIsNoText()
    {
        var random = new Random(7);
        var noise = new byte[4_000];
        random.NextBytes(noise);
        Assert.Null(Decoding.Read(noise).Text);
        Assert.Null(Decoding.Read([0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10, 0, 0, 0, 13, .. noise]).Text);
        Assert.Null(Decoding.Read([0x7F, (byte)'E', (byte)'L', (byte)'F', 2, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 3, 0, 0x3E, 0]).Text);
        Assert.Null(Decoding.Read("%PDF-1.7\n"u8).Text);
        Assert.Null(Decoding.Read(new byte[64]).Text);
    }

    [Fact]
    public void TheStarterArchiveReadsTheSameInWindows1251()
    {
        foreach (var path in Directory.EnumerateFiles(Path.Combine(Repo.Root, "index", "digests"), "2020*.md"))
        {
            var encoding = Encoding.GetEncoding(1251, new EncoderReplacementFallback("?"), DecoderFallback.ExceptionFallback);
            var bytes = encoding.GetBytes(File.ReadAllText(path));
            Assert.Equal(encoding.GetString(bytes), Decoding.Read(bytes).Text);
            Assert.False(Decoding.Read(bytes).IsDoubtful);
        }
    }
}
