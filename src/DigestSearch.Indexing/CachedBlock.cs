namespace DigestSearch.Indexing;

/// <summary>A block in a <see cref="BlockCache"/>, which knows its place to leave it.</summary>
internal sealed class CachedBlock(byte[] bytes, CachedBlock?[] place, int number)
{
    private bool touched;

    /// <summary>Its bytes, for somebody who reads them now.</summary>
    public byte[] Touched()
    {
        // Written only once a round of the clock: what all threads write, none has at hand.
        if (!touched) touched = true;
        return bytes;
    }

    /// <summary>Whether it was read since this was last asked.</summary>
    public bool IsTouched()
    {
        var was = touched;
        touched = false;
        return was;
    }

    /// <summary>Leaves its place, unless another took it.</summary>
    public void Leave() => Interlocked.CompareExchange(ref place[number], null, this);

    /// <summary>Whether its place is among these.</summary>
    public bool IsOf(CachedBlock?[] places) => ReferenceEquals(place, places);
}
