using DigestSearch.Reviews;

namespace DigestSearch.Archive;

/// <summary>Writes digests and reviews inside a transaction; every change gets its version.</summary>
internal sealed class ReviewStore(ArchiveWriter writer)
{
    private readonly HashSet<string> touched = new(StringComparer.Ordinal);

    // Where to go on counting: a document may hold one title thousands of times.
    private readonly Dictionary<(string Digest, long Title), int> equalTitles = [];

    /// <summary>The digest of a key in a document; null if there never was one.</summary>
    public string? FindDigest(long document, string key) =>
        (string?)writer.Statement("SELECT id FROM digests WHERE document = $1 AND key = $2", document, key).ExecuteScalar();

    /// <summary>Adds a digest under a new id.</summary>
    public string AddDigest(DocumentRow document, string key, int ordinal, Digest digest)
    {
        var counter = 0;
        string id;
        do id = OpaqueId.OfDigest(document.Name, key, counter++);
        while (OwnerOfDigest(id) is not null);
        AddDigest(id, document, key, ordinal, digest);
        return id;
    }

    /// <summary>Adds a digest under an id that is free.</summary>
    public void AddDigest(string id, DocumentRow document, string key, int ordinal, Digest digest) => writer.Statement(
        """
        INSERT INTO digests (id, document, key, ordinal, title, url, published, period_from, period_to, language, date)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
        """, id, document.Id, key, ordinal, digest.Title, digest.Url, ReviewRows.Day(digest.Published),
        digest.Period?.From.ToString(), digest.Period?.To.ToString(), digest.Language, ReviewRows.Day(digest.Date)).ExecuteNonQuery();

    /// <summary>Gives a digest its facts; when they are others, its reviews get new versions, because the index holds both.</summary>
    public void PutFacts(string id, int ordinal, Digest digest)
    {
        var changed = writer.Statement(
            """
            UPDATE digests SET title = $2, url = $3, published = $4, period_from = $5, period_to = $6, language = $7, date = $8
            WHERE id = $1 AND (title, url, published, period_from, period_to, language) IS NOT ($2, $3, $4, $5, $6, $7)
            """, id, digest.Title, digest.Url, ReviewRows.Day(digest.Published), digest.Period?.From.ToString(),
            digest.Period?.To.ToString(), digest.Language, ReviewRows.Day(digest.Date)).ExecuteNonQuery();
        writer.Statement("UPDATE digests SET ordinal = $2 WHERE id = $1 AND ordinal <> $2", id, ordinal).ExecuteNonQuery();
        if (changed > 0) Renew(id);
    }

    /// <summary>The document that a digest id belongs to, and how many reviews it has; null when the id is free.</summary>
    public (long Document, long Reviews)? OwnerOfDigest(string id)
    {
        using var row = writer.Statement("SELECT document, reviews FROM digests WHERE id = $1", id).ExecuteReader();
        return row.Read() ? (row.GetInt64(0), row.GetInt64(1)) : null;
    }

    /// <summary>Gives a digest without reviews to another document.</summary>
    public void TakeOverDigest(string id, DocumentRow document, string key) =>
        writer.Statement("UPDATE digests SET document = $2, key = $3, removed = 0 WHERE id = $1", id, document.Id, key).ExecuteNonQuery();

    /// <summary>Whether a digest was removed by hand, so that its lines are left out when the document is read again.</summary>
    public bool IsRemoved(string id) => writer.Statement("SELECT 1 FROM digests WHERE id = $1 AND removed = 1", id).ExecuteScalar() is not null;

    /// <summary>Marks a digest as removed by hand.</summary>
    public void MarkRemoved(string id) => writer.Statement("UPDATE digests SET removed = 1 WHERE id = $1", id).ExecuteNonQuery();

    /// <summary>Lets the digests of a document come back that were removed by hand.</summary>
    public void AllowRemoved(long document) =>
        writer.Statement("UPDATE digests SET removed = 0 WHERE document = $1 AND removed = 1", document).ExecuteNonQuery();

    /// <summary>A review by id, tombstones too; null when the id is free.</summary>
    public ReviewRow? Find(string id)
    {
        using var row = writer.Statement(
            "SELECT r.digest, g.document, r.deleted, r.body FROM reviews r JOIN digests g ON g.id = r.digest WHERE r.id = $1", id).ExecuteReader();
        return row.Read() ? new(row.GetString(0), row.GetInt64(1), row.GetBoolean(2), row.IsDBNull(3) ? null : row.GetString(3)) : null;
    }

