using System.Text;
using System.Text.Json;
using DigestSearch.Archive;
using DigestSearch.Reviews;
using DigestSearch.Reviews.Reading;
using Microsoft.Data.Sqlite;

namespace DigestSearch.Tests.Archive;

/// <summary>An archive in a folder of its own, with a way in.</summary>
internal sealed class TempArchive : IDisposable
{
    public TempArchive()
    {
        Folder = Directory.CreateTempSubdirectory("archive-").FullName;
        Source = new(SourceKind.Folder, Directory.CreateDirectory(Path.Combine(Folder, "digests")).FullName);
        Hand = Source with { Kind = SourceKind.Hand };
        Reopen();
    }

    public string Folder { get; }

    public Source Source { get; }

    public Source Hand { get; }

    public ReviewArchive Archive { get; private set; } = null!;

    public Intake Intake { get; private set; } = null!;

    public string Data => Path.Combine(Folder, "data");

    public void Reopen()
    {
        Archive?.Dispose();
        Archive = ReviewArchive.Open(Data);
        Intake = new Intake(Archive, new DigestReader(Vocabulary.Empty));
    }

    public Received Receive(string name, string text, Source? source = null) =>
        Intake.Receive(source ?? Source, name, null, new MemoryStream(Encoding.UTF8.GetBytes(text)));

    public Received Receive(string name, params ReviewLine[] lines) => Receive(name, Lines(lines));

    public static string Lines(params IEnumerable<ReviewLine> lines) =>
        string.Concat(lines.Select(line => JsonSerializer.Serialize(line, ReviewJson.Plain.ReviewLine) + "\n"));

    /// <summary>Every review by its title with its id.</summary>
    public Dictionary<string, string> Ids() => Live().ToDictionary(change => change.Review!.Review.Title, change => change.Id);

    /// <summary>Every review by its title with its version.</summary>
    public Dictionary<string, long> Versions() => Live().ToDictionary(change => change.Review!.Review.Title, change => change.Version);

    public List<ReviewChange> Live() => [.. Archive.Changes(0, int.MaxValue).Where(change => change.Review is not null)];

    public void Execute(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(Data, "archive.db")};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    public T Ask<T>(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(Data, "archive.db")};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return (T)command.ExecuteScalar()!;
    }

    public void Dispose()
    {
        Archive.Dispose();
        Directory.Delete(Folder, recursive: true);
    }
}
