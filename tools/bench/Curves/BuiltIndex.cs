using System.Globalization;
using DigestSearch.Indexing;
using DigestSearch.Reviews;
using DigestSearch.Reviews.Reading;

namespace DigestSearch.Bench.Curves;

/// <summary>An index of so many reviews, as the worker writes it, without an archive.</summary>
internal static class BuiltIndex
{
    private const int Batch = 2_000;

    /// <summary>Reads the reviews of a corpus; they are used again and again where more are wanted.</summary>
    public static IReadOnlyList<Review> Read(IEnumerable<ReviewLine> lines, int most, Vocabulary vocabulary)
    {
        var reader = new DigestReader(vocabulary);
        return [.. lines.Take(most).AsParallel().AsOrdered().Select(line => reader.ToReview(line, 1))];
    }

    public static void Write(string folder, IReadOnlyList<Review> reviews, int count, Vocabulary vocabulary, Action<int> progress)
    {
        using var owner = OwnerLock.TryTake(folder)!;
        using var writer = ReviewIndexWriter.Begin(owner, IndexState.Inspect(owner.IndexPath, "", ""), "bench", vocabulary);
        var digest = new Digest { Title = "Bench" };
        for (var from = 0; from < count; from += Batch)
        {
            Parallel.For(from, Math.Min(count, from + Batch), at => writer.Put(new StoredReview(reviews[at % reviews.Count] with { Id = at.ToString("x7", CultureInfo.InvariantCulture) }, "bench", digest)));
            if (from % 50_000 == 0) progress(from);
        }
        writer.Commit(count);
    }
}
