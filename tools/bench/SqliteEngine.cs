using Microsoft.Data.Sqlite;

namespace DigestSearch.Bench;

/// <summary>SQLite's full-text index FTS5 with BM25, and labels in a table with an index.</summary>
internal sealed class SqliteEngine : IEngine
{
    private SqliteConnection? connection;

    public long Index(string documents, string folder, int threads)
    {
        Directory.CreateDirectory(folder);
        var file = Path.Combine(folder, "fts.db");
        using (var writing = new SqliteConnection($"Data Source={file};Pooling=False"))
        {
            writing.Open();
            Execute(writing, """
                PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -200000;
                CREATE VIRTUAL TABLE words USING fts5(terms, content = '', tokenize = "unicode61 remove_diacritics 0 tokenchars '-_.+#@/'");
                CREATE TABLE stored (id INTEGER PRIMARY KEY, bytes TEXT);
                CREATE TABLE labels (document INTEGER, dimension INTEGER, label TEXT, PRIMARY KEY (document, dimension, label)) WITHOUT ROWID;
                """);
            using var transaction = writing.BeginTransaction();
            using var word = Command(writing, "INSERT INTO words (rowid, terms) VALUES ($1, $2)", 2);
            using var store = Command(writing, "INSERT INTO stored VALUES ($1, $2)", 2);
            using var label = Command(writing, "INSERT OR IGNORE INTO labels VALUES ($1, $2, $3)", 3);
            var id = 0L;
            foreach (var line in File.ReadLines(documents))
            {
                var fields = line.Split('\t');
                Run(word, ++id, fields[1]);
                Run(store, id, fields[7]);
                for (var dimension = 0; dimension < 5; dimension++)
                    foreach (var name in fields[2 + dimension].Split(Corpus.ListMark, StringSplitOptions.RemoveEmptyEntries)) Run(label, id, dimension, name);
            }
            transaction.Commit();
            Execute(writing, "INSERT INTO words (words) VALUES ('optimize'); ANALYZE;");
        }
        return new FileInfo(file).Length;
    }

    public void Open(string folder, IReadOnlyList<AskedQuery> queries)
    {
        connection = new SqliteConnection($"Data Source={Path.Combine(folder, "fts.db")};Mode=ReadOnly");
        connection.Open();
        Execute(connection, "PRAGMA mmap_size = 8000000000; PRAGMA cache_size = -100000; PRAGMA temp_store = MEMORY;");
    }

    public int Ask(string task, AskedQuery query)
    {
        var all = task == "match-all";
        var match = string.Join(' ', query.Terms.Select(term => $"\"{term.Replace("\"", "\"\"", StringComparison.Ordinal)}\""));
        Read(all ? "SELECT bytes FROM stored LIMIT 10" : "SELECT bytes FROM (SELECT rowid FROM words WHERE words MATCH $1 ORDER BY rank LIMIT 10) AS top JOIN stored ON stored.id = top.rowid", match);
        if (task is "top10") return (int)Scalar("SELECT count(*) FROM words WHERE words MATCH $1", match);
        var found = all ? "SELECT id FROM stored" : "SELECT rowid AS id FROM words WHERE words MATCH $1";
        Read($"""
            WITH found AS MATERIALIZED ({found}), counted AS (SELECT dimension, label, count(*) AS number FROM found JOIN labels ON labels.document = found.id GROUP BY dimension, label),
            ranked AS (SELECT *, row_number() OVER (PARTITION BY dimension ORDER BY number DESC) AS place FROM counted) SELECT label, number FROM ranked WHERE place <= 10
            """, match);
        return (int)Scalar($"SELECT count(*) FROM ({found})", match);
    }

    public void Dispose() => connection?.Dispose();

    private void Read(string sql, string match)
    {
        using var command = Command(connection!, sql, 0);
        command.Parameters.AddWithValue("$1", match);
        using var rows = command.ExecuteReader();
        while (rows.Read()) _ = rows.GetString(0);
    }

    private long Scalar(string sql, string match)
    {
        using var command = Command(connection!, sql, 0);
        command.Parameters.AddWithValue("$1", match);
        return (long)command.ExecuteScalar()!;
    }

    private static SqliteCommand Command(SqliteConnection connection, string sql, int parameters)
    {
        var command = connection.CreateCommand();
#pragma warning disable CA2100 // Of this class alone.
        command.CommandText = sql;
#pragma warning restore CA2100
        for (var at = 1; at <= parameters; at++) command.Parameters.Add(new SqliteParameter($"${at}", null));
        return command;
    }

    private static void Run(SqliteCommand command, params object[] values)
    {
        for (var at = 0; at < values.Length; at++) command.Parameters[at].Value = values[at];
        command.ExecuteNonQuery();
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = Command(connection, sql, 0);
        command.ExecuteNonQuery();
    }
}
