using Microsoft.Data.Sqlite;

namespace DigestSearch.Archive;

/// <summary>Whether a failure is that of a full disk, which is nobody's document and passes when there is room again.</summary>
public static class DiskSpace
{
    private const int SqliteFull = 13, NoSpaceOnDevice = 28, QuotaExceeded = 122, HandleDiskFull = 39, DiskFull = 112;

    /// <summary>Whether the disk had no room left, by SQLite's code or the system's.</summary>
    public static bool IsOut(Exception exception) => exception switch
    {
        SqliteException sqlite => sqlite.SqliteErrorCode == SqliteFull,
        IOException io => OperatingSystem.IsWindows() ? (io.HResult & 0xFFFF) is HandleDiskFull or DiskFull : io.HResult is NoSpaceOnDevice or QuotaExceeded,
        _ => false,
    };
}
