using DigestSearch.Tests.Support;

namespace DigestSearch.Tests.Worker;

public sealed class FolderFollowingTests
{
    [Fact]
    public async Task AFileThatIsAddedChangedAndRemovedShowsSoInTheSearch()
    {
        await using var worker = new TempWorker();
        worker.Write("kept.md", Papers.Markdown("kedro"));
        await worker.StartAsync();
        await worker.FoundAsync("kedro", 1);

        worker.Write("below/other.md", Papers.Markdown("brova"));
        await worker.FoundAsync("brova", 1);
        worker.Write("below/other.md", Papers.Markdown("fanto"));
        await worker.FoundAsync("fanto", 1);
        await worker.FoundAsync("brova", 0);
        File.Delete(Path.Combine(worker.Digests, "below/other.md"));
        await worker.FoundAsync("fanto", 0);
        Assert.Equal(1, worker.Total("kedro"));
    }

    [Fact]
    public async Task AFileThatIsBeingWrittenIsNotTakenBeforeItIsClosed()
    {
        await using var worker = new TempWorker();
        worker.Write("kept.md", Papers.Markdown("kedro"));
        await worker.StartAsync();
        await worker.FoundAsync("kedro", 1);

        // The writer says nothing to other .NET programs: that is how cp and scp write.
        await using (var file = new FileStream(Path.Combine(worker.Digests, "slow.md"), FileMode.CreateNew, FileAccess.Write, FileShare.ReadWrite))
        {
            var text = System.Text.Encoding.UTF8.GetBytes(Papers.Markdown("brova"));
            await file.WriteAsync(text.AsMemory(0, 60), TestContext.Current.CancellationToken);
            await file.FlushAsync(TestContext.Current.CancellationToken);
            // Another file is taken meanwhile, which takes longer than a file needs to settle.
            foreach (var word in (string[])["dulo", "gomak", "lumo"])
            {
                worker.Write(word + ".md", Papers.Markdown(word));
                await worker.FoundAsync(word, 1);
            }
            Assert.DoesNotContain(worker.Archive.Digests(0, 100), digest => digest.Name == "slow.md");
            await file.WriteAsync(text.AsMemory(60), TestContext.Current.CancellationToken);
        }
        await worker.FoundAsync("brova", 1);
    }

    [Fact]
    public async Task AFolderThatVanishesKeepsItsReviewsBecomesAProblemAndComesBack()
    {
        await using var worker = new TempWorker { RescanInterval = TimeSpan.FromMilliseconds(500) };
        worker.Write("kept.md", Papers.Markdown("kedro"));
        await worker.StartAsync();
        await worker.FoundAsync("kedro", 1);

        Directory.Move(worker.Digests, worker["away"]);
        await Eventually.IsAsync(() => worker.Problems() is [{ Code: "source-unreadable" }]);
        Assert.DoesNotContain(Path.GetDirectoryName(worker.Digests)!, worker.Problems()[0].Message, StringComparison.Ordinal);
        Assert.Equal(1, worker.Total("kedro"));

        Directory.Move(worker["away"], worker.Digests);
        await Eventually.IsAsync(() => worker.Problems().Count == 0);
        worker.Write("kept.md", Papers.Markdown("brova"));
        await worker.FoundAsync("brova", 1);
    }

    [Fact]
    public async Task AFolderThatIsSuddenlyEmptyKeepsItsReviewsAndBecomesAProblem()
    {
        await using var worker = new TempWorker();
        worker.Write("kept.md", Papers.Markdown("kedro"));
        await worker.StartAsync();
        await worker.FoundAsync("kedro", 1);

        File.Delete(Path.Combine(worker.Digests, "kept.md"));
        await Eventually.IsAsync(() => worker.Problems() is [{ Code: "source-empty" }]);
        Assert.Equal(1, worker.Total("kedro"));

        worker.Write("kept.md", Papers.Markdown("kedro"));
        await Eventually.IsAsync(() => worker.Problems().Count == 0);
        Assert.Equal(1, worker.Total("kedro"));
    }

    [Fact]
    public async Task AFolderThatIsMadeAnewUnderTheSameNameIsWatched()
    {
        await using var worker = new TempWorker();
        worker.Write("kept.md", Papers.Markdown("kedro"));
        await worker.StartAsync();
        await worker.FoundAsync("kedro", 1);
        Directory.Delete(worker.Digests, recursive: true);
        worker.Write("kept.md", Papers.Markdown("kedro"));
        worker.Write("new.md", Papers.Markdown("brova"));
        await worker.FoundAsync("brova", 1);
        Assert.Equal(1, worker.Total("kedro"));
    }

