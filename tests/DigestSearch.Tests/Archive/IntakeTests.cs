using DigestSearch.Archive;
using DigestSearch.Reviews;

namespace DigestSearch.Tests.Archive;

/// <summary>Whole documents: Markdown in the numbered shape.</summary>
public sealed class IntakeTests : IDisposable
{
    private const string Alpha = "Alpha Networks for Small Birds", Beta = "Beta Transformers Revisited", Gamma = "Gamma Rays of Attention";
    private readonly TempArchive temp = new();

    public void Dispose() => temp.Dispose();

    private static string Digest(string title, params (string Title, string Text)[] reviews) =>
        $"# {title}\n\n" + string.Concat(reviews.Select((review, index) =>
            $"## {index + 1}. {review.Title}\n\nAuthors: Ada Testwell, Bob Samplov (Sample University, 2020)\n\n{review.Text}\n\n"));

    private static (string, string) R(string title, string? text = null) => (title, text ?? $"A long and patient text about {title}, what it tries and where it fails.");

    [Fact]
    public void WhenADocumentIsNewItsReviewsAreThere()
    {
        var received = temp.Receive("a.md", Digest("Papers of May 2020", R(Alpha), R(Beta)));
        Assert.Equal((IntakeOutcome.Added, 2), (received.Outcome, received.Reviews));
        Assert.Equal(temp.Archive.Version, received.Version);
        Assert.Equal([Alpha, Beta], temp.Archive.FindDigest(received.DigestId!)!.Reviews.Select(review => review.Title));
        Assert.All(temp.Ids().Values.Append(received.DigestId!), id => Assert.Matches("^[a-z2-7]{16}$", id));
    }

    [Fact]
    public void WhenNothingChangedNothingHappens()
    {
        var text = Digest("Papers of May 2020", R(Alpha), R(Beta));
        var first = temp.Receive("a.md", text);
        var second = temp.Receive("a.md", text);
        Assert.Equal(first with { Outcome = IntakeOutcome.Unchanged, Problems = second.Problems }, second);
        Assert.Equal(first.Problems, second.Problems);
        Assert.Equal(2, temp.Archive.Version);
    }

    [Fact]
    public void WhenADigestIsEditedOnlyWhatChangedGetsANewVersion()
    {
        temp.Receive("a.md", Digest("Papers of May 2020", R(Alpha), R(Beta)));
        var (ids, versions) = (temp.Ids(), temp.Versions());
        var received = temp.Receive("a.md", Digest("Papers of May 2020", R(Alpha), R(Beta, "Quite another text about the same paper."), R(Gamma)));
        Assert.Equal((IntakeOutcome.Changed, 3), (received.Outcome, received.Reviews));
        Assert.Equal(versions[Alpha], temp.Versions()[Alpha]);
        Assert.True(temp.Versions()[Beta] > versions[Beta]);
        Assert.Equal((ids[Alpha], ids[Beta]), (temp.Ids()[Alpha], temp.Ids()[Beta]));
    }

    [Fact]
    public void WhenADigestIsReorderedAndRetitledTheIdsStay()
    {
        temp.Receive("a.md", Digest("Papers of May 2020", R(Alpha), R(Beta), R(Gamma)));
        var ids = temp.Ids();
        temp.Receive("a.md", Digest("Papers of May 2020", R(Gamma), R(Alpha), R("A New Title for Beta", R(Beta).Item2)));
        Assert.Equal((ids[Alpha], ids[Gamma], ids[Beta]), (temp.Ids()[Alpha], temp.Ids()[Gamma], temp.Ids()["A New Title for Beta"]));
    }

    [Fact]
    public void WhenAReviewIsTakenOutItLeavesATombstone()
    {
        temp.Receive("a.md", Digest("Papers of May 2020", R(Alpha), R(Beta)));
        var beta = temp.Ids()[Beta];
        var before = temp.Archive.Version;
        temp.Receive("a.md", Digest("Papers of May 2020", R(Alpha)));
        var change = Assert.Single(temp.Archive.Changes(before, 10));
        Assert.Equal((beta, null), (change.Id, change.Review));
        Assert.Null(temp.Archive.FindReview(beta));
        Assert.Equal(1, temp.Archive.ReviewCount);
    }

    [Fact]
    public void WhenTheFactsOfADigestChangeAllItsReviewsGetNewVersions()
    {
        temp.Receive("a.md", Digest("Papers of May 2020", R(Alpha), R(Beta)));
        var before = temp.Archive.Version;
        temp.Receive("a.md", Digest("The papers of May 2020", R(Alpha), R(Beta)));
        var changes = temp.Archive.Changes(before, 10);
        Assert.Equal([Alpha, Beta], changes.Select(change => change.Review!.Review.Title).Order());
        Assert.All(changes, change => Assert.Equal("The papers of May 2020", change.Review!.Digest.Digest.Title));
    }

