using System.Security.Cryptography;
using DigestSearch.Reviews.Reading;

namespace DigestSearch.Archive;

/// <summary>JSON Lines of any length, streamed: the bytes first, then batches of reviews, so that a search sees progress.</summary>
internal sealed class LinesIntake(DocumentIntake intake, DigestReader reader)
{
    // SQLite holds at most 10⁹ bytes in one value.
    private const long MaxBytes = 900L << 20;

    /// <summary>Whether a name is one of JSON Lines.</summary>
    public static bool Takes(string name) =>
        name.EndsWith(".jsonl", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".jsonl.gz", StringComparison.OrdinalIgnoreCase);

    /// <summary>Reads and archives one document.</summary>
    public Received Receive(DocumentRow arriving, Stream content, CancellationToken cancellation)
    {
        using var spooled = content.CanSeek ? null : Spool(content, MaxBytes + 1);
        var bytes = spooled ?? content;
        var start = bytes.Position;
        if (bytes.Length - start > MaxBytes) return intake.Refuse(arriving, MaxBytes);
        arriving = arriving with { Sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes)), State = DocumentState.Partial };
        using var turn = ReadingLock.Wait(intake.File.Folder, $"{arriving.Place}/{arriving.Name}", cancellation);
        if (intake.Unchanged(arriving, out _) is { } unchanged) return unchanged;

        using var writer = new ArchiveWriter(intake.File);
        writer.Begin();
        var known = DocumentIdentity.Settle(writer.Connection, arriving);
        var document = DocumentStore.Put(writer.Connection, known.Arriving, intake.Now);
        bytes.Position = start;
        DocumentStore.PutContent(writer.Connection, document.Id, bytes, bytes.Length - start);
        if (known.Stored?.Sha256 != arriving.Sha256 || known.Stored.State == DocumentState.Removed) new ReviewStore(writer).AllowRemoved(document.Id);
        writer.Commit();
        bytes.Position = start;
        using var pass = new LinesPass(writer, reader, document);
        var version = pass.Run(bytes, cancellation);
        return DocumentStore.Received(writer.Connection, document.Id, known.Outcome, version);
    }

    /// <summary>Reads the stored bytes of a document again; false when another process is reading it.</summary>
    public bool ReadAgain(DocumentRow document, Stream content, CancellationToken cancellation)
    {
        using var turn = ReadingLock.Try(intake.File.Folder, $"{document.Place}/{document.Name}");
        if (turn is null) return false;
        // From a copy: an open value would hold back the checkpoint while the whole document is written anew.
        FileStream bytes;
        using (content) bytes = Spool(content, long.MaxValue);
        using var _ = bytes;
        using var writer = new ArchiveWriter(intake.File);
        writer.Begin();
        if (DocumentStore.Find(writer.Connection, document.Id) != document) return true;
        DocumentStore.SetState(writer.Connection, document.Id, reader.Fingerprint, DocumentState.Partial);
        writer.Commit();
        using var pass = new LinesPass(writer, reader, document with { Reader = reader.Fingerprint });
        pass.Run(bytes, cancellation);
        return true;
    }

    private static FileStream Spool(Stream content, long limit)
    {
        var spool = new FileStream(Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()), new FileStreamOptions
        {
            Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, Share = FileShare.None, Options = FileOptions.DeleteOnClose,
            BufferSize = 1 << 16,
        });
        try
        {
            var part = new byte[1 << 16];
            for (int read; spool.Length < limit && (read = content.Read(part)) > 0;) spool.Write(part, 0, read);
            spool.Position = 0;
            return spool;
        }
        catch
        {
            spool.Dispose();
            throw;
        }
    }
}
