using DigestSearch.Tests.Support;
using DigestSearch.Worker.Sources;

namespace DigestSearch.Tests.Worker;

public sealed class OpenForWritingTests
{
    [Fact]
    public void OnlyAWriterCounts()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux tells.");
        using var folder = new TempFolder();
        File.WriteAllText(folder["a"], "text");
        Assert.False(OpenForWriting.Is(folder["a"]));
        using (File.OpenRead(folder["a"])) Assert.False(OpenForWriting.Is(folder["a"]));
        using (new FileStream(folder["a"], FileMode.Open, FileAccess.Write, FileShare.ReadWrite)) Assert.True(OpenForWriting.Is(folder["a"]));
        Assert.False(OpenForWriting.Is(folder["a"]));
        Assert.False(OpenForWriting.Is(folder["nowhere"]));
    }

    [Fact]
    public async Task AskingDisturbsNoWriterThatComesMeanwhile()
    {
        using var folder = new TempFolder();
        File.WriteAllText(folder["a"], "");
        using var stop = new CancellationTokenSource();
        var asking = Task.Run(() =>
        {
            while (!stop.IsCancellationRequested) OpenForWriting.Is(folder["a"]);
        });
        for (var time = 0; time < 300; time++)
            using (var writer = new FileStream(folder["a"], FileMode.Append, FileAccess.Write, FileShare.ReadWrite)) writer.WriteByte(1);
        await stop.CancelAsync();
        await asking;
        Assert.Equal(300, new FileInfo(folder["a"]).Length);
    }
}
