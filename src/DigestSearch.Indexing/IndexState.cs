using Lucene.Net.Index;

namespace DigestSearch.Indexing;

/// <summary>How the index of a folder stands to what is expected of it.</summary>
/// <param name="Kind">Whether it can be followed on, or why not.</param>
/// <param name="Reason">Why it must be rebuilt, a whole sentence; null when ready.</param>
/// <param name="Commit">Data of the newest commit, where one can be read.</param>
public sealed record IndexState(IndexStateKind Kind, string? Reason, CommitData? Commit)
{
    /// <summary>Looks at the newest commit; verifies the checksum of every file.</summary>
    public static IndexState Inspect(string path, string fingerprint, string archive)
    {
        if (!System.IO.Directory.Exists(path)) return Missing;
        try
        {
            using var directory = IndexDirectory.Open(path);
            if (!DirectoryReader.IndexExists(directory)) return Missing;
            using var reader = DirectoryReader.Open(directory);
            foreach (var leaf in reader.Leaves) leaf.AtomicReader.CheckIntegrity();
            return Compare(CommitData.Read(reader.IndexCommit.UserData), fingerprint, archive);
        }
        catch (Exception exception) when (IndexDirectory.IsDamage(exception))
        {
            return new(IndexStateKind.Damaged, $"The index is damaged: {exception.Message}", null);
        }
    }

    private static IndexState Missing { get; } = new(IndexStateKind.Missing, "There is no index yet.", null);

    private static IndexState Compare(CommitData? commit, string fingerprint, string archive) => commit switch
    {
        null => new(IndexStateKind.Mismatch, "The index does not say what it was built from.", null),
        { Format: var format } when format != ReviewFields.Format =>
            new(IndexStateKind.Mismatch, $"The index has format {format}, this program writes format {ReviewFields.Format}.", commit),
        { Archive: var other } when other != archive => new(IndexStateKind.Mismatch, "The index was built from another archive.", commit),
        { Fingerprint: var other } when other != fingerprint =>
            new(IndexStateKind.Mismatch, "The index was built with another vocabulary, field table or analysis.", commit),
        _ => new(IndexStateKind.Ready, null, commit),
    };
}

/// <summary>Whether an index can be followed on.</summary>
public enum IndexStateKind
{
    /// <summary>It can.</summary>
    Ready,

    /// <summary>There is none.</summary>
    Missing,

    /// <summary>It cannot be read, or a checksum is wrong.</summary>
    Damaged,

    /// <summary>It was built from something else or by other rules.</summary>
    Mismatch,
}
