using Dapper;
using DigestSearch.Reviews;
using Microsoft.Data.Sqlite;

namespace DigestSearch.Archive;

/// <summary>Rows of documents, their bytes and their problems.</summary>
internal static class DocumentStore
{
    private const string Columns = "id, kind, place, name, sha256, media_type AS mediaType, reader, state, problems";

    /// <summary>The document of a place and name, removed ones too.</summary>
    public static DocumentRow? Find(SqliteConnection connection, string place, string name) => connection.QueryFirstOrDefault<DocumentRow>(
        $"SELECT {Columns} FROM documents WHERE place = @place AND name = @name", new { place, name });

    /// <summary>The document of a number.</summary>
    public static DocumentRow? Find(SqliteConnection connection, long id) =>
        connection.QueryFirstOrDefault<DocumentRow>($"SELECT {Columns} FROM documents WHERE id = @id", new { id });

    /// <summary>Documents of the same bytes, removed ones too.</summary>
    public static IReadOnlyList<DocumentRow> WithContent(SqliteConnection connection, string sha256) => connection.Query<DocumentRow>(
        $"SELECT {Columns} FROM documents WHERE sha256 = @sha256 ORDER BY id", new { sha256 }).AsList();

    /// <summary>Documents of a place that are not removed.</summary>
    public static IReadOnlyList<DocumentRow> OfPlace(SqliteConnection connection, string place) => connection.Query<DocumentRow>(
        $"SELECT {Columns} FROM documents WHERE place = @place AND state <> 'removed' ORDER BY name", new { place }).AsList();

    /// <summary>Numbers of the documents that another reader read, or that were left half-way.</summary>
    public static IReadOnlyList<long> ToReadAgain(SqliteConnection connection, string reader) => connection.Query<long>(
        """
        SELECT d.id FROM documents d JOIN contents c ON c.document = d.id
        WHERE d.state = 'partial' OR (d.state = 'complete' AND d.reader <> @reader) ORDER BY d.id
        """, new { reader }).AsList();

    /// <summary>Adds a document, or gives a known one a new content.</summary>
    public static DocumentRow Put(SqliteConnection connection, DocumentRow document, DateTimeOffset received) =>
        connection.QuerySingle<DocumentRow>(
            $"""
            INSERT INTO documents (kind, place, name, sha256, media_type, reader, received, state)
            VALUES (@Kind, @Place, @Name, @Sha256, @MediaType, @Reader, @received, @State)
            ON CONFLICT (place, name) DO UPDATE SET kind = excluded.kind, sha256 = excluded.sha256, media_type = excluded.media_type,
                reader = excluded.reader, received = excluded.received, state = excluded.state
            RETURNING {Columns}
            """, new
            {
                document.Kind, document.Place, document.Name, document.Sha256, document.MediaType, document.Reader, document.State,
                received = received.ToString("O", System.Globalization.CultureInfo.InvariantCulture),
            });

    /// <summary>Says by which reader a document was read, and how far.</summary>
    public static void SetState(SqliteConnection connection, long id, string reader, string state) =>
        connection.Execute("UPDATE documents SET reader = @reader, state = @state WHERE id = @id", new { id, reader, state });

    /// <summary>Gives a document to another source.</summary>
    public static void Move(SqliteConnection connection, DocumentRow from, DocumentRow to)
    {
        connection.Execute("UPDATE documents SET kind = @Kind, place = @Place, name = @Name WHERE id = @Id", new { to.Kind, to.Place, to.Name, from.Id });
        connection.Execute("UPDATE problems SET file = @after WHERE document = @Id AND file = @before", new { from.Id, before = from.Name, after = to.Name });
    }

    /// <summary>Forgets the bytes and problems of a document; its ids stay.</summary>
    public static void Empty(SqliteConnection connection, long id)
    {
        connection.Execute("UPDATE documents SET state = 'removed', problems = 0, copy_of = NULL WHERE id = @id", new { id });
        connection.Execute("DELETE FROM contents WHERE document = @id", new { id });
        connection.Execute("DELETE FROM problems WHERE document = @id", new { id });
    }

    /// <summary>Stores the bytes of a document as received, however many, in little memory.</summary>
    public static void PutContent(SqliteConnection connection, long id, Stream content, long length)
    {
        connection.Execute("INSERT OR REPLACE INTO contents (document, bytes) VALUES (@id, zeroblob(@length))", new { id, length });
        using var blob = new SqliteBlob(connection, "contents", "bytes", id);
        content.CopyTo(blob);
    }

    /// <summary>The stored bytes of a document; null when there are none.</summary>
    public static Stream? OpenContent(SqliteConnection connection, long id) =>
        connection.ExecuteScalar<long?>("SELECT document FROM contents WHERE document = @id", new { id }) is null
            ? null : new SqliteBlob(connection, "contents", "bytes", id, readOnly: true);

    /// <summary>Replaces the problems of a document.</summary>
    public static void PutProblems(SqliteConnection connection, long id, IReadOnlyList<Problem> problems)
    {
        connection.Execute("DELETE FROM problems WHERE document = @id", new { id });
        foreach (var problem in problems)
            connection.Execute(
                "INSERT INTO problems (document, code, file, line, message, hint) VALUES (@id, @Code, @File, @Line, @Message, @Hint)",
                new { id, problem.Code, problem.File, problem.Line, problem.Message, problem.Hint });
        connection.Execute("UPDATE documents SET problems = @count WHERE id = @id", new { id, count = problems.Count });
    }

    /// <summary>What a document came to, for the one who brought it; one that repeats another's digest came to that.</summary>
    public static Received Received(SqliteConnection connection, long id, IntakeOutcome outcome, long version)
    {
        var original = connection.ExecuteScalar<long?>("SELECT copy_of FROM documents WHERE id = @id", new { id });
        var digests = connection.Query<(string Id, int Reviews)>(
            "SELECT id, reviews FROM digests WHERE document = @document AND reviews > 0 ORDER BY ordinal, id", new { document = original ?? id }).AsList();
        return new(outcome, digests.Count > 0 ? digests[0].Id : null, digests.Sum(digest => digest.Reviews), Problems(connection, id), version)
        {
            IsCopy = original is not null,
        };
    }

    /// <summary>The problems of a document.</summary>
    public static IReadOnlyList<Problem> Problems(SqliteConnection connection, long id) =>
        [.. connection.Query<ProblemRow>("SELECT code, file, line, message, hint FROM problems WHERE document = @id ORDER BY file, line, id",
            new { id }).Select(row => row.ToProblem())];
}

/// <summary>A problem as its row tells it.</summary>
internal sealed record ProblemRow
{
    public string Place { get; init; } = "";
    public required string Code { get; init; }
    public required string File { get; init; }
    public int? Line { get; init; }
    public required string Message { get; init; }
    public required string Hint { get; init; }

    /// <summary>The problem itself.</summary>
    public Problem ToProblem() => new(Code, File, Line, Message, Hint);
}
