using System.Text;

namespace DigestSearch.Api.Keys;

/// <summary>The key of an archive that only this machine can reach: made once, readable by its owner alone.</summary>
internal static class AdminKeyFile
{
    private const string Name = "admin.key";
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Full path of the file in a data folder.</summary>
    public static string PathIn(string dataFolder) => Path.Combine(Path.GetFullPath(dataFolder), Name);

    /// <summary>The key of the file, which is made when it is not there.</summary>
    public static string ReadOrMake(string dataFolder)
    {
        Directory.CreateDirectory(dataFolder);
        var path = PathIn(dataFolder);
        if (Read(path) is { } key) return key;
        Make(path);
        return Read(path) ?? throw new AdminKeyException($"The file {path} holds no usable admin key. Delete it, and a new one is made at the next start.");
    }

    private static string? Read(string path)
    {
        if (!File.Exists(path)) return null;
        var key = File.ReadAllText(path, Encoding.UTF8).Trim();
        if (key.Length < AdminKey.MinLength) return null;
        if (!OperatingSystem.IsWindows() && File.GetUnixFileMode(path) != OwnerOnly) File.SetUnixFileMode(path, OwnerOnly);
        return key;
    }

    // Whole or not at all: written beside, then moved; where two processes start at once, the first one's key stays.
    private static void Make(string path)
    {
        var draft = $"{path}.{Environment.ProcessId}";
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = OwnerOnly;
        using (var file = new FileStream(draft, options))
        {
            file.Write(Encoding.UTF8.GetBytes(AdminKey.Generate() + "\n"));
            file.Flush(flushToDisk: true);
        }
        try
        {
            File.Move(draft, path, overwrite: false);
        }
        catch (IOException) when (File.Exists(path))
        {
            File.Delete(draft);
        }
    }
}

/// <summary>The file of the admin key cannot be used; the message says why and what to do.</summary>
public sealed class AdminKeyException(string message) : Exception(message);
