using System.Text.Json;
using DigestSearch.Tests.Support;

namespace DigestSearch.Tests.Verbs;

/// <summary>What is exported and ingested into an empty archive gives the same answers.</summary>
public sealed class RoundTripTests : IDisposable
{
    private static readonly string[] Queries =
    [
        "", "malik", "J. Malik", "bert", "BERT-of-Theseus", "обучение", "нейронная сеть", "\"side-tuning\"", "google -brain", "segmentation OR chatbot", "author:hinton", "lab:google",
        "year:2018..2020", "topic:vision", "has:code", "транс*", "a query that nothing answers", "u-net", "самообучение",
    ];

    private static readonly string[] Selections =
        ["", "&year=2020", "&year=2015..2018&year=2020", "&lab=Google", "&has=paper", "&language=ru", "&language=en&year=2022..", "&sort=newest", "&sort=oldest&page=2&size=7", "&sort=title&size=50"];

    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task ExportAndIngestGiveTheSameAnswers()
    {
        var starter = Path.Combine(Path.GetDirectoryName(Executable.File)!, "../../../../../index/digests");
        Assert.Equal(0, (await Executable.RunAsync("ingest", starter, "--data", folder["one"])).ExitCode);
        await ExportAsync("one", "one.jsonl");
        var back = await Executable.RunAsync("ingest", folder["one.jsonl"], "--data", folder["other"]);
        Assert.Equal((0, ""), (back.ExitCode, back.Complaints));
        await ExportAsync("other", "other.jsonl");
        Assert.Equal(await LinesAsync("one.jsonl"), await LinesAsync("other.jsonl"));

        using var one = await Executable.ServeAsync("api", "--data", folder["one"]);
        using var other = await Executable.ServeAsync("api", "--data", folder["other"]);
        foreach (var query in Queries)
            foreach (var selection in Selections)
                await SameAsync(one, other, $"/api/v1/search?facetSize=1000&q={Uri.EscapeDataString(query)}{selection}");
        await SameAsync(one, other, "/api/v1/digests");
        foreach (var digest in (await one.JsonAsync("/api/v1/digests")).GetProperty("items").EnumerateArray())
            await SameAsync(one, other, "/api/v1/digests/" + digest.GetProperty("id").GetString());
        foreach (var hit in (await one.JsonAsync("/api/v1/search?size=100")).GetProperty("hits").EnumerateArray())
            await SameAsync(one, other, "/api/v1/reviews/" + hit.GetProperty("id").GetString());
    }

    private async Task ExportAsync(string data, string file)
    {
        var export = await Executable.RunAsync("export", "--data", folder[data]);
        Assert.Equal((0, ""), (export.ExitCode, export.Errors));
        await File.WriteAllTextAsync(folder[file], export.Output, TestContext.Current.CancellationToken);
    }

    private async Task<string[]> LinesAsync(string file) => [.. (await File.ReadAllLinesAsync(folder[file], TestContext.Current.CancellationToken)).Order(StringComparer.Ordinal)];

    private static async Task SameAsync(Child one, Child other, string path)
    {
        var (expected, actual) = (Comparable(await one.JsonAsync(path)), Comparable(await other.JsonAsync(path)));
        Assert.True(expected == actual, $"{path}\n{expected}\n{actual}");
    }

    // Time and generation belong to the process, not to the archive.
    private static string Comparable(JsonElement answer)
    {
        var node = JsonSerializer.SerializeToNode(answer)!.AsObject();
        node.Remove("tookMs");
        node.Remove("generation");
        return node.ToJsonString();
    }
}