    [Fact]
    public async Task ThreeBrokenFilesAmongAHundredCostNothingButThemselves()
    {
        await using var worker = new TempWorker();
        string[] broken = ["file20.md", "file50.md", "file80.md"];
        for (var number = 0; number < 100; number++) worker.Write($"file{number:00}.md", Papers.Markdown($"word{number:00}"));
        for (var number = 0; number < broken.Length; number++) await File.WriteAllBytesAsync(Path.Combine(worker.Digests, broken[number]), Papers.Broken(number), TestContext.Current.CancellationToken);
        await worker.StartAsync();
        await Eventually.IsAsync(() => worker.Archive.DigestCount == 97 && worker.Problems().Count >= 3, () => string.Join('\n', worker.Problems()));
        await worker.FoundAsync("", 97);
        Assert.Equal(broken, worker.Problems().Select(problem => problem.File).Distinct().Order());
    }

    [Fact]
    public async Task AFileThatCannotBeOpenedIsToldAndTakenOnceItCan()
    {
        await using var worker = new TempWorker();
        worker.Write("kept.md", Papers.Markdown("kedro"));
        worker.Write("shut.md", Papers.Markdown("brova"));
        // Root may read everything, but not what another .NET program has to itself.
        await using (new FileStream(Path.Combine(worker.Digests, "shut.md"), FileMode.Open, FileAccess.Read, FileShare.None))
        {
            await worker.StartAsync();
            await Eventually.IsAsync(() => worker.Problems() is [{ Code: "file-unreadable", File: "shut.md" }]);
            await worker.FoundAsync("kedro", 1);
        }
        await worker.FoundAsync("brova", 1);
        await Eventually.IsAsync(() => worker.Problems().Count == 0);
    }

    [Fact]
    public async Task LinksHiddenFilesAndOtherEndingsAreLeftAlone()
    {
        await using var worker = new TempWorker();
        Directory.CreateDirectory(worker["elsewhere"]);
        await File.WriteAllTextAsync(worker["elsewhere/outside.md"], Papers.Markdown("brova"), TestContext.Current.CancellationToken);
        worker.Write("kept.md", Papers.Markdown("kedro"));
        worker.Write(".hidden.md", Papers.Markdown("brova"));
        worker.Write(".git/hidden.md", Papers.Markdown("brova"));
        worker.Write("other.pdf", Papers.Markdown("brova"));
        worker.Write("kept.md~", Papers.Markdown("brova"));
        File.CreateSymbolicLink(Path.Combine(worker.Digests, "link.md"), worker["elsewhere/outside.md"]);
        Directory.CreateSymbolicLink(Path.Combine(worker.Digests, "folder"), worker["elsewhere"]);
        Directory.CreateSymbolicLink(Path.Combine(worker.Digests, "round"), worker.Digests);
        await worker.StartAsync();
        await worker.FoundAsync("kedro", 1);
        Assert.Equal(["kept.md"], worker.Archive.Digests(0, 100).Select(digest => digest.Name));
    }

    [Fact]
    public async Task ASingleFileIsASourceThatLeavesItsNeighboursAlone()
    {
        await using var worker = new TempWorker();
        worker.Write("one.md", Papers.Markdown("kedro"));
        worker.Write("other.md", Papers.Markdown("brova"));
        var one = Path.Combine(worker.Digests, "one.md");
        await worker.StartAsync(one);
        await worker.FoundAsync("kedro", 1);
        await File.WriteAllTextAsync(one, Papers.Markdown("fanto"), TestContext.Current.CancellationToken);
        await worker.FoundAsync("fanto", 1);
        File.Delete(one);
        await Eventually.IsAsync(() => worker.Problems() is [{ Code: "source-unreadable" }]);
        Assert.Equal((1, 0), (worker.Total("fanto"), worker.Total("brova")));
    }

    [Fact]
    public async Task ASingleFileThatComesLaterIsTheSameSource()
    {
        await using var worker = new TempWorker();
        var late = Path.Combine(worker.Digests, "late.md");
        await worker.StartAsync(late);
        await Eventually.IsAsync(() => worker.Problems() is [{ Code: "source-unreadable" }]);
        worker.Write("late.md", Papers.Markdown("kedro"));
        await worker.FoundAsync("kedro", 1);
        Assert.Equal(["late.md"], worker.Archive.Documents(new(DigestSearch.Archive.SourceKind.Folder, worker.Digests)).Select(document => document.Name));
    }

    [Fact]
    public async Task TwoSourcesMayHoldFilesOfTheSameName()
    {
        await using var worker = new TempWorker();
        Directory.CreateDirectory(worker["second"]);
        worker.Write("same.md", Papers.Markdown("kedro"));
        await File.WriteAllTextAsync(worker["second/same.md"], Papers.Markdown("brova"), TestContext.Current.CancellationToken);
        await worker.StartAsync(worker.Digests, worker["second"]);
        await worker.FoundAsync("kedro", 1);
        await worker.FoundAsync("brova", 1);
        worker.Write("another.md", Papers.Markdown("fanto"));
        await worker.FoundAsync("fanto", 1);
        File.Delete(Path.Combine(worker.Digests, "same.md"));
        await worker.FoundAsync("kedro", 0);
        Assert.Equal(1, worker.Total("brova"));
    }
}
