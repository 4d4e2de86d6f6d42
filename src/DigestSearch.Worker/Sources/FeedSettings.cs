namespace DigestSearch.Worker.Sources;

/// <summary>How feeds are fetched.</summary>
public sealed record FeedSettings
{
    /// <summary>How often a feed is asked unless told otherwise.</summary>
    public static TimeSpan DefaultInterval { get; } = TimeSpan.FromMinutes(15);

    /// <summary>Whether addresses that only this network knows, and other ports than 80 and 443, may be asked.</summary>
    public bool AllowPrivate { get; init; }

    /// <summary>How often a feed is asked.</summary>
    public TimeSpan Interval { get; init; } = DefaultInterval;

    /// <summary>How soon a feed that failed is asked again, the first time.</summary>
    public TimeSpan RetryInterval { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Longest time for an answer, with all redirects, to its last byte.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Most bytes of an answer, unpacked.</summary>
    public int SizeLimit { get; init; } = 20 << 20;
}
