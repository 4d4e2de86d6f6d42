using System.Data.Common;
using DigestSearch.Archive;
using DigestSearch.Reviews;
using DigestSearch.Worker.Sources;

namespace DigestSearch;

/// <summary>Documents that a command line names, and how their problems are told.</summary>
internal static class Documents
{
    /// <summary>The documents of a path.</summary>
    /// <exception cref="CannotRunException">There is nothing at that path.</exception>
    public static IReadOnlyList<DocumentFile> Of(string path)
    {
        if (!Path.Exists(path)) throw new CannotRunException($"There is no file or folder {path}.");
        try
        {
            return DocumentFiles.Of(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new CannotRunException($"{path} cannot be read: {exception.Message}");
        }
    }

    /// <summary>What to tell of a document that cannot be opened or read to its end.</summary>
    public static Problem Unreadable(DocumentFile file, Exception exception) => new("file-unreadable", file.Name, null,
        $"The file {file.File.FullName} cannot be read: {exception.Message}", "Check that it may be read, and give it once more; everything else was taken.");

    /// <summary>What to tell of a document on which the program itself failed.</summary>
    public static Problem Failed(DocumentFile file, Exception exception) => new("document-failed", file.Name, null,
        $"The document {file.File.FullName} could not be taken in: {exception.GetType().Name}: {exception.Message}", "This is a mistake of the program: report it, with the document. Everything else was taken.");

    /// <summary>Whether a failure is of the document, not of the disk or of the archive, which the next document would meet as well.</summary>
    public static bool IsOfDocument(Exception exception) =>
        exception is not (IOException or UnauthorizedAccessException or DbException or ArchiveException or OperationCanceledException or OutOfMemoryException);

    /// <summary>Writes a problem to standard error: place, rule, what is wrong and what to do.</summary>
    public static void Tell(Problem problem) =>
        Console.Error.WriteLine($"{problem.File}{(problem.Line is { } line ? $":{line}" : "")}: {problem.Code}: {problem.Message} {problem.Hint}");
}
