using DigestSearch.Indexing;
using DigestSearch.Reviews;
using DigestSearch.Search;
using DigestSearch.Tests.Support;

namespace DigestSearch.Tests.Indexing;

public sealed class ReviewIndexWriterTests : IDisposable
{
    private readonly TempFolder folder = new();
    private readonly OwnerLock owner;

    public ReviewIndexWriterTests() => owner = OwnerLock.TryTake(folder["data"])!;

    public void Dispose()
    {
        owner.Dispose();
        folder.Dispose();
    }

    [Fact]
    public void CursorAndFingerprintRideInTheCommitAndAreGoneOnFrom()
    {
        using (var writer = Begin())
        {
            writer.Put(Some.Stored(Some.Review(id: "one")));
            writer.Commit(7);
        }
        var state = Inspect();
        Assert.Equal((IndexStateKind.Ready, 7L), (state.Kind, state.Commit!.Version));
        using var next = ReviewIndexWriter.Continue(owner, state, Vocabulary.Empty);
        Assert.Equal((7L, false, true), (next.Version, next.IsFresh, next.IsOnDisk));
    }

    [Fact]
    public void WhatWasNotCommittedIsDropped()
    {
        using (var writer = Begin())
        {
            writer.Put(Some.Stored(Some.Review(id: "one")));
            writer.Commit(1);
            writer.Put(Some.Stored(Some.Review(id: "two")));
            writer.Remove("one");
        }
        Assert.Equal(1, IndexCheck.Documents(owner.IndexPath));
        Assert.Equal(1, Inspect().Commit!.Version);
    }

    [Fact]
    public void WhatComesOneByOneIsMergedAndLeavesWhatIsLargeAlone()
    {
        var random = new Random(1);
        string Words(int count) => string.Join(' ', Enumerable.Range(0, count).Select(_ => random.NextInt64().ToString("x", System.Globalization.CultureInfo.InvariantCulture)));
        using var writer = Begin();
        var version = 0;
        for (var large = 0; large < 2; large++)
        {
            for (var at = 0; at < 20; at++) writer.Put(Some.Stored(Some.Review(id: $"large{large}-{at}") with { Text = Words(10_000) }));
            writer.Commit(++version);
        }
        var largest = Files().OrderByDescending(file => file.Length).Take(2).Select(file => file.Name).ToList();
        for (var small = 0; small < 40; small++)
        {
            writer.Put(Some.Stored(Some.Review(id: $"small{small}")));
            writer.Commit(++version);
        }
        Assert.Equal(largest, Files().OrderByDescending(file => file.Length).Take(2).Select(file => file.Name));
        Assert.InRange(Files().Count(file => file.Extension is ".si"), 3, 20);

        List<FileInfo> Files() => [.. new DirectoryInfo(owner.IndexPath).EnumerateFiles()];
    }

    [Fact]
    public void AReviewPutTwiceIsThereOnce()
    {
        using var writer = Begin();
        for (var time = 0; time < 3; time++)
        {
            writer.Put(Some.Stored(Some.Review(id: "one")));
            writer.Commit(time);
        }
        Assert.Equal(1, IndexCheck.Documents(owner.IndexPath));
        Assert.Empty(IndexCheck.Faults(owner.IndexPath));
    }

    [Fact]
    public void AReviewThatCannotBeIndexedIsRefusedAndTheFormerOneStays()
    {
        using var writer = Begin();
        writer.Put(Some.Stored(Some.Review(title: "Kedro", id: "one")));
        writer.Commit(1);
        Assert.Throws<ArgumentException>(() => writer.Put(Some.Stored(Some.Review(id: new string('x', 40_000)))));
        Assert.Throws<ArgumentException>(() => writer.Put(Some.Stored(Some.Review() with { Id = "" })));
        writer.Put(Some.Stored(Some.Review(title: "Brova", id: "two")));
        writer.Commit(2);
        using var reader = new ReviewIndexReader(owner.IndexPath);
        reader.Refresh();
        var hits = new ReviewSearcher(reader, Vocabulary.Empty).Search(new ReviewQuery(), TestContext.Current.CancellationToken).Hits;
        Assert.Equal(["Brova", "Kedro"], hits.Select(hit => hit.Review.Title).Order());
        Assert.Empty(IndexCheck.Faults(owner.IndexPath));
    }

