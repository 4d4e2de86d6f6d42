using DigestSearch.Indexing;
using DigestSearch.Reviews;
using DigestSearch.Tests.Archive;
using DigestSearch.Tests.Support;
using DigestSearch.Worker;
using Microsoft.Extensions.Logging.Abstractions;

namespace DigestSearch.Tests.Worker;

/// <summary>Every file of the index, damaged in every way, is noticed at start and healed from the archive.</summary>
public sealed class DamagedIndexTests : IDisposable
{
    private readonly TempArchive archive = new();
    private readonly TempFolder folder = new();

    public void Dispose()
    {
        archive.Dispose();
        folder.Dispose();
    }

    [Fact]
    public void EveryDamageOfEveryFileHealsAtStart()
    {
        using var owner = OwnerLock.TryTake(archive.Data)!;
        archive.Receive("a.jsonl", [.. Enumerable.Range(0, 200).Select(number => new ReviewLine { Title = $"Paper {number}", Text = $"Text of number {number}." })]);
        CatchUp(owner);
        archive.Intake.Remove(archive.Source, "a.jsonl");
        archive.Receive("b.jsonl", [.. Enumerable.Range(0, 150).Select(number => new ReviewLine { Title = $"Paper {number}", Text = $"Another text of number {number}." })]);
        CatchUp(owner);
        Copy(owner.IndexPath, folder["sound"]);
        var files = Directory.GetFiles(folder["sound"]).Select(Path.GetFileName).Where(name => name != "write.lock").ToList();
        Assert.Contains(files, name => name!.EndsWith(".cfs", StringComparison.Ordinal));
        foreach (var name in files)
        {
            foreach (var (damage, kind) in Damages())
            {
                Copy(folder["sound"], owner.IndexPath);
                damage(Path.Combine(owner.IndexPath, name!));
                CatchUp(owner);
                var state = Inspect(owner);
                Assert.True(state.Kind is IndexStateKind.Ready && state.Commit!.Version == archive.Archive.Version, $"{kind} of {name}: {state.Reason}");
                Assert.True(IndexCheck.Faults(owner.IndexPath) is [] && IndexCheck.Documents(owner.IndexPath) == 150, $"{kind} of {name} left an index that is not sound.");
            }
        }
    }

    [Fact]
    public void AFlippedBitInTheMiddleOfASegmentIsNoticed()
    {
        using var owner = OwnerLock.TryTake(archive.Data)!;
        archive.Receive("a.jsonl", [.. Enumerable.Range(0, 200).Select(number => new ReviewLine { Title = $"Paper {number}", Text = $"Text of number {number}." })]);
        CatchUp(owner);
        Flip(Directory.GetFiles(owner.IndexPath, "*.cfs").First(), 0.5);
        Assert.Equal(IndexStateKind.Damaged, Inspect(owner).Kind);
    }

    private static IEnumerable<(Action<string> Damage, string Kind)> Damages()
    {
        foreach (var place in (double[])[0, 0.3, 0.6, 0.99]) yield return (file => Flip(file, place), $"A flip at {place}");
        yield return (file => Truncate(file, 0.5), "A cut in half");
        yield return (file => Truncate(file, 0), "Emptying");
        yield return (File.Delete, "Deletion");
    }

    private static void Flip(string file, double place)
    {
        var bytes = File.ReadAllBytes(file);
        if (bytes.Length == 0) return;
        bytes[(int)((bytes.Length - 1) * place)] ^= 0x10;
        File.WriteAllBytes(file, bytes);
    }

    private static void Truncate(string file, double share)
    {
        using var stream = File.OpenWrite(file);
        stream.SetLength((long)(stream.Length * share));
    }

    private static void Copy(string from, string to)
    {
        if (Directory.Exists(to)) Directory.Delete(to, recursive: true);
        Directory.CreateDirectory(to);
        foreach (var file in Directory.GetFiles(from)) File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
    }

    private void CatchUp(OwnerLock owner)
    {
        using var follower = new IndexFollower(archive.Archive, owner, Vocabulary.Empty, new WorkerSettings(), NullLogger<IndexFollower>.Instance);
        follower.CatchUp(anew: false, null, TestContext.Current.CancellationToken);
    }

    private IndexState Inspect(OwnerLock owner) => IndexState.Inspect(owner.IndexPath, IndexFingerprint.Of(Vocabulary.Empty), archive.Archive.Identity);
}
