namespace DigestSearch.Worker.Sources;

/// <summary>Length and time of change tell that a file moved on, never that it is the same as in the archive: that the archive's hash tells.</summary>
internal readonly record struct Stamp(long Length, DateTime Changed);

/// <summary>How a file stands.</summary>
internal enum FileState
{
    /// <summary>It changed a moment ago, or somebody is writing it.</summary>
    Unsettled,

    /// <summary>It can be taken now.</summary>
    Whole,

    /// <summary>It was taken as it is.</summary>
    Taken,

    /// <summary>It could not be taken, and it is not time yet to try again.</summary>
    Failing,
}

/// <summary>What was seen of the files of a source: which are whole, which were taken, which could not be.</summary>
internal sealed class FileLooks(TimeSpan settle, TimeProvider time)
{
    // Whoever was seen to write in pieces may only be pausing.
    private const int PatienceWithPieces = 3;

    // Some programs keep a log open for ever, and some file systems say so of every file.
    private static readonly TimeSpan LongestWriting = TimeSpan.FromSeconds(30);

    private readonly Lock gate = new();
    private readonly Dictionary<string, Look> looks = new(StringComparer.Ordinal);

    private sealed record Look(Stamp Stamp, long Since, bool InPieces)
    {
        public bool Taken { get; init; }

        public Exception? Failure { get; init; }

        public long FailedAt { get; init; }

        public Backoff? Backoff { get; init; }

        public TimeSpan Wait { get; init; }
    }

    /// <summary>Files that could not be taken, with the reason.</summary>
    public IReadOnlyList<(string Name, Exception Reason)> Failures
    {
        get
        {
            lock (gate) return [.. looks.Where(look => look.Value.Failure is not null).Select(look => (look.Key, look.Value.Failure!)).OrderBy(failure => failure.Key, StringComparer.Ordinal)];
        }
    }

    /// <summary>Looks at a file as it is now.</summary>
    public FileState See(string name, Stamp stamp, Func<bool> isBeingWritten)
    {
        lock (gate)
        {
            if (!looks.TryGetValue(name, out var look) || look.Stamp != stamp)
            {
                looks[name] = new Look(stamp, time.GetTimestamp(), InPieces: look is { Taken: false, Failure: null, Stamp.Length: > 0 });
                return FileState.Unsettled;
            }
            if (look.Taken) return FileState.Taken;
            if (look.Failure is not null) return time.GetElapsedTime(look.FailedAt) < look.Wait ? FileState.Failing : FileState.Whole;
            var still = time.GetElapsedTime(look.Since);
            if (still < (look.InPieces ? settle * PatienceWithPieces : settle)) return FileState.Unsettled;
            return still < LongestWriting && isBeingWritten() ? FileState.Unsettled : FileState.Whole;
        }
    }

    /// <summary>The file goes to the reader as it was last seen.</summary>
    public void Take(string name)
    {
        lock (gate) looks[name] = looks[name] with { Taken = true };
    }

    /// <summary>The reader has the file; true if it had failed before.</summary>
    public bool Succeed(string name)
    {
        lock (gate)
        {
            if (!looks.TryGetValue(name, out var look) || look.Failure is null) return false;
            looks[name] = look with { Failure = null, Backoff = null };
            return true;
        }
    }

    /// <summary>The file could not be taken; it is tried again later, and later each time.</summary>
    public void Fail(string name, Exception reason)
    {
        lock (gate)
        {
            if (!looks.TryGetValue(name, out var look)) return;
            var backoff = look.Backoff ?? new Backoff(TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(1));
            looks[name] = look with { Taken = false, Failure = reason, FailedAt = time.GetTimestamp(), Backoff = backoff, Wait = backoff.Next() };
        }
    }

    /// <summary>Forgets files that are gone.</summary>
    public void Keep(IReadOnlySet<string> present)
    {
        lock (gate)
            foreach (var name in looks.Keys.Where(name => !present.Contains(name)).ToList()) looks.Remove(name);
    }
}
