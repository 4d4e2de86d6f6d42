using Dapper;
using DigestSearch.Reviews;
using DigestSearch.Reviews.Reading;
using Microsoft.Data.Sqlite;

namespace DigestSearch.Archive;

/// <summary>Finds the digest that a document repeats, and the documents that repeat one. JSON Lines repeat nothing: their ids tell them apart.</summary>
internal static class DocumentCopies
{
    // A paper may have many reviews, and a digest may share papers with many others: the nearest are looked at.
    private const int MostOfAKey = 200, MostDigests = 5;

    /// <summary>The digest that a reading repeats; null when it is one of its own.</summary>
    /// <param name="writer">Inside its transaction.</param>
    /// <param name="document">The document that was read.</param>
    /// <param name="reading">What was read.</param>
    /// <param name="isNew">Whether the document just arrived; one that was here before repeats only what was here before it.</param>
    public static DocumentCopy? Find(ArchiveWriter writer, DocumentRow document, DigestReading reading, bool isNew)
    {
        if (reading.Reviews.Count == 0) return null;
        var latest = isNew || !HasReviews(writer.Connection, document.Id) ? long.MaxValue : document.Id;
        foreach (var same in DocumentStore.WithContent(writer.Connection, document.Sha256))
            if (same.Id != document.Id && same.Id < latest && Digest(writer.Connection, same.Id) is { } digest)
                return new(same, digest.Title, CopyKind.Same);
        foreach (var other in Nearest(writer, document, reading.Reviews, latest))
            if (DocumentStore.Find(writer.Connection, other) is { } found && Digest(writer.Connection, other) is { } digest &&
                ArchiveQueries.FindDigest(writer.Connection, digest.Id) is { } here &&
                CopyRule.Of(reading.Digest, reading.Reviews, here.Digest.Digest, here.Reviews) is { } kind)
                return new(found, digest.Title, kind);
        return null;
    }

    /// <summary>Notes what a document repeats, or that it repeats nothing.</summary>
    public static void Put(SqliteConnection connection, long document, long? original) =>
        connection.Execute("UPDATE documents SET copy_of = @original WHERE id = @document AND copy_of IS NOT @original", new { document, original });

    /// <summary>Marks the documents that repeat one to be read again, since it is no longer what it was.</summary>
    public static void Release(SqliteConnection connection, long original) =>
        connection.Execute("UPDATE documents SET state = 'partial' WHERE copy_of = @original AND state = 'complete'", new { original });

    /// <summary>The marked ones, in the order in which they came.</summary>
    public static IReadOnlyList<long> Released(SqliteConnection connection) =>
        connection.Query<long>("SELECT id FROM documents WHERE copy_of IS NOT NULL AND state = 'partial' ORDER BY id").AsList();

    /// <summary>Which documents share most papers with some reviews, the nearest first.</summary>
    private static IEnumerable<long> Nearest(ArchiveWriter writer, DocumentRow document, IReadOnlyList<Review> reviews, long latest)
    {
        var shared = new Dictionary<long, int>();
        foreach (var review in reviews)
        {
            var found = new HashSet<long>();
            foreach (var key in PaperKeys.Of(review))
            {
                using var rows = writer.Statement(
                    """
                    SELECT d.id, d.name FROM paper_keys k JOIN reviews r ON r.id = k.review AND r.deleted = 0
                    JOIN digests g ON g.id = r.digest JOIN documents d ON d.id = g.document
                    WHERE k.key = $1 AND d.id <> $2 AND d.id < $3 LIMIT $4
                    """, OpaqueId.NumberOfPaper(key), document.Id, latest, MostOfAKey).ExecuteReader();
                while (rows.Read())
                    if (!LinesIntake.Takes(rows.GetString(1))) found.Add(rows.GetInt64(0));
            }
            foreach (var other in found) shared[other] = shared.GetValueOrDefault(other) + 1;
        }
        return shared.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key).Select(pair => pair.Key).Take(MostDigests);
    }

    private static bool HasReviews(SqliteConnection connection, long document) => Digest(connection, document) is not null;

    private static (string Id, string Title)? Digest(SqliteConnection connection, long document) => connection.Query<(string, string)>(
        "SELECT id, title FROM digests WHERE document = @document AND reviews > 0 ORDER BY ordinal, id LIMIT 1", new { document }).Cast<(string, string)?>().FirstOrDefault();
}

/// <summary>The document that another one repeats, and the title of its digest.</summary>
internal sealed record DocumentCopy(DocumentRow Original, string Title, CopyKind Kind)
{
    /// <summary>The problem of the document that repeats it.</summary>
    public Problem Problem(string file) => new("copy-of-digest", file, null,
        $"The document repeats the digest “{Title}” of {Original.Name}{How}; its reviews are not shown a second time.",
        "Nothing is lost: when the other document goes, this one takes its place by itself. Remove the one that you do not want to keep.");

    private string How => Kind switch
    {
        CopyKind.Same => " byte for byte",
        CopyKind.Mirrored => " in nearly the same words",
        _ => " in another language",
    };
}
