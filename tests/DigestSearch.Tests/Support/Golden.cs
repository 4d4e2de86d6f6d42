namespace DigestSearch.Tests.Support;

/// <summary>Expected texts as files under <c>tests/fixtures/golden</c>; <c>UPDATE_GOLDEN=1</c> rewrites them, to be reviewed as a diff.</summary>
internal static class Golden
{
    public static void Check(string name, string actual)
    {
        var path = Repo.Fixture(Path.Combine("golden", name + ".txt"));
        var text = actual.ReplaceLineEndings("\n").TrimEnd('\n') + "\n";
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, text);
            return;
        }
        Assert.True(File.Exists(path), $"There is no golden file {name}; run once with UPDATE_GOLDEN=1 and review it.");
        var expected = File.ReadAllText(path).ReplaceLineEndings("\n");
        if (expected == text) return;
        var (old, now) = (expected.Split('\n'), text.Split('\n'));
        var line = 0;
        while (line < old.Length && line < now.Length && old[line] == now[line]) line++;
        Assert.Fail($"{name}, line {line + 1}\nexpected: {old.ElementAtOrDefault(line)}\nactual:   {now.ElementAtOrDefault(line)}\nIf the change is meant, run with UPDATE_GOLDEN=1.");
    }
}