    [Fact]
    public void NothingThatAReviewMayHoldIsTooLongOrTooOddToBeIndexed()
    {
        var (endless, odd) = (new string('ы', 40_000), "a\0b\ufffdc\u202e\U0001F600");
        using var writer = Begin();
        foreach (var value in (string[])[endless, odd, string.Join(' ', Enumerable.Repeat(odd, 5_000))])
        {
            writer.Put(Some.Stored(new Review
            {
                Id = "one", Title = value, Text = value, Authors = [value], Institutions = [value], Labs = [value, value + " > " + value], Countries = [value], Topics = [value], Venue = value,
                Reviewer = value, Language = value, Year = int.MaxValue, Links = [new ReviewLink(value, value, value)],
            }, digest: new Digest { Title = value }));
            writer.Commit(1);
        }
        Assert.Equal(1, IndexCheck.Documents(owner.IndexPath));
        Assert.Empty(IndexCheck.Faults(owner.IndexPath));
    }

    [Fact]
    public void ItSeesThatAFileOfItsCommitIsGone()
    {
        using var writer = Begin();
        Assert.True(writer.IsOnDisk);
        writer.Put(Some.Stored(Some.Review(id: "one")));
        writer.Commit(1);
        Assert.True(writer.IsOnDisk);
        File.Delete(Directory.EnumerateFiles(owner.IndexPath, "*.cfs").First());
        Assert.False(writer.IsOnDisk);
    }

    [Fact]
    public void UntilTheFirstCommitOfANewIndexReadersKeepTheOldOne()
    {
        using (var old = Begin())
        {
            old.Put(Some.Stored(Some.Review(title: "Kedro", id: "one")));
            old.Commit(1);
        }
        var state = IndexState.Inspect(owner.IndexPath, "another fingerprint", "archive");
        Assert.Equal(IndexStateKind.Mismatch, state.Kind);
        using var reader = new ReviewIndexReader(owner.IndexPath);
        var searcher = new ReviewSearcher(reader, Vocabulary.Empty);
        using var writer = ReviewIndexWriter.Begin(owner, state, "archive", Vocabulary.Empty);
        for (var number = 0; number < 50; number++) writer.Put(Some.Stored(Some.Review(title: "Brova", id: "new" + number)));
        reader.Refresh();
        Assert.Equal(["Kedro"], Titles());
        writer.Commit(2);
        reader.Refresh();
        Assert.Equal(["Brova"], Titles().Distinct());

        IReadOnlyList<string> Titles() => [.. searcher.Search(new ReviewQuery { Size = 100 }, TestContext.Current.CancellationToken).Hits.Select(hit => hit.Review.Title)];
    }

    [Fact]
    public void AnotherArchiveFormatOrFingerprintIsAMismatchWithAReason()
    {
        using (var writer = Begin()) writer.Commit(1);
        Assert.Contains("another archive", IndexState.Inspect(owner.IndexPath, IndexFingerprint.Of(Vocabulary.Empty), "other").Reason, StringComparison.Ordinal);
        Assert.Contains("another vocabulary", IndexState.Inspect(owner.IndexPath, "other", "archive").Reason, StringComparison.Ordinal);
        Assert.Equal(IndexStateKind.Missing, IndexState.Inspect(folder["nowhere"], "", "").Kind);
        var commit = Inspect().Commit!;
        Assert.Equal(commit, CommitData.Read(commit.Write()));
        foreach (var name in commit.Write().Keys)
        {
            var without = commit.Write();
            without.Remove(name);
            Assert.Null(CommitData.Read(without));
        }
    }

    [Fact]
    public void TheFingerprintFollowsTheVocabulary()
    {
        var shipped = Vocabulary.Load(Path.Combine(Path.GetDirectoryName(Executable.File)!, "vocabulary"));
        Assert.NotEqual(IndexFingerprint.Of(Vocabulary.Empty), IndexFingerprint.Of(shipped));
        Assert.Equal(IndexFingerprint.Of(shipped), IndexFingerprint.Of(Vocabulary.Load(Path.Combine(Path.GetDirectoryName(Executable.File)!, "vocabulary"))));
    }

    private ReviewIndexWriter Begin() => ReviewIndexWriter.Begin(owner, Inspect(), "archive", Vocabulary.Empty);

    private IndexState Inspect() => IndexState.Inspect(owner.IndexPath, IndexFingerprint.Of(Vocabulary.Empty), "archive");
}
