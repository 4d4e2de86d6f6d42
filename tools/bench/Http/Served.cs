using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace DigestSearch.Bench.Http;

/// <summary>A server in a process of its own, at a free port of this machine; ended by disposing.</summary>
internal sealed class Served : IDisposable
{
    private static readonly TimeSpan LongestStart = TimeSpan.FromMinutes(2);

    private readonly Process process;

    /// <param name="program">The program.</param>
    /// <param name="arguments">What it is given; it listens at the address that stands for <c>{url}</c>.</param>
    /// <param name="ready">Path that answers 200 once it is ready.</param>
    public Served(string program, IEnumerable<string> arguments, string ready)
    {
        Port = FreePort();
        var url = FormattableString.Invariant($"http://127.0.0.1:{Port}");
        process = Process.Start(new ProcessStartInfo(program, arguments.Select(argument => argument.Replace("{url}", url, StringComparison.Ordinal))) { RedirectStandardOutput = true })!;
        process.OutputDataReceived += (_, _) => { }; // The log is written as it would be, and read by nobody.
        process.BeginOutputReadLine();
        var waited = Stopwatch.StartNew();
        while (!Answers(ready))
        {
            if (process.HasExited || waited.Elapsed > LongestStart) throw new InvalidOperationException($"{program} did not answer; what it said stands above.");
            Thread.Sleep(100);
        }
    }

    public int Port { get; }

    public void Dispose()
    {
        if (!process.HasExited) process.Kill(entireProcessTree: true);
        process.WaitForExit();
        process.Dispose();
    }

    private bool Answers(string path)
    {
        try
        {
            using var connection = new HttpConnection(Port);
            return connection.Ask(HttpConnection.Request(path)) == 200;
        }
        catch (Exception exception) when (exception is SocketException or IOException)
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return ((IPEndPoint)socket.LocalEndPoint!).Port;
    }
}
