using DigestSearch.Reviews;

namespace DigestSearch.Search;

/// <summary>What a query finds, as many as were asked for, read one after the other; holds its index until it is disposed.</summary>
public sealed class FoundReviews : IDisposable
{
    private readonly SnapshotLease lease;
    private readonly IReadOnlyList<Candidate> candidates;

    internal FoundReviews(SnapshotLease lease, int total, IReadOnlyList<Candidate> candidates)
    {
        this.lease = lease;
        this.candidates = candidates;
        Total = total;
    }

    /// <summary>All matches, exact.</summary>
    public int Total { get; }

    /// <summary>How many of them are read.</summary>
    public int Count => candidates.Count;

    /// <summary>The reviews in the order of the query; each is read when it is its turn.</summary>
    public IEnumerable<FoundReview> Reviews()
    {
        foreach (var candidate in candidates)
        {
            var stored = lease.Snapshot.Read(lease.Snapshot.Reader.Leaves[candidate.Segment].DocBase + candidate.Document);
            yield return new FoundReview(stored.Review, new DigestReference(stored.DigestId, stored.Digest));
        }
    }

    /// <inheritdoc/>
    public void Dispose() => lease.Dispose();
}

/// <summary>A review and the digest it stands in.</summary>
public sealed record FoundReview(Review Review, DigestReference Digest);
