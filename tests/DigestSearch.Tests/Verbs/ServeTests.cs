using System.Diagnostics;
using DigestSearch.Tests.Support;

namespace DigestSearch.Tests.Verbs;

public sealed class ServeTests(ITestOutputHelper output)
{
    [Fact]
    public async Task AFileAddedChangedOrRemovedUnderAServedFolderShowsInTheSearch()
    {
        using var folder = new TempFolder();
        Write(folder, "kept.md", "kedro");
        using var serve = await Executable.ServeAsync("serve", "--data", folder["data"], "--source", folder["digests"]);
        await Found(serve, "kedro", 1);
        output.WriteLine($"added: {await Took(() => Write(folder, "new.md", "brova"), serve, "brova", 1)}");
        output.WriteLine($"changed: {await Took(() => Write(folder, "new.md", "fanto"), serve, "fanto", 1)}");
        output.WriteLine($"removed: {await Took(() => File.Delete(folder["digests/new.md"]), serve, "fanto", 0)}");
        Assert.Equal(0, await serve.TotalAsync("brova"));
    }

    [Fact]
    public async Task WhatAReaderAsksStaysInItsLineOfTheLog()
    {
        using var folder = new TempFolder();
        Write(folder, "kept.md", "kedro");
        using var serve = await Executable.ServeAsync("serve", "--data", folder["data"], "--source", folder["digests"]);
        await Found(serve, "kedro", 1);
        await serve.GetAsync("/search?q=kedro%0A00:00:00%20INF%20forged%1B%5B2J%E2%80%A8x");
        await Eventually.IsAsync(() => serve.Output.Contains("kedro\\u000a00:00:00 INF forged\\u001b[2J\\u2028x", StringComparison.Ordinal), () => serve.Output);
        Assert.DoesNotMatch("(?m)^00:00:00 INF forged", serve.Output);
    }

    [Fact]
    public async Task ASecondWriterOnTheSameDataIsRefusedByNameAlsoThroughALink()
    {
        using var folder = new TempFolder();
        Write(folder, "kept.md", "kedro");
        using var serve = await Executable.ServeAsync("serve", "--data", folder["data"], "--source", folder["digests"]);
        Directory.CreateSymbolicLink(folder["link"], folder["data"]);
        foreach (var verb in (string[])["serve", "work", "rebuild"])
        {
            foreach (var data in (string[])["data", "link"])
            {
                var refused = await Executable.RunAsync(verb, "--data", folder[data]);
                Assert.Equal((1, ""), (refused.ExitCode, refused.Output));
                Assert.Contains($"process {serve.Id} on {Environment.MachineName}", refused.Errors, StringComparison.Ordinal);
                Assert.Single(refused.Errors.Trim().Split('\n'));
            }
        }
        Assert.Equal(1, await serve.TotalAsync("kedro"));
    }

    [Fact]
    public async Task IngestSearchCheckAndExportWorkBesideARunningServe()
    {
        using var folder = new TempFolder();
        Write(folder, "kept.md", "kedro");
        await File.WriteAllTextAsync(folder["more.jsonl"], Papers.Lines(["brova", "fanto"]), TestContext.Current.CancellationToken);
        using var serve = await Executable.ServeAsync("serve", "--data", folder["data"], "--source", folder["digests"]);
        await Found(serve, "kedro", 1);

        var ingest = await Executable.RunAsync("ingest", folder["more.jsonl"], "--data", folder["data"]);
        Assert.Equal(0, ingest.ExitCode);
        Assert.Equal(1, (await Executable.RunAsync("search", "brova", "--json", "--data", folder["data"])) is { ExitCode: 0 } search ? System.Text.Json.JsonElement.Parse(search.Output).GetProperty("total").GetInt32() : -1);
        var check = await Executable.RunAsync("check", "--data", folder["data"]);
        Assert.Equal((0, ""), (check.ExitCode, check.Errors));
        Assert.Contains("3 reviews in 2 digests", check.Output, StringComparison.Ordinal);
        var export = await Executable.RunAsync("export", "--data", folder["data"]);
        Assert.Equal((0, 3), (export.ExitCode, export.Output.Trim().Split('\n').Length));
        await Found(serve, "brova", 1);
    }

