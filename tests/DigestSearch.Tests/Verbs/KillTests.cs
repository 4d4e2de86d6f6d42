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
        return KillAndGoOnAsync(kills, (_, process) => process.WaitForExit(200 + random.Next(2_500)));
    }

    [Fact]
    public Task KilledInACommitOfTheIndex() => KillAndGoOnAsync(12, (ingest, process) => ingest.UntilNextCommit(process));

    [Fact]
    public Task KilledWhileTheArchiveIsWritten() => KillAndGoOnAsync(5, (ingest, process) =>
    {
        process.WaitForExit(900);
        ingest.UntilNextWrite(process);
    });

    private async Task KillAndGoOnAsync(int kills, Action<KilledIngest, System.Diagnostics.Process> moment)
    {
        using var ingest = new KilledIngest();
        var phases = new List<string>();
        for (var kill = 0; kill < kills; kill++)
        {
            phases.Add(ingest.KillAt(process => moment(ingest, process)));
            ingest.Verify();
        }
        await ingest.FinishAsync();
        output.WriteLine($"{kills} kills: " + string.Join("; ", phases.GroupBy(phase => phase).Select(group => $"{group.Count()} {group.Key}")));
    }
}
