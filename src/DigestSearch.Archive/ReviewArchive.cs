using DigestSearch.Reviews;
using Microsoft.Data.Sqlite;

namespace DigestSearch.Archive;

/// <summary>The truth: every document as received, what was read from it, and a version per change in commit order. One SQLite file.</summary>
public sealed class ReviewArchive : IDisposable
{
    private ReviewArchive(ArchiveFile file)
    {
        File = file;
        using var connection = file.Connect();
        Identity = ArchiveMeta.Identity(connection);
    }

    /// <summary>Tells this archive from any other; an index of another archive is of no use here.</summary>
    public string Identity { get; }

    /// <summary>Version of the newest change; 0 while there is none.</summary>
    public long Version => Read(ArchiveMeta.Version);

    /// <summary>How many digests there are.</summary>
    public int DigestCount => Read(ArchiveQueries.DigestCount);

    /// <summary>How many reviews there are.</summary>
    public int ReviewCount => Read(ArchiveQueries.ReviewCount);

    /// <summary>How many problems there are.</summary>
    public int ProblemCount => Read(ArchiveQueries.ProblemCount);

    internal ArchiveFile File { get; }

    /// <summary>Opens or creates the archive of a data folder; migrates an older schema.</summary>
    /// <exception cref="ArchiveException">The archive is of a newer version, damaged, or cannot be opened.</exception>
    public static ReviewArchive Open(string dataFolder)
    {
        var file = ArchiveFile.Open(dataFolder, SchemaScripts.All);
        PaperStore.Renew(file);
        return new(file);
    }

    /// <summary>Changes after a version in the order of versions; only the latest change of each review.</summary>
    public IReadOnlyList<ReviewChange> Changes(long after, int limit) => Read(connection => ArchiveQueries.Changes(connection, after, limit));

    /// <summary>A review by id; null if there is none.</summary>
    public ArchivedReview? FindReview(string id) => Read(connection => ArchiveQueries.FindReview(connection, id));

    /// <summary>A review by id with its paper; null if there is none.</summary>
    public ReviewWithPaper? FindReviewWithPaper(string id) => ReadSnapshot(connection => PaperQueries.OfReview(connection, id));

    /// <summary>A paper by id, also by one that it had while less was known of it; null if there is none.</summary>
    public ArchivedPaper? FindPaper(string id) => ReadSnapshot(connection => PaperQueries.Find(connection, id));

    /// <summary>A digest with its reviews in order; null if there is none.</summary>
    public DigestReviews? FindDigest(string id) => ReadSnapshot(connection => ArchiveQueries.FindDigest(connection, id));

    /// <summary>Digests, latest first, a page of them.</summary>
    public IReadOnlyList<ArchivedDigest> Digests(int skip, int take) => Read(connection => ArchiveQueries.Digests(connection, skip, take));

    /// <summary>Digests that have reviews, and when their documents came.</summary>
    public IReadOnlyList<PageAge> DigestAges() => Read(ArchiveQueries.DigestAges);

    /// <summary>A part of all reviews, what changed last at the end, and when their documents came.</summary>
    public IReadOnlyList<PageAge> ReviewAges(int skip, int take) => Read(connection => ArchiveQueries.ReviewAges(connection, skip, take));

    /// <summary>Problems in the order of source, file and line.</summary>
    public IReadOnlyList<ArchivedProblem> Problems(int skip, int take) => Read(connection => ArchiveQueries.Problems(connection, skip, take));

    /// <summary>What the archive holds of a source, by name; also a document that gave nothing but problems.</summary>
    public IReadOnlyList<ArchivedDocument> Documents(Source source) => Read<IReadOnlyList<ArchivedDocument>>(connection =>
        [.. DocumentStore.OfPlace(connection, SourceKinds.PlaceOf(source)).Select(row => new ArchivedDocument(row.Name, row.Sha256, SourceKinds.Kind(row.Kind)))]);

    /// <summary>Tells a problem of a source as a whole; it replaces the one of the same code and file.</summary>
    public void PutProblem(Source source, Problem problem) => SourceProblems.Put(File, SourceKinds.PlaceOf(source), problem);

