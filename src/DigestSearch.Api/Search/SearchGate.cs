namespace DigestSearch.Api.Search;

/// <summary>Lets so many searches run at once; a few more wait briefly, the rest are turned away at once.</summary>
internal sealed class SearchGate(int concurrent, TimeSpan longestWait) : IDisposable
{
    private const int QueuePerPlace = 4;

    private readonly SemaphoreSlim _places = new(concurrent, concurrent);
    private int _waiting;

    /// <summary>Takes a place; false when there is none in time.</summary>
    public async ValueTask<bool> EnterAsync(CancellationToken cancellation)
    {
        if (_places.Wait(0, CancellationToken.None)) return true;
        try
        {
            if (Interlocked.Increment(ref _waiting) > concurrent * QueuePerPlace) return false;
            return await _places.WaitAsync(longestWait, cancellation);
        }
        finally
        {
            Interlocked.Decrement(ref _waiting);
        }
    }

    /// <summary>Gives the place back.</summary>
    public void Leave() => _places.Release();

    public void Dispose() => _places.Dispose();
}