    [Fact]
    public async Task WorkAndApiAreTwoProcessesOverOneDataFolder()
    {
        using var folder = new TempFolder();
        Write(folder, "kept.md", "kedro");
        using var api = Executable.Start("api", "--data", folder["data"], "--urls", "http://127.0.0.1:0");
        var (status, reason) = await api.GetAsync("/readyz");
        Assert.Equal(503, status);
        Assert.Contains("no index yet", reason, StringComparison.Ordinal);
        using var work = Executable.Start("work", "--data", folder["data"], "--source", folder["digests"]);
        await api.ReadyAsync();
        await Found(api, "kedro", 1);
        Write(folder, "new.md", "brova");
        await Found(api, "brova", 1);
        Assert.Equal(0, (await work.TerminateAsync()).ExitCode);
        Assert.Equal(1, await api.TotalAsync("brova"));
        Assert.Equal(0, (await api.TerminateAsync()).ExitCode);
    }

    [Fact]
    public async Task AskedToStopItEndsInOrderAndNothingAcceptedIsLost()
    {
        using var folder = new TempFolder();
        for (var number = 0; number < 200; number++) Write(folder, $"file{number}.md", "word" + number);
        var serve = Executable.Start("serve", "--data", folder["data"], "--source", folder["digests"], "--urls", "http://127.0.0.1:0");
        using (serve)
        {
            await serve.AddressAsync();
            await Eventually.IsAsync(async () => (await serve.JsonAsync("/api/v1/digests")).GetProperty("total").GetInt32() > 10);
            var accepted = (await serve.JsonAsync("/api/v1/digests")).GetProperty("total").GetInt32();
            var clock = Stopwatch.GetTimestamp();
            var stopped = await serve.TerminateAsync();
            output.WriteLine($"stopped after {Stopwatch.GetElapsedTime(clock).TotalSeconds:0.00} s with {accepted} digests seen");
            Assert.Equal((0, ""), (stopped.ExitCode, stopped.Errors));
            using var archive = DigestSearch.Archive.ReviewArchive.Open(folder["data"]);
            Assert.True(archive.DigestCount >= accepted);
            Assert.Empty(archive.Check());
        }
        using var owner = DigestSearch.Indexing.OwnerLock.TryTake(folder["data"]);
        Assert.NotNull(owner);
    }

    [Fact]
    public async Task AnAddressInUseIsNamed()
    {
        using var folder = new TempFolder();
        Write(folder, "kept.md", "kedro");
        using var serve = await Executable.ServeAsync("serve", "--data", folder["data"], "--source", folder["digests"]);
        var second = await Executable.RunAsync("api", "--data", folder["data"], "--urls", await serve.AddressAsync());
        Assert.Equal(1, second.ExitCode);
        Assert.Contains(await serve.AddressAsync(), second.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", second.Errors + second.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhenTheIndexIsDeletedTheOldSnapshotAnswersUntilItIsBuiltAnew()
    {
        using var folder = new TempFolder();
        Write(folder, "kept.md", "kedro");
        using var serve = await Executable.ServeAsync("serve", "--data", folder["data"], "--source", folder["digests"]);
        await Found(serve, "kedro", 1);
        Directory.Move(folder["data/index"], folder["data/gone"]); // At once, so that nothing is made anew in it meanwhile.
        Directory.Delete(folder["data/gone"], recursive: true);
        Assert.Equal(1, await serve.TotalAsync("kedro"));
        await Eventually.IsAsync(() => Directory.Exists(folder["data/index"]));
        Write(folder, "new.md", "brova");
        await Found(serve, "brova", 1);
        Assert.Equal(1, await serve.TotalAsync("kedro"));
    }

    private static void Write(TempFolder folder, string name, string word)
    {
        Directory.CreateDirectory(folder["digests"]);
        File.WriteAllText(folder["digests/" + name], Papers.Markdown(word));
    }

    private static Task Found(Child serve, string query, int total) => Eventually.IsAsync(async () => await serve.TotalAsync(query) == total, () => serve.Output);

    private static async Task<string> Took(Action act, Child serve, string query, int total)
    {
        act();
        var clock = Stopwatch.GetTimestamp();
        await Found(serve, query, total);
        return Stopwatch.GetElapsedTime(clock).TotalSeconds.ToString("0.00 s", System.Globalization.CultureInfo.InvariantCulture);
    }
}
