using System.Diagnostics;
using System.Text;
using System.Text.Json;
using DigestSearch.Tests.Support;

namespace DigestSearch.Api.Tests.Support;

/// <summary>Parsers and checkers other than ours (those of tests/parsers), run by Node.</summary>
internal static class OtherParser
{
    private static readonly string Folder = Path.Combine(Repo.Root, "tests", "parsers");

    /// <summary>What they understand of a text.</summary>
    public static async Task<IReadOnlyList<JsonElement>> ReadAsync(string form, string text)
    {
        var start = new ProcessStartInfo("node") { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = Folder };
        start.StandardInputEncoding = start.StandardOutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        start.ArgumentList.Add("read.mjs");
        start.ArgumentList.Add(form);
        using var node = Process.Start(start)!;
        var (output, errors) = (node.StandardOutput.ReadToEndAsync(), node.StandardError.ReadToEndAsync());
        await node.StandardInput.WriteAsync(text);
        node.StandardInput.Close();
        await node.WaitForExitAsync();
        Assert.True(node.ExitCode == 0, await errors);
        return [.. JsonDocument.Parse(await output).RootElement.EnumerateArray()];
    }
}
