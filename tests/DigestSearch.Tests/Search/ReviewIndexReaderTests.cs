using DigestSearch.Indexing;
using DigestSearch.Reviews;
using DigestSearch.Search;
using DigestSearch.Tests.Support;

namespace DigestSearch.Tests.Search;

public class ReviewIndexReaderTests
{
    [Fact]
    public void BeforeAnyIndexTheReasonIsTold()
    {
        using var folder = new TempFolder();
        using var reader = new ReviewIndexReader(folder["index"]);
        reader.Refresh();
        Assert.Equal((false, "There is no index yet.", (string?)null), (reader.Status.Ready, reader.Status.Reason, reader.Status.Trouble));
        Assert.Throws<IndexNotReadyException>(() => Search(reader));
    }

    [Fact]
    public void AnIndexBegunAnewIsServedThoughItsGenerationIsTheSame()
    {
        using var folder = new TempFolder();
        using var owner = OwnerLock.TryTake(folder.Path)!;
        Write(owner, "one", "Google", "MIT");
        using var reader = new ReviewIndexReader(owner.IndexPath);
        reader.Refresh();
        var (tag, generation) = (reader.Status.Tag, reader.Status.Generation);
        Directory.Delete(owner.IndexPath, recursive: true);
        Write(owner, "two", "MIT");
        reader.Refresh();
        var results = Search(reader);
        Assert.Equal((generation, "two"), (results.Generation, Assert.Single(results.Hits).Review.Id));
        Assert.NotEqual(tag, reader.Status.Tag);
        Assert.Equal(["MIT 1"], results.Facets.Single(facet => facet.Dimension is Dimension.Lab).Labels.Select(label => $"{label.Value} {label.Count}"));
    }

