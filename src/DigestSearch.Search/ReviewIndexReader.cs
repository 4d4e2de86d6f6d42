namespace DigestSearch.Search;

/// <summary>Follows the commits of an index directory; each search borrows one immutable snapshot.</summary>
public sealed class ReviewIndexReader : IDisposable
{
    /// <summary>Opens the directory when there is a commit and goes on looking for newer ones in the background.</summary>
    /// <param name="directory">The Lucene directory; it need not exist yet.</param>
    public ReviewIndexReader(string directory) => throw new NotImplementedException();

    /// <summary>What is being served now.</summary>
    public IndexStatus Status => throw new NotImplementedException();

    /// <summary>Completes with true once the served snapshot includes an archive version, with false when time ran out.</summary>
    public Task<bool> WaitForVersionAsync(long version, TimeSpan timeout, CancellationToken cancellation) => throw new NotImplementedException();

    /// <inheritdoc/>
    public void Dispose() => throw new NotImplementedException();
}

/// <summary>What a reader serves.</summary>
/// <param name="Ready">Whether searches are answered.</param>
/// <param name="Reason">Why not, a whole sentence; null when ready.</param>
/// <param name="Generation">Number of the commit.</param>
/// <param name="Version">Archive version that the commit includes.</param>
/// <param name="Documents">Reviews in the snapshot.</param>
public sealed record IndexStatus(bool Ready, string? Reason, long Generation, long Version, int Documents);