    /// <summary>The reviews of a digest in order.</summary>
    public List<Review> Reviews(string digest)
    {
        using var rows = writer.Statement("SELECT body FROM reviews WHERE digest = $1 AND deleted = 0 ORDER BY ordinal, id", digest).ExecuteReader();
        var reviews = new List<Review>();
        while (rows.Read()) reviews.Add(ReviewRows.Review(rows.GetString(0)));
        return reviews;
    }

    /// <summary>Ids of removed reviews of a digest under a title, first in order first.</summary>
    public List<string> Retired(string digest, string title)
    {
        using var rows = writer.Statement("SELECT id FROM reviews WHERE digest = $1 AND title_hash = $2 AND deleted = 1 ORDER BY ordinal, id",
            digest, OpaqueId.HashOfTitle(title)).ExecuteReader();
        var ids = new List<string>();
        while (rows.Read()) ids.Add(rows.GetString(0));
        return ids;
    }

    /// <summary>An id for a review that continues no earlier one: a retired id of its title, else a new one; never one that is in use.</summary>
    public string NewId(string digest, string title, IReadOnlySet<string> given)
    {
        foreach (var retired in Retired(digest, title))
            if (!given.Contains(retired)) return retired;
        var key = (digest, OpaqueId.HashOfTitle(title));
        for (var counter = equalTitles.GetValueOrDefault(key); ; counter++)
        {
            var id = OpaqueId.OfReview(digest, title, counter);
            if (given.Contains(id) || Find(id) is not (null or { Deleted: true })) continue;
            if (counter > 0) equalTitles[key] = counter + 1;
            return id;
        }
    }

    /// <summary>Puts a review under its id; one that is the same already keeps its version.</summary>
    public void Put(string digest, Review review, ReviewRow? before)
    {
        var body = ReviewRows.Body(review);
        if (before is { Deleted: false } && before.Digest == digest && before.Body == body) return;
        var sql = before is null
            ? "INSERT INTO reviews (id, digest, ordinal, version, title_hash, deleted, body) VALUES ($1, $2, $3, $4, $5, 0, $6)"
            : "UPDATE reviews SET digest = $2, ordinal = $3, version = $4, title_hash = $5, deleted = 0, body = $6 WHERE id = $1";
        writer.Statement(sql, review.Id, digest, review.Ordinal, writer.NextVersion(), OpaqueId.HashOfTitle(review.Title), body).ExecuteNonQuery();
        PaperStore.Put(writer, review);
        touched.Add(digest);
        if (before is not null) touched.Add(before.Digest);
    }

    /// <summary>Removes a review; a tombstone stays.</summary>
    public void Remove(string id, string digest)
    {
        writer.Statement("UPDATE reviews SET deleted = 1, body = NULL, version = $2 WHERE id = $1 AND deleted = 0", id, writer.NextVersion()).ExecuteNonQuery();
        touched.Add(digest);
    }

    /// <summary>Removes all reviews of a digest.</summary>
    public void RemoveAll(string digest)
    {
        foreach (var id in Ids(digest)) Remove(id, digest);
    }

    /// <summary>Removes all reviews of a document that are of other digests than one.</summary>
    public void RemoveOthers(long document, string? digest)
    {
        var others = new List<string>();
        using (var rows = writer.Statement("SELECT id FROM digests WHERE document = $1 AND id IS NOT $2 AND reviews > 0", document, digest).ExecuteReader())
            while (rows.Read()) others.Add(rows.GetString(0));
        others.ForEach(RemoveAll);
    }

    /// <summary>Counts the reviews of the digests that changed; to be called before the commit.</summary>
    public void Count()
    {
        foreach (var digest in touched)
            writer.Statement("UPDATE digests SET reviews = (SELECT count(*) FROM reviews WHERE digest = $1 AND deleted = 0) WHERE id = $1", digest).ExecuteNonQuery();
        touched.Clear();
    }

    private void Renew(string digest)
    {
        foreach (var id in Ids(digest))
            writer.Statement("UPDATE reviews SET version = $2 WHERE id = $1", id, writer.NextVersion()).ExecuteNonQuery();
    }

    private List<string> Ids(string digest)
    {
        using var rows = writer.Statement("SELECT id FROM reviews WHERE digest = $1 AND deleted = 0 ORDER BY ordinal, id", digest).ExecuteReader();
        var ids = new List<string>();
        while (rows.Read()) ids.Add(rows.GetString(0));
        return ids;
    }
}

/// <summary>A review as its row tells it; without a body when it is a tombstone.</summary>
internal sealed record ReviewRow(string Digest, long Document, bool Deleted, string? Body);
