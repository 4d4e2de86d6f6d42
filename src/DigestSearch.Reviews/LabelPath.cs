namespace DigestSearch.Reviews;

/// <summary>Labels of a tree dimension written from parent to child: <c>Google > Google Brain</c>.</summary>
public static class LabelPath
{
    /// <summary>What joins the labels of a path.</summary>
    public const string Separator = " > ";

    /// <summary>The last label: <c>Google Brain</c>.</summary>
    public static string Leaf(string path) =>
        path.LastIndexOf(Separator, StringComparison.Ordinal) is var at and >= 0 ? path[(at + Separator.Length)..] : path;

    /// <summary>The path without its last label; null for a root.</summary>
    public static string? Parent(string path) =>
        path.LastIndexOf(Separator, StringComparison.Ordinal) is var at and >= 0 ? path[..at] : null;

    /// <summary>The path and all its ancestors, root first.</summary>
    public static IEnumerable<string> SelfAndAncestors(string path)
    {
        for (var at = path.IndexOf(Separator, StringComparison.Ordinal); at >= 0;
             at = path.IndexOf(Separator, at + Separator.Length, StringComparison.Ordinal))
            yield return path[..at];
        yield return path;
    }
}
