using DigestSearch.Reviews;
using DigestSearch.Search.Suggest;
using DigestSearch.Tests.Support;

namespace DigestSearch.Tests.Search;

/// <summary>What is suggested while a reader types.</summary>
public sealed class SuggestTests : IDisposable
{
    private readonly TempIndex index = new(Vocabulary.Load(Path.Combine(Repo.Root, "index", "vocabulary")));

    public void Dispose() => index.Dispose();

    [Theory]
    [InlineData("Deep")]
    [InlineData("residual")]
    [InlineData("resid")]
    [InlineData("learning residual")]
    [InlineData("image dee resi")]
    [InlineData("IMAGE")]
    public void AnyWordsOfATitleMayBeTypedInAnyOrderAndNoneToItsEnd(string typed)
    {
        Put(Some.Review("Deep Residual Learning for Image Recognition"), Some.Review("Shallow Waters"));
        Assert.Equal(["title Deep Residual Learning for Image Recognition 1"], Told(typed));
    }

    [Theory]
    [InlineData("gpt-2")]
    [InlineData("GPT2")]
    [InlineData("gpt 2")]
    [InlineData("gp")]
    public void PartsOfAWordAreFoundJoinedAndApart(string typed)
    {
        Put(Some.Review("Talking with GPT-2"), Some.Review("Task 2 of a GPT"));
        Assert.Equal(typed is "gpt 2" or "gp" ? 2 : 1, Told(typed).Count);
        Assert.Contains("title Talking with GPT-2 1", Told(typed));
    }

    [Theory]
    [InlineData("hinton", "Geoffrey Hinton")]
    [InlineData("geo hint", "Geoffrey Hinton")]
    [InlineData("sogaard", "Anders Søgaard")]
    [InlineData("лёвин", "Пётр Левин")]
    [InlineData("петр", "Пётр Левин")]
    public void PeopleAreFoundByAnyOfTheirNames(string typed, string author)
    {
        Put(Some.Review("One", authors: ["Geoffrey Hinton", "Anders Søgaard"]), Some.Review("Two", authors: ["Geoffrey Hinton", "Пётр Левин"]));
        Assert.Equal([$"author {author} {(author == "Geoffrey Hinton" ? 2 : 1)}"], Told(typed));
    }

    [Fact]
    public void LabsAreFoundByTheirOtherNamesAndTopicsInRussian()
    {
        Put(Some.Review("One") with { Labs = ["Meta AI"], Topics = ["Computer Vision > Segmentation"] });
        Assert.Equal(["lab FAIR 1"], Told("fair"));
        Assert.Equal(("Meta AI", "Facebook AI Research"), Suggest("facebook research") is [var lab] ? (lab.Value, lab.Label) : default);
        Assert.Equal(("Computer Vision > Segmentation", "Сегментация"), Suggest("сегмент") is [var topic] ? (topic.Value, topic.Label) : default);
        Assert.Equal(["topic Segmentation 1"], Told("segm"));
    }

    [Theory]
    [InlineData("transfomer", true)] // Left out.
    [InlineData("trasnformer", true)] // Changed places.
    [InlineData("transformmer", true)] // Doubled.
    [InlineData("tranzformer", true)] // Another.
    [InlineData("tranzfromer", true)] // Two from eight letters on.
    [InlineData("tranzfromar", false)] // Three.
    [InlineData("dransformer", false)] // The first letter.
    [InlineData("trasn", true)] // Of a beginning.
    [InlineData("tan", false)] // Three letters.
    [InlineData("tarn", true)] // Four.
    public void SlipsAreForgivenFromTheFourthLetterOn(string typed, bool found)
    {
        Put(Some.Review("Transformers"));
        Assert.Equal(found, Told(typed).Count == 1);
    }

    [Theory]
    [InlineData("тра", true)]
    [InlineData("тар", false)]
    [InlineData("тарн", true)]
    [InlineData("тарнс", true)]
    [InlineData("тарнсфр", false)] // Two slips need eight letters, and these are seven, not fourteen.
    [InlineData("тарнсфро", true)]
    public void CyrillicLettersCountAsLetters(string typed, bool found)
    {
        Put(Some.Review("Трансформеры"));
        Assert.Equal(found, Told(typed).Count == 1);
    }

