namespace DigestSearch.Api.Reviews;

/// <summary>Addresses of the pages of reviews and digests; an id may hold slashes, each part is escaped.</summary>
internal static class ReviewAddress
{
    /// <summary>The page of a review.</summary>
    public static string Page(string id) => "/reviews/" + Path(id);

    /// <summary>The page of a digest.</summary>
    public static string DigestPage(string id) => "/digests/" + Path(id);

    /// <summary>An id as part of a path.</summary>
    public static string Path(string id) => string.Join('/', id.Split('/').Select(Uri.EscapeDataString));

    /// <summary>What an id from a path stands for: the first of its readings that is found.</summary>
    public static T? Find<T>(string id, Func<string, T?> find) where T : class => Readings(id).Select(find).FirstOrDefault(found => found is not null);

    /// <summary>How an id from a path may be read: as it came, else with the slashes that some clients escape.</summary>
    public static IEnumerable<string> Readings(string id) =>
        id.Contains("%2F", StringComparison.OrdinalIgnoreCase) ? [id, id.Replace("%2F", "/", StringComparison.OrdinalIgnoreCase)] : [id];
}