    [Fact]
    public void WhenAFileIsRemovedAndPutBackEvenItsEditedReviewsHaveTheirIdsAgain()
    {
        temp.Receive("a.md", Digest("Papers of May 2020", R(Alpha), R(Beta)));
        var edited = Digest("Papers of May 2020", R("A New Title for Alpha", R(Alpha).Item2), R(Beta));
        var digest = temp.Receive("a.md", edited).DigestId;
        var ids = temp.Ids();
        Assert.True(temp.Intake.Remove(temp.Source, "a.md"));
        Assert.Equal((0, 0), (temp.Archive.ReviewCount, temp.Archive.DigestCount));
        Assert.False(temp.Intake.Remove(temp.Source, "a.md"));
        var again = temp.Receive("a.md", edited);
        Assert.Equal((IntakeOutcome.Added, digest), (again.Outcome, again.DigestId));
        Assert.Equal(ids, temp.Ids());
    }

    [Fact]
    public void WhenTwoReviewsShareATitleTheirIdsDiffer()
    {
        var received = temp.Receive("a.md", Digest("Papers of May 2020", R(Alpha, "One view of it, in a few friendly words."), R(Alpha, "Another view of it, not so friendly at all.")));
        Assert.Equal(2, temp.Archive.FindDigest(received.DigestId!)!.Reviews.Select(review => review.Id).Distinct().Count());
    }

    [Fact]
    public void WhenTwoSourcesHaveAFileOfTheSameNameTheyAreTwoDigests()
    {
        var other = new Source(SourceKind.Folder, Directory.CreateDirectory(Path.Combine(temp.Folder, "others")).FullName);
        var one = temp.Receive("a.md", Digest("Papers of May 2020", R(Alpha)));
        var two = temp.Receive("a.md", Digest("Papers of May 2020", R(Alpha, "Quite another text about the same paper.")), other);
        Assert.NotEqual(one.DigestId, two.DigestId);
        Assert.Equal(2, temp.Live().Select(change => change.Id).Distinct().Count());
    }

    [Fact]
    public void WhenADocumentGivesNoReviewItsProblemsAreKeptAndItIsNoDigest()
    {
        var received = temp.Receive("a.md", "");
        Assert.Equal((null, 0), (received.DigestId, received.Reviews));
        Assert.NotEmpty(received.Problems);
        Assert.Equal((0, received.Problems.Count), (temp.Archive.DigestCount, temp.Archive.ProblemCount));
        Assert.Equal(IntakeOutcome.Unchanged, temp.Receive("a.md", "").Outcome);
        Assert.Equal("a.md", Assert.Single(temp.Archive.Documents(temp.Source)).Name);
        temp.Intake.Remove(temp.Source, "a.md");
        Assert.Equal(0, temp.Archive.ProblemCount);
        Assert.Empty(temp.Archive.Documents(temp.Source));
    }

    [Fact]
    public void WhenADocumentIsTooLargeOnlyAProblemIsKept()
    {
        var text = new string('x', (32 << 20) + 1);
        var received = temp.Receive("a.md", text);
        Assert.Equal("document-too-large", Assert.Single(received.Problems).Code);
        Assert.Equal(0L, temp.Ask<long>("SELECT count(*) FROM contents"));
        Assert.Equal(IntakeOutcome.Unchanged, temp.Receive("a.md", text).Outcome);
        Assert.Equal(IntakeOutcome.Changed, temp.Receive("a.md", Digest("Papers of May 2020", R(Alpha))).Outcome);
        Assert.Equal(0, temp.Archive.ProblemCount);
    }

    [Fact]
    public void WhenAReadDocumentBecomesTooLargeItsReviewsStay()
    {
        temp.Receive("a.md", Digest("Papers of May 2020", R(Alpha)));
        Assert.Equal(1, temp.Receive("a.md", new string('x', (32 << 20) + 1)).Reviews);
        Assert.Equal((1, 1), (temp.Archive.ReviewCount, temp.Archive.ProblemCount));
    }