    [Fact]
    public void ADamagedIndexIsToldAndAnOlderCommitGoesOnAnswering()
    {
        using var folder = new TempFolder();
        using var owner = OwnerLock.TryTake(folder.Path)!;
        Write(owner, "one", "MIT");
        using var served = new ReviewIndexReader(owner.IndexPath);
        served.Refresh();
        foreach (var segments in Directory.EnumerateFiles(owner.IndexPath, "segments_*")) File.WriteAllBytes(segments, [1, 2, 3, 4, 5, 6, 7, 8]);
        served.Refresh();
        Assert.Equal(1, Search(served).Total);
        Assert.StartsWith("The index cannot be read:", served.Status.Trouble, StringComparison.Ordinal);
        using var late = new ReviewIndexReader(owner.IndexPath);
        late.Refresh();
        Assert.False(late.Status.Ready);
        Assert.StartsWith("The index cannot be read:", late.Status.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void AnotherDirectoryIsServedOnlyWhenAllOfItIsRight()
    {
        using var folder = new TempFolder();
        using var owner = OwnerLock.TryTake(folder.Path)!;
        Write(owner, "one", "MIT");
        using var served = new ReviewIndexReader(owner.IndexPath);
        served.Refresh();
        Directory.Delete(owner.IndexPath, recursive: true);
        Write(owner, "two", "MIT");
        var file = Directory.GetFiles(owner.IndexPath, "*.cfs").Single();
        var bytes = File.ReadAllBytes(file);
        bytes[(int)(bytes.Length * 0.4)] ^= 0x10; // Seen by nobody who only opens it.
        File.WriteAllBytes(file, bytes);
        served.Refresh();
        Assert.Equal("one", Assert.Single(Search(served).Hits).Review.Id);
        Assert.StartsWith("The index cannot be read:", served.Status.Trouble, StringComparison.Ordinal);
    }

    [Fact]
    public void NoBitOfAnyFileIsWrongUnseen()
    {
        using var folder = new TempFolder();
        using (var owner = OwnerLock.TryTake(folder.Path)!) Write(owner, "one", "MIT");
        var index = Path.Combine(folder.Path, IndexDirectory.FolderName);
        // What says which commit is the newest is only a hint.
        var files = Directory.GetFiles(index).Select(Path.GetFileName).Where(name => name is not ("segments.gen" or "write.lock")).ToList();
        Assert.NotEmpty(files);
        foreach (var name in files)
            foreach (var place in (double[])[0.2, 0.4, 0.6, 0.8])
            {
                var copy = Directory.CreateDirectory(folder[$"{name}-{place}"]).FullName;
                foreach (var file in Directory.GetFiles(index)) File.Copy(file, Path.Combine(copy, Path.GetFileName(file)));
                var bytes = File.ReadAllBytes(Path.Combine(copy, name!));
                bytes[(int)(bytes.Length * place)] ^= 0x10;
                File.WriteAllBytes(Path.Combine(copy, name!), bytes);
                using var reader = new ReviewIndexReader(copy);
                reader.Refresh();
                Assert.False(reader.Status.Ready, $"{name} at {place}");
                Assert.StartsWith("The index cannot be read:", reader.Status.Reason, StringComparison.Ordinal);
            }
    }

    [Fact]
    public void AnIndexThatIsMendedIsServedAgain()
    {
        using var folder = new TempFolder();
        using var owner = OwnerLock.TryTake(folder.Path)!;
        Directory.CreateDirectory(owner.IndexPath);
        File.WriteAllText(Path.Combine(owner.IndexPath, "segments_1"), "no commit");
        using var reader = new ReviewIndexReader(owner.IndexPath);
        reader.Refresh();
        Assert.NotNull(reader.Status.Trouble);
        Directory.Delete(owner.IndexPath, recursive: true);
        Write(owner, "one", "MIT");
        reader.Refresh();
        Assert.Equal((true, (string?)null), (reader.Status.Ready, reader.Status.Trouble));
    }

    [Fact]
    public void ALeaseKeepsItsSnapshotOpenWhateverComesAfter()
    {
        using var index = TempIndex.Of(Some.Review(id: "a"));
        var lease = index.Reader.Acquire();
        var reader = lease.Snapshot.Reader;
        index.Commit([], ["a"]);
        Assert.Equal(1, reader.NumDocs);
        Assert.Equal(1, reader.RefCount);
        lease.Dispose();
        Assert.Equal(0, reader.RefCount);
        Assert.Equal(0, index.Search("").Total);
    }

    [Fact]
    public async Task SearchesAndCommitsTogetherLeaveNothingOpenAndMissNothing()
    {
        using var index = TempIndex.Of(Some.Review(id: "first"));
        var first = index.Reader.Acquire();
        first.Dispose();
        var searches = Enumerable.Range(0, 3).Select(_ => Task.Run(() =>
        {
            for (var at = 0; at < 150; at++)
            {
                var results = index.Search("");
                Assert.Equal(results.Total, results.Hits.Count);
                Assert.Equal(results.Total, results.Facets.Single(facet => facet.Dimension is Dimension.Venue).Labels.Sum(label => label.Count) + 1);
            }
        })).ToArray();
        for (var at = 0; at < 8; at++) index.Commit([Some.Stored(Some.Review(id: "r" + at) with { Venue = "v" + at })], []);
        await Task.WhenAll(searches);
        Assert.Equal(0, first.Snapshot.Reader.RefCount);
        Assert.Equal(9, index.Search("").Total);
    }

    [Fact]
    public void AClosedReaderSaysSo()
    {
        var index = TempIndex.Of(Some.Review());
        var lease = index.Reader.Acquire();
        index.Dispose();
        Assert.Equal("The index is closed.", Assert.Throws<IndexNotReadyException>(() => index.Search("")).Message);
        Assert.Equal(1, lease.Snapshot.Reader.RefCount);
        lease.Dispose();
    }

    private static void Write(OwnerLock owner, string id, params string[] labs)
    {
        using var writer = ReviewIndexWriter.Begin(owner, IndexState.Inspect(owner.IndexPath, "", ""), "archive", Vocabulary.Empty);
        writer.Put(Some.Stored(Some.Review(id: id) with { Labs = labs }));
        writer.Commit(1);
    }

    private static ReviewResults Search(ReviewIndexReader reader) => new ReviewSearcher(reader, Vocabulary.Empty).Search(new ReviewQuery(), TestContext.Current.CancellationToken);
}
