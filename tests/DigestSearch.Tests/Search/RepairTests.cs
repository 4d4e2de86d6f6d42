using DigestSearch.Search;
using DigestSearch.Search.Ladder;
using DigestSearch.Tests.Support;

namespace DigestSearch.Tests.Search;

/// <summary>Words that no review holds, taken for what was meant.</summary>
public sealed class RepairTests
{
    [Theory]
    [InlineData("ghbdtn", "привет")]
    [InlineData("j,extybt", "обучение")]
    [InlineData("Nhfycajhvth", "Трансформер")]
    [InlineData("ысшутсу", "science")]
    [InlineData("`krf", "ёлка")]
    [InlineData("привет7", "ghbdtn7")]
    [InlineData("мixed", null)]
    [InlineData("2020", null)]
    public void TheSameKeysWriteOnTheOtherLayout(string word, string? expected) => Assert.Equal(expected, KeyboardLayout.Switched(word));

    [Theory]
    [InlineData("Малик", "malik")]
    [InlineData("Хинтон", "hinton")]
    [InlineData("Шмидхубер", "shmidhuber")]
    [InlineData("Александр", "alexandr")]
    [InlineData("transformer", "трансформер")]
    [InlineData("obuchenie", "обучение")]
    [InlineData("Zhukov", "жуков")]
    public void ASpellingInTheOtherAlphabetIsAmongThose(string word, string expected) => Assert.Contains(expected, Transliteration.Spellings(word));

    [Fact]
    public void SpellingsAreBounded() => Assert.InRange(Transliteration.Spellings(new string('х', 2_000)).Count(), 1, 48);

    [Theory]
    [InlineData("рфыр дуфктштп", "hash learning", "layout layout")]
    [InlineData("hash дуфктштп", "hash learning", "layout")]
    [InlineData("j,extybt", "обучение", "layout")]
    [InlineData("obuchenie", "обучение", "translit")]
    [InlineData("Малик", "author:malik", "translit")]
    [InlineData("lerning", "learning", "typo")]
    [InlineData("hash laerning", "hash learning", "typo")]
    [InlineData("обучнеие", "обучение", "typo")]
    [InlineData("Hintom", "hinton", "typo")]
    [InlineData("lerning, hash", "learning hash", "typo")]
    [InlineData("laerning-to-hash", "learning-to-hash", "typo")]
    public void AWordIsRepairedAndTold(string text, string read, string kinds)
    {
        using var index = Library();
        var results = index.Search(text);
        Assert.Equal(read, results.Query.Read);
        Assert.Equal(kinds, string.Join(' ', results.Query.Steps.Select(step => step.Kind)));
        Assert.InRange(results.Total, 1, 10);
        Assert.Equal(0, index.Search(new ReviewQuery { Text = text, Exact = true }).Total);
    }

    [Theory]
    [InlineData("\"lerning to hash\"", "\"learning to hash\"", "typo")]
    [InlineData("title:lerning", "title:learning", "typo")]
    [InlineData("author:Малик", "author:malik", "translit")]
    [InlineData("Дж. Малик", "J. malik", "translit")]
    [InlineData("author:\"Дж. Малик\"", "author:\"J. malik\"", "translit")]
    [InlineData("zzqqzz OR lerning", "zzqqzz OR learning", "typo")]
    [InlineData("рфыр -обучение", "hash -обучение", "layout")]
    [InlineData("дукттштп", "learning", "layout typo")]
    [InlineData("Vfkbr", "author:malik", "layout translit")]
    [InlineData("learninghash", "learning hash", "typo")]
    [InlineData("aboutlearning OR zzqqzz", "\"about learning\" OR zzqqzz", "typo")]
    [InlineData("text:aboutlearning", "text:\"about learning\"", "typo")]
    [InlineData("виспер", "whisper", "translit")]
    public void WhereverAWordStandsItIsRepaired(string text, string read, string kinds)
    {
        using var index = Library();
        var results = index.Search(text);
        Assert.Equal((read, kinds), (results.Query.Read, string.Join(' ', results.Query.Steps.Select(step => step.Kind))));
        Assert.InRange(results.Total, 1, 10);
        Assert.Equal(0, index.Search(new ReviewQuery { Text = text, Exact = true }).Total);
    }

