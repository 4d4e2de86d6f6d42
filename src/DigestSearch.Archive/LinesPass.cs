using DigestSearch.Reviews;
using DigestSearch.Reviews.Reading;
using DigestSearch.Reviews.Reading.Formats;

namespace DigestSearch.Archive;

/// <summary>One reading of JSON Lines from the first line to the last. What was not seen in it is removed at its end.</summary>
internal sealed class LinesPass : IDisposable
{
    private const int MaxReviews = 1000, MaxCharacters = 8_000_000, MaxPending = 1000;
    private static readonly HashSet<string> none = [];
    private readonly ArchiveWriter writer;
    private readonly DigestReader reader;
    private readonly DocumentRow document;
    private readonly ReviewStore store;
    private readonly SeenReviews seen;
    private readonly LineDigests digests;
    private readonly LineProblems problems;
    private readonly List<PendingReview> pending = [];
    private readonly bool wasRead;

    /// <summary>Starts a reading of a document that is marked partial.</summary>
    public LinesPass(ArchiveWriter writer, DigestReader reader, DocumentRow document)
    {
        (this.writer, this.reader, this.document) = (writer, reader, document);
        store = new ReviewStore(writer);
        seen = new SeenReviews(writer);
        digests = new LineDigests(store, document);
        problems = new LineProblems(document.Name);
        wasRead = seen.AnyUnseen(document.Id);
    }

    /// <summary>Reads and archives all lines; returns the version at which all of them are included.</summary>
    public long Run(Stream content, CancellationToken cancellation)
    {
        var batch = new List<(int Number, ReviewLine Line, Review Review)>();
        var characters = 0;
        foreach (var (number, line, problem) in ReviewLines.Read(content, document.Name))
        {
            cancellation.ThrowIfCancellationRequested();
            if (problem is not null) problems.Add(problem);
            if (line is null) continue;
            var review = reader.ToReview(line, line.Ordinal ?? digests.NextOrdinal(line));
            batch.Add((number, line, review));
            characters += review.Text.Length;
            if (batch.Count < MaxReviews && characters < MaxCharacters) continue;
            Write(batch);
            writer.Commit();
            batch.Clear();
            characters = 0;
        }
        Write(batch);
        Finish();
        return writer.Commit();
    }

    /// <summary>Forgets what was seen.</summary>
    public void Dispose() => seen.Dispose();

    private void Write(List<(int Number, ReviewLine Line, Review Review)> batch)
    {
        writer.Begin();
        if (DocumentStore.Find(writer.Connection, document.Id) is not { State: DocumentState.Partial } now || now.Sha256 != document.Sha256)
            throw new ArchiveException($"The document {document.Name} was removed or replaced while it was read. Give it once more if it shall stay.");
        foreach (var (number, line, review) in batch) Put(number, line, review);
        store.Count();
    }

    private void Put(int number, ReviewLine line, Review review)
    {
        var digest = digests.Of(line);
        if (digest.IsTaken) problems.AddTaken(number, line.DigestId!);
        if (digest.Id is not { } digestId) return;
        if (review.Id is { Length: > 0 } id) PutGiven(number, digestId, review, id);
        else if (seen.UnseenOfTitle(digestId, review.Title) is { } same) PutAs(same, digestId, review);
        // The line may be an edited one, which only the end of the document can tell.
        else if (wasRead && pending.Count < MaxPending) pending.Add(new(digestId, review));
        else PutAs(store.NewId(digestId, review.Title, none), digestId, review);
    }

    private void PutGiven(int number, string digest, Review review, string id)
    {
        var before = store.Find(id);
        if (before is { Deleted: false } && before.Document != document.Id || !seen.Add(id)) problems.AddTaken(number, id);
        else store.Put(digest, review, before);
    }

    private void PutAs(string id, string digest, Review review)
    {
        seen.Add(id);
        store.Put(digest, review with { Id = id }, store.Find(id));
    }

    private void Finish()
    {
        foreach (var group in pending.GroupBy(one => one.Digest))
        {
            var now = group.Select(one => one.Review).ToList();
            var before = seen.Unseen(group.Key, MaxPending);
            var matches = ReviewMatching.Match(before, now);
            for (var index = 0; index < now.Count; index++)
                if (matches[index] is { } match) PutAs(before[match].Id!, group.Key, now[index]);
            for (var index = 0; index < now.Count; index++)
                if (matches[index] is null) PutAs(store.NewId(group.Key, now[index].Title, none), group.Key, now[index]);
        }
        foreach (var (id, digest) in seen.AllUnseen(document.Id)) store.Remove(id, digest);
        store.Count();
        DocumentStore.PutProblems(writer.Connection, document.Id, problems.All());
        DocumentStore.SetState(writer.Connection, document.Id, document.Reader, DocumentState.Complete);
    }

    private sealed record PendingReview(string Digest, Review Review);
}
