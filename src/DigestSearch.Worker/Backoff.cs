namespace DigestSearch.Worker;

/// <summary>How long to wait after failures in a row: twice as long each time, up to a limit.</summary>
internal sealed class Backoff(TimeSpan first, TimeSpan limit)
{
    private int failures;

    /// <summary>The wait after one more failure.</summary>
    public TimeSpan Next()
    {
        var wait = first * Math.Pow(2, Math.Min(failures++, 16));
        return wait < limit ? wait : limit;
    }

    /// <summary>Begins anew after a success.</summary>
    public void Reset() => failures = 0;
}
