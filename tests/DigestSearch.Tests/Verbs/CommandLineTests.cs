using DigestSearch.Tests.Support;
using Microsoft.Data.Sqlite;

namespace DigestSearch.Tests.Verbs;

/// <summary>What a person meets who types something: exit codes, sentences, help.</summary>
public sealed class CommandLineTests
{
    public static TheoryData<string> AllVerbs => ["serve", "work", "api", "parse", "ingest", "search", "check", "rebuild", "export", "glossary"];

    [Theory]
    [MemberData(nameof(AllVerbs))]
    public async Task HelpTeachesEveryVerb(string verb)
    {
        var help = await Executable.RunAsync(verb, "--help");
        Assert.Equal((0, ""), (help.ExitCode, help.Errors));
        foreach (var part in (string[])["Example", "digestsearch " + verb, "Exit code"]) Assert.Contains(part, help.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task HelpNamesEveryVerb()
    {
        var help = await Executable.RunAsync("--help");
        Assert.Equal(0, help.ExitCode);
        Assert.All(AllVerbs, verb => Assert.Contains("\n  " + verb.Data, help.Output, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("--colour", "serve", "--colour")]
    [InlineData("fly", "fly")]
    [InlineData("ingest", "ingest")]
    [InlineData("/nowhere/at/all", "ingest", "/nowhere/at/all")]
    [InlineData("/nowhere/at/all", "parse", "/nowhere/at/all")]
    [InlineData("/nowhere/at/all", "serve", "--source", "/nowhere/at/all")]
    [InlineData("/nowhere/at/all", "search", "word", "--vocabulary", "/nowhere/at/all")]
    [InlineData("--year soon", "search", "word", "--year", "soon")]
    [InlineData("ftp://digests.example/feed.xml", "serve", "--source", "ftp://digests.example/feed.xml")]
    [InlineData("password", "serve", "--source", "https://ada:secret@digests.example/feed.xml")]
    [InlineData("ftp://127.0.0.1", "api", "--urls", "ftp://127.0.0.1")]
    [InlineData("https", "api", "--urls", "https://127.0.0.1:0")]
    public async Task AMistakeOnTheCommandLineIsNamedAndNothingIsDone(string named, params string[] arguments)
    {
        using var folder = new TempFolder();
        var outcome = await Executable.RunAsync(new Dictionary<string, string> { ["DIGESTSEARCH__DATA"] = folder["data"] }, folder.Path, arguments);
        Assert.Equal((1, ""), (outcome.ExitCode, outcome.Output));
        Assert.Contains(named, outcome.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", outcome.Errors, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder.Path));
    }

    [Fact]
    public async Task ParseExplainsWhichRuleGaveWhichField()
    {
        var outcome = await Executable.RunAsync("parse", "--explain", Repo.Fixture("digests/good/table.md"));
        Assert.Equal((0, ""), (outcome.ExitCode, outcome.Errors));
        Golden.Check("explain/table.md", outcome.Output);
    }

    [Theory]
    [InlineData("check")]
    [InlineData("export")]
    [InlineData("glossary")]
    [InlineData("search", "word")]
    [InlineData("rebuild")]
    public async Task WithoutADataFolderItIsNamedAndNoneIsMade(params string[] arguments)
    {
        using var folder = new TempFolder();
        var outcome = await Executable.RunAsync([.. arguments, "--data", folder["data"]]);
        Assert.Equal((1, ""), (outcome.ExitCode, outcome.Output));
        Assert.Contains(folder["data"], outcome.Errors, StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder["data"]));
    }

    [Fact]
    public async Task EveryMistakeInTheSettingsIsNamedAtOnce()
    {
        using var folder = new TempFolder();
        await File.WriteAllTextAsync(folder["appsettings.json"], """{"Log":{"Level":"Loud","Format":"prose","Colour":"red"},"Mood":"good","Cors":{"Origins":[]}}""", TestContext.Current.CancellationToken);
        var outcome = await Executable.RunAsync(
            new Dictionary<string, string> { ["DIGESTSEARCH__ARCHIVE"] = "Host=db", ["DIGESTSEARCH__LIMITS__REQUESTSPERSECOND"] = "many", ["DIGESTSEARCH__SOURCES"] = "ftp://digests.example/feed", ["DIGESTSEARCH__FEEDS__INTERVAL"] = "15", ["DIGESTSEARCH__FEEDS__ALLOWPRIVATE"] = "perhaps", ["DIGESTSEARCH__CORS__ORIGINS__0"] = "nowhere.example" },
            folder.Path, "serve", "--data", folder["data"]);
        Assert.Equal(1, outcome.ExitCode);
        foreach (var named in (string[])["Loud", "prose", "Log:Colour", "Mood", "Host=db", "many", "ftp://digests.example/feed", "'15'", "perhaps", "nowhere.example"]) Assert.Contains(named, outcome.Errors, StringComparison.Ordinal);
        Assert.Equal(10, outcome.Errors.Trim().Split('\n').Length);
    }

    [Fact]
    public async Task ASettingsFileThatIsNoJsonIsNamed()
    {
        using var folder = new TempFolder();
        await File.WriteAllTextAsync(folder["appsettings.json"], "{\n  \"Log\": ", TestContext.Current.CancellationToken);
        var outcome = await Executable.RunAsync(new Dictionary<string, string>(), folder.Path, "check", "--data", folder["data"]);
        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains(folder["appsettings.json"], outcome.Errors, StringComparison.Ordinal);
        Assert.Contains("Line 2: ", outcome.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", outcome.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TermsThatReviewsGiveAreProposedInTheFormOfTheGlossaryAndNothingElseIsWrittenOver()
    {
        using var folder = new TempFolder();
        await File.WriteAllTextAsync(folder["one.jsonl"], """{"title":"Kedro","text":"Это перемалывание (grokking) сетей."}""" + "\n" + """{"title":"Lumo","text":"Снова перемалывание (grokking)."}""", TestContext.Current.CancellationToken);
        Assert.Equal(0, (await Executable.RunAsync("ingest", folder["one.jsonl"], "--data", folder["data"])).ExitCode);
        var mined = Path.Combine(folder["data"], "glossary.mined.yaml");
        for (var time = 0; time < 2; time++)
        {
            var outcome = await Executable.RunAsync("glossary", "--data", folder["data"]);
            Assert.Equal((0, ""), (outcome.ExitCode, outcome.Errors));
            Assert.Contains(mined, outcome.Output, StringComparison.Ordinal);
            Assert.Contains("- {ru: [перемалывание], en: [grokking]} # 2: ", await File.ReadAllTextAsync(mined, TestContext.Current.CancellationToken), StringComparison.Ordinal);
        }
        foreach (var file in (string[])[folder["one.jsonl"], folder["no/such/folder"]])
        {
            var refused = await Executable.RunAsync("glossary", "--data", folder["data"], "--output", file);
            Assert.Equal(1, refused.ExitCode);
            Assert.Contains(file, refused.Errors, StringComparison.Ordinal);
            Assert.DoesNotContain("   at ", refused.Errors, StringComparison.Ordinal);
        }
        Assert.Contains("Kedro", await File.ReadAllTextAsync(folder["one.jsonl"], TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ADataFolderThatIsAFileIsNamed()
    {
        using var folder = new TempFolder();
        await File.WriteAllTextAsync(folder["data"], "", TestContext.Current.CancellationToken);
        foreach (var verb in (string[])["serve", "rebuild", "check", "export", "glossary"])
        {
            var outcome = await Executable.RunAsync(verb, "--data", folder["data"]);
            Assert.Equal(1, outcome.ExitCode);
            Assert.Contains(folder["data"], outcome.Errors, StringComparison.Ordinal);
            Assert.DoesNotContain("   at ", outcome.Errors, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task AnArchiveOfANewerProgramIsRefusedByName()
    {
        using var folder = new TempFolder();
        await File.WriteAllTextAsync(folder["one.jsonl"], Papers.Lines(["kedro"]), TestContext.Current.CancellationToken);
        Assert.Equal(0, (await Executable.RunAsync("ingest", folder["one.jsonl"], "--data", folder["data"])).ExitCode);
        await using (var connection = new SqliteConnection($"Data Source={folder["data/archive.db"]};Pooling=False"))
        {
            await connection.OpenAsync(TestContext.Current.CancellationToken);
            await using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA user_version = 999";
            await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }
        var outcome = await Executable.RunAsync("serve", "--data", folder["data"]);
        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains("999", outcome.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", outcome.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ParseOfAFolderWithProblemsTellsThemOnStandardErrorAlone()
    {
        using var folder = new TempFolder();
        Directory.CreateDirectory(folder["digests"]);
        await File.WriteAllTextAsync(folder["digests/good.md"], Papers.Markdown("kedro"), TestContext.Current.CancellationToken);
        await File.WriteAllBytesAsync(folder["digests/broken.md"], Papers.Broken(1), TestContext.Current.CancellationToken);
        var outcome = await Executable.RunAsync("parse", folder["digests"]);
        Assert.Equal(2, outcome.ExitCode);
        var line = System.Text.Json.JsonElement.Parse(Assert.Single(outcome.Output.Trim().Split('\n')));
        Assert.Equal("On kedro and other matters", line.GetProperty("title").GetString());
        Assert.StartsWith("broken.md", outcome.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("parse")]
    [InlineData("ingest")]
    public async Task AFileThatCannotBeOpenedIsOneProblemAndTheOthersAreTaken(string verb)
    {
        using var folder = new TempFolder();
        Directory.CreateDirectory(folder["digests"]);
        await File.WriteAllTextAsync(folder["digests/good.md"], Papers.Markdown("kedro"), TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(folder["digests/a-shut.md"], Papers.Markdown("brova"), TestContext.Current.CancellationToken);
        await using var holder = new FileStream(folder["digests/a-shut.md"], FileMode.Open, FileAccess.Read, FileShare.None);
        var outcome = await Executable.RunAsync(verb == "parse" ? [verb, folder["digests"]] : [verb, folder["digests"], "--data", folder["data"]]);
        Assert.Equal(2, outcome.ExitCode);
        Assert.StartsWith("a-shut.md: file-unreadable", outcome.Errors, StringComparison.Ordinal);
        Assert.Contains(verb == "parse" ? "kedro" : "1 new", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task InAPipeThereAreNoColoursNoBarsAndNoBrokenLines()
    {
        using var folder = new TempFolder();
        var title = string.Join(' ', Enumerable.Repeat("A rather long title on kedro", 8));
        await File.WriteAllTextAsync(folder["one.jsonl"], $$"""{"title":"{{title}}","text":"The word is kedro [really]."}""" + "\n", TestContext.Current.CancellationToken);
        var ingest = await Executable.RunAsync("ingest", folder["one.jsonl"], "--data", folder["data"]);
        Assert.Equal((0, ""), (ingest.ExitCode, ingest.Complaints));
        Assert.Single(ingest.Output.Trim().Split('\n'));
        var search = await Executable.RunAsync("search", "kedro", "--data", folder["data"]);
        Assert.Equal((0, ""), (search.ExitCode, search.Errors));
        Assert.Contains(title + "\n", search.Output, StringComparison.Ordinal);
        Assert.Contains("The word is kedro [really].", search.Output, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', ingest.Output + search.Output);
    }

    [Fact]
    public async Task AnAdminKeyThatIsNoneIsNamed()
    {
        using var folder = new TempFolder();
        await File.WriteAllTextAsync(folder["admin.key"], "short", TestContext.Current.CancellationToken);
        var outcome = await Executable.RunAsync("api", "--data", folder.Path, "--urls", "http://127.0.0.1:0");
        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains("admin.key holds no usable admin key. Delete it", outcome.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", outcome.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnEndlessFileIsReadToTheLimitAndTold()
    {
        if (!File.Exists("/dev/zero")) Assert.Skip("There is no endless file here.");
        var outcome = await Executable.RunAsync("parse", "/dev/zero");
        Assert.Equal(2, outcome.ExitCode);
        Assert.Contains("more than the 33554432 bytes", outcome.Errors, StringComparison.Ordinal);
    }
}
