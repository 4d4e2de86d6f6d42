using DigestSearch.Indexing;
using DigestSearch.Reviews;
using DigestSearch.Search;
using DigestSearch.Tests.Archive;
using DigestSearch.Tests.Support;
using DigestSearch.Worker;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;

namespace DigestSearch.Tests.Worker;

public sealed class IndexFollowerTests : IAsyncDisposable
{
    private readonly TempArchive archive = new();
    private readonly OwnerLock owner;
    private readonly IndexFollower follower;
    private readonly ReviewIndexReader reader;
    private readonly ReviewSearcher searcher;
    private readonly CancellationTokenSource stopping = new();
    private Task following = Task.CompletedTask;

    public IndexFollowerTests()
    {
        owner = OwnerLock.TryTake(archive.Data)!;
        follower = Follower(Vocabulary.Empty);
        reader = new ReviewIndexReader(owner.IndexPath);
        searcher = new ReviewSearcher(reader, Vocabulary.Empty);
    }

    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        await following;
        follower.Dispose();
        reader.Dispose();
        owner.Dispose();
        archive.Dispose();
        stopping.Dispose();
    }

    [Fact]
    public async Task WhatTheArchiveTakesInIsSearchableAndWhatItRemovesIsNot()
    {
        Start();
        Receive("a.md", "kedro");
        await Found("kedro", 1);
        Receive("a.md", "brova");
        await Found("brova", 1);
        await Found("kedro", 0);
        archive.Intake.Remove(archive.Source, "a.md");
        await Found("brova", 0);
    }

    [Fact]
    public async Task ADirectoryDeletedWhileItRunsIsBuiltAnewAndTheOldSnapshotAnswersMeanwhile()
    {
        Receive("a.md", "kedro");
        Start();
        await Found("kedro", 1);
        var before = reader.Status.Tag;
        Directory.Move(owner.IndexPath, owner.IndexPath + ".gone"); // At once, so that nothing is made anew in it meanwhile.
        Directory.Delete(owner.IndexPath + ".gone", recursive: true);
        Assert.Equal(1, Total("kedro"));
        await Eventually.IsAsync(() => reader.Status.Tag != before);
        Receive("b.md", "brova");
        await Found("brova", 1);
        Assert.Equal(1, Total("kedro"));
    }

    [Fact]
    public async Task ASegmentDeletedWhileItRunsIsNoticedAndNothingIsLost()
    {
        Receive("a.md", "kedro");
        Start();
        await Found("kedro", 1);
        foreach (var file in Directory.GetFiles(owner.IndexPath, "*.cfs")) File.Delete(file);
        await Eventually.IsAsync(() => Directory.Exists(owner.IndexPath + ".damaged") && Inspect().Kind is IndexStateKind.Ready);
        Receive("b.md", "brova");
        await Found("brova", 1);
        await Found("kedro", 1);
    }

    [Fact]
    public void AFailureIsToldAsWhatItWasWhicheverThreadItWasOn()
    {
        Receive("a.md", "kedro");
        using (var connection = new SqliteConnection($"Data Source={Path.Combine(archive.Data, "archive.db")};Pooling=False"))
        {
            connection.Open();
            using var spoil = connection.CreateCommand();
            spoil.CommandText = "UPDATE reviews SET body = json_set(body, '$.labs', json('[null]'))";
            Assert.Equal(1, spoil.ExecuteNonQuery());
        }
        Assert.Throws<NullReferenceException>(() => follower.CatchUp(anew: true, null, CancellationToken.None));
    }

    [Fact]
    public async Task AfterAFailureItGoesOnWithANewWriterAndNothingIsLost()
    {
        // A file where the directory should be: opening it fails until it is out of the way.
        await File.WriteAllTextAsync(owner.IndexPath, "", TestContext.Current.CancellationToken);
        Start();
        Receive("a.md", "kedro");
        await Eventually.IsAsync(() => follower.Failures > 0);
        File.Delete(owner.IndexPath);
        await Found("kedro", 1);
    }

    [Fact]
    public async Task AReviewThatCannotBeIndexedCostsOnlyItself()
    {
        archive.Receive("a.jsonl", new ReviewLine { Title = "Kedro" }, new ReviewLine { Title = "Poison", Id = new string('x', 1_001) }, new ReviewLine { Title = "Brova" });
        Start();
        await Eventually.IsAsync(() => reader.Status.Ready && reader.Status.Version == archive.Archive.Version);
        Assert.Equal((1, 0, 1), (Total("kedro"), Total("poison"), Total("brova")));
    }

    [Fact]
    public void AnotherVocabularyIsAnotherIndexAndTheOldOneAnswersUntilItIsWhole()
    {
        const int Several = 2_500; // More than one batch.
        archive.Receive("a.jsonl", Papers.Lines(Enumerable.Range(0, Several).Select(number => "word" + number)));
        follower.CatchUp(anew: false, null, TestContext.Current.CancellationToken);
        reader.Refresh();
        Assert.Equal(Several, Total("matters"));
        using var vocabulary = new Vocabularies();
        using var other = Follower(vocabulary.Shipped);
        var seen = new List<int>();
        var written = other.CatchUp(anew: false, new Seen(() =>
        {
            reader.Refresh();
            seen.Add(Total("matters"));
        }), TestContext.Current.CancellationToken);
        Assert.Equal(Several, written);
        Assert.Equal([Several], seen.Distinct());
        Assert.Equal(IndexStateKind.Ready, IndexState.Inspect(owner.IndexPath, IndexFingerprint.Of(vocabulary.Shipped), archive.Archive.Identity).Kind);
    }

    [Fact]
    public void AnIndexThatIsAheadOfTheArchiveIsBuiltAnew()
    {
        Receive("a.md", "kedro");
        var empty = IndexState.Inspect(owner.IndexPath, "", "");
        using (var writer = ReviewIndexWriter.Begin(owner, empty, archive.Archive.Identity, Vocabulary.Empty)) writer.Commit(archive.Archive.Version + 5);
        follower.CatchUp(anew: false, null, TestContext.Current.CancellationToken);
        reader.Refresh();
        Assert.Equal((1, archive.Archive.Version), (Total("kedro"), reader.Status.Version));
    }

    private IndexFollower Follower(Vocabulary vocabulary) =>
        new(archive.Archive, owner, vocabulary, new WorkerSettings { FollowInterval = TimeSpan.FromMilliseconds(50), CommitInterval = TimeSpan.Zero }, NullLogger<IndexFollower>.Instance);

    private void Start() => following = Task.Run(() => follower.FollowAsync(stopping.Token));

    private void Receive(string name, string word) => archive.Receive(name, Papers.Markdown(word, name));

    private int Total(string text) => searcher.Search(new ReviewQuery { Text = text }, TestContext.Current.CancellationToken).Total;

    private Task Found(string text, int total) => Eventually.IsAsync(() => reader.Status.Ready && Total(text) == total);

    private IndexState Inspect() => IndexState.Inspect(owner.IndexPath, IndexFingerprint.Of(Vocabulary.Empty), archive.Archive.Identity);

    private sealed class Seen(Action look) : IProgress<(int Done, int Of)>
    {
        public void Report((int Done, int Of) value) => look();
    }

    private sealed class Vocabularies : IDisposable
    {
        private readonly TempFolder folder = new();

        public Vocabularies()
        {
            var shipped = Path.Combine(Path.GetDirectoryName(Executable.File)!, "vocabulary");
            foreach (var file in Directory.GetFiles(shipped)) File.Copy(file, folder[Path.GetFileName(file)]);
            Shipped = Vocabulary.Load(folder.Path);
        }

        public Vocabulary Shipped { get; }

        public void Dispose() => folder.Dispose();
    }
}
