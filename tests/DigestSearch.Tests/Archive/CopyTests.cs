using DigestSearch.Archive;
using DigestSearch.Reviews;

namespace DigestSearch.Tests.Archive;

public sealed class CopyTests : IDisposable
{
    private readonly TempArchive temp = new();

    public void Dispose() => temp.Dispose();

    private static readonly string English = Digest("Papers of May 2032", number =>
        $"In this review number {number} we read how lamps number {number} are lit at noon, why it is of so little use, and what number {number} is worth.");

    private static readonly string Russian = Digest("Статьи за май 2032", number =>
        $"В этом разборе номер {number} мы читаем, как лампы номер {number} зажигают в полдень, почему от этого так мало толку и чего стоит номер {number}.");

    private static string Digest(string title, Func<int, string> text, int count = 4) => $"# {title}\n\n" + string.Concat(Enumerable.Range(1, count).Select(number =>
        $"## {number}. The Lamps of Noon, Part {number}\n\nAuthors: Ada Testwell, Bo Nowhere (Sample University, 2031)\n\nReviewer: noon-desk\n\n{text(number)}\n\n"));

    private static string Single(string text) => Digest("A single paper", _ => text, 1);

    private Problem? Told(string name) => temp.Archive.Problems(0, 100).Select(problem => problem.Problem).SingleOrDefault(problem => problem.Code == "copy-of-digest" && problem.File == name);

    [Fact]
    public void WhenADocumentIsPostedThatLiesInAFolderItIsThereOnce()
    {
        var first = temp.Receive("a.md", English);
        var version = temp.Archive.Version;
        var posted = temp.Receive("posted.md", English, Source.Posts);
        Assert.Equal((IntakeOutcome.Added, true, first.DigestId, 4), (posted.Outcome, posted.IsCopy, posted.DigestId, posted.Reviews));
        Assert.Equal((1, 4, version), (temp.Archive.DigestCount, temp.Archive.ReviewCount, temp.Archive.Version));
        var told = Told("posted.md")!;
        Assert.Equal(told, Assert.Single(posted.Problems));
        Assert.Contains("“Papers of May 2032” of a.md byte for byte", told.Message);
        Assert.EndsWith(".", told.Message);
        Assert.EndsWith(".", told.Hint);
        // The bytes are kept as received.
        Assert.Equal(2L, temp.Ask<long>("SELECT count(*) FROM contents"));
        Assert.Equal((IntakeOutcome.Unchanged, true, first.DigestId), (temp.Receive("posted.md", English, Source.Posts) is var again ? again.Outcome : default, again.IsCopy, again.DigestId));
        Assert.Empty(temp.Archive.Check());
    }

    [Theory]
    [InlineData("mirror.txt", "in nearly the same words")]
    [InlineData("translation.md", "in another language")]
    public void WhenADigestIsMirroredOrTranslatedTheLaterOneIsTold(string name, string how)
    {
        temp.Receive("a.md", English);
        temp.Receive(name, name == "mirror.txt" ? English.Replace("## ", "").Replace("so little", "little") : Russian);
        Assert.Equal((1, 4), (temp.Archive.DigestCount, temp.Archive.ReviewCount));
        Assert.Contains(how, Told(name)!.Message);
        Assert.Null(Told("a.md"));
    }

    [Fact]
    public void WhenTheOriginalGoesTheCopyTakesItsPlace()
    {
        temp.Receive("a.md", English);
        temp.Receive("b.md", Russian, Source.Posts);
        temp.Receive("c.md", English, Source.Posts);
        Assert.Equal(4, temp.Archive.ReviewCount);
        var before = temp.Archive.Version;
        Assert.True(temp.Intake.Remove(temp.Source, "a.md"));
        // The first of the copies comes alive, and the other is one of it now.
        Assert.Equal((1, 4), (temp.Archive.DigestCount, temp.Archive.ReviewCount));
        Assert.Equal("b.md", Assert.Single(temp.Archive.Digests(0, 10)).Name);
        Assert.Null(Told("b.md"));
        Assert.Contains("of b.md in another language", Told("c.md")!.Message);
        Assert.Equal(8, temp.Archive.Changes(before, 100).Count);
        Assert.Equal(Removal.Removed, temp.Intake.RemoveDigest(temp.Archive.Digests(0, 1)[0].Id));
        Assert.Equal("c.md", Assert.Single(temp.Archive.Digests(0, 10)).Name);
        Assert.Equal(0, temp.Archive.ProblemCount);
        Assert.Empty(temp.Archive.Check());
    }

