using System.Diagnostics;
using DigestSearch.Archive;
using DigestSearch.Indexing;
using DigestSearch.Reviews;

namespace DigestSearch.Tests.Support;

/// <summary>An ingest of many documents that is killed again and again, and what must hold after each kill.</summary>
internal sealed class KilledIngest : IDisposable
{
    private const int Documents = 50;
    private const int Lines = 1_200;

    private readonly TempFolder folder = new();
    private readonly Dictionary<string, string> idsByTitle = [];
    private readonly HashSet<string> acknowledged = [];
    private bool committed;
    private int rounds;

    public KilledIngest() => Directory.CreateDirectory(folder["digests"]);

    private int Given => rounds * (Documents + Lines);

    private string Data => folder["data"];

    private string Index => Path.Combine(Data, IndexDirectory.FolderName);

    /// <summary>Gives it more to do.</summary>
    public void AddWork()
    {
        var round = rounds++;
        for (var number = 0; number < Documents; number++)
            File.WriteAllText(folder[$"digests/file{round}-{number:0000}.md"], Papers.Markdown($"word{round}x{number}", string.Join(' ', Enumerable.Range(0, 150).Select(word => $"text{word * number % 977}"))));
        File.WriteAllText(folder[$"digests/paper{round}.jsonl"], Papers.Lines(Enumerable.Range(0, Lines).Select(number => $"line{round}x{number}")));
    }

    /// <summary>Starts the ingest over what there is already, and kills it at a moment; returns the phase it was in.</summary>
    public string KillAt(Action<Process> moment)
    {
        var start = new ProcessStartInfo(Executable.File, ["ingest", folder["digests"], "--data", Data]) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        moment(process);
        var over = process.HasExited;
        if (!over) process.Kill();
        process.WaitForExit();
        return over ? "after" : Phase();
    }

    /// <summary>Waits until the newest commit is followed by the beginning of another one.</summary>
    public void UntilNextCommit(Process process)
    {
        var before = Commits();
        while (!process.HasExited && Commits().IsSubsetOf(before)) Thread.SpinWait(50);
    }

    /// <summary>Waits until the archive's log grows.</summary>
    public void UntilNextWrite(Process process)
    {
        var log = new FileInfo(Path.Combine(Data, "archive.db-wal"));
        long Length()
        {
            log.Refresh();
            return log.Exists ? log.Length : 0;
        }
        var before = Length();
        while (!process.HasExited && Length() == before) Thread.SpinWait(50);
    }

    /// <summary>What must hold after every kill: all that was acknowledged is there, as before, once, and both stores are sound.</summary>
    public void Verify()
    {
        if (!File.Exists(Path.Combine(Data, "archive.db"))) return;
        using var archive = ReviewArchive.Open(Data);
        Assert.DoesNotContain(archive.Check(), fault => !fault.Contains("only in part", StringComparison.Ordinal));
        Remember(archive);
        if (IndexState.Inspect(Index, Fingerprint(archive, out var identity), identity) is { Kind: not IndexStateKind.Missing } state && !IsFirstCommit())
        {
            Assert.True(state is { Kind: IndexStateKind.Ready }, state.Reason);
            Assert.Empty(IndexCheck.Faults(Index));
            Assert.True(state.Commit!.Version <= archive.Version);
        }
    }

    /// <summary>Goes on to the end and compares archive and index with what was given.</summary>
    public async Task FinishAsync()
    {
        var ingest = await Executable.RunAsync("ingest", folder["digests"], "--data", Data);
        Assert.True(ingest.ExitCode == 0, ingest.Errors);
        var check = await Executable.RunAsync("check", "--data", Data);
        Assert.Equal((0, ""), (check.ExitCode, check.Errors));
        using var archive = ReviewArchive.Open(Data);
        Remember(archive);
        Assert.Equal(Given, archive.ReviewCount);
        Assert.Equal(Given, IndexCheck.Documents(Index));
    }

    public void Dispose() => folder.Dispose();

    private static string Fingerprint(ReviewArchive archive, out string identity)
    {
        identity = archive.Identity;
        return IndexFingerprint.Of(Vocabulary.Load(Path.Combine(Path.GetDirectoryName(Executable.File)!, "vocabulary")));
    }

    // The archive answers for what it has told of once: with the same id for ever.
    private void Remember(ReviewArchive archive)
    {
        var now = archive.Changes(0, int.MaxValue).Where(change => change.Review is not null).ToList();
        var ids = now.Select(change => change.Id).ToHashSet();
        Assert.Equal(now.Count, ids.Count);
        Assert.Superset(acknowledged, ids);
        foreach (var change in now)
        {
            Assert.True(idsByTitle.TryAdd(change.Review!.Review.Title, change.Id) || idsByTitle[change.Review.Review.Title] == change.Id);
            acknowledged.Add(change.Id);
        }
        Assert.Equal(idsByTitle.Count, now.Count);
    }

    private HashSet<string> Commits()
    {
        try
        {
            return [.. Directory.EnumerateFiles(Index, "segments_*")];
        }
        catch (DirectoryNotFoundException)
        {
            return []; // Not made yet, or just moved aside.
        }
    }

    // Before the first commit is whole there is nothing that it could leave intact.
    private bool IsFirstCommit() => Commits() is { Count: 1 } only && only.Single().EndsWith("segments_1", StringComparison.Ordinal) && !committed;

    private string Phase()
    {
        if (!File.Exists(Path.Combine(Data, "archive.db"))) return "before the archive";
        if (Commits().Count > 1) return "in a commit";
        using var archive = ReviewArchive.Open(Data);
        if (archive.Version == 0) return "before the first archive commit";
        var state = IndexState.Inspect(Index, Fingerprint(archive, out var identity), identity);
        if (state.Kind is IndexStateKind.Damaged) return "in the first commit";
        committed |= state.Commit is not null;
        if (state.Commit is null) return "archiving, before the first index commit";
        if (archive.ReviewCount < Given) return "archiving and indexing";
        return state.Commit.Version < archive.Version ? "indexing" : "after";
    }
}
