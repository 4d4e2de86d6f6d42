using System.Globalization;

namespace DigestSearch.Archive;

/// <summary>Keeps two readings of one long document apart, in this process and between processes; a killed process lets go.</summary>
internal static class ReadingLock
{
    // A few files for all documents; two that share one wait for each other, which is rare and harmless.
    private const int Files = 8;

    /// <summary>The lock of a document; null when it is taken.</summary>
    public static FileStream? Try(string folder, string document)
    {
        var number = (ulong)OpaqueId.HashOfTitle(document) % Files;
        var path = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"reading-{number}.lock"));
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException failure) when (failure is not (DirectoryNotFoundException or FileNotFoundException) && IsSharing(failure))
        {
            return null;
        }
    }

    /// <summary>The lock of a document, as soon as it is free.</summary>
    public static FileStream Wait(string folder, string document, CancellationToken cancellation)
    {
        while (true)
        {
            if (Try(folder, document) is { } turn) return turn;
            cancellation.WaitHandle.WaitOne(100);
            cancellation.ThrowIfCancellationRequested();
        }
    }

    // EWOULDBLOCK on Linux and macOS, ERROR_SHARING_VIOLATION on Windows; a full disk is none of them.
    private static bool IsSharing(IOException failure) => (failure.HResult & 0xFFFF) is 11 or 35 or 32;
}
