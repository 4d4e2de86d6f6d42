using DigestSearch.Reviews;
using Microsoft.Data.Sqlite;

namespace DigestSearch.Archive;

/// <summary>Papers, put together from their reviews when they are asked for: nothing about them is stored that could go stale.</summary>
internal sealed class PaperQueries(SqliteConnection connection)
{
    // Past this many reviews that hang together by their keys, not all of them are told.
    private const int MaxReviews = 1000;
    private readonly Dictionary<string, ArchivedReview> found = new(StringComparer.Ordinal);
    private readonly List<IReadOnlyList<PaperKey>> keys = [];
    private readonly HashSet<PaperKey> followed = [];

    /// <summary>The paper of an id that it has, or had when less was known of it.</summary>
    public static ArchivedPaper? Find(SqliteConnection connection, string id)
    {
        if (OpaqueId.NumberOfPaper(id) is not { } number) return null;
        var queries = new PaperQueries(connection);
        queries.Take(number);
        queries.Follow();
        return queries.Papers()
            .Where(paper => paper.Group.Keys.Any(key => OpaqueId.OfPaper(key) == id))
            .OrderBy(paper => paper.Paper.Id != id).ThenBy(paper => paper.Group.Key!.Value, PaperKey.StrongestFirst)
            .Select(paper => paper.Paper).FirstOrDefault();
    }

    /// <summary>A review and its paper.</summary>
    public static ReviewWithPaper? OfReview(SqliteConnection connection, string id)
    {
        if (ArchiveQueries.FindReview(connection, id) is not { } review) return null;
        var queries = new PaperQueries(connection);
        queries.Take(review);
        queries.Follow();
        return new(review, queries.Papers().Select(paper => paper.Paper).First(paper => paper.Reviews.Any(one => one.Review.Id == id)));
    }

    /// <summary>Takes in what shares a key with what was taken in, until nothing new comes.</summary>
    private void Follow()
    {
        for (var at = 0; at < keys.Count; at++)
            foreach (var key in keys[at])
                if (followed.Add(key)) Take(OpaqueId.NumberOfPaper(key));
    }

    private void Take(long number)
    {
        using var rows = ArchiveQueries.Command(connection,
            $"""
            SELECT {ReviewRows.DigestColumns}, r.body
            FROM paper_keys k JOIN reviews r ON r.id = k.review AND r.deleted = 0 JOIN digests g ON g.id = r.digest JOIN documents d ON d.id = g.document
            WHERE k.key = $1 ORDER BY k.review LIMIT $2
            """, number, MaxReviews).ExecuteReader();
        while (rows.Read()) Take(new ArchivedReview(ReviewRows.Review(rows.GetString(ReviewRows.DigestWidth)), ReviewRows.Digest(rows)));
    }

    private void Take(ArchivedReview review)
    {
        if (found.Count < MaxReviews && found.TryAdd(review.Review.Id!, review)) keys.Add(PaperKeys.Of(review.Review));
    }

    private IEnumerable<(PaperGroup Group, ArchivedPaper Paper)> Papers()
    {
        var reviews = found.Values.ToList();
        return PaperGroups.Of(keys).Select(group => (group, new ArchivedPaper(OpaqueId.OfPaper(group.Key!.Value), [.. group.Reviews.Select(at => reviews[at])
            .OrderByDescending(review => review.Digest.Digest.Date).ThenBy(review => review.Digest.Id, StringComparer.Ordinal)
            .ThenBy(review => review.Review.Ordinal).ThenBy(review => review.Review.Id, StringComparer.Ordinal)])));
    }
}
