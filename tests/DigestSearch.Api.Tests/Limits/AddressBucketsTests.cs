using System.Net;
using DigestSearch.Api.Limits;
using DigestSearch.Api.Tests.Support;

namespace DigestSearch.Api.Tests.Limits;

public sealed class AddressBucketsTests
{
    private static readonly IPAddress One = IPAddress.Parse("192.0.2.1");
    private static readonly IPAddress Other = IPAddress.Parse("192.0.2.2");

    private readonly SetClock _clock = new();

    [Fact]
    public void AfterABurstTokensComeBackOneByOne()
    {
        var buckets = new AddressBuckets(2, 3, _clock);

        Assert.Equal([true, true, true, false], Enumerable.Range(0, 4).Select(_ => buckets.Take(One, out var _)));
        _clock.Pass(0.5);
        Assert.True(buckets.Take(One, out _));
        Assert.False(buckets.Take(One, out var retryAfter));
        Assert.Equal(1, retryAfter);
    }

    [Fact]
    public void OneAddressDoesNotSpendAnothersTokens()
    {
        var buckets = new AddressBuckets(1, 1, _clock);

        Assert.True(buckets.Take(One, out _));
        Assert.False(buckets.Take(One, out _));
        Assert.True(buckets.Take(Other, out _));
    }

    [Fact]
    public void ABucketNeverHoldsMoreThanItsBurst()
    {
        var buckets = new AddressBuckets(1, 2, _clock);
        _clock.Pass(1_000);
        Assert.Equal([true, true, false], Enumerable.Range(0, 3).Select(_ => buckets.Take(One, out var _)));
    }

    [Fact]
    public void AddressesOfOneNetworkOfVersionSixCountAsOne()
    {
        var buckets = new AddressBuckets(1, 1, _clock);

        Assert.True(buckets.Take(IPAddress.Parse("2001:db8:1:2::1"), out _));
        Assert.False(buckets.Take(IPAddress.Parse("2001:db8:1:2:ffff::9"), out _));
        Assert.True(buckets.Take(IPAddress.Parse("2001:db8:1:3::1"), out _));
        Assert.True(buckets.Take(One, out _));
        Assert.False(buckets.Take(One.MapToIPv6(), out _));
    }

    [Fact]
    public void MemoryIsBounded()
    {
        var buckets = new AddressBuckets(1, 2, _clock, most: 10);

        for (var n = 0; n < 1_000; n++) buckets.Take(new IPAddress(n + 1), out _);
        Assert.True(buckets.Count <= 11);
        Assert.False(buckets.Take(new IPAddress(5_000), out _));
        _clock.Pass(10);
        Assert.True(buckets.Take(new IPAddress(5_001), out _));
        Assert.True(buckets.Count <= 11);
    }
}
