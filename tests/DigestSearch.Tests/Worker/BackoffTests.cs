using DigestSearch.Worker;

namespace DigestSearch.Tests.Worker;

public sealed class BackoffTests
{
    private readonly Backoff backoff = new(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(5));

    [Fact]
    public void WhenFailuresFollowEachOtherTheWaitDoublesUpToTheLimit() =>
        Assert.Equal([1, 2, 4, 5, 5], Enumerable.Range(0, 5).Select(_ => backoff.Next().TotalSeconds));

    [Fact]
    public void AfterASuccessItBeginsAnew()
    {
        backoff.Next();
        backoff.Next();
        backoff.Reset();
        Assert.Equal((0, TimeSpan.FromSeconds(1)), (backoff.Failures, backoff.Next()));
    }

    [Fact]
    public void AfterVeryManyFailuresItIsStillTheLimit()
    {
        for (var failure = 0; failure < 100_000; failure++) backoff.Next();
        Assert.Equal(TimeSpan.FromSeconds(5), backoff.Next());
    }
}