    [Theory]
    [InlineData("-lerning")]
    [InlineData("lerni*")]
    [InlineData("lab:lerning")]
    public void NoRepairTouches(string text)
    {
        using var index = Library();
        Assert.DoesNotContain(index.Search(text).Query.Steps, step => step.Kind is "typo");
    }

    [Fact]
    public void TheBeginningOfAWordIsTheUsualWordRatherThanTheNearest()
    {
        using var index = TempIndex.Of([Some.Review(id: "near", text: "Whom we attend."), .. Enumerable.Range(0, 4).Select(at => Some.Review(id: $"usual{at}", text: "All you need is attention."))]);
        Assert.Equal("attention", index.Search("atten").Query.Read);
        Assert.Equal("attend", index.Search("attenf").Query.Read);
    }

    [Fact]
    public void OfPeopleWhoSoundAlikeAllAreFound()
    {
        using var index = TempIndex.Of(Some.Review(id: "a", authors: "Ada White"), Some.Review(id: "b", authors: "Bo Wight"), Some.Review(id: "c", authors: "Ivo Watt"));
        var results = index.Search("Уайт");
        Assert.Equal(["a", "b"], results.Hits.Select(hit => hit.Review.Id).Order());
        Assert.Equal(["translit"], results.Query.Steps.Select(step => step.Kind));
    }

    [Fact]
    public void WordsTypedAsOneBindNoSentence()
    {
        using var index = Library();
        var results = index.Search("hash aboutlearning обучение сетей zzqqzz");
        Assert.Equal(["typo", "relax"], results.Query.Steps.Select(step => step.Kind));
        Assert.Contains(results.Hits, hit => hit.Review.Id == "b");
    }

    [Fact]
    public void WhatWasMeantIsMarked()
    {
        using var index = Library();
        Assert.Equal("<mark>Learning</mark> to Hash", index.Search("lerning").Hits[0].TitleHighlight);
    }

    [Theory]
    [InlineData("learning hash")]
    [InlineData("malik zzqqzz")]
    [InlineData("has")]
    [InlineData("zz")]
    public void WhatIsKnownOrFarFromAnythingIsLeftAlone(string text)
    {
        using var index = Library();
        Assert.Empty(index.Search(text).Query.Steps);
        Assert.Equal(text, index.Search(text).Query.Read);
    }

    [Fact]
    public void OfSeveralNearWordsTheOneThatFitsTheOthersIsTaken()
    {
        using var index = TempIndex.Of([Some.Stored(Some.Review("Kedro Grove", id: "a")), .. Enumerable.Range(0, 5).Select(at => Some.Stored(Some.Review("Glove", id: "r" + at)))]);
        Assert.Equal("kedro grove", index.Search("kedro gruve").Query.Read);
        Assert.Equal("glove", index.Search("gluve").Query.Read);
    }

    [Fact]
    public void AClickBesideARepairedQueryGivesItsCount()
    {
        using var index = Library();
        var labels = index.Search("lerning").Facets.Single(facet => facet.Dimension is Dimension.Author).Labels;
        Assert.Equal("Jitendra Malik", Assert.Single(labels).Value);
        Assert.Equal(1, index.Search(Selecting("Jitendra Malik")).Total);
        // The word stays repaired where the selection leaves nothing.
        var none = index.Search(Selecting("Geoffrey Hinton"));
        Assert.Equal((0, "learning"), (none.Total, none.Query.Read));

        static ReviewQuery Selecting(string author) => new() { Text = "lerning", Selections = new Dictionary<Dimension, IReadOnlyList<string>> { [Dimension.Author] = [author] } };
    }

    private static TempIndex Library() => TempIndex.Of(
        Some.Review("Learning to Hash", "A text about learning, no whisper.", "a", "Jitendra Malik"), Some.Review("Обучение", "Текст про обучение сетей.", "b", "Geoffrey Hinton"));
}
