using System.Collections.Concurrent;
using DigestSearch.Indexing;

namespace DigestSearch.Search;

/// <summary>
/// Keeps the reviews that were shown last, unpacked and read, which takes longer than to find them. In two halves: what is shown again moves from the older to the
/// younger, and the older is dropped when the younger is full. To find one takes no lock.
/// </summary>
/// <param name="mostBytes">How much is kept.</param>
internal sealed class HotReviews(long mostBytes)
{
    // What a review takes beside its text: names, links, labels.
    private const int BytesBeside = 2_048;

    private readonly Lock turning = new();
    private ConcurrentDictionary<ReviewPlace, StoredReview> younger = [], older = [];
    private long bytes; // Of the younger half.

    /// <summary>A review that is kept; null where it is not.</summary>
    public StoredReview? Find(ReviewPlace place)
    {
        if (younger.TryGetValue(place, out var review)) return review;
        if (!older.TryGetValue(place, out review)) return null;
        Keep(place, review);
        return review;
    }

    /// <summary>Keeps a review; one that would push out too many others is not kept.</summary>
    public void Keep(ReviewPlace place, StoredReview review)
    {
        var size = BytesBeside + (sizeof(char) * (long)review.Review.Text.Length);
        if (size > mostBytes / 16 || !younger.TryAdd(place, review) || Interlocked.Add(ref bytes, size) < mostBytes / 2) return;
        lock (turning)
        {
            if (Interlocked.Read(ref bytes) < mostBytes / 2) return;
            (older, younger) = (younger, []);
            Interlocked.Exchange(ref bytes, 0);
        }
    }
}

/// <summary>Where a review stands, whatever is committed.</summary>
/// <param name="Segment">The number of its segment's state.</param>
/// <param name="Document">Its number in the segment.</param>
internal readonly record struct ReviewPlace(int Segment, int Document);
