namespace DigestSearch.Api.Tests.Support;

/// <summary>A clock that moves when it is told to.</summary>
internal sealed class SetClock : TimeProvider
{
    private TimeSpan _passed;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => _passed.Ticks;

    public override DateTimeOffset GetUtcNow() => DateTimeOffset.UnixEpoch + _passed;

    public void Pass(double seconds) => _passed += TimeSpan.FromSeconds(seconds);
}
