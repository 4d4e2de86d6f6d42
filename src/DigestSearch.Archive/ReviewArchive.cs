using DigestSearch.Reviews;

namespace DigestSearch.Archive;

/// <summary>The truth: every document as received, what was read from it, and a version per change in commit order. One SQLite file.</summary>
public sealed class ReviewArchive : IDisposable
{
    /// <summary>Opens or creates the archive of a data folder; migrates an older schema.</summary>
    /// <exception cref="ArchiveException">The archive is of a newer version, damaged, or cannot be opened.</exception>
    public static ReviewArchive Open(string dataFolder) => throw new NotImplementedException();

    /// <summary>Tells this archive from any other; an index of another archive is of no use here.</summary>
    public string Identity => throw new NotImplementedException();

    /// <summary>Version of the newest change; 0 while there is none.</summary>
    public long Version => throw new NotImplementedException();

    /// <summary>Changes after a version in the order of versions; only the latest change of each review.</summary>
    public IReadOnlyList<ReviewChange> Changes(long after, int limit) => throw new NotImplementedException();

    /// <summary>A review by id; null if there is none.</summary>
    public ArchivedReview? FindReview(string id) => throw new NotImplementedException();

    /// <summary>A digest with its reviews in order; null if there is none.</summary>
    public DigestReviews? FindDigest(string id) => throw new NotImplementedException();

    /// <summary>Digests, latest first, a page of them.</summary>
    public IReadOnlyList<ArchivedDigest> Digests(int skip, int take) => throw new NotImplementedException();

    /// <summary>How many digests there are.</summary>
    public int DigestCount => throw new NotImplementedException();

    /// <summary>How many reviews there are.</summary>
    public int ReviewCount => throw new NotImplementedException();

    /// <summary>Problems in the order of source, file and line.</summary>
    public IReadOnlyList<ArchivedProblem> Problems(int skip, int take) => throw new NotImplementedException();

    /// <summary>How many problems there are.</summary>
    public int ProblemCount => throw new NotImplementedException();

    /// <summary>All reviews as lines that <c>ingest</c> takes back, streamed.</summary>
    public IEnumerable<ReviewLine> Export() => throw new NotImplementedException();

    /// <summary>What is wrong with the archive, in whole sentences; empty when it is sound.</summary>
    public IReadOnlyList<string> Check() => throw new NotImplementedException();

    /// <inheritdoc/>
    public void Dispose() => throw new NotImplementedException();
}

/// <summary>The archive cannot be used; the message says why and what to do.</summary>
public sealed class ArchiveException(string message, Exception? inner = null) : Exception(message, inner);

/// <summary>A review with its digest.</summary>
public sealed record ArchivedReview(Review Review, ArchivedDigest Digest);

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
