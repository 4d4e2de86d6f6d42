using DigestSearch.Archive;
using DigestSearch.Reviews;
using Microsoft.Data.Sqlite;

namespace DigestSearch.Tests.Archive;

public sealed class ReviewArchiveTests : IDisposable
{
    private readonly TempArchive temp = new();

    public void Dispose() => temp.Dispose();

    [Fact]
    public void WhenAnArchiveIsNewItIsEmptyAndHasAnIdentityThatStays()
    {
        var identity = temp.Archive.Identity;
        temp.Reopen();
        Assert.Equal(identity, temp.Archive.Identity);
        Assert.NotEmpty(identity);
        Assert.Equal((0L, 0, 0, 0), (temp.Archive.Version, temp.Archive.ReviewCount, temp.Archive.DigestCount, temp.Archive.ProblemCount));
        using var other = new TempArchive();
        Assert.NotEqual(identity, other.Archive.Identity);
    }

    [Fact]
    public void WhenTheSchemaIsNewerTheArchiveIsRefusedWithBothVersions()
    {
        temp.Execute("PRAGMA user_version = 999");
        var refusal = Assert.Throws<ArchiveException>(temp.Reopen);
        Assert.Contains("999", refusal.Message);
        Assert.Contains($"up to {SchemaScripts.All.Count}.", refusal.Message);
    }

    [Fact]
    public void WhenTheSchemaIsOlderOnlyTheMissingScriptsRun()
    {
        var folder = Path.Combine(temp.Folder, "older");
        string[] first = ["CREATE TABLE one (id INTEGER)"];
        ArchiveFile.Open(folder, first).Dispose();
        ArchiveFile.Open(folder, [.. first, "CREATE TABLE two (id INTEGER); INSERT INTO two VALUES (2)"]).Dispose();
        using var connection = new SqliteConnection($"Data Source={Path.Combine(folder, "archive.db")};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT id + (SELECT user_version FROM pragma_user_version) FROM two";
        Assert.Equal(4L, command.ExecuteScalar());
    }

    [Fact]
    public void WhenAScriptFailsTheOldSchemaStays()
    {
        var folder = Path.Combine(temp.Folder, "failing");
        string[] first = ["CREATE TABLE one (id INTEGER)"];
        ArchiveFile.Open(folder, first).Dispose();
        Assert.Throws<SqliteException>(() => ArchiveFile.Open(folder, [.. first, "CREATE TABLE two (id INTEGER); SELECT missing FROM nowhere"]));
        ArchiveFile.Open(folder, first).Dispose();
    }

    [Fact]
    public void WhenTheFileIsNoDatabaseItIsRefusedInAWholeSentence()
    {
        var folder = Directory.CreateDirectory(Path.Combine(temp.Folder, "no-database")).FullName;
        File.WriteAllText(Path.Combine(folder, "archive.db"), new string('x', 5000));
        Assert.EndsWith(".", Assert.Throws<ArchiveException>(() => ReviewArchive.Open(folder)).Message);
    }

    [Fact]
    public void WhenTheDatabaseIsOfSomethingElseItIsRefused()
    {
        var folder = Directory.CreateDirectory(Path.Combine(temp.Folder, "other")).FullName;
        using (var connection = new SqliteConnection($"Data Source={Path.Combine(folder, "archive.db")};Pooling=False"))
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "CREATE TABLE recipes (id INTEGER)";
            command.ExecuteNonQuery();
        }
        Assert.Contains("not an archive", Assert.Throws<ArchiveException>(() => ReviewArchive.Open(folder)).Message);
    }

    [Fact]
    public void WhenManyProcessesOpenANewArchiveAtOnceItIsCreatedOnce()
    {
        var folder = Path.Combine(temp.Folder, "together");
        var identities = Enumerable.Range(0, 8).AsParallel().WithDegreeOfParallelism(8).Select(_ =>
        {
            using var archive = ReviewArchive.Open(folder);
            return archive.Identity;
        }).ToList();
        Assert.Single(identities.Distinct());
    }

    [Fact]
    public void WhenConnectionsAreOpenedTheyAreDurableAndKeepReferences()
    {
        using var connection = temp.Archive.File.Connect();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT (SELECT journal_mode FROM pragma_journal_mode) || (SELECT synchronous FROM pragma_synchronous) || (SELECT foreign_keys FROM pragma_foreign_keys)";
        Assert.Equal("wal21", command.ExecuteScalar());
    }

    [Fact]
    public void WhenChangesArePagedEachReviewComesOnceInTheOrderOfVersions()
    {
        temp.Receive("a.jsonl", [.. Enumerable.Range(1, 25).Select(number => new ReviewLine { Title = $"Paper {number}" })]);
        var seen = new List<ReviewChange>();
        for (IReadOnlyList<ReviewChange> page = [new(0, "", null)]; page.Count > 0;)
            seen.AddRange(page = temp.Archive.Changes(seen.Count > 0 ? seen[^1].Version : 0, 10));
        Assert.Equal(25, seen.Count);
        Assert.Equal(seen.Select(change => change.Version).Order(), seen.Select(change => change.Version));
        Assert.Equal(25, seen.Select(change => change.Id).Distinct().Count());
        Assert.Equal(temp.Archive.Version, seen[^1].Version);
        Assert.All(seen, change => Assert.Equal(25, change.Review!.Digest.Reviews));
    }

