using DigestSearch.Archive;
using DigestSearch.Reviews;

namespace DigestSearch.Tests.Archive;

public sealed class SourceIdentityTests : IDisposable
{
    private readonly TempArchive temp = new();
    private readonly string text = TempArchive.Lines(new ReviewLine { Title = "One" }, new ReviewLine { Title = "Two" });

    public void Dispose() => temp.Dispose();

    private Source Folder(string name, bool exists = true)
    {
        var place = Path.Combine(temp.Folder, name);
        if (exists) Directory.CreateDirectory(place);
        return new(SourceKind.Folder, place);
    }

    [Fact]
    public void WhenAFolderGivenByHandIsFollowedLaterItIsTheSameSource()
    {
        var given = temp.Receive("a.jsonl", text, temp.Hand);
        Assert.Equal(SourceKind.Hand, Assert.Single(temp.Archive.Documents(temp.Source)).Kind);
        var followed = temp.Receive("a.jsonl", text, temp.Source with { Place = temp.Source.Place + "/" });
        Assert.Equal((IntakeOutcome.Unchanged, given.DigestId), (followed.Outcome, followed.DigestId));
        Assert.Equal(SourceKind.Folder, Assert.Single(temp.Archive.Documents(temp.Source)).Kind);
        temp.Receive("a.jsonl", text, temp.Hand);
        Assert.Equal(SourceKind.Folder, Assert.Single(temp.Archive.Documents(temp.Source)).Kind);
    }

    [Fact]
    public void WhenAFileGivenByHandLiesDeepInAFollowedFolderItIsTheSameDocument()
    {
        var inner = temp.Hand with { Place = Path.Combine(temp.Hand.Place, "2020") };
        var ids = temp.Receive("a.jsonl", text, inner).DigestId;
        var followed = temp.Receive("2020/a.jsonl", text);
        Assert.Equal((IntakeOutcome.Unchanged, ids), (followed.Outcome, followed.DigestId));
        Assert.Equal("2020/a.jsonl", Assert.Single(temp.Archive.Documents(temp.Source)).Name);
        Assert.Equal(IntakeOutcome.Unchanged, temp.Receive("a.jsonl", text, inner).Outcome);
        Assert.Equal(2, temp.Archive.ReviewCount);
    }

    [Fact]
    public void WhenAFolderWasMovedItsDocumentsKeepTheirIds()
    {
        var old = Folder("old", exists: false);
        temp.Receive("a.jsonl", text, old);
        var ids = temp.Ids();
        var moved = temp.Receive("a.jsonl", text);
        Assert.Equal(IntakeOutcome.Unchanged, moved.Outcome);
        Assert.Equal(ids, temp.Ids());
        Assert.Empty(temp.Archive.Documents(old));
        Assert.Single(temp.Archive.Documents(temp.Source));
    }

    [Fact]
    public void WhenTheOtherFolderIsStillThereItsDocumentIsNotTaken()
    {
        temp.Receive("a.jsonl", text, Folder("old"));
        Assert.Equal(IntakeOutcome.Added, temp.Receive("a.jsonl", text).Outcome);
        Assert.Equal(4, temp.Archive.ReviewCount);
    }

