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
    public void PastSixPhrasesTheOthersAreLeftOutAndItIsTold()
    {
        using var index = Index();
        var six = string.Join(' ', Enumerable.Range(0, 6).Select(at => $"-\"no{at} such\""));
        Assert.Equal(100, index.Search($"{six} \"no phrase\"").Total);
        Assert.Contains("first 6 phrases", Assert.Single(index.Search($"{six} \"no phrase\"").Query.Warnings), StringComparison.Ordinal);
        Assert.Equal(0, index.Search($"\"no phrase\" {six}").Total);
        Assert.Empty(index.Search($"{six} {six}").Query.Warnings);
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
        var parts = Enumerable.Range(0, 13).Select(at => $"{Words[at]}-{Words[at + 1]}").ToList();
        Assert.Contains("12 words with hyphens", Assert.Single(index.Search(string.Join(' ', parts)).Query.Warnings), StringComparison.Ordinal);
        Assert.Empty(index.Search(string.Join(' ', parts[..12])).Query.Warnings);
    }

    // Sixty words that stand in two thousand reviews, compared besides: a quarter of a million for each phrase.
    [Fact]
    public void WordsThatStandInTooManyReviewsAreLeftOutAndItIsTold()
    {
        using var index = TempIndex.Of(Enumerable.Range(0, 2_000).Select(at => Some.Stored(Some.Review("T", at == 0 ? "rare a b c d" : "a b c d", $"r{at}"))));
        string[] phrases = [.. new[] { "a b", "b c", "c d", "d a", "a c" }.Select(words => $"\"{string.Join(' ', Enumerable.Repeat(words, 30))}\"")];
        var everywhere = string.Join(" OR ", phrases);
        var told = index.Search(new ReviewQuery { Text = $"rare {everywhere}", Exact = true });
        Assert.Contains(told.Query.Warnings, warning => warning.Contains("stand in very many reviews", StringComparison.Ordinal));
        Assert.Equal("rare", told.Query.Parts[0].Read);
        Assert.InRange(told.Query.Parts[^1].Read.Split(" OR ").Length, 1, phrases.Length - 1);
        Assert.DoesNotContain(index.Search($"rare {phrases[0]}").Query.Warnings, warning => warning.Contains("very many", StringComparison.Ordinal));
    }

    [Fact]
    public void OfAWordThatAPhraseSaysAgainAndAgainThreeAreLookedForAndItIsTold()
    {
        using var index = TempIndex.Of(
            Some.Review("waa waa waa waa waa wbb", id: "all"), Some.Review("waa waa waa wcc wcc wbb", id: "three"), Some.Review("waa waa waa wbb", id: "closer"), Some.Review("waa waa wcc waa waa wbb", id: "two"));
        var results = index.Search(new ReviewQuery { Text = "\"waa waa waa waa waa wbb\"", Exact = true });
        Assert.Equal(["all", "three"], results.Hits.Select(hit => hit.Review.Id).Order());
        Assert.Contains("3 times a word", Assert.Single(results.Query.Warnings), StringComparison.Ordinal);
        Assert.Empty(index.Search("\"waa waa waa\"").Query.Warnings);
    }

    [Fact]
    public void NamesAreLookedForInATextAllInCapitalsOnlySoOften()
    {
        var people = Enumerable.Range(0, 40).Select(at => $"Q{Words[at]} Z{Words[at]}").ToList();
        using var index = TempIndex.Of(people.Select((person, at) => Some.Review("T", id: $"r{at}", authors: person)).ToArray());
        var strangers = string.Join(" 1 ", Enumerable.Range(0, 38).Select(at => $"Q{Words[at]} Z{Words[at + 1]}"));
        Assert.Contains(index.Search($"{people[39]} 1 {strangers}").Query.Parts, part => part.Kind == "name");
        Assert.DoesNotContain(index.Search($"{strangers} 1 {people[39]}").Query.Parts, part => part.Kind == "name");
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
