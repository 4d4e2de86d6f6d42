using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace DigestSearch.Worker.Sources;

/// <summary>Asks the system whether any process has a file open for writing.</summary>
internal static class OpenForWriting
{
    // Of <fcntl.h> and <signal.h>, the same on every Linux architecture that .NET runs on.
    private const int SetLease = 1024, SetSignal = 10, ReadLock = 0, Unlock = 2, TryAgain = 11, Urgent = 23;

    /// <summary>Whether somebody is writing; false where the system does not tell.</summary>
    public static bool Is(string path)
    {
        if (!OperatingSystem.IsLinux()) return false;
        try
        {
            using var file = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            return IsLeaseRefused(file);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return false; // Whoever reads it next finds the reason.
        }
    }

    // The kernel grants a read lease only while nobody has the file open for writing.
    private static bool IsLeaseRefused(SafeFileHandle file)
    {
        // A writer that comes meanwhile is told to us by a signal: one that nobody minds.
        _ = Control(file, SetSignal, Urgent);
        if (Control(file, SetLease, ReadLock) != 0) return Marshal.GetLastPInvokeError() == TryAgain;
        _ = Control(file, SetLease, Unlock);
        return false;
    }

    [DllImport("libc", EntryPoint = "fcntl", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Control(SafeFileHandle file, int command, nint argument);
}
