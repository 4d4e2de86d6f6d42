using DigestSearch.ReadingFuzz;
using DigestSearch.Tests.Support;

namespace DigestSearch.Tests.Reading;

/// <summary>The fuzz run in little: mutations of the project's digests, and of real ones where they are at hand; <c>tools/fuzz/run</c> reads a million.</summary>
public sealed class FuzzTests
{
    private const int Count = 20_000;

    [Fact]
    public void MutatedDigestsAreReadInBoundedMemory()
    {
        string?[] folders = [Repo.Fixture("digests"), Repo.Fixture("reading/numbered"), Repo.Shared is { } shared ? Path.Combine(shared, "corpora", "digests") : null];
        var documents = folders.Where(Directory.Exists).SelectMany(folder => Directory.EnumerateFiles(folder!, "*", SearchOption.AllDirectories)).Order(StringComparer.Ordinal)
            .Where(path => Path.GetExtension(path) is ".md" or ".html" or ".txt" or ".xml").Select(path => (Path.GetFileName(path), File.ReadAllBytes(path))).ToList();
        var run = new FuzzRun(documents, Readings.Vocabulary);
        for (var seed = 0; seed < Count; seed++)
        {
            var outcome = run.Read(seed);
            Assert.True(outcome.Mistake is null, $"Seed {seed}, {outcome.Name}: {outcome.Mistake}");
            // More than this is allocated by a few; what they hold is measured by tools/fuzz/run, which runs alone.
            Assert.True(outcome.Allocated <= 2 * FuzzRun.LimitOf(outcome), $"Seed {seed}, {outcome.Name}: {outcome.Allocated} bytes for {outcome.Bytes.Length}");
        }
    }
}
