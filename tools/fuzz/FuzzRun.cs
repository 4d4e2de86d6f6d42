using System.Diagnostics;
using DigestSearch.Reviews;
using DigestSearch.Reviews.Reading;

namespace DigestSearch.ReadingFuzz;

/// <summary>Reads mutated documents and keeps to what a reading may cost.</summary>
public sealed class FuzzRun
{
    private const int Warmup = 100;
    private const int Pause = 20;

    /// <summary>Bytes that a reading may hold at once: 50 for each byte of input, and 32 MB.</summary>
    public const long MemoryPerByte = 50, MemoryBase = 32L * 1024 * 1024;

    private readonly Mutation mutation;
    private readonly DigestReader reader;

    /// <summary>What the first readings build once for all is built here, since it is no cost of one document.</summary>
    public FuzzRun(IReadOnlyList<(string Name, byte[] Bytes)> documents, Vocabulary vocabulary)
    {
        (mutation, reader) = (new Mutation(documents), new DigestReader(vocabulary));
        for (var at = 0; at < documents.Count; at += Math.Max(documents.Count / Warmup, 1)) reader.Read(documents[at].Bytes, documents[at].Name);
    }

    /// <summary>Reads the document of a seed: what is wrong with the answer, if anything, how long it took, and how many bytes it allocated.</summary>
    public FuzzOutcome Read(int seed)
    {
        var (name, bytes) = mutation.Of(seed);
        var (start, allocated) = (Stopwatch.GetTimestamp(), GC.GetAllocatedBytesForCurrentThread());
        string? mistake = null;
        try
        {
            var reading = reader.Read(bytes, name);
            if (reading.Reviews.Count + reading.Problems.Count == 0) mistake = "neither a review nor a problem";
            else if (reading.Reviews.Any(review => review.Title.Length == 0)) mistake = "a review without a title";
        }
        catch (Exception exception)
        {
            mistake = exception.ToString();
        }
        allocated = GC.GetAllocatedBytesForCurrentThread() - allocated;
        return new FuzzOutcome(name, bytes, mistake, Stopwatch.GetElapsedTime(start), allocated);
    }

    /// <summary>The most bytes that live objects had while the document of a seed was read, above what they had before; sampled, so nothing else may run.</summary>
    public long HeldBy(int seed)
    {
        var (name, bytes) = mutation.Of(seed);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var (most, done) = (0L, false);
        var sampler = new Thread(() =>
        {
            while (!Volatile.Read(ref done))
            {
                GC.Collect();
                most = Math.Max(most, GC.GetTotalMemory(forceFullCollection: false) - before);
                // The reading needs time to go on.
                Thread.Sleep(Pause);
            }
        });
        sampler.Start();
        reader.Read(bytes, name);
        Volatile.Write(ref done, true);
        sampler.Join();
        return most;
    }

    /// <summary>Bytes that the reading of a document may hold at once.</summary>
    public static long LimitOf(FuzzOutcome outcome) => (MemoryPerByte * outcome.Bytes.Length) + MemoryBase;
}

/// <summary>How one mutated document was read.</summary>
/// <param name="Name">The name it was given.</param>
/// <param name="Bytes">The document.</param>
/// <param name="Mistake">What the answer lacks, or the exception; null where all is well.</param>
/// <param name="Time">Wall time.</param>
/// <param name="Allocated">Bytes allocated on the way, held or not.</param>
public sealed record FuzzOutcome(string Name, byte[] Bytes, string? Mistake, TimeSpan Time, long Allocated);