    [Fact]
    public void OfSeveralWordsOneMayHoldASlip()
    {
        Put(Some.Review("Neural Architecture Search"), Some.Review("Neural Networks"));
        Assert.Equal(["title Neural Architecture Search 1"], Told("neural archtecture sea"));
        Assert.Equal(["title Neural Architecture Search 1"], Told("nueral architecture"));
    }

    [Fact]
    public void AWordThatBeginsSomethingMayHoldASlipAllTheSame()
    {
        Put(Some.Review("Deep Lerning of Maps"), Some.Review("Wide Learning of Charts"));
        Assert.Equal(["title Wide Learning of Charts 1"], Told("wide lerning"));
    }

    [Fact]
    public void WhatIsFoundAsTypedComesBeforeWhatIsFoundBySlips()
    {
        Put(Some.Review("Matrix of Malik"), Some.Review("About", authors: ["Nina Malek"]), Some.Review("Again", authors: ["Nina Malek"]));
        Assert.Equal(["title Matrix of Malik 1", "author Nina Malek 2"], Told("malik"));
    }

    [Fact]
    public void BeginningsComeFirstThenCountsThenLabels()
    {
        Put(Some.Review("Deep Maps"), Some.Review("Wide Deep Maps"), Some.Review("Deep Learning"), Some.Review("Deep Residual Learning"),
            Some.Review("Wide Deep Maps"), Some.Review("Deep Sea"), Some.Review("Deep Sea"));
        Assert.Equal(["Deep Sea 2", "Deep Learning 1", "Deep Maps 1", "Deep Residual Learning 1", "Wide Deep Maps 2"], Suggest("deep").Select(item => $"{item.Label} {item.Count}"));
        Assert.Equal("Deep Learning", Suggest("deep learning")[0].Label);
        Assert.Equal(["Deep Learning", "Deep Residual Learning"], Suggest("deep le").Select(item => item.Label));
    }

    [Fact]
    public void ATitleLeadsToTheNewestOfItsReviews()
    {
        Put(Some.Review("Twice Told", id: "b") with { Year = 2019 }, Some.Review("Twice  told", id: "a") with { Year = 2021 }, Some.Review("Twice Told", id: "c") with { Year = 2021 });
        Assert.Equal(("a", 3, "Twice  told"), Suggest("twice") is [var only] ? (only.ReviewId, only.Count, only.Label) : default);
    }

    [Theory]
    [InlineData("[bynjy", "Ольга Хинтон")] // хинтон
    [InlineData("ьфдшл", "Jitendra Malik")] // malik
    [InlineData("Малик", "Jitendra Malik")]
    [InlineData("vfkbr", "Jitendra Malik")] // малик
    [InlineData("khinton", "Ольга Хинтон")]
    [InlineData("ольга ", "Ольга Хинтон")]
    [InlineData("jitendra мали", "Jitendra Malik")]
    public void TheOtherLayoutAndTheOtherAlphabetAreTriedWhereNothingMatches(string typed, string author)
    {
        Put(Some.Review("One", authors: ["Jitendra Malik", "Ольга Хинтон"]));
        var only = Assert.Single(Suggest(typed));
        Assert.Equal(author, only.Label);
        Assert.Contains("<mark>", only.Highlight, StringComparison.Ordinal);
    }

    [Fact]
    public void WhereALetterIsASignOnTheOtherLayoutTheAlphabetIsMeant()
    {
        Put(Some.Review("One", authors: ["Lucius Bynum", "Geoffrey Hinton"]));
        Assert.Equal("Geoffrey Hinton", Assert.Single(Suggest("хинт")).Label); // The keys of "[byn".
    }

    [Theory]
    [InlineData("resid", "Deep <mark>Resid</mark>ual &lt;b&gt; Nets &amp; &quot;all&quot;")]
    [InlineData("residaul", "Deep <mark>Residual</mark> &lt;b&gt; Nets &amp; &quot;all&quot;")]
    [InlineData("net de", "<mark>De</mark>ep Residual &lt;b&gt; <mark>Net</mark>s &amp; &quot;all&quot;")]
    [InlineData("b", "Deep Residual &lt;<mark>b</mark>&gt; Nets &amp; &quot;all&quot;")]
    public void WhatWasTypedIsMarkedAndNothingElseIsMarkup(string typed, string highlight)
    {
        Put(Some.Review("Deep Residual <b> Nets & \"all\""));
        Assert.Equal([highlight], Suggest(typed).Select(item => item.Highlight));
    }