    /// <summary>Takes back the problems of a source as a whole: those of a code, or all.</summary>
    public void ClearProblems(Source source, string? code = null) => SourceProblems.Clear(File, SourceKinds.PlaceOf(source), code);

    /// <summary>The state of a feed of which the archive has all.</summary>
    public FeedState FindFeedState(Source source) => FeedStates.Find(File, SourceKinds.PlaceOf(source));

    /// <summary>Says that all of a feed's state is archived.</summary>
    public void PutFeedState(Source source, FeedState state) => FeedStates.Put(File, SourceKinds.PlaceOf(source), state);

    /// <summary>All reviews as lines that <c>ingest</c> takes back, streamed; they are those of one moment.</summary>
    public IEnumerable<ReviewLine> Export()
    {
        using var connection = File.ConnectToSnapshot(out var snapshot);
        using var _ = snapshot;
        foreach (var line in ArchiveExport.Lines(connection)) yield return line;
    }

    /// <summary>What is wrong with the archive, in whole sentences; empty when it is sound.</summary>
    public IReadOnlyList<string> Check() => ArchiveCheck.Run(File);

    /// <inheritdoc/>
    public void Dispose() => File.Dispose();

    private T Read<T>(Func<SqliteConnection, T> query)
    {
        using var connection = File.Connect();
        return query(connection);
    }

    private T ReadSnapshot<T>(Func<SqliteConnection, T> query)
    {
        using var connection = File.ConnectToSnapshot(out var snapshot);
        using var _ = snapshot;
        return query(connection);
    }
}

/// <summary>The archive cannot be used; the message says why and what to do.</summary>
public sealed class ArchiveException(string message, Exception? inner = null) : Exception(message, inner);

/// <summary>A review with its digest.</summary>
public sealed record ArchivedReview(Review Review, ArchivedDigest Digest);

/// <summary>A paper and the reviews of it, those of the latest digest first.</summary>
/// <param name="Id">Opaque, stable, URL-safe.</param>
/// <param name="Reviews">One at least.</param>
public sealed record ArchivedPaper(string Id, IReadOnlyList<ArchivedReview> Reviews)
{
    /// <summary>The reviews but one.</summary>
    public IEnumerable<ArchivedReview> Others(string review) => Reviews.Where(one => one.Review.Id != review);
}

/// <summary>A review and its paper, which has it among its reviews.</summary>
public sealed record ReviewWithPaper(ArchivedReview Review, ArchivedPaper Paper);

/// <summary>A digest and what it holds.</summary>
public sealed record DigestReviews(ArchivedDigest Digest, IReadOnlyList<Review> Reviews, IReadOnlyList<Problem> Problems);

/// <summary>A digest in the archive.</summary>
/// <param name="Id">Opaque, stable, URL-safe.</param>
/// <param name="Name">Path in its source, or the name it was posted under.</param>
/// <param name="Digest">What the document tells of it.</param>
/// <param name="Reviews">How many reviews it has.</param>
/// <param name="Problems">How many problems its document has.</param>
public sealed record ArchivedDigest(string Id, string Name, Digest Digest, int Reviews, int Problems);

/// <summary>A change of one review.</summary>
/// <param name="Version">Position in commit order.</param>
/// <param name="Id">Id of the review.</param>
/// <param name="Review">The review as it is now; null when it was removed.</param>
public sealed record ReviewChange(long Version, string Id, ArchivedReview? Review);

/// <summary>A problem and the source it came from.</summary>
public sealed record ArchivedProblem(string Source, Problem Problem);

/// <summary>A document of a source.</summary>
/// <param name="Name">Path in its source.</param>
/// <param name="Sha256">Hash of the bytes as received, in lower-case hexadecimal digits; empty when they were too many to be kept.</param>
/// <param name="Kind">How it came: what was given by hand stays when it vanishes from its folder.</param>
public sealed record ArchivedDocument(string Name, string Sha256, SourceKind Kind);

/// <summary>A review or a digest, and when the document that holds it was received last.</summary>
public sealed record PageAge(string Id, DateTimeOffset Received);
