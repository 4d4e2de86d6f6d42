namespace DigestSearch.Archive;

/// <summary>A document as its row tells it.</summary>
internal sealed record DocumentRow(
    long Id, string Kind, string Place, string Name, string Sha256, string? MediaType, string Reader, string State, long Problems)
{
    /// <summary>Whether the same content, read in the same way by the same reader, is here whole.</summary>
    public bool Holds(DocumentRow arriving) =>
        State == DocumentState.Complete && Sha256 == arriving.Sha256 && MediaType == arriving.MediaType && Reader == arriving.Reader && Ending == arriving.Ending;

    /// <summary>The ending of its name, by which its format is known; empty when it has none.</summary>
    public string Ending => Path.GetExtension(Name).ToLowerInvariant();
}

/// <summary>What the archive holds of a document.</summary>
internal static class DocumentState
{
    /// <summary>The bytes and all that was read from them.</summary>
    public const string Complete = "complete";

    /// <summary>The bytes and the first part of their reviews.</summary>
    public const string Partial = "partial";

    /// <summary>Nothing but a problem.</summary>
    public const string Refused = "refused";

    /// <summary>Nothing but its ids.</summary>
    public const string Removed = "removed";
}

/// <summary>The kinds of source as the archive writes them.</summary>
internal static class SourceKinds
{
    /// <summary>The word for a kind.</summary>
    public static string Word(SourceKind kind) => kind switch
    {
        SourceKind.Folder => "folder",
        // An entry of a feed stays like what was given by hand; that its place is an address tells it apart.
        SourceKind.Hand or SourceKind.Feed => "hand",
        _ => "post",
    };

    /// <summary>The kind of a word.</summary>
    public static SourceKind Kind(string word) => word switch
    {
        "folder" => SourceKind.Folder,
        "hand" => SourceKind.Hand,
        _ => SourceKind.Post,
    };

    /// <summary>Whether a place is the address of a feed.</summary>
    public static bool IsFeed(string place) => place.Contains("://", StringComparison.Ordinal);

    /// <summary>The place by which a source is known: a full path without a slash at its end, an address, nothing for posts.</summary>
    public static string PlaceOf(Source source) => source.Kind switch
    {
        SourceKind.Post => "",
        SourceKind.Feed => source.Place,
        _ => Path.TrimEndingDirectorySeparator(Path.GetFullPath(source.Place)),
    };

    /// <summary>Name of a place for people: the last folder, the address without its query, or <c>posts</c>.</summary>
    public static string Display(string place) =>
        place.Length == 0 ? "posts"
        : IsFeed(place) && Uri.TryCreate(place, UriKind.Absolute, out var address) ? address.GetLeftPart(UriPartial.Path)
        : Path.GetFileName(place) is { Length: > 0 } name ? name : place;
}