    [Fact]
    public void WhenTheReaderIsAnotherTheStoredBytesAreReadAgainAndIdsStay()
    {
        var text = Digest("Papers of May 2020", R(Alpha), R(Beta));
        temp.Receive("a.md", text);
        temp.Receive("b.jsonl", new ReviewLine { Title = Gamma });
        var (ids, version) = (temp.Ids(), temp.Archive.Version);
        temp.Execute("UPDATE documents SET reader = 'older'; UPDATE reviews SET body = json_set(body, '$.text', 'read badly')");
        var progress = new List<(int, int)>();
        Assert.Equal(2, temp.Intake.ReadAgain(new Progress(progress.Add)));
        Assert.Equal([(1, 2), (2, 2)], progress);
        Assert.Equal(ids, temp.Ids());
        Assert.Equal(3, temp.Archive.Changes(version, 10).Count);
        Assert.DoesNotContain(temp.Live(), change => change.Review!.Review.Text == "read badly");
        Assert.Equal(0, temp.Intake.ReadAgain());
        Assert.Equal(IntakeOutcome.Unchanged, temp.Receive("a.md", text).Outcome);
    }

    [Fact]
    public void WhenReadingAgainIsCancelledItStopsBetweenDocuments()
    {
        temp.Receive("a.md", Digest("Papers of May 2020", R(Alpha)));
        temp.Receive("b.md", Digest("Papers of June 2020", R(Beta)));
        temp.Execute("UPDATE documents SET reader = 'older'");
        using var cancellation = new CancellationTokenSource();
        Assert.Throws<OperationCanceledException>(() => temp.Intake.ReadAgain(new Progress(_ => cancellation.Cancel()), cancellation.Token));
        Assert.Equal(1L, temp.Ask<long>("SELECT count(*) FROM documents WHERE reader = 'older'"));
    }

    [Fact]
    public void WhenManyWriteAtOnceVersionsAreUniqueAndNothingIsLost()
    {
        Parallel.For(0, 40, new ParallelOptions { MaxDegreeOfParallelism = 8 }, number =>
        {
            using var archive = ReviewArchive.Open(temp.Data);
            var intake = new Intake(archive, new(Vocabulary.Empty));
            intake.Receive(temp.Source, $"{number}.md", null, new MemoryStream(System.Text.Encoding.UTF8.GetBytes(
                Digest($"Papers of day {number}", R($"{Alpha} {number}"), R($"{Beta} {number}")))));
        });
        Assert.Equal(80, temp.Live().Count);
        Assert.Equal(80, temp.Archive.Version);
        Assert.Empty(temp.Archive.Check());
    }

    private sealed class Progress(Action<(int, int)> report) : IProgress<(int Done, int Of)>
    {
        public void Report((int Done, int Of) value) => report(value);
    }

    [Theory]
    [InlineData("a.md", null, "b.jsonl", null)]
    [InlineData("a.jsonl", null, "a.html", null)]
    [InlineData("post-1", "text/plain", "post-1.jsonl", "application/x-ndjson")]
    public void WhatWasPostedAsTheWrongThingIsReadWhenItIsPostedAsTheRightOne(string wrong, string? wrongType, string right, string? rightType)
    {
        var lines = TempArchive.Lines(new ReviewLine { Title = Alpha }, new ReviewLine { Title = Beta });
        var text = right.EndsWith(".jsonl", StringComparison.Ordinal) ? lines : "<h1>Papers of May 2020</h1>" + string.Concat(new[] { Alpha, Beta }.Select((title, at) => $"<h2>{at + 1}. {title}</h2><p>Authors: Ada Testwell (Sample University, 2020)</p><p>A long and patient text about {title}.</p>"));
        Received Post(string name, string? type) => temp.Intake.Receive(Source.Posts, name, type, new MemoryStream(System.Text.Encoding.UTF8.GetBytes(text)));
        Assert.Equal(0, Post(wrong, wrongType).Reviews);
        Assert.Equal((IntakeOutcome.Changed, 2), (Post(right, rightType) is var received ? received.Outcome : default, received.Reviews));
        Assert.Equal([Alpha, Beta], temp.Ids().Keys.Order(StringComparer.Ordinal));
        Assert.Equal(IntakeOutcome.Unchanged, Post(right, rightType).Outcome);
        Assert.Equal(1, temp.Ask<long>("SELECT count(*) FROM documents"));
    }

    [Fact]
    public void WhatIsRenamedToAnotherFormatIsReadAgainAndNothingOfTheOldReadingStays()
    {
        var lines = TempArchive.Lines(new ReviewLine { Title = Alpha, Digest = "One" }, new ReviewLine { Title = Beta, Digest = "Two" });
        Assert.Equal(2, temp.Receive("a.jsonl", lines).Reviews);
        Assert.Equal(0, temp.Receive("a.md", lines).Reviews);
        Assert.Empty(temp.Ids());
        Assert.Equal(2, temp.Receive("b.jsonl", lines).Reviews);
    }
}
