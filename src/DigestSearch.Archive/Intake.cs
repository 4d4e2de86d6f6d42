using DigestSearch.Reviews;
using DigestSearch.Reviews.Reading;
using Microsoft.Data.Sqlite;

namespace DigestSearch.Archive;

/// <summary>Reads a received document and archives it: the one way in, for folders, posts and files given by hand.</summary>
public sealed class Intake
{
    private readonly ArchiveFile file;
    private readonly DigestReader reader;
    private readonly WholeIntake whole;
    private readonly LinesIntake lines;

    /// <summary>The way into an archive, read by a reader.</summary>
    public Intake(ReviewArchive archive, DigestReader reader, TimeProvider? time = null)
    {
        (file, this.reader) = (archive.File, reader);
        var intake = new DocumentIntake(file, time ?? TimeProvider.System);
        (whole, lines) = (new WholeIntake(intake, reader), new LinesIntake(intake, reader));
    }

    /// <summary>Reads and archives one document; what did not change is a no-op. Returns when everything is durable.</summary>
    public Received Receive(Source source, string name, string? mediaType, Stream content, CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        var arriving = new DocumentRow(0, SourceKinds.Word(source.Kind), SourceKinds.PlaceOf(source), name, "", mediaType, reader.Fingerprint,
            DocumentState.Complete, 0);
        if (LinesIntake.Takes(name)) return lines.Receive(arriving, content, cancellation);
        var received = whole.Receive(arriving, content);
        if (received.Outcome is IntakeOutcome.Changed) ReadCopies();
        return received;
    }

    /// <summary>Removes a document of a source with its reviews; false if there was none.</summary>
    public bool Remove(Source source, string name)
    {
        using var writer = new ArchiveWriter(file);
        writer.Begin();
        if (DocumentStore.Find(writer.Connection, SourceKinds.PlaceOf(source), name) is not { State: not DocumentState.Removed } document) return false;
        DocumentRemoval.Remove(writer, document);
        writer.Commit();
        ReadCopies();
        return true;
    }

    /// <summary>Removes a digest; refused while a folder still holds it.</summary>
    public Removal RemoveDigest(string id)
    {
        using var writer = new ArchiveWriter(file);
        writer.Begin();
        var removal = DocumentRemoval.RemoveDigest(writer, id);
        if (removal is not Removal.Removed) return removal;
        writer.Commit();
        ReadCopies();
        return removal;
    }

    /// <summary>Reads the stored bytes of every document again that was read by another reader or vocabulary, or only half; returns how many.</summary>
    public int ReadAgain(IProgress<(int Done, int Of)>? progress = null, CancellationToken cancellation = default)
    {
        using var connection = file.Connect();
        var waiting = DocumentStore.ToReadAgain(connection, reader.Fingerprint);
        var (done, read) = (0, 0);
        foreach (var id in waiting)
        {
            cancellation.ThrowIfCancellationRequested();
            if (ReadAgain(connection, id, cancellation)) read++;
            progress?.Report((++done, waiting.Count));
        }
        ReadCopies();
        return read;
    }

    /// <summary>Reads the documents again that repeated one which is no longer what it was.</summary>
    private void ReadCopies()
    {
        using var connection = file.Connect();
        foreach (var id in DocumentCopies.Released(connection)) ReadAgain(connection, id, CancellationToken.None);
    }

    private bool ReadAgain(SqliteConnection connection, long id, CancellationToken cancellation)
    {
        if (DocumentStore.Find(connection, id) is not { } document || DocumentStore.OpenContent(connection, id) is not { } content) return false;
        using (content)
        {
            if (LinesIntake.Takes(document.Name)) return lines.ReadAgain(document, content, cancellation);
            whole.ReadAgain(document, content);
            return true;
        }
    }
}

/// <summary>Where documents come from.</summary>
/// <param name="Kind">How it is kept in step.</param>
/// <param name="Place">Full path of the folder, address of the feed; empty for posts.</param>
public sealed record Source(SourceKind Kind, string Place)
{
    /// <summary>Documents posted to the API.</summary>
    public static Source Posts { get; } = new(SourceKind.Post, "");
}

/// <summary>How a source is kept in step.</summary>
public enum SourceKind
{
    /// <summary>A folder that is followed: what vanishes from it is removed.</summary>
    Folder,

    /// <summary>Given by hand to <c>ingest</c>: stays.</summary>
    Hand,

    /// <summary>Posted: stays until it is deleted.</summary>
    Post,

    /// <summary>A feed that is followed: what falls out of it stays, and what was deleted stays deleted.</summary>
    Feed,
}

/// <summary>What became of a received document.</summary>
/// <param name="Outcome">What changed.</param>
/// <param name="DigestId">The digest; the first of several; null when nothing could be read.</param>
/// <param name="Reviews">Reviews that the document holds now.</param>
/// <param name="Problems">What could not be read.</param>
/// <param name="Version">Archive version at which all of it is included.</param>
public sealed record Received(IntakeOutcome Outcome, string? DigestId, int Reviews, IReadOnlyList<Problem> Problems, long Version)
{
    /// <summary>Whether the document repeats a digest that was here before, which then is the digest that is told.</summary>
    public bool IsCopy { get; init; }
}

/// <summary>What a received document changed.</summary>
public enum IntakeOutcome
{
    /// <summary>The document is new.</summary>
    Added,

    /// <summary>Another content under a known name.</summary>
    Changed,

    /// <summary>Nothing changed.</summary>
    Unchanged,
}

/// <summary>What became of a request to remove a digest.</summary>
public enum Removal
{
    /// <summary>It is gone.</summary>
    Removed,

    /// <summary>There is no such digest.</summary>
    NotFound,

    /// <summary>A folder still holds it.</summary>
    HeldByFolder,
}
