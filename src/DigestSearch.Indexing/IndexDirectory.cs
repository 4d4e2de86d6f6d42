using Lucene.Net.Store;
using Directory = Lucene.Net.Store.Directory;

namespace DigestSearch.Indexing;

/// <summary>Opens the Lucene directory of an index.</summary>
public static class IndexDirectory
{
    /// <summary>Name of the index inside a data folder.</summary>
    public const string FolderName = "index";

    // FSDirectory.Open would choose memory mapping, which is slow here and can end the process (lucenenet#1013, #1151).
    internal static Directory Open(string path) => new PreadDirectory(path, NoLockFactory.GetNoLockFactory(), BlockCache.Shared);

    internal static Directory OpenForWriting(string path) => new PreadDirectory(path, null, BlockCache.Shared);

    internal static bool IsDamage(Exception exception) =>
        // Checksum and format errors are mostly plain IOException; a full disk is one too, but reading needs no room.
        exception is IOException or ArgumentException or IndexOutOfRangeException or InvalidOperationException or OverflowException;
}
