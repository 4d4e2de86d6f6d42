using DigestSearch.Indexing;
using DigestSearch.Reviews;

namespace DigestSearch.Tests.Support;

/// <summary>Values that a test does not care about.</summary>
internal static class Some
{
    private static int counter;

    public static Digest Digest(string title = "A digest") => new() { Title = title };

    public static Review Review(string title = "A Paper on Nothing", string text = "", string? id = null, params string[] authors) =>
        new() { Id = id ?? "r" + Interlocked.Increment(ref counter), Title = title, Text = text, Authors = authors };

    public static StoredReview Stored(Review review, string digestId = "d1", Digest? digest = null) => new(review, digestId, digest ?? Digest());
}
