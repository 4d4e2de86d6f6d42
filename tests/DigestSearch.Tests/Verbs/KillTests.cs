using DigestSearch.Tests.Support;

namespace DigestSearch.Tests.Verbs;

/// <summary>The ingest is killed at any moment: nothing acknowledged is missing, nothing is there twice, the index is sound.</summary>
public sealed class KillTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData(1, 5)]
    [InlineData(2, 5)]
    [InlineData(3, 5)]
    public Task KilledAtRandomMoments(int seed, int kills)
    {
        var random = new Random(seed);
        return KillAndGoOnAsync(kills, $"seed {seed}", (ingest, process) =>
        {
            // On a busy machine most of a moment counted from the start is start.
            if (random.Next(4) > 0) ingest.UntilNextWrite(process);
            process.WaitForExit(random.Next(1_500));
        });
    }

    [Theory]
    [InlineData("some", 6)]
    [InlineData("others", 6)]
    public Task KilledInACommitOfTheIndex(string which, int kills) => KillAndGoOnAsync(kills, which, (ingest, process) => ingest.UntilNextCommit(process));

    [Fact]
    public Task KilledWhileTheArchiveIsWritten() => KillAndGoOnAsync(4, "in a write", (ingest, process) =>
    {
        process.WaitForExit(800);
        ingest.UntilNextWrite(process);
    });

    private async Task KillAndGoOnAsync(int kills, string which, Action<KilledIngest, System.Diagnostics.Process> moment)
    {
        using var ingest = new KilledIngest();
        var phases = new List<string>();
        for (var kill = 0; kill < kills; kill++)
        {
            ingest.AddWork();
            phases.Add(ingest.KillAt(process => moment(ingest, process)));
            ingest.Verify();
        }
        await ingest.FinishAsync();
        output.WriteLine($"{kills} kills ({which}): " + string.Join("; ", phases.GroupBy(phase => phase).Select(group => $"{group.Count()} {group.Key}")));
    }
}
