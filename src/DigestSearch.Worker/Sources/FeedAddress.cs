namespace DigestSearch.Worker.Sources;

/// <summary>Addresses of feeds among the sources.</summary>
public static class FeedAddress
{
    /// <summary>Whether a source is an address, rather than a path.</summary>
    public static bool Is(string source) => source.Contains("://", StringComparison.Ordinal);

    /// <summary>What is wrong with an address, a whole sentence; null when it can be followed.</summary>
    public static string? Mistake(string source)
    {
        if (!Uri.TryCreate(source, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https") || address.Host.Length == 0)
            return $"The source {source} is no address of a feed; write it like https://example.org/feed.xml, or give a folder or a file.";
        return address.UserInfo.Length > 0 ? $"The source {Shown(address)} has a name or a password in its address, which problems would show; give an address without." : null;
    }

    /// <summary>The one way of writing an address.</summary>
    public static Uri Of(string source) => new(new Uri(source).GetComponents(UriComponents.HttpRequestUrl, UriFormat.UriEscaped));

    /// <summary>An address for anybody's eyes: what stands behind the question mark may be a key.</summary>
    public static string Shown(Uri address) =>
        address.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped) + (address.Query.Length > 1 ? "?…" : "");
}
