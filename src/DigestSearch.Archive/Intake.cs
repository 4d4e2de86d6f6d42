using DigestSearch.Reviews;
using DigestSearch.Reviews.Reading;

namespace DigestSearch.Archive;

/// <summary>Reads a received document and archives it: the one way in, for folders, posts and files given by hand.</summary>
public sealed class Intake(ReviewArchive archive, DigestReader reader)
{
    /// <summary>Reads and archives one document; what did not change is a no-op. Returns when everything is durable.</summary>
    public Received Receive(Source source, string name, string? mediaType, Stream content, CancellationToken cancellation = default) =>
        throw new NotImplementedException($"{archive}{reader}");

    /// <summary>Removes a document of a source with its reviews; false if there was none.</summary>
    public bool Remove(Source source, string name) => throw new NotImplementedException();

    /// <summary>Removes a digest; refused while a folder still holds it.</summary>
    public Removal RemoveDigest(string id) => throw new NotImplementedException();

    /// <summary>Reads the stored bytes of every document again that was read by another reader or vocabulary; returns how many.</summary>
    public int ReadAgain(IProgress<(int Done, int Of)>? progress = null, CancellationToken cancellation = default) => throw new NotImplementedException();
}

/// <summary>Where documents come from.</summary>
/// <param name="Kind">How it is kept in step.</param>
/// <param name="Place">Full path of the folder; empty for posts.</param>
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
}

/// <summary>What became of a received document.</summary>
/// <param name="Outcome">What changed.</param>
/// <param name="DigestId">The digest; the first of several; null when nothing could be read.</param>
/// <param name="Reviews">Reviews that the document holds now.</param>
/// <param name="Problems">What could not be read.</param>
/// <param name="Version">Archive version at which all of it is included.</param>
public sealed record Received(IntakeOutcome Outcome, string? DigestId, int Reviews, IReadOnlyList<Problem> Problems, long Version);

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
