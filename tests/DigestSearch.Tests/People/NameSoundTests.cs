using DigestSearch.Reviews.People;

namespace DigestSearch.Tests.People;

/// <summary>Russian spellings of names and the names themselves: found by their sound, told apart by their letters.</summary>
public class NameSoundTests
{
    [Theory]
    [InlineData("хинтон", "hinton")]
    [InlineData("гудфеллоу", "goodfellow")]
    [InlineData("шмидхубер", "schmidhuber")]
    [InlineData("лекун", "lecun")]
    [InlineData("бенжио", "bengio")]
    [InlineData("уайт", "white")]
    [InlineData("цзян", "jiang")]
    [InlineData("чжан", "zhang")]
    [InlineData("сюй", "xu")]
    [InlineData("буше", "boucher")]
    [InlineData("тибо", "thibault")]
    [InlineData("вапник", "vapnik")]
    [InlineData("васвани", "vaswani")]
    public void ANameAndItsSpellingShareAKeyAndAreNear(string cyrillic, string latin)
    {
        Assert.NotEmpty(NameSound.Keys(cyrillic).Intersect(NameSound.Keys(latin)));
        Assert.InRange(Transcription.Cost(cyrillic, latin), 0, 0.4f + (0.13f * cyrillic.Length));
    }

    [Theory]
    [InlineData("хинтон", "hinton", "hindman")]
    [InlineData("уайт", "white", "watt")]
    [InlineData("чжан", "zhang", "jean")]
    public void TheNameIsNearerThanOneThatSoundsLikeIt(string cyrillic, string latin, string other) =>
        Assert.True(Transcription.Cost(cyrillic, latin) < Transcription.Cost(cyrillic, other));

    [Theory]
    [InlineData("深度")]
    [InlineData("хint")]
    [InlineData("")]
    public void AnotherScriptHasNoKeys(string name) => Assert.Empty(NameSound.Keys(name));

    [Fact]
    public void KeysAreFew() => Assert.InRange(NameSound.Keys(string.Concat(Enumerable.Repeat("ch", 20))).Count, 1, 8);
}
