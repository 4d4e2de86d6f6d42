using System.Globalization;
using DigestSearch.Search;
using DigestSearch.Tests.Support;

namespace DigestSearch.Tests.Search;

public class LimitTests
{
    private static readonly string[] Words = [.. Enumerable.Range(0, 100).Select(at => string.Create(CultureInfo.InvariantCulture, $"w{(char)('a' + (at % 26))}{(char)('a' + (at / 26))}"))];

    // Word number n stands in n + 1 reviews: the first are the rarest.
    private static TempIndex Index() => TempIndex.Of(Enumerable.Range(0, 100).Select(review => Some.Stored(Some.Review("T", string.Join(' ', Words.Skip(review)), "r" + review))));

    [Fact]
    public void OfTooManyWordsTheRarestCountAndItIsTold()
    {
        using var index = Index();
        var results = index.Search(new ReviewQuery { Text = string.Join(' ', Words.Reverse()), Exact = true });
        Assert.Contains("Of 100 different words the 64 rarest", Assert.Single(results.Query.Warnings), StringComparison.Ordinal);
        Assert.Equal(Words[..64].Order(), results.Query.Read.Split(' ').Order());
        Assert.Equal(1, results.Total);
        Assert.Empty(index.Search(string.Join(' ', Words[36..])).Query.Warnings);
        Assert.Equal(37, index.Search(string.Join(' ', Words[36..])).Total);
    }

    [Fact]
    public void RepeatingAWordMakesNoMoreOfThem()
    {
        using var index = Index();
        var results = index.Search(string.Join(' ', Enumerable.Repeat("waa WAA", 200)));
        Assert.Equal((0, "waa"), (results.Query.Warnings.Count, results.Query.Read));
    }

    [Fact]
    public void APhraseThatIsCutBecomesItsRarestWords()
    {
        using var index = Index();
        Assert.Equal(64, index.Search($"\"{string.Join(' ', Words)}\"").Query.Parts.Count);
        Assert.All(index.Search($"author:\"{string.Join(' ', Words)}\"").Query.Parts, part => Assert.StartsWith("author:", part.Read, StringComparison.Ordinal));
    }

    [Fact]
    public void ACutNeverExcludesMoreThanWasAskedFor()
    {
        using var index = Index();
        var results = index.Search(new ReviewQuery { Text = $"{string.Join(' ', Words[..64])} -\"waa {Words[99]}\"", Exact = true });
        Assert.DoesNotContain(results.Query.Parts, part => part.Kind == "not");
        Assert.Equal(1, results.Total);
    }

    [Fact]
    public void PastEightPhrasesTheOthersAreLeftOutAndItIsTold()
    {
        using var index = Index();
        var eight = string.Join(' ', Enumerable.Range(0, 8).Select(at => $"-\"no{at} such\""));
        Assert.Equal(100, index.Search($"{eight} \"no phrase\"").Total);
        Assert.Contains("first 8 phrases", Assert.Single(index.Search($"{eight} \"no phrase\"").Query.Warnings), StringComparison.Ordinal);
        Assert.Equal(0, index.Search($"\"no phrase\" {eight}").Total);
        Assert.Empty(index.Search($"{eight} {eight}").Query.Warnings);
    }

    [Fact]
    public void AlternativesThatSayTheSameWordsAgainAndAgainAreBounded()
    {
        using var index = Index();
        var results = index.Search(string.Join(" OR ", Enumerable.Range(1, 60).Select(turn => $"{Words[turn % 8]}/{Words[turn / 8]}/{Words[30]}")));
        Assert.Contains("128 words in all", Assert.Single(results.Query.Warnings), StringComparison.Ordinal);
        Assert.InRange(results.Query.Read.Split(" OR ").Length, 42, 64);
    }

    [Fact]
    public void WordsOfSeveralPartsAreBoundedAndItIsTold()
    {
        using var index = Index();
        var parts = Enumerable.Range(0, 17).Select(at => $"{Words[at]}-{Words[at + 1]}").ToList();
        Assert.Contains("16 words with hyphens", Assert.Single(index.Search(string.Join(' ', parts)).Query.Warnings), StringComparison.Ordinal);
        Assert.Empty(index.Search(string.Join(' ', parts[..16])).Query.Warnings);
    }

    [Fact]
    public void WordsThatStandEverywhereAreBoundedByWhatIsReadForThem()
    {
        var budget = new QueryBudget(128, 16, 15, false);
        using var index = Index();
        using var lease = index.Reader.Acquire();
        var frequent = new WordClause(Words[9], 0, 1);
        var (left, first) = budget.Spend(frequent, lease.Snapshot.Reader);
        (left, var second) = left.Spend(frequent with { Word = Words[8] }, lease.Snapshot.Reader);
        (left, var third) = left.Spend(frequent with { Word = Words[7] }, lease.Snapshot.Reader);
        Assert.Equal((frequent, frequent with { Word = Words[8] }, null, true), (first, second, third, left.Exceeded));
    }

    [Fact]
    public void APhraseThatSaysAWordAgainAndAgainIsFoundByItsFirstOnes()
    {
        using var index = TempIndex.Of(Some.Review("waa waa waa waa waa wbb", id: "five"), Some.Review("waa waa wbb", id: "two"));
        Assert.Equal("five", Assert.Single(index.Ids("\"waa waa waa waa waa wbb\"")));
    }

    [Theory]
    [MemberData(nameof(Hostile))]
    public void AHostileQueryIsAnswered(string name, string text)
    {
        using var index = TempIndex.Of(Some.Review("a the b", string.Concat(Enumerable.Repeat("a the b c of and ", 50)), authors: "A. B. Li"));
        Assert.InRange(index.Search(text).Total, 0, 1);
        Assert.NotEmpty(name);
    }

    public static TheoryData<string, string> Hostile() => new()
    {
        { "quotes", new string('"', 2000) }, { "opening quotes", Times("«„“", 600) }, { "nested quotes", Times("\"«", 400) + Times("»\"", 400) }, { "ORs", Times("a OR ", 400) }, { "only ORs", Times("OR ", 600) },
        { "ORs of many", string.Concat(Enumerable.Range(0, 300).Select(at => $"{(char)('a' + (at % 26))}{(char)('a' + (at / 26))} OR ")) }, { "stars", Times("a* ", 600) }, { "prefixes", Times("th* ", 500) },
        { "phrases", Times("\"a the b c of and a the b c of\" ", 60) }, { "one long phrase", $"\"{Times("a ", 990)}\"" }, { "one word", Times("a ", 1000) }, { "slashes", Times("a/", 1000) }, { "hyphens", Times("a-", 1000) },
        { "a long name", $"author:\"{Times("A ", 900)}\"" }, { "many initials", Times("A.", 990) + " Li" }, { "names", Times("A. Li ", 300) }, { "nots", Times("-zz ", 500) }, { "dashes", new string('-', 2000) },
        { "fields", Times("title:", 330) + "a" }, { "long word", new string('a', 2000) }, { "halves", new string('\ud83d', 2000) }, { "marks", new string('\u0301', 2000) }, { "ligatures", new string('ﷺ', 2000) }, { "colons", new string(':', 2000) },
    };

    [Fact]
    public void ACancelledSearchThrows()
    {
        using var index = Index();
        Assert.Throws<OperationCanceledException>(() => index.Searcher.Search(new ReviewQuery { Text = "w*" }, new CancellationToken(true)));
    }

    private static string Times(string text, int times) => string.Concat(Enumerable.Repeat(text, times)) is { Length: > 1990 } long_ ? long_[..1990] : string.Concat(Enumerable.Repeat(text, times));
}
