using System.Reflection;
using DigestSearch.Api.Pages;
using DigestSearch.Reviews;
using DigestSearch.Search;
using DigestSearch.Search.Suggest;

namespace DigestSearch.Api.Tests.Pages;

public sealed class TextsTests
{
    [Theory]
    [InlineData(0, "разборов")]
    [InlineData(1, "разбор")]
    [InlineData(2, "разбора")]
    [InlineData(4, "разбора")]
    [InlineData(5, "разборов")]
    [InlineData(11, "разборов")]
    [InlineData(12, "разборов")]
    [InlineData(14, "разборов")]
    [InlineData(21, "разбор")]
    [InlineData(22, "разбора")]
    [InlineData(25, "разборов")]
    [InlineData(100, "разборов")]
    [InlineData(101, "разбор")]
    [InlineData(111, "разборов")]
    [InlineData(112, "разборов")]
    [InlineData(1_001, "разбор")]
    public void RussianNounsAgreeWithTheirNumber(int number, string noun) => Assert.Equal(noun, TextsRu.All.ReviewsWord(number));

    [Theory]
    [InlineData(0, "reviews")]
    [InlineData(1, "review")]
    [InlineData(2, "reviews")]
    [InlineData(21, "reviews")]
    public void EnglishNounsAgreeWithTheirNumber(int number, string noun) => Assert.Equal(noun, TextsEn.All.ReviewsWord(number));

    [Fact]
    public void NoTextIsEmptyAndNoneIsLeftInTheOtherLanguage()
    {
        var strings = typeof(Texts).GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.PropertyType == typeof(string)).ToList();

        Assert.True(strings.Count > 50);
        Assert.All(strings, p => Assert.False(string.IsNullOrEmpty((string?)p.GetValue(TextsRu.All)), p.Name));
        Assert.All(strings, p => Assert.NotEqual(p.GetValue(TextsRu.All), p.GetValue(TextsEn.All)));
        Assert.All(strings, p => Assert.DoesNotMatch("[а-яё]", (string)p.GetValue(TextsEn.All)!));
    }

    [Theory]
    [InlineData("ru")]
    [InlineData("en")]
    public void EveryKindHasAWord(string language)
    {
        var texts = PageLanguage.All.Single(t => t.Code == language);

        Assert.All(LinkKind.All, kind => Assert.NotNull(texts.LinkKind(kind)));
        Assert.All(["layout", "translit", "typo", "glossary", "phrase", "relax"], kind => Assert.NotNull(texts.StepKind(kind)));
        Assert.Equal(Enum.GetValues<Dimension>().Length, Enum.GetValues<Dimension>().Select(texts.Dimension).Distinct().Count());
        Assert.Equal(Enum.GetValues<SortOrder>().Length, Enum.GetValues<SortOrder>().Select(texts.Sort).Distinct().Count());
        Assert.Equal(4, Enum.GetValues<SuggestionType>().Select(texts.Suggestion).Distinct().Count());
        Assert.Equal(12, texts.Months.Distinct().Count());
    }

    [Fact]
    public void MonthsAreWrittenAsPeopleWriteThem()
    {
        Assert.Equal("январь–февраль 2020", TextsRu.All.MonthsOf(new(new(2020, 1), new(2020, 2))));
        Assert.Equal("март 2021", TextsRu.All.MonthsOf(new(new(2021, 3), new(2021, 3))));
        Assert.Equal("December 2021 – January 2022", TextsEn.All.MonthsOf(new(new(2021, 12), new(2022, 1))));
        Assert.Equal("1 марта 2020", TextsRu.All.Day(new(2020, 3, 1)));
    }

    [Fact]
    public void ThousandsStandApart()
    {
        Assert.Equal("131\u202f000\u00a0разборов", TextsRu.All.Reviews(131_000));
        Assert.Equal("1,001\u00a0reviews", TextsEn.All.Reviews(1_001));
    }

    [Theory]
    [InlineData("Side-Tuning", "en")]
    [InlineData("Разбор BERT", "ru")]
    [InlineData("2020", null)]
    [InlineData("שלום", null)]
    public void TheScriptTellsTheLanguage(string text, string? language) => Assert.Equal(language, Script.LanguageOf(text));

    [Theory]
    [InlineData("ru")]
    [InlineData("en")]
    public void WhatTheFiltersShowCanBeTyped(string language)
    {
        var texts = PageLanguage.Of(language);
        Assert.All(LinkKind.All.Where(kind => kind != LinkKind.Other), kind => Assert.Equal(kind, QueryField.LabelOf(texts.LinkKind(kind)!)));
        Assert.All(["ru", "en", "de", "fr", "es", "zh", "hi"], code => Assert.Equal(code, QueryField.LabelOf(texts.LanguageName(code))));
    }
}
