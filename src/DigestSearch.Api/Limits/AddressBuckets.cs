using System.Net;
using System.Net.Sockets;

namespace DigestSearch.Api.Limits;

/// <summary>A token bucket for each client address, in bounded memory.</summary>
/// <param name="perSecond">Tokens that return each second.</param>
/// <param name="burst">Tokens of a full bucket.</param>
/// <param name="time">The clock.</param>
/// <param name="most">Buckets kept; beyond, full ones are dropped, and if none is, newcomers share one.</param>
internal sealed class AddressBuckets(double perSecond, double burst, TimeProvider time, int most = 100_000)
{
    private readonly Dictionary<IPAddress, Bucket> _buckets = [];
    private readonly Lock _lock = new();
    private long _sweptAt = long.MinValue;

    /// <summary>Takes a token; else tells after how many seconds there is one.</summary>
    public bool Take(IPAddress? address, out int retryAfterSeconds)
    {
        lock (_lock)
        {
            var now = time.GetTimestamp();
            var key = KeyOf(address, now);
            var tokens = _buckets.TryGetValue(key, out var bucket) ? Filled(bucket, now) : burst;
            var taken = tokens >= 1;
            _buckets[key] = new(taken ? tokens - 1 : tokens, now);
            retryAfterSeconds = taken ? 0 : Math.Max(1, (int)Math.Ceiling((1 - tokens) / perSecond));
            return taken;
        }
    }

    /// <summary>Buckets kept now.</summary>
    public int Count
    {
        get { lock (_lock) return _buckets.Count; }
    }

    private IPAddress KeyOf(IPAddress? address, long now)
    {
        var key = Network(address ?? IPAddress.None);
        if (_buckets.Count < most || _buckets.ContainsKey(key)) return key;
        Sweep(now);
        return _buckets.Count < most ? key : IPAddress.Any;
    }

    // A full bucket is as good as none. Once a second is enough: a flood of new addresses must not pay a sweep each.
    private void Sweep(long now)
    {
        if (_sweptAt != long.MinValue && time.GetElapsedTime(_sweptAt, now) < TimeSpan.FromSeconds(1)) return;
        _sweptAt = now;
        foreach (var (address, bucket) in _buckets)
            if (Filled(bucket, now) >= burst) _buckets.Remove(address);
    }

    private double Filled(Bucket bucket, long now) => Math.Min(burst, bucket.Tokens + time.GetElapsedTime(bucket.At, now).TotalSeconds * perSecond);

    // A household or a server owns a /64 of IPv6 addresses: they count as one.
    private static IPAddress Network(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6) return address.MapToIPv4();
        if (address.AddressFamily is not AddressFamily.InterNetworkV6) return address;
        var bytes = address.GetAddressBytes();
        bytes.AsSpan(8).Clear();
        return new(bytes);
    }

    private readonly record struct Bucket(double Tokens, long At);
}