    [Fact]
    public void WhenTwoVanishedFoldersHeldTheFileNoneIsTaken()
    {
        temp.Receive("a.jsonl", text, Folder("old", exists: false));
        // The second one arrives while the first one's folder is there.
        Directory.CreateDirectory(Path.Combine(temp.Folder, "old"));
        temp.Receive("a.jsonl", text, Folder("older", exists: false));
        Directory.Delete(Path.Combine(temp.Folder, "old"));
        Assert.Equal(IntakeOutcome.Added, temp.Receive("a.jsonl", text).Outcome);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void WhenAFileIsRenamedItIsKnownByItsBytesWhicheverIsToldFirst(bool removalFirst)
    {
        temp.Receive("a.jsonl", text);
        var ids = temp.Ids();
        if (removalFirst) Assert.True(temp.Intake.Remove(temp.Source, "a.jsonl"));
        temp.Receive("b.jsonl", text);
        Assert.False(temp.Intake.Remove(temp.Source, "a.jsonl"));
        Assert.Equal(ids, temp.Ids());
        Assert.Equal("b.jsonl", Assert.Single(temp.Archive.Documents(temp.Source)).Name);
    }

    [Fact]
    public void WhenAFileIsCopiedTheCopyIsADigestOfItsOwn()
    {
        File.WriteAllText(Path.Combine(temp.Source.Place, "a.jsonl"), text);
        temp.Receive("a.jsonl", text);
        Assert.Equal(IntakeOutcome.Added, temp.Receive("b.jsonl", text).Outcome);
        Assert.Equal(4, temp.Archive.ReviewCount);
    }

    [Fact]
    public void WhenTheSameBytesArePostedUnderAnotherNameTheFirstPostAnswers()
    {
        var first = temp.Receive("a.jsonl", text, Source.Posts);
        var second = temp.Receive("b.jsonl", text, Source.Posts);
        Assert.Equal((IntakeOutcome.Unchanged, first.DigestId), (second.Outcome, second.DigestId));
        Assert.Equal("a.jsonl", Assert.Single(temp.Archive.Documents(Source.Posts)).Name);
    }

    [Fact]
    public void WhenAPostHasTheBytesOfAFolderItIsKeptBesideIt()
    {
        temp.Receive("a.jsonl", text);
        Assert.Equal(IntakeOutcome.Added, temp.Receive("a.jsonl", text, Source.Posts).Outcome);
    }

    [Fact]
    public void WhenOtherBytesArePostedUnderAKnownNameTheDigestChanges()
    {
        var first = temp.Receive("a.jsonl", text, Source.Posts);
        var second = temp.Receive("a.jsonl", TempArchive.Lines(new ReviewLine { Title = "One" }), Source.Posts);
        Assert.Equal((IntakeOutcome.Changed, first.DigestId, 1), (second.Outcome, second.DigestId, second.Reviews));
    }

    [Fact]
    public void WhenADigestWasPostedOrGivenByHandItCanBeRemoved()
    {
        foreach (var source in new[] { Source.Posts, temp.Hand })
        {
            var id = temp.Receive("a.jsonl", text, source).DigestId!;
            Assert.Equal(Removal.Removed, temp.Intake.RemoveDigest(id));
            Assert.Null(temp.Archive.FindDigest(id));
            Assert.Equal(Removal.NotFound, temp.Intake.RemoveDigest(id));
            Assert.Equal(0, temp.Archive.ReviewCount);
            Assert.Equal(id, temp.Receive("a.jsonl", text, source).DigestId);
            temp.Intake.Remove(source, "a.jsonl");
        }
    }

    [Fact]
    public void WhenAFolderHoldsADigestItIsNotRemovedUntilItsFileIsGone()
    {
        var file = Path.Combine(temp.Source.Place, "a.jsonl");
        File.WriteAllText(file, text);
        var id = temp.Receive("a.jsonl", text).DigestId!;
        Assert.Equal(Removal.HeldByFolder, temp.Intake.RemoveDigest(id));
        Assert.Equal(2, temp.Archive.ReviewCount);
        File.Delete(file);
        Assert.Equal(Removal.Removed, temp.Intake.RemoveDigest(id));
    }

    [Fact]
    public void WhenAllDigestsOfAPostWereRemovedTheSamePostBringsThemBack()
    {
        ReviewLine[] lines = [new() { Title = "One", Digest = "A" }, new() { Title = "Two", Digest = "B" }];
        temp.Receive("a.jsonl", TempArchive.Lines(lines), Source.Posts);
        var ids = temp.Ids();
        foreach (var digest in temp.Archive.Digests(0, 2)) temp.Intake.RemoveDigest(digest.Id);
        Assert.Empty(temp.Archive.Documents(Source.Posts));
        temp.Receive("a.jsonl", TempArchive.Lines(lines), Source.Posts);
        Assert.Equal(ids, temp.Ids());
    }

    [Fact]
    public void WhenOneDigestOfSeveralIsRemovedItStaysAwayUntilOtherBytesCome()
    {
        ReviewLine[] lines = [new() { Title = "One", Digest = "A" }, new() { Title = "Two", Digest = "B" }];
        var received = temp.Receive("a.jsonl", TempArchive.Lines(lines), Source.Posts);
        temp.Intake.RemoveDigest(received.DigestId!);
        temp.Execute("UPDATE documents SET reader = 'older'");
        temp.Intake.ReadAgain();
        Assert.Equal(["Two"], temp.Ids().Keys);
        temp.Receive("a.jsonl", TempArchive.Lines([.. lines, new() { Title = "Three", Digest = "B" }]), Source.Posts);
        Assert.Equal(["One", "Three", "Two"], temp.Ids().Keys.Order());
    }
}
