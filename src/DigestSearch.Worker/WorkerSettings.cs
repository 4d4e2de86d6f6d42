using DigestSearch.Worker.Sources;

namespace DigestSearch.Worker;

/// <summary>What the worker follows, and how closely.</summary>
public sealed record WorkerSettings
{
    /// <summary>Full paths of followed folders or single files, and addresses of feeds.</summary>
    public IReadOnlyList<string> Sources { get; init; } = [];

    /// <summary>How feeds are fetched.</summary>
    public FeedSettings Feeds { get; init; } = new();

    /// <summary>How often a folder is looked through even if nothing was heard of it.</summary>
    public TimeSpan RescanInterval { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How soon a folder that is away, or a file that could not be read, is looked at again.</summary>
    public TimeSpan AbsentInterval { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>A file is whole once its length and time of change stood still for so long.</summary>
    public TimeSpan SettleTime { get; init; } = TimeSpan.FromMilliseconds(400);

    /// <summary>How often the archive is asked for changes that other processes made.</summary>
    public TimeSpan FollowInterval { get; init; } = TimeSpan.FromMilliseconds(200);

    /// <summary>How often every file of the index is verified while nothing else asks for it.</summary>
    public TimeSpan VerifyInterval { get; init; } = TimeSpan.FromHours(12);

    /// <summary>How many reviews are analyzed at the same time.</summary>
    public int IndexingThreads { get; init; } = Environment.ProcessorCount;

    /// <summary>Longest time between two commits while there is work.</summary>
    public TimeSpan CommitInterval { get; init; } = TimeSpan.FromSeconds(1);
}
