namespace DigestSearch.Indexing;

/// <summary>
/// Keeps the blocks of files that were read last, up to a bound, in the order of a clock (second chance): to find one takes no lock. Who holds
/// a block that is pushed out goes on reading it.
/// </summary>
/// <param name="mostBytes">How much is kept.</param>
internal sealed class BlockCache(long mostBytes)
{
    private const int Shift = 13;

    /// <summary>Bytes of a block.</summary>
    public const int BlockSize = 1 << Shift;

    private readonly Lock turning = new();
    private readonly List<CachedBlock> clock = [];
    private readonly int most = (int)Math.Max(1, mostBytes / BlockSize);
    private int hand;

    /// <summary>Of this process: what a small machine can spare, and more than the hot part of an archive of a million reviews.</summary>
    public static BlockCache Shared { get; } = new(128 << 20);

    /// <summary>Where the block begins that holds a position.</summary>
    public static long StartOf(long position) => position & -BlockSize;

    /// <summary>Number of the block that holds a position.</summary>
    public static int NumberOf(long position) => (int)(position >> Shift);

    /// <summary>How many blocks a file has.</summary>
    public static int CountOf(long length) => NumberOf(length + BlockSize - 1);

    /// <summary>Keeps a block in its place, and takes from its place the first that nobody read since the clock came by.</summary>
    public void Keep(CachedBlock?[] place, int number, byte[] bytes)
    {
        var block = new CachedBlock(bytes, place, number);
        lock (turning)
        {
            if (clock.Count < most) clock.Add(block);
            else
            {
                while (clock[hand].IsTouched()) hand = (hand + 1) % most;
                clock[hand].Leave();
                clock[hand] = block;
                hand = (hand + 1) % most;
            }
            Volatile.Write(ref place[number], block);
        }
    }

    /// <summary>Forgets the blocks of a file that was closed.</summary>
    public void Drop(CachedBlock?[] place)
    {
        lock (turning)
        {
            clock.RemoveAll(block => block.IsOf(place));
            hand = 0;
        }
    }
}
