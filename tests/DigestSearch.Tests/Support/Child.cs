using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace DigestSearch.Tests.Support;

/// <summary>A process that a test started, with all that it said; it does not outlive the test.</summary>
internal sealed class Child : IDisposable
{
    private const int Terminate = 15;
    private const string Opened = "The reading room is open at ";

    private static readonly HttpClient Http = new() { Timeout = TimeSpan.FromSeconds(20) };

    private readonly Process process;
    private readonly StringBuilder output = new();
    private readonly StringBuilder errors = new();
    private readonly TaskCompletionSource<string> address = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Child(ProcessStartInfo start)
    {
        process = new Process { StartInfo = start };
        process.OutputDataReceived += (_, line) => Heard(output, line.Data);
        process.ErrorDataReceived += (_, line) => Heard(errors, line.Data);
        process.Start();
        process.StandardInput.Close();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public int Id => process.Id;

    public bool HasExited => process.HasExited;

    public string Output { get { lock (output) return output.ToString(); } }

    public string Errors { get { lock (errors) return errors.ToString(); } }

    /// <summary>The address it listens on, once it does.</summary>
    public async Task<string> AddressAsync()
    {
        var first = await Task.WhenAny(address.Task, process.WaitForExitAsync(TestContext.Current.CancellationToken)).WaitAsync(TimeSpan.FromMinutes(1));
        return first == address.Task ? await address.Task : throw new InvalidOperationException($"The process ended with {process.ExitCode}: {Output}{Errors}");
    }

    public async Task ReadyAsync()
    {
        await AddressAsync();
        await Eventually.IsAsync(async () => (await GetAsync("/readyz")).Status == 200, () => Output + Errors);
    }

    public async Task<(int Status, string Body)> GetAsync(string path)
    {
        using var answer = await Http.GetAsync(await AddressAsync() + path, TestContext.Current.CancellationToken);
        return ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    public async Task<JsonElement> JsonAsync(string path)
    {
        var (status, body) = await GetAsync(path);
        return status == 200 ? JsonElement.Parse(body) : throw new InvalidOperationException($"{path} answered {status}: {body}");
    }

    /// <summary>How many reviews a search finds.</summary>
    public async Task<int> TotalAsync(string query) => (await JsonAsync("/api/v1/search?size=1&facets=&exact=true&q=" + Uri.EscapeDataString(query))).GetProperty("total").GetInt32();

    /// <summary>Asks it to stop, as an operator does.</summary>
    public async Task<Outcome> TerminateAsync()
    {
        _ = Signal(process.Id, Terminate);
        return await EndAsync(TimeSpan.FromSeconds(30));
    }

    /// <summary>Ends it at once, without a chance to tidy up.</summary>
    public void Kill() => process.Kill();

    public async Task<Outcome> EndAsync(TimeSpan longest)
    {
        await process.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(longest, TestContext.Current.CancellationToken);
        return new Outcome(process.ExitCode, Output, Errors);
    }

    public void Dispose()
    {
        if (!process.HasExited) process.Kill();
        process.WaitForExit();
        process.Dispose();
    }

    private void Heard(StringBuilder text, string? line)
    {
        if (line is null) return;
        lock (text) text.Append(line).Append('\n');
        if (line.IndexOf(Opened, StringComparison.Ordinal) is var at and >= 0) address.TrySetResult(line[(at + Opened.Length)..].Trim().Trim('"'));
    }

    [DllImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Signal(int process, int signal);
}
