namespace DigestSearch.Indexing;

/// <summary>Title and id of a digest in one facet label, so that labels sort by title.</summary>
public static class DigestLabel
{
    private const char Separator = '\u001F';
    private const int MaxTitleLength = 300;

    /// <summary>The label that is indexed.</summary>
    public static string Of(string id, string title) => Cut(title).Replace(Separator, ' ') + Separator + id;

    /// <summary>Title and id of an indexed label.</summary>
    public static (string Title, string Id) Split(string label)
    {
        var at = label.LastIndexOf(Separator);
        return at < 0 ? (label, label) : (label[..at], label[(at + 1)..]);
    }

    // The id stands behind: a title must never push it over the end of a label.
    private static string Cut(string title)
    {
        if (title.Length <= MaxTitleLength) return title;
        return title[..(char.IsHighSurrogate(title[MaxTitleLength - 1]) ? MaxTitleLength - 1 : MaxTitleLength)];
    }
}
