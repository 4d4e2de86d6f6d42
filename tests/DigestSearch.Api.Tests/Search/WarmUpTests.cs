using DigestSearch.Api.Search;
using DigestSearch.Api.Tests.Support;
using DigestSearch.Reviews;
using Microsoft.Extensions.Hosting.Internal;
using Microsoft.Extensions.Logging.Abstractions;

namespace DigestSearch.Api.Tests.Search;

public sealed class WarmUpTests
{
    [Fact]
    public async Task TheFirstSearchIsAskedOnceTheServerListensAndHasAnIndexAndNotBefore()
    {
        var (looks, asked) = (0, new TaskCompletionSource<int>());
        var host = NotStarted();
        using var warm = new WarmUp((_, _) => { asked.TrySetResult(looks); return Some.Results(1, Some.FirstHit); }, (_, _) => Some.Suggestions(),
            () => ++looks < 3 ? Some.NotReady : Some.Ready, (path, _) => LabelPath.Leaf(path), host, NullLogger<WarmUp>.Instance);
        await warm.StartAsync(CancellationToken.None);
        await Task.Delay(200, TestContext.Current.CancellationToken);
        Assert.Equal(0, looks);
        host.NotifyStarted();
        Assert.Equal(3, await asked.Task.WaitAsync(TimeSpan.FromSeconds(30)));
        await warm.StopAsync(CancellationToken.None);
    }

    [Fact]
    public async Task AFailureOfItDoesNotStopTheStart()
    {
        var host = NotStarted();
        host.NotifyStarted();
        using var warm = new WarmUp((_, _) => throw new IOException("The disk is gone."), (_, _) => Some.Suggestions(), () => Some.Ready, (path, _) => path, host, NullLogger<WarmUp>.Instance);
        await warm.StartAsync(CancellationToken.None);
        await warm.ExecuteTask!.WaitAsync(TimeSpan.FromSeconds(30));
    }

    private static ApplicationLifetime NotStarted() => new(NullLogger<ApplicationLifetime>.Instance);
}
