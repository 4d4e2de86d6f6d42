using DigestSearch.Search;
using DigestSearch.Tests.Support;
using DigestSearch.Tests.Vocabularies;

namespace DigestSearch.Tests.Search;

/// <summary>Words that are looked for with others that mean or name the same.</summary>
public sealed class WideningTests
{
    private const string Glossary = """
        - {ru: [контрастивное обучение], en: [contrastive learning]}
        - {ru: [обучение без учителя], en: [unsupervised learning]}
        - {ru: [обучение с подкреплением], en: [reinforcement learning, RL]}
        - {ru: [деревянная ограда], en: [wooden fence]}
        - {ru: [деревянный], en: [wooden]}
        - {ru: [ограда], en: [fence]}
        - {ru: [справедливость], en: [fairness, FAIR]}
        """;

    [Theory]
    [InlineData("контрастивное обучение", "contrastive learning", "both", "en", "ru")]
    [InlineData("contrastive learning", "контрастивное обучение", "apart", "both", "en", "ru")]
    [InlineData("контрастивным обучением", "contrastive learning", "both", "en", "ru")]
    [InlineData("обучение без учителя", "unsupervised learning", "without")]
    [InlineData("RL", "обучение с подкреплением", "long", "short")]
    public void ATermFindsWhatMeansTheSame(string text, string to, params string[] found)
    {
        using var index = Library();
        var results = index.Search(text);
        Assert.Equal(found.Order(), results.Hits.Select(hit => hit.Review.Id).Order());
        var step = Assert.Single(results.Query.Steps);
        Assert.Equal(("glossary", text, to), (step.Kind, step.From, step.To));
        var exact = index.Search(new ReviewQuery { Text = text, Exact = true });
        Assert.Empty(exact.Query.Steps);
        Assert.True(exact.Total < results.Total);
    }

    [Fact]
    public void WhereNoReviewHasTheTermItsWordsAreWidened()
    {
        using var index = Library();
        var results = index.Search("деревянная ограда");
        Assert.Equal(["fence"], results.Hits.Select(hit => hit.Review.Id));
        Assert.Equal(["деревянная → wooden", "ограда → fence"], results.Query.Steps.Select(step => $"{step.From} → {step.To}"));
    }

    [Fact]
    public void AmongOtherWordsATermIsOneOfThem()
    {
        using var index = Library();
        Assert.Equal(["en"], index.Ids("kedro контрастивное обучение"));
        Assert.Equal(["en"], index.Ids("contrastive learning kedro"));
    }

    [Fact]
    public void WhatWasSaidComesFirst()
    {
        using var index = Library();
        Assert.Equal(["en", "ru"], index.Ids("contrastive learning").Where(id => id is "en" or "ru"));
        Assert.Equal(["ru", "en"], index.Ids("контрастивное обучение").Where(id => id is "en" or "ru"));
    }

    [Theory]
    [InlineData("\"контрастивное обучение\"")]
    [InlineData("обучение контрастивное")]
    [InlineData("FAIRNESS")]
    [InlineData("контрастивное")]
    public void NoTermIs(string text)
    {
        using var index = Library();
        Assert.DoesNotContain(index.Search(text).Query.Steps, step => step.Kind is "glossary");
    }

    [Fact]
    public void WhatMeansTheSameIsMarkedWhole()
    {
        using var index = Library();
        var marked = index.Search("контрастивное обучение").Hits.ToDictionary(hit => hit.Review.Id!, hit => hit.Snippet);
        Assert.Equal("Learning is a kedro; <mark>contrastive learning</mark> too.", marked["en"]);
        Assert.Equal("<mark>Контрастивное</mark> <mark>обучение</mark> (<mark>contrastive learning</mark>).", marked["both"]);
    }

    [Fact]
    public void ARussianNameInATextIsAlsoAnAuthor()
    {
        using var index = TempIndex.Of(Some.Review("A", "О нём писал Хинтон.", "text"), Some.Review("B", "", "author", "Geoffrey Hinton"));
        var results = index.Search("Хинтон");
        Assert.Equal(["author", "text"], results.Hits.Select(hit => hit.Review.Id).Order());
        Assert.Equal("translit", Assert.Single(results.Query.Steps).Kind);
        Assert.Equal(["text"], index.Search(new ReviewQuery { Text = "Хинтон", Exact = true }).Hits.Select(hit => hit.Review.Id));
    }

    [Theory]
    [InlineData("jitendra malik", "full initial")]
    [InlineData("Malik J", "full initial")]
    [InlineData("malik jitendra", "full initial")]
    [InlineData("hash Jitendra Malik", "full")]
    [InlineData("hash malik", "full")]
    [InlineData("jitendra hash", "full")]
    public void WordsThatNameSomebodyAreReadAsAName(string text, string found)
    {
        using var index = TempIndex.Of(
            Some.Review("Hash", "", "full", "Jitendra Malik"), Some.Review("Other", "", "initial", "J. Malik"),
            Some.Review("Two", "", "two", "Jitendra Singh", "Ada Malik"), Some.Review("Text", "Jitendra, and far from him a Malik", "text"));
        Assert.Equal(found.Split(' '), index.Ids(text).Order());
    }

    private static TempIndex Library()
    {
        using var folder = new VocabularyFolder();
        folder.Write("glossary.yaml", Glossary);
        folder.Write("stopwords.txt", "без\nс\nthe\n");
        var index = new TempIndex(folder.Load());
        index.Commit(
            [
                Some.Stored(Some.Review("Views", "Learning is a kedro; contrastive learning too.", "en")), Some.Stored(Some.Review("Виды", "Контрастивное обучение здесь; это кедро.", "ru")),
                Some.Stored(Some.Review("Оба", "Контрастивное обучение (contrastive learning).", "both")),
                Some.Stored(Some.Review("Apart", "learning that is contrastive", "apart")), Some.Stored(Some.Review("Without", "unsupervised learning", "without")),
                Some.Stored(Some.Review("Короткое", "про RL", "short")), Some.Stored(Some.Review("Длинное", "обучение с подкреплением", "long")), Some.Stored(Some.Review("Lab", "fairness of it", "fair")), Some.Stored(Some.Review("Yard", "a fence that is wooden", "fence")),
            ], []);
        return index;
    }
}
