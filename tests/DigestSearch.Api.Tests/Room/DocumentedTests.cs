using System.Text.Json;
using System.Text.RegularExpressions;
using DigestSearch.Api.Digests;
using DigestSearch.Api.Requests;
using DigestSearch.Api.Reviews;
using DigestSearch.Api.Search;
using DigestSearch.Api.Suggest;
using DigestSearch.Tests.Support;

namespace DigestSearch.Api.Tests.Room;

/// <summary>What is documented is there, and what is there is documented.</summary>
public sealed partial class DocumentedTests(StarterRoom starter)
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static string Readme { get; } = File.ReadAllText(Path.Combine(Repo.Root, "README.md"));

    public static TheoryData<string, string> Searches => new()
    {
        { "all", "size=2&facetSize=3" }, { "side-tuning", "q=side-tuning" }, { "russian", "q=контрастивное%20обучение&size=2&facets=topic,has" }, { "author", "q=J.%20Malik" },
        { "filters", "q=learning&lab=Google&year=2018..2020&sort=oldest&facets=year,lab&size=3" }, { "nothing", "q=%22nothing%20such%22%20-at%20all" },
    };

    [Fact]
    public async Task TheDocumentOfTheApiIsAsItWasReviewed()
    {
        using var document = JsonDocument.Parse(await starter.Client.GetStringAsync("/openapi/v1.json"));
        Golden.Check("api/openapi.json", JsonSerializer.Serialize(document.RootElement, Indented));
    }

    [Theory]
    [MemberData(nameof(Searches))]
    public async Task AnswersAreAsTheyWereReviewed(string name, string query)
    {
        var text = JsonSerializer.Serialize(await starter.Client.SearchAsync(query), Indented);
        Golden.Check($"api/search-{name}.json", Unstable().Replace(text, "$1: 0"));
    }

    [Fact]
    public void EveryParameterIsInTheReadme()
    {
        var names = new[] { SearchRequest.Table.Notes, SuggestRequest.Table.Notes, FacetRequest.Table.Notes, PageRequest.Table.Notes, PostRequest.Table.Notes, SimilarRequest.Table.Notes }.SelectMany(n => n).Select(n => n.Name);
        Assert.All(names, name => Assert.Matches($"[`?&]{name}[`=]", Readme));
    }

    [Fact]
    public void EveryAddressIsInTheReadme() => Assert.All(
        ["/api/v1/search", "/api/v1/suggest", "/api/v1/facets/", "/api/v1/reviews/", "/similar", "/api/v1/papers/", "/api/v1/digests", "/api/v1/problems", "/openapi/v1.json", "/docs", "/livez", "/readyz", "/metrics"],
        address => Assert.Contains(address, Readme, StringComparison.Ordinal));

    [Fact]
    public void TheReadmeTellsTheSettingsThatThereAre()
    {
        var told = Setting().Matches(Readme[Readme.IndexOf("### Settings", StringComparison.Ordinal)..]).SelectMany(m => Code().Matches(m.Groups[1].Value)).Select(m => m.Groups[1].Value);
        var read = Configured().Matches(File.ReadAllText(Path.Combine(Repo.Root, "src", "DigestSearch", "Settings.cs"))).Select(m => m.Groups[1].Value);
        Assert.Equal(read.Distinct().Order(StringComparer.Ordinal), told.Distinct().Order(StringComparer.Ordinal));
    }

    [GeneratedRegex("(\"tookMs\"|\"generation\"|\"score\"): [0-9.]+", RegexOptions.None, 1_000)]
    private static partial Regex Unstable();

    [GeneratedRegex(@"^\| (`[^|]+) \|", RegexOptions.Multiline, 1_000)]
    private static partial Regex Setting();

    [GeneratedRegex("`([A-Z][A-Za-z:]+)`", RegexOptions.None, 1_000)]
    private static partial Regex Code();

    [GeneratedRegex(@"configuration(?:\[|, )""([A-Za-z:]+)""", RegexOptions.None, 1_000)]
    private static partial Regex Configured();
}
