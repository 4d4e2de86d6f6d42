using DigestSearch.Reviews;
using DigestSearch.Tests.Support;
using DigestSearch.Tests.Vocabularies;

namespace DigestSearch.Tests.Search;

public class MatchingTests
{
    [Theory]
    [InlineData("GPT-2", "GPT-2")]
    [InlineData("GPT-2", "GPT2")]
    [InlineData("GPT-2", "GPT 2")]
    [InlineData("GPT2", "GPT-2")]
    [InlineData("GPT2", "GPT 2")]
    [InlineData("GPT 2", "gpt-2")]
    [InlineData("GPT 2", "gpt2")]
    [InlineData("Side-Tuning", "side-tuning")]
    [InlineData("Side-Tuning", "sidetuning")]
    [InlineData("Side-Tuning", "«side tuning»")]
    [InlineData("Side-Tuning", "tuning")]
    [InlineData("Sidetuning", "Side-Tuning")]
    [InlineData("Modern C++ here", "c++")]
    [InlineData("Ёлка в лесу", "елка")]
    [InlineData("Елка в лесу", "ёлки")]
    [InlineData("Ёлка в лесу", "е\u0308лка")]
    [InlineData("Свёрточные networks", "сверточная network")]
    [InlineData("за\u0301мок", "замок")]
    [InlineData("Ångström naïve", "angstrom naive")]
    [InlineData("深度学习", "学习")]
    [InlineData("BERT's heads", "bert")]
    [InlineData("see 1912.13503 there", "1912.13503")]
    [InlineData("transformers", "trans*")]
    [InlineData("Side-Tuning", "sidet*")]
    [InlineData("Flash Attention", "flashattention")]
    [InlineData("FlashAttention", "flash attention")]
    [InlineData("Bernhard Schölkopf", "schoelkopf")]
    [InlineData("Bernhard Schölkopf", "Scholkopf")]
    [InlineData("Bernhard Schoelkopf", "Schölkopf")]
    [InlineData("a .NET library", ".net")]
    [InlineData("\u0421NN \u0430nd a \u0422ransformer", "CNN transformer")]
    [InlineData("см. github.com/kedro-lab/lumo.git", "kedro-lab/lumo")]
    public void ATextIsFoundBy(string text, string query)
    {
        using var index = TempIndex.Of(Some.Review(text: text, id: "found"), Some.Review(text: "something else", id: "other"));
        Assert.Equal(["found"], index.Ids(query));
    }

    [Theory]
    [InlineData("GPT-2", "GPT-3")]
    [InlineData("the net", ".net")]
    [InlineData("plain C", "c++")]
    [InlineData("иод", "йод")]
    [InlineData("Side-Tuning", "-side")]
    [InlineData("学深", "深学")]
    public void ATextIsNotFoundBy(string text, string query)
    {
        using var index = TempIndex.Of(Some.Review("Title", text, "missed"));
        Assert.DoesNotContain("missed", index.Ids(query));
    }

    [Theory]
    [InlineData("Jitendra Malik", "J. Malik", "Malik J.", "Malik J", "Jitendra Malik", "Malik Jitendra", "malik", "author:\"Malik J\"", "author:\"J. Malik\"", "author:malik", "\"J. Malik\"")]
    [InlineData("Quoc V. Le", "Q. V. Le", "Q.V. Le", "Q. Le", "Le Q. V.", "author:\"Le Quoc\"", "author:le")]
    [InlineData("Jean-Baptiste Dupré", "J.-B. Dupre", "J. Dupré", "jean-baptiste", "Jean-Baptiste Dupre", "author:\"Dupré Jean\"", "jeanbaptiste")]
    [InlineData("Laurens van der Fanto", "L. Fanto", "author:\"van der Fanto\"", "author:\"Fanto Laurens van der\"", "van der Fanto")]
    [InlineData("Yury Kedro", "Yu. Kedro", "Kedro Yu.", "author:\"Yu. Kedro\"")]
    [InlineData("X. O", "author:\"X O\"", "author:o")]
    [InlineData("Пётр Клен", "П. Клен", "Клен П.", "петр клен")]
    public void APersonIsFoundBy(string author, params string[] queries)
    {
        using var index = TempIndex.Of(Some.Review("One", authors: [author, "Ivo Ordo"], id: "found"), Some.Review("Two", authors: "Somebody Else", id: "other"));
        Assert.All(queries, query => Assert.Equal(["found"], index.Ids(query)));
    }

    [Theory]
    [InlineData("Jitendra Malik", "John Malik", "R. Malik", "M. Malik", "Malik M.", "author:\"Malik M\"", "author:\"John Malik\"")]
    [InlineData("Ada Kedro|Ivo Lumo", "A. Lumo", "I. Kedro", "author:\"Ada Lumo\"", "\"Ada Lumo\"", "\"Kedro Ivo\"", "author:\"Kedro Ivo\"")]
    [InlineData("Yury Kedro", "Yu Kedro", "author:\"Kedro Yu\"", "Ya. Lumo")]
    public void APersonIsNotFoundBy(string authors, params string[] queries)
    {
        using var index = TempIndex.Of(Some.Review(authors: authors.Split('|')));
        Assert.All(queries, query => Assert.Empty(index.Ids(query)));
    }

    [Fact]
    public void StopWordsAloneAreWords()
    {
        using var index = new TempIndex(Vocabulary.Load(VocabularyFolder.Shipped));
        index.Commit([Some.Stored(Some.Review("To Be or Not to Be", id: "hamlet")), Some.Stored(Some.Review("Else", id: "else"))], []);
        Assert.Equal(["hamlet"], index.Ids("to be or not to be"));
        Assert.Equal(["hamlet"], index.Ids("the hamlet OR not"));
    }

    [Fact]
    public void StopWordsBesideOthersAreLeftOutUnlessTheyAreNames()
    {
        using var index = new TempIndex(Vocabulary.Load(VocabularyFolder.Shipped));
        index.Commit([Some.Stored(Some.Review("Report of health", id: "plain")), Some.Stored(Some.Review("Report by WHO it says", id: "who"))], []);
        Assert.Equal(2, index.Ids("the report").Count);
        Assert.Equal(["who"], index.Ids("WHO report"));
        Assert.Equal(["who"], index.Ids("IT report"));
    }
}
