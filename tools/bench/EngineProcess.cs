using System.Diagnostics;
using System.Globalization;

namespace DigestSearch.Bench;

/// <summary>An engine in a process of its own: what it holds in memory is its own as well.</summary>
internal sealed class EngineProcess : IDisposable
{
    private readonly Process process;

    public EngineProcess(string name, string folder, ProcessStartInfo start)
    {
        (Name, Folder) = (name, folder);
        (start.RedirectStandardInput, start.RedirectStandardOutput) = (true, true);
        process = Process.Start(start) ?? throw new InvalidOperationException($"{start.FileName} cannot be started.");
    }

    /// <summary>Name of the engine.</summary>
    public string Name { get; }

    /// <summary>Where its index lies.</summary>
    public string Folder { get; }

    /// <summary>Builds the index.</summary>
    public (int Documents, double Seconds, long Bytes) Index(string documents, int threads)
    {
        var told = Say("index", documents, Folder, threads.ToString(CultureInfo.InvariantCulture));
        return (int.Parse(told[1], CultureInfo.InvariantCulture), double.Parse(told[2], CultureInfo.InvariantCulture), long.Parse(told[3], CultureInfo.InvariantCulture));
    }

    public void Open(string queries) => Say("open", Folder, queries);

    /// <summary>Answers all queries once.</summary>
    public (double[] Microseconds, long[] Totals) Run(string task)
    {
        var told = Say("run", task);
        return ([.. told[1].Split(',').Select(time => double.Parse(time, CultureInfo.InvariantCulture))], [.. told[2].Split(',').Select(total => long.Parse(total, CultureInfo.InvariantCulture))]);
    }

    /// <summary>Memory that is resident now, in MB; 0 where the system does not tell.</summary>
    public double ResidentMegabytes()
    {
        var status = $"/proc/{process.Id}/status";
        if (!File.Exists(status)) return 0;
        var line = File.ReadLines(status).FirstOrDefault(line => line.StartsWith("VmRSS:", StringComparison.Ordinal));
        return line is null ? 0 : double.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024;
    }

    public void Dispose()
    {
        process.StandardInput.Close();
        if (!process.WaitForExit(5_000)) process.Kill(entireProcessTree: true);
        process.Dispose();
    }

    private string[] Say(params string[] words)
    {
        process.StandardInput.WriteLine(string.Join('\t', words));
        process.StandardInput.Flush();
        return process.StandardOutput.ReadLine()?.Split('\t') ?? throw new InvalidOperationException($"{Name} ended while it was asked to {words[0]} {words[1]}; what it said stands above.");
    }
}
