using DigestSearch.Api.Search;
using DigestSearch.Api.Tests.Support;
using DigestSearch.Reviews;
using Microsoft.Extensions.Logging.Abstractions;

namespace DigestSearch.Api.Tests.Search;

public sealed class WarmUpTests
{
    [Fact]
    public async Task TheFirstSearchIsAskedOnceThereIsAnIndexAndNotBefore()
    {
        var (ready, early, asked) = (false, false, new TaskCompletionSource());
        using var warm = new WarmUp((_, _) => { early |= !ready; asked.TrySetResult(); return Some.Results(1, Some.FirstHit); },
            () => ready ? Some.Ready : Some.NotReady, (path, _) => LabelPath.Leaf(path), NullLogger<WarmUp>.Instance);
        await warm.StartAsync(CancellationToken.None);
        ready = true;
        await asked.Task.WaitAsync(TimeSpan.FromSeconds(30));
        await warm.StopAsync(CancellationToken.None);
        Assert.False(early);
    }

    [Fact]
    public async Task AFailureOfItDoesNotStopTheStart()
    {
        using var warm = new WarmUp((_, _) => throw new IOException("The disk is gone."), () => Some.Ready, (path, _) => path, NullLogger<WarmUp>.Instance);
        await warm.StartAsync(CancellationToken.None);
        await warm.ExecuteTask!.WaitAsync(TimeSpan.FromSeconds(30));
    }
}
