using System.Globalization;
using DigestSearch.Reviews;

namespace DigestSearch.Archive;

/// <summary>What whole documents and JSON Lines have in common on their way in.</summary>
internal sealed class DocumentIntake(ArchiveFile file, TimeProvider time)
{
    /// <summary>The file of the archive.</summary>
    public ArchiveFile File => file;

    /// <summary>Now.</summary>
    public DateTimeOffset Now => time.GetUtcNow();

    /// <summary>The answer when the archive has the document as it arrived; else null.</summary>
    public Received? Unchanged(DocumentRow arriving, out KnownDocument known)
    {
        using (var connection = file.ConnectToSnapshot(out var snapshot))
        {
            using var _ = snapshot;
            known = DocumentIdentity.Resolve(connection, arriving);
            if (!known.IsUnchanged) return null;
            if (!known.Moves)
                return DocumentStore.Received(connection, known.Stored!.Id, IntakeOutcome.Unchanged, ArchiveMeta.Version(connection));
        }
        using var writer = new ArchiveWriter(file);
        writer.Begin();
        known = DocumentIdentity.Settle(writer.Connection, arriving);
        if (!known.IsUnchanged) return null;
        var version = writer.Commit();
        return DocumentStore.Received(writer.Connection, known.Stored!.Id, IntakeOutcome.Unchanged, version);
    }

    /// <summary>Keeps nothing of a document that is too large but a problem; what was read of it before stays.</summary>
    public Received Refuse(DocumentRow arriving, long limit)
    {
        var problem = new Problem("document-too-large", arriving.Name, null,
            string.Create(CultureInfo.InvariantCulture, $"The document {arriving.Name} is larger than {limit / (1 << 20)} MB and was not read."),
            "Split it into smaller documents.");
        using var writer = new ArchiveWriter(file);
        writer.Begin();
        var known = DocumentIdentity.Settle(writer.Connection, arriving);
        var document = known.Stored is { State: not DocumentState.Removed } stored ? stored
            : DocumentStore.Put(writer.Connection, known.Arriving with { Sha256 = "", State = DocumentState.Refused }, Now);
        var told = DocumentStore.Problems(writer.Connection, document.Id) is [var only] && only == problem;
        if (!told) DocumentStore.PutProblems(writer.Connection, document.Id, [problem]);
        var version = writer.Commit();
        return DocumentStore.Received(writer.Connection, document.Id, told ? IntakeOutcome.Unchanged : known.Outcome, version);
    }
}