    [Fact]
    public void WhenTheOriginalComesBackItIsTheCopyAndIdsStay()
    {
        var a = temp.Receive("a.md", English).DigestId;
        temp.Receive("b.md", English, Source.Posts);
        temp.Intake.Remove(temp.Source, "a.md");
        var (b, ids) = (temp.Archive.Digests(0, 1)[0].Id, temp.Ids());
        Assert.NotEqual(a, b);
        Assert.Equal(b, temp.Receive("a.md", English).DigestId);
        Assert.Equal(ids, temp.Ids());
        temp.Intake.Remove(Source.Posts, "b.md");
        Assert.Equal(a, temp.Archive.Digests(0, 1)[0].Id);
        temp.Receive("b.md", English, Source.Posts);
        temp.Intake.Remove(temp.Source, "a.md");
        Assert.Equal(ids, temp.Ids());
    }

    [Fact]
    public void WhenTheOriginalIsEditedIntoSomethingElseBothAreThere()
    {
        temp.Receive("a.md", English);
        temp.Receive("b.md", English, Source.Posts);
        temp.Receive("a.md", English.Replace("so little", "little"));
        Assert.Equal((1, 4), (temp.Archive.DigestCount, temp.Archive.ReviewCount));
        Assert.Contains("in nearly the same words", Told("b.md")!.Message);
        temp.Receive("a.md", Digest("Papers of May 2032", number => $"Quite another text, the {number}th of its kind, in which nothing is said of what was said before."));
        Assert.Equal((2, 8, 0), (temp.Archive.DigestCount, temp.Archive.ReviewCount, temp.Archive.ProblemCount));
    }

    [Fact]
    public void WhenTheProgramIsKilledBeforeTheCopyIsReadTheNextStartReadsIt()
    {
        temp.Receive("a.md", English);
        temp.Receive("b.md", English, Source.Posts);
        // As the archive is between the removal and the reading.
        temp.Intake.Remove(Source.Posts, "b.md");
        temp.Receive("b.md", English, Source.Posts);
        temp.Execute("UPDATE documents SET state = 'partial' WHERE name = 'b.md'; UPDATE documents SET state = 'removed' WHERE name = 'a.md'; " +
            "UPDATE reviews SET deleted = 1, body = NULL; UPDATE digests SET reviews = 0");
        temp.Reopen();
        Assert.Equal(1, temp.Intake.ReadAgain());
        Assert.Equal("b.md", Assert.Single(temp.Archive.Digests(0, 10)).Name);
    }

    [Fact]
    public void WhenAnOlderArchiveHoldsADocumentTwiceReadingAgainKeepsTheEarlier()
    {
        temp.Receive("a.md", English);
        temp.Receive("b.md", Digest("Papers of May 2032", number => $"Another text, the {number}th of its kind, in which nothing is said of that."), Source.Posts);
        temp.Execute("UPDATE contents SET bytes = (SELECT bytes FROM contents WHERE document = 1); UPDATE documents SET reader = 'older', sha256 = (SELECT sha256 FROM documents WHERE id = 1)");
        Assert.Equal(8, temp.Archive.ReviewCount);
        Assert.Equal(2, temp.Intake.ReadAgain());
        Assert.Equal("a.md", Assert.Single(temp.Archive.Digests(0, 10)).Name);
        Assert.NotNull(Told("b.md"));
    }

    [Fact]
    public void WhenTwoFilesReviewOnePaperOnlyTheSameTextIsACopy()
    {
        temp.Receive("a.md", Single("A friendly text of some words about lamps at noon."));
        temp.Receive("b.md", Single("A friendly text of other words about lamps at noon."));
        Assert.Equal(2, temp.Archive.ReviewCount);
        temp.Receive("c.md", Single("A friendly text of some words about lamps at noon.") + "\n");
        Assert.Equal(2, temp.Archive.ReviewCount);
        Assert.NotNull(Told("c.md"));
    }

    [Fact]
    public void WhenTheSameIsGivenAsLinesItIsNoCopy()
    {
        temp.Receive("a.md", English);
        var lines = TempArchive.Lines(temp.Archive.Export().Select(line => line with { Id = null, DigestId = null }));
        temp.Receive("b.jsonl", lines);
        temp.Receive("c.jsonl", lines + "\n");
        Assert.Equal((12, 0), (temp.Archive.ReviewCount, temp.Archive.ProblemCount));
        temp.Intake.Remove(temp.Source, "a.md");
        temp.Receive("a.md", English);
        Assert.Equal(12, temp.Archive.ReviewCount);
    }

    [Fact]
    public void WhenDocumentsGiveNoReviewTheyAreNoCopies()
    {
        temp.Receive("a.md", "Just a line.");
        temp.Receive("b.md", "Just a line.");
        Assert.DoesNotContain(temp.Archive.Problems(0, 10), problem => problem.Problem.Code == "copy-of-digest");
    }
}
