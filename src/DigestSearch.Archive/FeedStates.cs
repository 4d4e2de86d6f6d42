using Dapper;

namespace DigestSearch.Archive;

/// <summary>The states of feeds of which the archive has all.</summary>
internal static class FeedStates
{
    /// <summary>The state that was archived last; nothing where there is none.</summary>
    public static FeedState Find(ArchiveFile file, string place)
    {
        using var connection = file.Connect();
        return connection.QueryFirstOrDefault<FeedState>("SELECT etag AS ETag, modified FROM feeds WHERE place = @place", new { place }) ?? FeedState.Unknown;
    }

    /// <summary>Says that all of a state is archived.</summary>
    public static void Put(ArchiveFile file, string place, FeedState state)
    {
        if (Find(file, place) == state) return;
        using var writer = new ArchiveWriter(file);
        writer.Begin();
        writer.Connection.Execute("INSERT OR REPLACE INTO feeds (place, etag, modified) VALUES (@place, @ETag, @Modified)", new { place, state.ETag, state.Modified });
        writer.Commit();
    }
}

/// <summary>How a server tells one state of a feed from another.</summary>
/// <param name="ETag">As the header gives it.</param>
/// <param name="Modified">As the header <c>Last-Modified</c> gives it.</param>
public sealed record FeedState(string? ETag, string? Modified)
{
    /// <summary>Nothing is known, so all is asked for.</summary>
    public static FeedState Unknown { get; } = new(null, null);
}
