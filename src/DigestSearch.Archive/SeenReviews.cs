using DigestSearch.Reviews;

namespace DigestSearch.Archive;

/// <summary>Ids met in one reading, in a temporary table: a document may hold more of them than memory should.</summary>
internal sealed class SeenReviews : IDisposable
{
    private const string IsUnseen = "r.deleted = 0 AND NOT EXISTS (SELECT 1 FROM temp.seen s WHERE s.id = r.id)";
    private readonly ArchiveWriter writer;

    /// <summary>Starts with none.</summary>
    public SeenReviews(ArchiveWriter writer)
    {
        this.writer = writer;
        Execute("DROP TABLE IF EXISTS temp.seen; CREATE TEMP TABLE seen (id TEXT NOT NULL PRIMARY KEY) WITHOUT ROWID");
    }

    /// <summary>Notes an id; false when it was met before.</summary>
    public bool Add(string id) => writer.Statement("INSERT OR IGNORE INTO temp.seen (id) VALUES ($1)", id).ExecuteNonQuery() > 0;

    /// <summary>Whether a document has reviews that were not met.</summary>
    public bool AnyUnseen(long document) => writer.Statement(
        $"SELECT 1 FROM digests g JOIN reviews r ON r.digest = g.id WHERE g.document = $1 AND {IsUnseen} LIMIT 1", document).ExecuteScalar() is not null;

    /// <summary>Id of the first review of a title in a digest that was not met; null if there is none.</summary>
    public string? UnseenOfTitle(string digest, string title) => (string?)writer.Statement(
        $"SELECT r.id FROM reviews r WHERE r.digest = $1 AND r.title_hash = $2 AND {IsUnseen} ORDER BY r.ordinal, r.id LIMIT 1",
        digest, OpaqueId.HashOfTitle(title)).ExecuteScalar();

    /// <summary>The first reviews of a digest that were not met.</summary>
    public List<Review> Unseen(string digest, int limit)
    {
        using var rows = writer.Statement(
            $"SELECT r.body FROM reviews r WHERE r.digest = $1 AND {IsUnseen} ORDER BY r.ordinal, r.id LIMIT $2", digest, limit).ExecuteReader();
        var reviews = new List<Review>();
        while (rows.Read()) reviews.Add(ReviewRows.Review(rows.GetString(0)));
        return reviews;
    }

    /// <summary>All reviews of a document that were not met, with their digests.</summary>
    public List<(string Id, string Digest)> AllUnseen(long document)
    {
        using var rows = writer.Statement(
            $"SELECT r.id, r.digest FROM digests g JOIN reviews r ON r.digest = g.id WHERE g.document = $1 AND {IsUnseen} ORDER BY g.ordinal, r.ordinal, r.id",
            document).ExecuteReader();
        var reviews = new List<(string, string)>();
        while (rows.Read()) reviews.Add((rows.GetString(0), rows.GetString(1)));
        return reviews;
    }

    /// <summary>Drops the table: the connection goes back to the pool.</summary>
    public void Dispose() => Execute("DROP TABLE IF EXISTS temp.seen");

    private void Execute(string sql)
    {
        using var command = writer.Connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
