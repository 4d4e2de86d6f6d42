namespace DigestSearch.Worker.Sources;

/// <summary>The documents of a place on disk: a folder with all below it, or a single file.</summary>
public static class DocumentFiles
{
    private static readonly string[] Endings = [".md", ".markdown", ".html", ".htm", ".txt", ".jsonl", ".jsonl.gz", ".xml", ".rss", ".atom"];

    private static readonly EnumerationOptions Below = new()
    {
        RecurseSubdirectories = true,
        // A link may lead out of the folder, and a folder that cannot be read must not look like one without files.
        AttributesToSkip = FileAttributes.Hidden | FileAttributes.System | FileAttributes.ReparsePoint,
        IgnoreInaccessible = false,
    };

    /// <summary>Names relative to the place, with <c>/</c>, in ordinal order.</summary>
    /// <exception cref="IOException">The place is gone or a part of it cannot be read.</exception>
    public static IReadOnlyList<DocumentFile> Of(string path)
    {
        if (IsFile(path)) return File.Exists(path) ? [new DocumentFile(Path.GetFileName(path), new FileInfo(path))] : throw new FileNotFoundException($"There is no file {path}.");
        var folder = new DirectoryInfo(path);
        return
        [
            .. folder.EnumerateFiles("*", Below)
                .Where(file => IsDocument(file.Name))
                .Select(file => new DocumentFile(Path.GetRelativePath(folder.FullName, file.FullName).Replace(Path.DirectorySeparatorChar, '/'), file))
                .OrderBy(file => file.Name, StringComparer.Ordinal),
        ];
    }

    /// <summary>The folder by which a place is known: itself, or the one that a single file lies in.</summary>
    public static string FolderOf(string path)
    {
        path = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        return IsFile(path) ? Path.GetDirectoryName(path)! : path;
    }

    /// <summary>Whether a path is one of a single file, also while it is away.</summary>
    internal static bool IsFile(string path) => File.Exists(path) || (!Directory.Exists(path) && IsDocument(path));

    private static bool IsDocument(string name) => Endings.Any(ending => name.EndsWith(ending, StringComparison.OrdinalIgnoreCase));
}

/// <summary>A document on disk.</summary>
/// <param name="Name">Path relative to its place, with <c>/</c>.</param>
/// <param name="File">Where it lies.</param>
public sealed record DocumentFile(string Name, FileInfo File)
{
    /// <summary>Opens it; a file that another .NET program is writing refuses.</summary>
    public Stream Open() => new FileStream(File.FullName, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, 1 << 16, FileOptions.SequentialScan);
}
