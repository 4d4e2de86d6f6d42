using Microsoft.Data.Sqlite;

namespace DigestSearch.Archive;

/// <summary>Which document of the archive an arriving one is: by place and name, else by where it was, else by its bytes.</summary>
internal static class DocumentIdentity
{
    /// <summary>The known document, and the arriving one under the source and name by which it is known from now on.</summary>
    public static KnownDocument Resolve(SqliteConnection connection, DocumentRow arriving)
    {
        if (DocumentStore.Find(connection, arriving.Place, arriving.Name) is { } same)
            // A folder that is followed holds what was once given by hand, not the other way round.
            return new(same, arriving with { Kind = Merge(same.Kind, arriving.Kind) });
        if (arriving.Kind == SourceKinds.Word(SourceKind.Post))
            return DocumentStore.WithContent(connection, arriving.Sha256).FirstOrDefault(document =>
                document.Kind == arriving.Kind && document.State != DocumentState.Removed) is { } posted
                ? new(posted, CorrectsFormat(posted, arriving) ? arriving : arriving with { Name = posted.Name, MediaType = posted.MediaType }) : new(null, arriving);
        if (SourceKinds.IsFeed(arriving.Place)) return new(null, arriving);
        if (AtPath(connection, arriving) is { } there)
            return arriving.Kind == SourceKinds.Word(SourceKind.Folder)
                ? new(there, arriving) : new(there, arriving with { Kind = there.Kind, Place = there.Place, Name = there.Name });
        return new(Moved(connection, arriving), arriving);
    }

    /// <summary>Resolves inside a transaction and gives a document that moved its new place.</summary>
    public static KnownDocument Settle(SqliteConnection connection, DocumentRow arriving)
    {
        var known = Resolve(connection, arriving);
        if (known is { Stored: { } stored, Moves: true }) DocumentStore.Move(connection, stored, known.Arriving);
        return known;
    }

    // Who posts the same bytes as something else found out that they were read as the wrong thing.
    private static bool CorrectsFormat(DocumentRow posted, DocumentRow arriving) =>
        arriving.Ending.Length > 0 && arriving.Ending != posted.Ending || arriving.MediaType is { } type && type != posted.MediaType;

    private static string Merge(string stored, string arriving) =>
        stored == SourceKinds.Word(SourceKind.Folder) ? stored : arriving;

    /// <summary>The same file, given by another folder on its path.</summary>
    private static DocumentRow? AtPath(SqliteConnection connection, DocumentRow arriving)
    {
        var path = $"{arriving.Place}/{arriving.Name}";
        for (var at = path.IndexOf('/', 1); at > 0; at = path.IndexOf('/', at + 1))
            if (at != arriving.Place.Length && DocumentStore.Find(connection, path[..at], path[(at + 1)..]) is { } document &&
                document.State != DocumentState.Removed &&
                // Two followed folders, one inside the other, would take the document from each other at every scan.
                (document.Kind != arriving.Kind || arriving.Kind != SourceKinds.Word(SourceKind.Folder)))
                return document;
        return null;
    }

    /// <summary>The document whose file is gone from where it was, when exactly one has these bytes: it was renamed, or its folder moved.</summary>
    private static DocumentRow? Moved(SqliteConnection connection, DocumentRow arriving)
    {
        var candidates = DocumentStore.WithContent(connection, arriving.Sha256)
            .Where(document => document.Kind != SourceKinds.Word(SourceKind.Post) && !SourceKinds.IsFeed(document.Place) && (IsRenamed(document, arriving) || IsInVanishedFolder(document, arriving)))
            .Take(2).ToList();
        return candidates.Count == 1 ? candidates[0] : null;
    }

    // A rename may be told as a removal first: the removed document is still known by its bytes.
    private static bool IsRenamed(DocumentRow document, DocumentRow arriving) =>
        document.Place == arriving.Place && Directory.Exists(document.Place) && !File.Exists(Path.Combine(document.Place, document.Name));

    private static bool IsInVanishedFolder(DocumentRow document, DocumentRow arriving) =>
        document.Name == arriving.Name && document.State != DocumentState.Removed && !Directory.Exists(document.Place);
}

/// <summary>An arriving document and the one in the archive that it is.</summary>
/// <param name="Stored">As the archive has it; null when it is new.</param>
/// <param name="Arriving">As it arrived, under the source and name by which it is known.</param>
internal sealed record KnownDocument(DocumentRow? Stored, DocumentRow Arriving)
{
    /// <summary>Whether it is known by another source or name from now on.</summary>
    public bool Moves => Stored is { } stored && (stored.Kind, stored.Place, stored.Name) != (Arriving.Kind, Arriving.Place, Arriving.Name);

    /// <summary>Whether the archive has it as it arrived; what was deleted is not brought back by a feed that still shows it.</summary>
    public bool IsUnchanged => Stored is { } stored &&
        (stored.Holds(Arriving) || stored.State == DocumentState.Removed && SourceKinds.IsFeed(stored.Place));

    /// <summary>What it is to the one who brought it, when it changes something.</summary>
    public IntakeOutcome Outcome => Stored is null or { State: DocumentState.Removed } ? IntakeOutcome.Added : IntakeOutcome.Changed;
}
