using DigestSearch.Reviews;

namespace DigestSearch.Search;

/// <summary>Answers queries from the snapshot that a <see cref="ReviewIndexReader"/> serves.</summary>
public sealed class ReviewSearcher(ReviewIndexReader index, Vocabulary vocabulary)
{
    /// <summary>Answers one query.</summary>
    /// <exception cref="IndexNotReadyException">No index is loaded yet.</exception>
    /// <exception cref="OperationCanceledException">The client went away, or the time for one search ran out.</exception>
    public ReviewResults Search(ReviewQuery query, CancellationToken cancellation) => throw new NotImplementedException($"{index}{vocabulary}");
}

/// <summary>No index is loaded yet; the message is the reason.</summary>
public sealed class IndexNotReadyException(string reason) : Exception(reason);