    [Theory]
    [InlineData("Straße nach Ulm", "strass", "<mark>Straß</mark>e nach Ulm")]
    [InlineData("Søgaard's U-Net", "unet", "Søgaard&#39;s <mark>U-Net</mark>")]
    [InlineData("Søgaard's U-Net", "soga", "<mark>Søga</mark>ard&#39;s U-Net")]
    [InlineData("Cafe\u0301s", "cafe", "<mark>Cafe\u0301</mark>s")]
    [InlineData("Ёлки", "елк", "<mark>Ёлк</mark>и")]
    public void MarksFollowTheLettersAsTheyAreWritten(string title, string typed, string highlight)
    {
        Put(Some.Review(title));
        Assert.Equal([highlight], Suggest(typed).Select(item => item.Highlight));
    }

    [Fact]
    public void NoTypeCrowdsOutTheOthers()
    {
        Put([.. Enumerable.Range(0, 12).Select(at => Some.Review($"Sample {at}", authors: [$"Sample Person{at}"]) with { Labs = [$"Sample Lab {at % 3}"], Topics = ["Sampled"] })]);
        var types = Suggest("sample").CountBy(item => item.Type).ToDictionary();
        Assert.Equal((8, 1), (types.Values.Sum(), types[SuggestionType.Topic]));
        Assert.InRange(types[SuggestionType.Title], 2, 4);
        Assert.InRange(types[SuggestionType.Author], 2, 4);
        Assert.InRange(types[SuggestionType.Lab], 2, 3);
        Assert.Equal(5, index.Suggest(new() { Text = "sample", Size = 5 }).Items.Count);
        Assert.Single(index.Suggest(new() { Text = "sample", Size = 1 }).Items);
        Assert.Equal(Told("sample"), Told("SAMPLE"));
    }

    [Fact]
    public void WhereOthersAreMissingTitlesTakeTheirPlaces()
    {
        Put([.. Enumerable.Range(0, 12).Select(at => Some.Review($"Sample {at:D2}"))]);
        Assert.Equal(Enumerable.Range(0, 8).Select(at => $"title Sample {at:D2} 1"), Told("sam"));
    }

    [Fact]
    public void WhatIsRemovedIsNotSuggestedAndWhatIsPutLaterIs()
    {
        Put(Some.Review("Old Lantern", id: "a", authors: "Lan Old"), Some.Review("Old Lantern", id: "b"));
        Assert.Equal(["title Old Lantern 2", "author Lan Old 1"], Told("lan").Order(StringComparer.Ordinal).Reverse());
        index.Commit([Some.Stored(Some.Review("New Lantern", id: "c", authors: "Lan New"))], ["a"]);
        Assert.Equal(["author Lan New 1", "title New Lantern 1", "title Old Lantern 1"], Told("lan").Order(StringComparer.Ordinal));
        index.Commit([], ["b", "c"]);
        Assert.Empty(Told("lan"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("?!—«»")]
    [InlineData("\0\0")]
    [InlineData("\ud83d")]
    [InlineData("\udc00a\ud800")]
    [InlineData("a\u0301\u0301\u0301\ufdd0")]
    [InlineData("\"((-OR author:*")]
    [InlineData("深度学习深度学习深度学习")]
    public void AnyTextIsAnswered(string typed)
    {
        Put(Some.Review("Anything"));
        Assert.Equal(typed, index.Suggest(new() { Text = typed }).Text);
    }

    [Fact]
    public void LongTextsAreAnswered()
    {
        Put(Some.Review("Anything at all"));
        Assert.All(["a", "щ", "\ud83d\ude00", "a ", "ab-", "'", "ё\u0301"], piece =>
            Assert.NotNull(index.Suggest(new() { Text = string.Concat(Enumerable.Repeat(piece, SuggestQuery.MaxTextLength / piece.Length)) })));
    }

    [Fact]
    public void WhoGoesAwayIsNotAnswered()
    {
        Put(Some.Review("Anything"));
        Assert.ThrowsAny<OperationCanceledException>(() => index.Suggester.Suggest(new() { Text = "any" }, new CancellationToken(canceled: true)));
    }

    private void Put(params Review[] reviews) => index.Commit(reviews.Select(review => Some.Stored(review)), []);

    private IReadOnlyList<Suggestion> Suggest(string typed) => index.Suggest(new SuggestQuery { Text = typed }).Items;

    private IReadOnlyList<string> Told(string typed) => [.. Suggest(typed).Select(item => $"{item.Type.ToString().ToLowerInvariant()} {item.Label} {item.Count}")];
}
