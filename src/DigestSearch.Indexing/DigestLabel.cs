namespace DigestSearch.Indexing;

/// <summary>Title and id of a digest in one facet label, so that labels sort by title.</summary>
public static class DigestLabel
{
    private const char Separator = '\u001F';

    /// <summary>The label that is indexed.</summary>
    public static string Of(string id, string title) => title.Replace(Separator, ' ') + Separator + id;

    /// <summary>Title and id of an indexed label.</summary>
    public static (string Title, string Id) Split(string label)
    {
        var at = label.LastIndexOf(Separator);
        return (label[..at], label[(at + 1)..]);
    }
}
