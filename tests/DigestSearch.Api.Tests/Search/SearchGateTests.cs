using DigestSearch.Api.Search;

namespace DigestSearch.Api.Tests.Search;

public sealed class SearchGateTests
{
    [Fact]
    public async Task WhenAllPlacesAreTakenTheNextIsTurnedAway()
    {
        using var gate = new SearchGate(1, TimeSpan.Zero);

        Assert.True(await gate.EnterAsync(CancellationToken.None));
        Assert.False(await gate.EnterAsync(CancellationToken.None));
        gate.Leave();
        Assert.True(await gate.EnterAsync(CancellationToken.None));
    }

    [Fact]
    public async Task AWaitingSearchGetsThePlaceThatIsGivenBack()
    {
        using var gate = new SearchGate(1, Timeout.InfiniteTimeSpan);
        await gate.EnterAsync(CancellationToken.None);
        var waiting = gate.EnterAsync(CancellationToken.None).AsTask();

        Assert.False(waiting.IsCompleted);
        gate.Leave();
        Assert.True(await waiting);
    }

    [Fact]
    public async Task TheQueueIsBounded()
    {
        using var gate = new SearchGate(1, Timeout.InfiniteTimeSpan);
        await gate.EnterAsync(CancellationToken.None);
        using var gone = new CancellationTokenSource();
        var waiting = Enumerable.Range(0, 4).Select(_ => gate.EnterAsync(gone.Token).AsTask()).ToList();

        Assert.False(await gate.EnterAsync(CancellationToken.None));
        await gone.CancelAsync();
        foreach (var turnedAway in waiting) await Assert.ThrowsAnyAsync<OperationCanceledException>(() => turnedAway);
    }
}