    [Fact]
    public void WhenDigestsAreListedTheLatestComesFirstAndUndatedOnesLast()
    {
        temp.Receive("a.jsonl",
            new ReviewLine { Title = "One", Digest = "Undated" },
            new ReviewLine { Title = "Two", Digest = "January", DigestFrom = "2020-01", DigestTo = "2020-01" },
            new ReviewLine { Title = "Three", Digest = "February", DigestPublished = new(2020, 2, 1) });
        Assert.Equal(["February", "January", "Undated"], temp.Archive.Digests(0, 10).Select(digest => digest.Digest.Title));
        Assert.Equal(["January"], temp.Archive.Digests(1, 1).Select(digest => digest.Digest.Title));
        Assert.Equal(3, temp.Archive.DigestCount);
    }

    [Fact]
    public void WhenADigestIsFoundItsFactsReviewsAndProblemsCome()
    {
        var received = temp.Receive("folder/a.jsonl", TempArchive.Lines(
            new ReviewLine { Title = "Second", Ordinal = 2, Digest = "D", DigestUrl = "https://example.org/d", DigestFrom = "2020-01", DigestTo = "2020-02", DigestLanguage = "ru" },
            new ReviewLine { Title = "First", Ordinal = 1, Digest = "D" }) + "no json\n");
        var digest = temp.Archive.FindDigest(received.DigestId!)!;
        Assert.Equal(["First", "Second"], digest.Reviews.Select(review => review.Title));
        Assert.Equal(new Digest { Title = "D", Url = "https://example.org/d", Period = new(new(2020, 1), new(2020, 2)), Language = "ru" }, digest.Digest.Digest);
        Assert.Equal("folder/a.jsonl", digest.Digest.Name);
        Assert.Single(digest.Problems);
        Assert.Equal((2, 1), (digest.Digest.Reviews, digest.Digest.Problems));
        Assert.Equal("Second", temp.Archive.FindReview(digest.Reviews[1].Id!)!.Review.Title);
        Assert.Null(temp.Archive.FindDigest("nothing"));
        Assert.Null(temp.Archive.FindReview("nothing"));
    }

    [Fact]
    public void WhenProblemsAreListedTheyComeInTheOrderOfSourceFileAndLine()
    {
        temp.Receive("b.jsonl", "no json\n");
        temp.Receive("a.jsonl", "\nno json\nno json either\n", Source.Posts);
        temp.Archive.PutProblem(temp.Source, new("folder-missing", "", null, "It is gone.", "Bring it back."));
        var problems = temp.Archive.Problems(0, 100);
        Assert.Equal(temp.Archive.ProblemCount, problems.Count);
        var sorted = problems.OrderBy(problem => problem.Source == "posts" ? 0 : 1).ThenBy(problem => problem.Problem.File, StringComparer.Ordinal)
            .ThenBy(problem => problem.Problem.Line ?? 0);
        Assert.Equal(sorted, problems);
        Assert.Equal(["digests", "posts"], problems.Select(problem => problem.Source).Distinct().Order());
        Assert.Equal(problems.Skip(1).Take(1), temp.Archive.Problems(1, 1));
    }

    [Fact]
    public void WhenAProblemOfASourceIsToldTwiceItIsThereOnceAndCanBeTakenBack()
    {
        temp.Archive.PutProblem(temp.Source, new("folder-missing", "", null, "It is gone.", "Bring it back."));
        temp.Archive.PutProblem(temp.Source, new("folder-missing", "", null, "It is gone still.", "Bring it back."));
        Assert.Equal("It is gone still.", Assert.Single(temp.Archive.Problems(0, 10)).Problem.Message);
        temp.Archive.ClearProblems(temp.Source, "folder-empty");
        Assert.Equal(1, temp.Archive.ProblemCount);
        temp.Archive.ClearProblems(temp.Source);
        Assert.Equal(0, temp.Archive.ProblemCount);
    }

    [Fact]
    public void WhenAllIsSoundTheCheckFindsNothing()
    {
        temp.Receive("a.jsonl", new ReviewLine { Title = "One" }, new ReviewLine { Title = "Two" });
        temp.Intake.Remove(temp.Source, "a.jsonl");
        temp.Receive("b.jsonl", new ReviewLine { Title = "One" });
        Assert.Empty(temp.Archive.Check());
    }

    [Theory]
    [InlineData("UPDATE reviews SET body = 'no json'", "review")]
    [InlineData("UPDATE meta SET value = 0 WHERE name = 'version'", "counter")]
    [InlineData("UPDATE digests SET reviews = 7", "counts")]
    [InlineData("UPDATE documents SET state = 'partial'", "in part")]
    [InlineData("PRAGMA foreign_keys = OFF; DELETE FROM documents", "refers")]
    public void WhenSomethingIsWrongTheCheckSaysIt(string damage, string word)
    {
        temp.Receive("a.jsonl", new ReviewLine { Title = "One" });
        temp.Execute(damage);
        Assert.Contains(word, Assert.Single(temp.Archive.Check().Where(finding => finding.Contains(word, StringComparison.Ordinal)).Take(1)));
    }

    [Fact]
    public void WhenTheFileIsDamagedTheCheckSaysItInsteadOfFailing()
    {
        temp.Receive("a.jsonl", [.. Enumerable.Range(1, 500).Select(number => new ReviewLine { Title = $"Paper {number}", Text = new string('x', 500) })]);
        temp.Archive.Dispose();
        var path = Path.Combine(temp.Data, "archive.db");
        using (var file = new FileStream(path, FileMode.Open, FileAccess.ReadWrite))
        {
            file.Position = file.Length / 2;
            file.Write(new byte[65536]);
        }
        Assert.NotEmpty(temp.Archive.Check());
    }
}
