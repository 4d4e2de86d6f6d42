using System.Diagnostics;
using System.Text;

namespace DigestSearch.Tests.Support;

/// <summary>What a verb ended with.</summary>
internal sealed record Outcome(int ExitCode, string Output, string Errors)
{
    /// <summary>Standard error without the lines of progress, which a slow machine gets and a fast one does not.</summary>
    public string Complaints => string.Concat(Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(line => !line.StartsWith("Reading: ", StringComparison.Ordinal)).Select(line => line + "\n"));
}

/// <summary>The built executable, run as a user would run it.</summary>
internal static class Executable
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);

    /// <summary>Where it was built, beside these tests and in the same configuration.</summary>
    public static string File { get; } = Find();

    /// <summary>Runs a verb to its end.</summary>
    public static Task<Outcome> RunAsync(params string[] arguments) => RunAsync(new Dictionary<string, string>(), null, arguments);

    /// <summary>Runs a verb to its end, with settings of the environment, in a folder.</summary>
    public static async Task<Outcome> RunAsync(IReadOnlyDictionary<string, string> environment, string? folder, params string[] arguments)
    {
        using var child = new Child(Starting(arguments, environment, folder));
        return await child.EndAsync(Longest);
    }

    /// <summary>Starts a verb that goes on until it is stopped.</summary>
    public static Child Start(params string[] arguments) => new(Starting(arguments, new Dictionary<string, string>(), null));

    /// <summary>Starts a process that serves on a free port, and waits until it answers searches.</summary>
    public static async Task<Child> ServeAsync(params string[] arguments)
    {
        var child = Start([.. arguments, "--urls", "http://127.0.0.1:0"]);
        try
        {
            await child.ReadyAsync();
            return child;
        }
        catch
        {
            child.Dispose();
            throw;
        }
    }

    private static ProcessStartInfo Starting(string[] arguments, IReadOnlyDictionary<string, string> environment, string? folder)
    {
        var start = new ProcessStartInfo(File, arguments)
        {
            RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true, WorkingDirectory = folder ?? Path.GetTempPath(),
            StandardOutputEncoding = Encoding.UTF8, StandardErrorEncoding = Encoding.UTF8,
        };
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("DIGESTSEARCH__", StringComparison.OrdinalIgnoreCase)).ToList()) start.Environment.Remove(name);
        foreach (var (name, value) in environment) start.Environment[name] = value;
        return start;
    }

    private static string Find()
    {
        var built = new DirectoryInfo(AppContext.BaseDirectory);
        var (framework, configuration) = (built.Name, built.Parent!.Name);
        var root = built;
        while (root is not null && !System.IO.File.Exists(Path.Combine(root.FullName, "DigestSearch.sln"))) root = root.Parent;
        return Path.Combine(root!.FullName, "src", "DigestSearch", "bin", configuration, framework, "digestsearch");
    }
}
