using DigestSearch.Api.Keys;
using DigestSearch.Api.Tests.Support;

namespace DigestSearch.Api.Tests.Keys;

public sealed class AdminKeyTests
{
    [Fact]
    public void AnyOfTheKeysOpensAndNothingElse()
    {
        AdminKey[] keys = [new("the first key of two"), new("the other key of two")];

        Assert.True(AdminKey.AnyIs(keys, "the first key of two"));
        Assert.True(AdminKey.AnyIs(keys, "the other key of two"));
        Assert.False(AdminKey.AnyIs(keys, "the first key of tw"));
        Assert.False(AdminKey.AnyIs(keys, ""));
        Assert.False(AdminKey.AnyIs([], "the first key of two"));
    }

    [Fact]
    public void AGeneratedKeyHasMoreBitsThanCanBeGuessed()
    {
        Assert.True(AdminKey.Generate().Length >= 43);
        Assert.NotEqual(AdminKey.Generate(), AdminKey.Generate());
    }

    [Fact]
    public void TheKeyFileIsMadeOnceForItsOwnerAlone()
    {
        using var folder = new TempFolder();

        var key = AdminKeyFile.ReadOrMake(folder.Path);

        Assert.Equal(key, AdminKeyFile.ReadOrMake(folder.Path));
        Assert.Equal([AdminKeyFile.PathIn(folder.Path)], Directory.GetFiles(folder.Path));
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(AdminKeyFile.PathIn(folder.Path)));
    }

    [Fact]
    public void AKeyFileThatOthersCanReadIsClosed()
    {
        if (OperatingSystem.IsWindows()) return;
        using var folder = new TempFolder();
        File.WriteAllText(AdminKeyFile.PathIn(folder.Path), "a key put there by hand\n");
        File.SetUnixFileMode(AdminKeyFile.PathIn(folder.Path), UnixFileMode.UserRead | UnixFileMode.OtherRead);

        Assert.Equal("a key put there by hand", AdminKeyFile.ReadOrMake(folder.Path));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(AdminKeyFile.PathIn(folder.Path)));
    }

    [Fact]
    public void SettingsNameEveryMistake()
    {
        var settings = new ApiSettings
        {
            DataFolder = "data", AdminKeys = ["short", "long enough for a key"], RequestsPerSecond = -1,
            Name = "two\nlines", PublicUrl = "papers.example.org", TrustedProxies = ["10.0.0.1", "10.0.0.0/8", "::1", "proxy"],
            CorsOrigins = ["https://example.org", "https://example.org/", "*", "example.org"],
        };

        Assert.Collection(settings.Mistakes(),
            m => Assert.Contains("Limits:RequestsPerSecond", m, StringComparison.Ordinal),
            m => Assert.Contains("AdminKeys:0", m, StringComparison.Ordinal),
            m => Assert.Contains("PublicUrl is 'papers.example.org'", m, StringComparison.Ordinal),
            m => Assert.Contains("Name has", m, StringComparison.Ordinal),
            m => Assert.Contains("'proxy'", m, StringComparison.Ordinal),
            m => Assert.Contains("'https://example.org/'", m, StringComparison.Ordinal),
            m => Assert.Contains("'*'", m, StringComparison.Ordinal),
            m => Assert.Contains("'example.org'", m, StringComparison.Ordinal));
    }
}
