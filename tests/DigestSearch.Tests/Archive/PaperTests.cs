using DigestSearch.Archive;
using DigestSearch.Reviews;
using Microsoft.Data.Sqlite;

namespace DigestSearch.Tests.Archive;

public sealed class PaperTests : IDisposable
{
    private readonly TempArchive temp = new();

    public void Dispose() => temp.Dispose();

    private static ReviewLine Line(string id, string title = "Lamps at Noon", string? arxiv = null, string? doi = null, string? author = "Ada Testwell", string digest = "One",
        string? openReview = null, string? acl = null) =>
        new() { Id = id, Title = title, Digest = digest, Authors = author is null ? null : [author], Ids = new(arxiv, doi, openReview, acl), Text = $"What {id} says." };

    private string PaperOf(string review) => temp.Archive.FindReviewWithPaper(review)!.Paper.Id;

    private string[] Reviews(string paper) => [.. temp.Archive.FindPaper(paper)!.Reviews.Select(review => review.Review.Id!).Order(StringComparer.Ordinal)];

    /// <summary>Every paper by its reviews.</summary>
    private Dictionary<string, string> Papers() => temp.Live().ToDictionary(change => change.Id, change => PaperOf(change.Id));

    [Fact]
    public void WhenDigestsHaveTheSamePaperItHasAllTheirReviews()
    {
        temp.Receive("a.jsonl", Line("a", arxiv: "3001.00001"), Line("other", "Lamps at Night", digest: "One"));
        temp.Receive("b.jsonl", Line("b", "Lamps at noon!", author: "A. Testwell", digest: "Two"));
        temp.Receive("c.jsonl", Line("c", "Lamps at Noon, Revised", "3001.00001v2", digest: "Three"));
        var paper = PaperOf("a");
        Assert.Matches("^[a-z2-7]{16}$", paper);
        Assert.Equal(["a", "b", "c"], Reviews(paper));
        Assert.Equal((paper, paper), (PaperOf("b"), PaperOf("c")));
        Assert.Equal("other", Assert.Single(temp.Archive.FindPaper(PaperOf("other"))!.Reviews).Review.Id);
    }

    [Fact]
    public void WhenNothingTellsThePaperAReviewIsAlone()
    {
        temp.Receive("a.jsonl", Line("a", "Introduction", author: null), Line("b", "Introduction", author: null));
        Assert.Equal(["a"], Reviews(PaperOf("a")));
        Assert.Equal(["b"], Reviews(PaperOf("b")));
    }

    [Fact]
    public void WhenReviewsAreRemovedOrEditedTheirPaperFollows()
    {
        temp.Receive("a.jsonl", Line("a"));
        temp.Receive("b.jsonl", Line("b", digest: "Two"));
        temp.Receive("c.jsonl", Line("c", digest: "Three"));
        Assert.True(temp.Intake.Remove(temp.Source, "a.jsonl"));
        Assert.Equal(["b", "c"], Reviews(PaperOf("b")));
        temp.Receive("c.jsonl", Line("c", "Another Title", digest: "Three"));
        Assert.Equal(["b"], Reviews(PaperOf("b")));
        Assert.Equal(["c"], Reviews(PaperOf("c")));
        temp.Receive("a.jsonl", Line("a"));
        Assert.Equal(["a", "b"], Reviews(PaperOf("b")));
        Assert.Null(temp.Archive.FindReviewWithPaper("nothing"));
    }

    [Fact]
    public void WhenABetterIdentifierAppearsTheFormerIdLeadsToThePaperStill()
    {
        temp.Receive("a.jsonl", Line("a"));
        var former = PaperOf("a");
        temp.Receive("b.jsonl", Line("b", doi: "10.9999/lamps", digest: "Two"));
        var printed = PaperOf("a");
        temp.Receive("c.jsonl", Line("c", "Lamps", "3001.00001", "10.9999/LAMPS", digest: "Three"));
        var now = PaperOf("a");
        Assert.Equal(3, new[] { former, printed, now }.Distinct().Count());
        Assert.All([former, printed, now], id => Assert.Equal((now, 3), (temp.Archive.FindPaper(id)!.Id, temp.Archive.FindPaper(id)!.Reviews.Count)));
    }

    [Theory]
    [InlineData("nothing")]
    [InlineData("")]
    [InlineData("aaaaaaaaaaaaaaaa")]
    [InlineData("AAAAAAAAAAAAAAAA")]
    [InlineData("' OR 1=1 --      ")]
    public void WhenThereIsNoPaperOfAnIdNoneComes(string id)
    {
        temp.Receive("a.jsonl", Line("a"));
        Assert.Null(temp.Archive.FindPaper(id));
    }

    [Fact]
    public void WhenAnIdIsNearlyThatOfAPaperItIsNot()
    {
        temp.Receive("a.jsonl", Line("a"));
        var id = PaperOf("a");
        // The archive notes the first 64 of its 80 bits.
        Assert.Null(temp.Archive.FindPaper(id[..^1] + (id[^1] == 'a' ? 'b' : 'a')));
    }

