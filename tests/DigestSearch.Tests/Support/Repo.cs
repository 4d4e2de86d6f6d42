using System.Runtime.CompilerServices;

namespace DigestSearch.Tests.Support;

/// <summary>Where the repository is, and the optional folder of shared corpora beside it.</summary>
internal static class Repo
{
    public static string Root { get; } = FindRoot();

    /// <summary>Null where the folder is missing: tests that need it are skipped.</summary>
    public static string? Shared { get; } = FindShared();

    public static string Fixture(string path) => Path.Combine(Root, "tests", "fixtures", path);

    private static string FindRoot([CallerFilePath] string here = "")
    {
        foreach (var start in new[] { AppContext.BaseDirectory, here })
            for (var folder = Path.GetDirectoryName(start); folder is not null; folder = Path.GetDirectoryName(folder))
                if (File.Exists(Path.Combine(folder, "DigestSearch.sln"))) return folder;
        throw new DirectoryNotFoundException("DigestSearch.sln stands in no folder above the tests.");
    }

    private static string? FindShared()
    {
        // A clone may lie beside the folder, a worktree one level deeper.
        foreach (var path in new[] { "../shared", "../../shared" })
            if (Path.GetFullPath(Path.Combine(Root, path)) is var folder && Directory.Exists(Path.Combine(folder, "seeds"))) return folder;
        return null;
    }
}
