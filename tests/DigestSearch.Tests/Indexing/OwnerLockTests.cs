using DigestSearch.Indexing;
using DigestSearch.Tests.Support;

namespace DigestSearch.Tests.Indexing;

public sealed class OwnerLockTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void OnlyOneHoldsAFolderAndTheNextOneAfterIt()
    {
        using (var first = OwnerLock.TryTake(folder["data"]))
        {
            Assert.NotNull(first);
            Assert.Null(OwnerLock.TryTake(folder["data"]));
        }
        using var second = OwnerLock.TryTake(folder["data"]);
        Assert.NotNull(second);
    }

    [Fact]
    public void ThroughALinkItIsTheSameFolder()
    {
        using var first = OwnerLock.TryTake(folder["data"]);
        Directory.CreateSymbolicLink(folder["link"], folder["data"]);
        Assert.Null(OwnerLock.TryTake(folder["link"]));
    }

    [Fact]
    public void TheOwnerIsKnownByProcessAndHost()
    {
        using var first = OwnerLock.TryTake(folder["data"]);
        Assert.Equal($"process {Environment.ProcessId} on {Environment.MachineName}", OwnerLock.OwnerOf(folder["data"]));
        Assert.Equal("another process", OwnerLock.OwnerOf(folder["elsewhere"]));
    }

    [Fact]
    public void AFolderThatCannotBeMadeIsNamed()
    {
        File.WriteAllText(folder["file"], "");
        var refused = Assert.Throws<OwnerLockException>(() => OwnerLock.TryTake(folder["file/data"]));
        Assert.Contains(folder["file/data"], refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AStaleLockFileOfAKilledProcessIsInNobodysWay()
    {
        Directory.CreateDirectory(folder["data"]);
        File.WriteAllText(folder["data/owner.lock"], "");
        File.WriteAllText(folder["data/owner.txt"], "process 1 on nowhere");
        using var owner = OwnerLock.TryTake(folder["data"]);
        Assert.NotNull(owner);
        Assert.Contains(Environment.MachineName, OwnerLock.OwnerOf(folder["data"]), StringComparison.Ordinal);
    }
}
