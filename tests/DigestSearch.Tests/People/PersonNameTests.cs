using DigestSearch.Reviews.People;

namespace DigestSearch.Tests.People;

public sealed class PersonNameTests
{
    [Theory]
    [InlineData("Quoc V. Le", "Quoc V. Le", "Quoc|V.", "Le", "le, quoc v")]
    [InlineData("Le, Quoc V.", "Quoc V. Le", "Quoc|V.", "Le", "le, quoc v")]
    [InlineData("Q.V. Le", "Q. V. Le", "Q.|V.", "Le", "le, q v")]
    [InlineData("Malik J", "J Malik", "J", "Malik", "malik, j")]
    [InlineData("Примерова А. Б.", "А. Б. Примерова", "А.|Б.", "Примерова", "примерова, а б")]
    [InlineData("Примеров Дж.", "Дж. Примеров", "Дж.", "Примеров", "примеров, дж")]
    [InlineData("Ada van der Example", "Ada van der Example", "Ada", "van der Example", "van der example, ada")]
    [InlineData("van Example", "van Example", "", "van Example", "van example")]
    [InlineData("Suharto", "Suharto", "", "Suharto", "suharto")]
    [InlineData("王伟", "王伟", "", "王伟", "王伟")]
    [InlineData("Bo Example, Jr.", "Bo Example, Jr.", "Bo", "Example", "example, bo, jr")]
    [InlineData("Bo Example III", "Bo Example III", "Bo", "Example", "example, bo, iii")]
    [InlineData("J.-B. Test", "J.-B. Test", "J.-B.", "Test", "test, j b")]
    [InlineData("", "", "", "", "")]
    public void NamesAreTakenApart(string text, string display, string given, string surname, string sortKey)
    {
        var name = PersonName.Parse(text);
        Assert.Equal((display, given, surname, sortKey), (name.Display, string.Join('|', name.Given), name.Surname, name.SortKey));
    }

    [Theory]
    [InlineData("Jitendra Malik", "Malik, Jitendra")]
    [InlineData("J. Malik", "Malik J")]
    [InlineData("Zdeňka Müller-Test", "ZDENKA MULLER TEST")]
    [InlineData("Алёна Примерова", "Алена Примерова")]
    [InlineData("Quoc V. Le", "quoc v le")]
    public void FormsOfOneNameMatch(string one, string other) => Assert.Equal(PersonName.Parse(one).MatchKey, PersonName.Parse(other).MatchKey);

    [Theory]
    [InlineData("Jitendra Malik", "John Malik")]
    [InlineData("Андрей Примеров", "Андреи Примеров")]
    [InlineData("Ada Example", "Example Ada")]
    public void OtherNamesDoNot(string one, string other) => Assert.NotEqual(PersonName.Parse(one).MatchKey, PersonName.Parse(other).MatchKey);

    [Fact]
    public void InitialsComeFromEachGivenName() => Assert.Equal(["j", "b", "p"], PersonName.Parse("Jean-Baptiste Paul de Test").Initials);
}