    [Fact]
    public void WhenDocumentsComeInAnyOrderOrTwiceThePapersAndTheirIdsAreTheSame()
    {
        var documents = new (string Name, ReviewLine Line)[]
        {
            ("a.jsonl", Line("a", arxiv: "3001.00001")), ("b.jsonl", Line("b")), ("c.jsonl", Line("c", arxiv: "3001.00002")),
            ("d.jsonl", Line("d", "Lamps", "3001.00001", "10.9999/lamps")), ("e.jsonl", Line("e", "Lanterns", doi: "10.9999/lamps")),
            ("f.jsonl", Line("f", "Lanterns", "3001.00003")), ("g.jsonl", Line("g", "Lanterns", openReview: "lAmp", acl: "P39-1")),
            ("h.jsonl", Line("h", "Lights", acl: "p39-1v2")), ("i.jsonl", Line("i", "Introduction", author: null)),
        };
        foreach (var (name, line) in documents) temp.Receive(name, line);
        var first = Papers();
        Assert.True(first.Values.Distinct().Count() is > 2 and < 8);
        var random = new Random(3);
        for (var round = 0; round < 5; round++)
        {
            random.Shuffle(documents);
            using var other = new TempArchive();
            foreach (var (name, line) in documents) other.Receive(name, line);
            foreach (var (name, line) in documents.Take(3)) other.Intake.Remove(other.Source, name);
            foreach (var (name, line) in documents.Take(3)) other.Receive(name, line);
            Assert.Equal(first.OrderBy(pair => pair.Key), other.Live().ToDictionary(change => change.Id, change => other.Archive.FindReviewWithPaper(change.Id)!.Paper.Id).OrderBy(pair => pair.Key));
        }
    }

    [Fact]
    public void WhenAnArchiveIsExportedAndTakenInElsewhereThePapersAreTheSame()
    {
        temp.Receive("a.jsonl", Line("a", openReview: "lAmp"), Line("b", acl: "P39-1", digest: "Two"), Line("c", "Lights", digest: "Three", acl: "P39-1"));
        using var other = new TempArchive();
        other.Receive("all.jsonl", [.. temp.Archive.Export()]);
        Assert.Equal(new PaperIds(OpenReview: "lAmp"), other.Archive.FindReview("a")!.Review.Ids);
        Assert.Equal(Papers(), other.Live().ToDictionary(change => change.Id, change => other.Archive.FindReviewWithPaper(change.Id)!.Paper.Id));
        Assert.Equal(["a", "b", "c"], Reviews(PaperOf("c")));
    }

    [Fact]
    public void WhenManyReviewsHangTogetherOnlySoManyAreTold()
    {
        temp.Receive("a.jsonl", [.. Enumerable.Range(0, 1100).Select(number => Line($"r{number}"))]);
        Assert.Equal(1000, temp.Archive.FindPaper(PaperOf("r7"))!.Reviews.Count);
        Assert.Contains(temp.Archive.FindReviewWithPaper("r999")!.Paper.Reviews, review => review.Review.Id == "r999");
    }

    [Fact]
    public void WhenTheArchiveIsOfAnOlderSchemaThePapersOfItsReviewsAreFound()
    {
        var data = Path.Combine(temp.Folder, "older");
        ArchiveFile.Open(data, [SchemaScripts.All[0]]).Dispose();
        using (var connection = new SqliteConnection($"Data Source={Path.Combine(data, "archive.db")};Pooling=False"))
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText =
                """
                INSERT INTO documents (id, kind, place, name, sha256, reader, received, state) VALUES (1, 'post', '', 'a.jsonl', '00', 'r0', '', 'complete');
                INSERT INTO digests (id, document, key, ordinal, title, reviews) VALUES ('d1', 1, 'one', 1, 'One', 1), ('d2', 1, 'two', 2, 'Two', 1);
                INSERT INTO reviews (id, digest, ordinal, version, title_hash, deleted, body) VALUES
                    ('a', 'd1', 1, 1, 0, 0, '{"id":"a","ordinal":1,"title":"Lamps at Noon","authors":["Ada Testwell"],"ids":{"arxiv":"3001.00001","doi":null},"text":"x"}'),
                    ('b', 'd2', 1, 2, 0, 0, '{"id":"b","ordinal":1,"title":"Lamps at Noon","authors":["A. Testwell"],"ids":{"arxiv":null,"doi":null},"text":"y"}'),
                    ('gone', 'd2', 2, 3, 0, 1, NULL);
                UPDATE meta SET value = 3 WHERE name = 'version';
                """;
            command.ExecuteNonQuery();
        }
        for (var opening = 0; opening < 2; opening++)
        {
            using var archive = ReviewArchive.Open(data);
            Assert.Equal(["a", "b"], archive.FindReviewWithPaper("b")!.Paper.Reviews.Select(review => review.Review.Id).Order());
            Assert.Equal((3L, 2), (archive.Version, archive.ReviewCount));
            Assert.Empty(archive.Check());
        }
    }

    [Fact]
    public void WhenTheRulesOfTheKeysAreOthersAllAreNotedAnew()
    {
        temp.Receive("a.jsonl", Line("a"), Line("b"));
        var before = temp.Ask<string>("SELECT group_concat(key || review) FROM (SELECT * FROM paper_keys ORDER BY key, review)");
        temp.Execute("UPDATE paper_keys SET key = -key; UPDATE meta SET value = 0 WHERE name = 'paper_keys'");
        temp.Reopen();
        Assert.Equal(before, temp.Ask<string>("SELECT group_concat(key || review) FROM (SELECT * FROM paper_keys ORDER BY key, review)"));
    }
}
