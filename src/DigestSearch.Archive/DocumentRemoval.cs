using Dapper;

namespace DigestSearch.Archive;

/// <summary>Removes documents and digests; tombstones stay.</summary>
internal static class DocumentRemoval
{
    /// <summary>Removes a document with all its reviews.</summary>
    public static void Remove(ArchiveWriter writer, DocumentRow document)
    {
        var store = new ReviewStore(writer);
        foreach (var digest in Digests(writer, document.Id)) store.RemoveAll(digest);
        store.Count();
        DocumentStore.Empty(writer.Connection, document.Id);
        DocumentCopies.Release(writer.Connection, document.Id);
    }

    /// <summary>Removes a digest, and its document when it held no other.</summary>
    public static Removal RemoveDigest(ArchiveWriter writer, string id)
    {
        var store = new ReviewStore(writer);
        if (store.OwnerOfDigest(id) is not { Reviews: > 0 } owner || DocumentStore.Find(writer.Connection, owner.Document) is not { } document)
            return Removal.NotFound;
        if (IsHeld(document)) return Removal.HeldByFolder;
        if (Digests(writer, document.Id).Count == 1)
        {
            Remove(writer, document);
            return Removal.Removed;
        }
        store.RemoveAll(id);
        store.MarkRemoved(id);
        store.Count();
        return Removal.Removed;
    }

    private static bool IsHeld(DocumentRow document) =>
        document.Kind == SourceKinds.Word(SourceKind.Folder) && File.Exists(Path.Combine(document.Place, document.Name));

    private static List<string> Digests(ArchiveWriter writer, long document) => writer.Connection.Query<string>(
        "SELECT id FROM digests WHERE document = @document AND reviews > 0 ORDER BY ordinal, id", new { document }).AsList();
}
