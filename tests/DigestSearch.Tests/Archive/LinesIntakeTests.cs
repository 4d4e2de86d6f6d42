using System.IO.Compression;
using System.Text;
using DigestSearch.Archive;
using DigestSearch.Reviews;

namespace DigestSearch.Tests.Archive;

public sealed class LinesIntakeTests : IDisposable
{
    private readonly TempArchive temp = new();

    public void Dispose() => temp.Dispose();

    private static ReviewLine[] Papers(int count) => [.. Enumerable.Range(1, count).Select(number => new ReviewLine { Id = $"conf/{number}", Title = $"Paper {number}" })];

    [Fact]
    public void WhenLinesHaveIdsTheyAreKeptAsTheyAre()
    {
        var received = temp.Receive("papers.jsonl", Papers(3));
        Assert.Equal((IntakeOutcome.Added, 3), (received.Outcome, received.Reviews));
        Assert.Equal("Paper 2", temp.Archive.FindReview("conf/2")!.Review.Title);
        Assert.Equal("papers", temp.Archive.FindDigest(received.DigestId!)!.Digest.Digest.Title);
    }

    [Fact]
    public void WhenLinesArePackedTheyAreReadTheSame()
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
            gzip.Write(Encoding.UTF8.GetBytes(TempArchive.Lines(Papers(3))));
        packed.Position = 0;
        Assert.Equal(3, temp.Intake.Receive(temp.Source, "papers.jsonl.gz", null, packed).Reviews);
        Assert.Equal(packed.Length, temp.Ask<long>("SELECT length(bytes) FROM contents"));
    }

    [Fact]
    public void WhenTheStreamCannotSeekItIsReadAllTheSame()
    {
        var bytes = Encoding.UTF8.GetBytes(TempArchive.Lines(Papers(3)));
        using var stream = new BufferedStream(new OneWay(bytes));
        Assert.Equal(3, temp.Intake.Receive(temp.Source, "papers.jsonl", null, stream).Reviews);
        Assert.Equal(IntakeOutcome.Unchanged, temp.Receive("papers.jsonl", Papers(3)).Outcome);
    }

    [Fact]
    public void WhenNothingChangedNothingHappens()
    {
        var first = temp.Receive("papers.jsonl", Papers(3));
        var second = temp.Receive("papers.jsonl", Papers(3));
        Assert.Equal((IntakeOutcome.Unchanged, first.Version, 3), (second.Outcome, second.Version, second.Reviews));
    }

    [Fact]
    public void WhenLinesChangeExactlyTheirReviewsDo()
    {
        temp.Receive("papers.jsonl", Papers(5));
        var before = temp.Archive.Version;
        ReviewLine[] edited = [.. Papers(6)];
        edited[2] = edited[2] with { Text = "new" };
        edited = [.. edited.Select((line, index) => line with { Ordinal = index + 1 }).Where(line => line.Id != "conf/2")];
        temp.Receive("papers.jsonl", edited);
        var changes = temp.Archive.Changes(before, 10).ToDictionary(change => change.Id, change => change.Review?.Review.Text);
        Assert.Null(changes["conf/2"]);
        Assert.Equal("new", changes["conf/3"]);
        Assert.Equal("", changes["conf/6"]);
        Assert.DoesNotContain("conf/1", changes.Keys);
        Assert.DoesNotContain("conf/4", changes.Keys);
    }

    [Fact]
    public void WhenLinesHaveNoIdsTheirReviewsKeepThoseTheyGot()
    {
        ReviewLine[] lines = [new() { Title = "One" }, new() { Title = "Two", Authors = ["Ada Testwell"] }, new() { Title = "Three" }];
        temp.Receive("papers.jsonl", lines);
        var ids = temp.Ids();
        temp.Receive("papers.jsonl", lines[2], lines[1] with { Title = "Two Renamed" }, lines[0], new() { Title = "Four" });
        Assert.Equal((ids["One"], ids["Two"], ids["Three"]), (temp.Ids()["One"], temp.Ids()["Two Renamed"], temp.Ids()["Three"]));
        var again = temp.Ids();
        temp.Execute("UPDATE documents SET reader = 'older'");
        temp.Intake.ReadAgain();
        Assert.Equal(again, temp.Ids());
    }

    [Fact]
    public void WhenLinesNameTheirDigestsEachIsOne()
    {
        temp.Receive("papers.jsonl",
            new ReviewLine { Title = "One", DigestId = "given/1", Digest = "A", DigestPublished = new(2020, 3, 1) },
            new ReviewLine { Title = "Two", Digest = "B" },
            new ReviewLine { Title = "Three", DigestId = "given/1" },
            new ReviewLine { Title = "Four" });
        Assert.Equal(["One", "Three"], temp.Archive.FindDigest("given/1")!.Reviews.Select(review => review.Title).Order());
        Assert.Equal(["A", "B", "papers"], temp.Archive.Digests(0, 10).Select(digest => digest.Digest.Title).Order());
    }

    [Fact]
    public void WhenTheFactsOfADigestChangeItsReviewsGetNewVersionsAndTheOthersKeepTheirs()
    {
        ReviewLine[] lines = [new() { Title = "One", Digest = "A" }, new() { Title = "Two", Digest = "B" }, new() { Title = "Three", Digest = "A" }];
        temp.Receive("papers.jsonl", lines);
        var before = temp.Archive.Version;
        lines[0] = lines[0] with { DigestUrl = "https://example.org/a" };
        temp.Receive("papers.jsonl", lines);
        Assert.Equal(["One", "Three"], temp.Archive.Changes(before, 10).Select(change => change.Review!.Review.Title).Order());
    }

    [Fact]
    public void WhenAnotherDocumentHoldsAnIdItsLineIsAProblemAndNothingIsLost()
    {
        temp.Receive("a.jsonl", Papers(3));
        var received = temp.Receive("b.jsonl", [.. Papers(2), new() { Id = "mine", Title = "Mine" }]);
        var problem = Assert.Single(received.Problems);
        Assert.Equal(("id-taken", "b.jsonl", 1), (problem.Code, problem.File, problem.Line));
        Assert.Contains("2 lines", problem.Message, StringComparison.Ordinal);
        Assert.Equal((1, 4), (received.Reviews, temp.Archive.ReviewCount));
        Assert.Equal("a.jsonl", temp.Archive.FindReview("conf/1")!.Digest.Name);
    }

    [Fact]
    public void WhenAnIdComesTwiceInOneFileTheSecondLineIsAProblem()
    {
        var received = temp.Receive("a.jsonl", new ReviewLine { Id = "x", Title = "One" }, new ReviewLine { Id = "x", Title = "Two" });
        Assert.Equal(2, Assert.Single(received.Problems).Line);
        Assert.Equal("One", temp.Archive.FindReview("x")!.Review.Title);
    }

    [Fact]
    public void WhenAnotherDocumentHoldsADigestIdItsLinesAreAProblem()
    {
        temp.Receive("a.jsonl", new ReviewLine { Title = "One", DigestId = "d", Digest = "A" });
        var received = temp.Receive("b.jsonl", new ReviewLine { Title = "Two", DigestId = "d", Digest = "B" });
        Assert.Equal("id-taken", Assert.Single(received.Problems).Code);
        Assert.Equal("A", temp.Archive.FindDigest("d")!.Digest.Digest.Title);
    }

    [Fact]
    public void WhenADocumentIsGoneItsIdsAreFreeForAnother()
    {
        temp.Receive("a.jsonl", Papers(3));
        temp.Intake.Remove(temp.Source, "a.jsonl");
        var received = temp.Receive("b.jsonl", Papers(4));
        Assert.Empty(received.Problems);
        Assert.Equal("b.jsonl", temp.Archive.FindReview("conf/1")!.Digest.Name);
        Assert.Empty(temp.Archive.Check());
    }

    [Fact]
    public void WhenManyLinesAreWrongInOneWayTheProblemsAreBounded()
    {
        var received = temp.Receive("a.jsonl", string.Concat(Enumerable.Repeat("{\"id\":\"x\"}\n", 5000)) + TempArchive.Lines(Papers(1)));
        Assert.Equal(1, received.Reviews);
        Assert.InRange(received.Problems.Count, 1, 60);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void WhenReadingStopsHalfWayTheFirstBatchesAreThereAndTheRestComesNextTime(bool withIds)
    {
        var text = TempArchive.Lines(Papers(2500).Select(line => withIds ? line : line with { Id = null }));
        using var cancellation = new CancellationTokenSource();
        using var stream = new Tripwire(Encoding.UTF8.GetBytes(text), cancellation);
        Assert.ThrowsAny<OperationCanceledException>(() => temp.Intake.Receive(temp.Source, "a.jsonl", null, stream, cancellation.Token));
        Assert.InRange(temp.Archive.ReviewCount, 1000, 2400);
        Assert.Contains("a.jsonl", Assert.Single(temp.Archive.Check()), StringComparison.Ordinal);
        var versions = temp.Versions();
        Assert.Equal(2500, temp.Receive("a.jsonl", text).Reviews);
        var after = temp.Versions();
        Assert.All(versions, version => Assert.Equal(version.Value, after[version.Key]));
        Assert.Empty(temp.Archive.Check());
    }

    [Fact]
    public void WhenTheBytesCannotBeReadTheFailureIsToldAndNothingHalfWrittenStays()
    {
        using var stream = new Tripwire(Encoding.UTF8.GetBytes(TempArchive.Lines(Papers(2500))), () => throw new IOException("No space left."), 2);
        Assert.Throws<IOException>(() => temp.Intake.Receive(temp.Source, "a.jsonl", null, stream));
        Assert.Equal(0L, temp.Ask<long>("SELECT count(*) FROM documents"));
        Assert.Equal(2500, temp.Receive("a.jsonl", Papers(2500)).Reviews);
    }

    [Fact]
    public void WhenReadingStoppedHalfWayReadingAgainEndsIt()
    {
        using var cancellation = new CancellationTokenSource();
        using var stream = new Tripwire(Encoding.UTF8.GetBytes(TempArchive.Lines(Papers(2500))), cancellation);
        Assert.ThrowsAny<OperationCanceledException>(() => temp.Intake.Receive(temp.Source, "a.jsonl", null, stream, cancellation.Token));
        Assert.Equal(1, temp.Intake.ReadAgain());
        Assert.Equal(2500, temp.Archive.ReviewCount);
        Assert.Empty(temp.Archive.Check());
    }

    [Fact]
    public void WhenAnotherProcessReadsADocumentReadingAgainLeavesItAlone()
    {
        temp.Receive("a.jsonl", Papers(3));
        temp.Execute("UPDATE documents SET reader = 'older'");
        using (ReadingLock.Try(temp.Data, $"{temp.Source.Place}/a.jsonl"))
            Assert.Equal(0, temp.Intake.ReadAgain());
        Assert.Equal(1, temp.Intake.ReadAgain());
    }

    [Fact]
    public void WhenADocumentIsRemovedWhileItIsReadTheReadingStopsAndNothingComesBack()
    {
        using var stream = new Tripwire(Encoding.UTF8.GetBytes(TempArchive.Lines(Papers(2500))), () => temp.Intake.Remove(temp.Source, "a.jsonl"));
        Assert.Throws<ArchiveException>(() => temp.Intake.Receive(temp.Source, "a.jsonl", null, stream));
        Assert.Equal(0, temp.Archive.ReviewCount);
        Assert.Empty(temp.Archive.Check());
    }

    [Fact]
    public void WhenTheExportIsGivenToAnEmptyArchiveItAnswersTheSame()
    {
        temp.Receive("a.jsonl",
            new ReviewLine { Title = "One", Digest = "A", DigestUrl = "https://example.org/a", DigestPublished = new(2020, 3, 1), DigestFrom = "2020-01", DigestTo = "2020-02", DigestLanguage = "ru" },
            new ReviewLine { Title = "Two", Digest = "B", Authors = ["Ada Testwell"], Year = 2020, Text = "Текст с «кавычками»", Links = [new("code", "Code", null)], Ids = new("1912.00001") });
        temp.Receive("b.jsonl", Papers(3));
        using var other = new TempArchive();
        other.Receive("export.jsonl", TempArchive.Lines(temp.Archive.Export()));
        Assert.Empty(other.Archive.Problems(0, 10));
        Assert.Equal(temp.Archive.Export().Select(line => TempArchive.Lines(line)).Order(), other.Archive.Export().Select(line => TempArchive.Lines(line)).Order());
        Assert.Equal(temp.Archive.Digests(0, 10).Select(digest => (digest.Id, digest.Digest, digest.Reviews)),
            other.Archive.Digests(0, 10).Select(digest => (digest.Id, digest.Digest, digest.Reviews)));
    }
}

/// <summary>A stream that cannot seek.</summary>
internal sealed class OneWay(byte[] bytes) : MemoryStream(bytes)
{
    public override bool CanSeek => false;
}

/// <summary>A stream near the end of one of whose readings (1 hashes, 2 stores, 3 reads) something happens.</summary>
internal sealed class Tripwire(byte[] bytes, Action trip, int reading = 3) : MemoryStream(bytes)
{
    private int starts;

    public Tripwire(byte[] bytes, CancellationTokenSource cancellation) : this(bytes, cancellation.Cancel)
    {
    }

    public override int Read(byte[] buffer, int offset, int count) => Trip(base.Read(buffer, offset, Math.Min(count, 4096)));

    private int Trip(int read)
    {
        var before = Position - read;
        if (before == 0) starts++;
        if (starts == reading && before < Length * 9 / 10 && Position >= Length * 9 / 10) trip();
        return read;
    }
}
