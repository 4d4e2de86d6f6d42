using DigestSearch.Reviews;
using DigestSearch.Search.Widening;

namespace DigestSearch.Tests.Search;

public class GlossaryMinerTests
{
    private static readonly HashSet<string> StopWords = ["с", "и", "в", "the", "of", "see", "из"];

    [Theory]
    [InlineData("Здесь внимание (attention) считают иначе.", "внимание = attention")]
    [InlineData("Здесь attention (внимание) считают иначе.", "внимание = attention")]
    [InlineData("Это дистилляция / distillation на малых сетях.", "дистилляция = distillation")]
    [InlineData("Авторы берут обучение с подкреплением (reinforcement learning) и спорят.", "обучение с подкреплением = reinforcement learning")]
    [InlineData("Авторы берут обучение с подкреплением (англ. RL) и спорят.", "обучение с подкреплением = RL")]
    public void ATermInBracketsIsGivenWithAsManyWords(string text, string expected) => Assert.Equal([expected], Pairs(1, text));

    [Theory]
    [InlineData("Таблица в конце (see the appendix).")]
    [InlineData("Новая сеть (ResNet) хороша.")]
    [InlineData("Сеть (2019) и сеть (Kedro 2) хороши.")]
    [InlineData("Пластичность (STDP) важна.")]
    [InlineData("Слова и (attention) в скобках.")]
    public void RemarksNamesAndNumbersAreNoTerms(string text) => Assert.Empty(Pairs(1, text));

    [Fact]
    public void FormsOfAWordAreOneTermAndItsUsualFormIsGiven()
    {
        Assert.Equal(["внимание = attention"], Pairs(3, "Тут внимание (attention).", "Нет внимания (attention).", "Снова внимание (Attention)."));
        Assert.Empty(Pairs(4, "Тут внимание (attention).", "Нет внимания (attention).", "Снова внимание (Attention)."));
    }

    [Fact]
    public void WhatTheGlossaryHasIsNotProposed() =>
        Assert.Equal(["поиск = search"], Mined([new GlossaryEntry(["внимание"], ["attention"])], 1, "Про внимание (attention).", "Про поиск (search)."));

    private static IEnumerable<string> Pairs(int fewest, params string[] texts) => Mined([], fewest, texts);

    private static IEnumerable<string> Mined(IReadOnlyList<GlossaryEntry> glossary, int fewest, params string[] texts)
    {
        var miner = new GlossaryMiner(glossary, StopWords);
        foreach (var (at, text) in texts.Index()) miner.Read("r" + at, text);
        return miner.Pairs(fewest).Select(pair => $"{pair.Russian} = {pair.English}");
    }
}
