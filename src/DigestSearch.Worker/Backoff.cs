namespace DigestSearch.Worker;

/// <summary>How long to wait after failures in a row: twice as long each time, up to a limit.</summary>
internal sealed class Backoff(TimeSpan first, TimeSpan limit)
{
    /// <summary>How many in a row there were.</summary>
    public int Failures { get; private set; }

    /// <summary>The wait after one more failure.</summary>
    public TimeSpan Next()
    {
        var wait = first * Math.Pow(2, Math.Min(Failures++, 16));
        return wait < limit ? wait : limit;
    }

    /// <summary>Begins anew after a success.</summary>
    public void Reset() => Failures = 0;
}
