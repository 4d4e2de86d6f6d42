using System.Security.Cryptography;
using DigestSearch.Reviews;
using DigestSearch.Reviews.Reading;

namespace DigestSearch.Archive;

/// <summary>Documents that are read as a whole, each in one transaction.</summary>
internal sealed class WholeIntake(DocumentIntake intake, DigestReader reader)
{
    private const int MaxBytes = 32 << 20;

    /// <summary>Reads and archives one document.</summary>
    public Received Receive(DocumentRow arriving, Stream content)
    {
        if (ReadAll(content) is not { } bytes) return intake.Refuse(arriving, MaxBytes);
        arriving = arriving with { Sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes.Span)), State = DocumentState.Complete };
        if (intake.Unchanged(arriving, out var known) is { } unchanged) return unchanged;

        var reading = reader.Read(bytes, known.Arriving.Name, known.Arriving.MediaType);
        using var writer = new ArchiveWriter(intake.File);
        writer.Begin();
        known = DocumentIdentity.Settle(writer.Connection, arriving);
        var document = DocumentStore.Put(writer.Connection, known.Arriving, intake.Now);
        DocumentStore.PutContent(writer.Connection, document.Id, new MemoryStream(bytes.ToArray()), bytes.Length);
        DocumentCopies.Release(writer.Connection, document.Id);
        Put(writer, document, reading, isNew: known.Stored is null or { State: DocumentState.Removed } || known.Stored.Sha256 != arriving.Sha256);
        var version = writer.Commit();
        return DocumentStore.Received(writer.Connection, document.Id, known.Outcome, version);
    }

    /// <summary>Reads the stored bytes of a document again.</summary>
    public void ReadAgain(DocumentRow document, Stream content)
    {
        var reading = reader.Read(ReadAll(content)!.Value, document.Name, document.MediaType);
        using var writer = new ArchiveWriter(intake.File);
        writer.Begin();
        // Another content may have arrived meanwhile; it was read by this reader or will be.
        if (DocumentStore.Find(writer.Connection, document.Id) != document) return;
        DocumentStore.SetState(writer.Connection, document.Id, reader.Fingerprint, DocumentState.Complete);
        Put(writer, document, reading, isNew: false);
        writer.Commit();
    }

    private static void Put(ArchiveWriter writer, DocumentRow document, DigestReading reading, bool isNew)
    {
        var copy = DocumentCopies.Find(writer, document, reading, isNew);
        DocumentCopies.Put(writer.Connection, document.Id, copy?.Original.Id);
        DocumentStore.PutProblems(writer.Connection, document.Id, copy is null ? reading.Problems : [copy.Problem(document.Name)]);
        var store = new ReviewStore(writer);
        var digest = store.FindDigest(document.Id, "");
        store.RemoveOthers(document.Id, digest); // It may have been read as JSON Lines before.
        if (copy is not null || reading.Reviews.Count == 0)
        {
            // What repeated this document may be all that is left of it.
            DocumentCopies.Release(writer.Connection, document.Id);
            if (digest is not null) store.RemoveAll(digest);
        }
        else
        {
            if (digest is null) digest = store.AddDigest(document, "", 1, reading.Digest);
            else store.PutFacts(digest, 1, reading.Digest);
            PutReviews(store, digest, reading.Reviews);
        }
        store.Count();
    }

    private static void PutReviews(ReviewStore store, string digest, IReadOnlyList<Review> now)
    {
        var before = store.Reviews(digest);
        var matches = ReviewMatching.Match(before, now);
        var kept = matches.Where(match => match is not null).Select(match => before[match!.Value].Id!).ToHashSet(StringComparer.Ordinal);
        foreach (var gone in before.Where(review => !kept.Contains(review.Id!))) store.Remove(gone.Id!, digest);
        for (var index = 0; index < now.Count; index++)
        {
            var id = matches[index] is { } match ? before[match].Id! : store.NewId(digest, now[index].Title, kept);
            kept.Add(id);
            store.Put(digest, now[index] with { Id = id }, store.Find(id));
        }
    }

    private static ReadOnlyMemory<byte>? ReadAll(Stream content)
    {
        if (content.CanSeek && content.Length - content.Position > MaxBytes) return null;
        using var buffer = new MemoryStream();
        var part = new byte[81920];
        for (int read; (read = content.Read(part)) > 0;)
        {
            if (buffer.Length + read > MaxBytes) return null;
            buffer.Write(part, 0, read);
        }
        return buffer.ToArray();
    }
}
