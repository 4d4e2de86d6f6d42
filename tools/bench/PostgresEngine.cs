using Npgsql;

namespace DigestSearch.Bench;

/// <summary>PostgreSQL's full text: a weighted vector with a GIN index, and labels in a table with an index.</summary>
/// <param name="server">How to reach it.</param>
internal sealed class PostgresEngine(string server) : IEngine
{
    private NpgsqlConnection? connection;

    public long Index(string documents, string folder, int threads)
    {
        Connect();
        Execute("DROP TABLE IF EXISTS raw, documents, labels; CREATE UNLOGGED TABLE raw (id int, words text, stored text); CREATE TABLE labels (document int, dimension smallint, label text);");
        using (var rows = connection!.BeginBinaryImport("COPY raw (id, words, stored) FROM STDIN (FORMAT BINARY)"))
        {
            var id = 0;
            foreach (var line in File.ReadLines(documents))
            {
                var fields = line.Split('\t');
                rows.StartRow();
                rows.Write(++id);
                rows.Write(Vector(fields[1]));
                rows.Write(fields[7]);
            }
            rows.Complete();
        }
        using (var rows = connection.BeginBinaryImport("COPY labels FROM STDIN (FORMAT BINARY)"))
        {
            var id = 0;
            foreach (var line in File.ReadLines(documents))
            {
                var fields = line.Split('\t');
                id++;
                for (short dimension = 0; dimension < 5; dimension++)
                    foreach (var name in fields[2 + dimension].Split(Corpus.ListMark, StringSplitOptions.RemoveEmptyEntries).Distinct())
                    {
                        rows.StartRow();
                        rows.Write(id);
                        rows.Write(dimension);
                        rows.Write(name);
                    }
            }
            rows.Complete();
        }
        Execute("CREATE TABLE documents AS SELECT id, words::tsvector AS words, stored FROM raw; DROP TABLE raw; ALTER TABLE documents ADD PRIMARY KEY (id); CREATE INDEX ON documents USING gin (words); CREATE INDEX ON labels (document) INCLUDE (dimension, label); VACUUM ANALYZE documents; VACUUM ANALYZE labels;");
        using var size = new NpgsqlCommand("SELECT pg_total_relation_size('documents') + pg_total_relation_size('labels')", connection);
        return (long)size.ExecuteScalar()!;
    }

    public void Open(string folder, IReadOnlyList<AskedQuery> queries)
    {
        if (connection is null) Connect();
    }

    public int Ask(string task, AskedQuery query)
    {
        var all = task == "match-all";
        var match = string.Join(" & ", query.Terms.Select(term => $"'{term.Replace("'", "''", StringComparison.Ordinal)}'"));
        Read(all ? "SELECT stored FROM documents LIMIT 10" : "SELECT stored FROM documents WHERE words @@ $1::tsquery ORDER BY ts_rank(words, $1::tsquery) DESC LIMIT 10", all ? null : match);
        var found = all ? "SELECT id FROM documents" : "SELECT id FROM documents WHERE words @@ $1::tsquery";
        if (task is not "top10")
            Read($"""
                WITH found AS MATERIALIZED ({found}), counted AS (SELECT dimension, label, count(*) AS number FROM found JOIN labels ON labels.document = found.id GROUP BY dimension, label),
                ranked AS (SELECT *, row_number() OVER (PARTITION BY dimension ORDER BY number DESC) AS place FROM counted) SELECT label FROM ranked WHERE place <= 10
                """, all ? null : match);
        using var count = new NpgsqlCommand($"SELECT count(*) FROM ({found}) AS found", connection);
        if (!all) count.Parameters.AddWithValue(match);
        return (int)(long)count.ExecuteScalar()!;
    }

    public void Dispose() => connection?.Dispose();

    private void Connect()
    {
        connection = new NpgsqlConnection(server);
        connection.Open();
    }

    // As PostgreSQL writes a vector: each term with its positions, of which it keeps 256.
    private static string Vector(string terms)
    {
        const int MostPositions = 256, LastPosition = 16_383, LongestTerm = 2_000;
        var places = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        foreach (var (at, term) in terms.Split(' ').Index())
        {
            if (term.Length > LongestTerm) continue;
            if (!places.TryGetValue(term, out var known)) places[term] = known = [];
            if (known.Count < MostPositions && at < LastPosition) known.Add(at + 1);
        }
        return string.Join(' ', places.Select(place => $"'{place.Key.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "''", StringComparison.Ordinal)}'{(place.Value.Count > 0 ? ":" : "")}{string.Join(',', place.Value)}"));
    }

    private void Read(string sql, string? match)
    {
        using var command = new NpgsqlCommand(sql, connection);
        if (match is not null) command.Parameters.AddWithValue(match);
        using var rows = command.ExecuteReader();
        while (rows.Read()) _ = rows.GetString(0);
    }

    private void Execute(string sql)
    {
        foreach (var statement in sql.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            using var command = new NpgsqlCommand(statement, connection) { CommandTimeout = 0 };
            command.ExecuteNonQuery();
        }
    }
}
