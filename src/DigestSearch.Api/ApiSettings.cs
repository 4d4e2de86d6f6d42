using System.Net;
using DigestSearch.Api.Keys;

namespace DigestSearch.Api;

/// <summary>What the API and the pages are told by whoever starts them.</summary>
public sealed record ApiSettings
{
    /// <summary>Requests a second that one address may make where nothing else is set.</summary>
    public const double DefaultRequestsPerSecond = 50;

    private const int LongestName = 60;

    /// <summary>Folder of the archive; a generated admin key is kept there.</summary>
    public required string DataFolder { get; init; }

    /// <summary>Keys that allow writing; several so that a key can be replaced without a gap.</summary>
    public IReadOnlyList<string> AdminKeys { get; init; } = [];

    /// <summary>Origins whose pages may read the API: exact, such as <c>https://example.org</c>.</summary>
    public IReadOnlyList<string> CorsOrigins { get; init; } = [];

    /// <summary>Origin under which readers know the site, such as <c>https://papers.example.org</c>; empty for the one that each request names.</summary>
    public string PublicUrl { get; init; } = "";

    /// <summary>Name of the site as readers see it; empty for the one of the pages' language.</summary>
    public string Name { get; init; } = "";

    /// <summary>Proxies whose <c>X-Forwarded-For</c>, <c>-Proto</c> and <c>-Host</c> are believed: addresses or networks (<c>10.0.0.0/8</c>).</summary>
    public IReadOnlyList<string> TrustedProxies { get; init; } = [];

    /// <summary>Requests a second that one address may make, with bursts of four times as many; 0 sets no limit.</summary>
    public double RequestsPerSecond { get; init; } = DefaultRequestsPerSecond;

    /// <summary>Whether only this machine can reach the server.</summary>
    public bool Loopback { get; init; }

    /// <summary>Largest document that can be posted, in bytes.</summary>
    public long MaxDocumentBytes { get; init; } = 64L << 20;

    /// <summary>Searches that run at the same time; more wait briefly, then are turned away.</summary>
    public int ConcurrentSearches { get; init; } = Math.Max(2, Environment.ProcessorCount);

    /// <summary>How long a post waits for its reviews to be searchable.</summary>
    public TimeSpan SearchableWait { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Every mistake in the settings, each a whole sentence that names the setting.</summary>
    public IEnumerable<string> Mistakes()
    {
        if (RequestsPerSecond is < 0 or > 1_000_000 or double.NaN)
            yield return "Limits:RequestsPerSecond is not between 0 and 1,000,000; 0 sets no limit.";
        for (var at = 0; at < AdminKeys.Count; at++)
            if (AdminKeys[at].Trim().Length < AdminKey.MinLength)
                yield return $"AdminKeys:{at} is shorter than {AdminKey.MinLength} characters; take a longer random one.";
        if (PublicUrl.Length > 0 && !IsOrigin(PublicUrl))
            yield return $"PublicUrl is '{PublicUrl}', which is no origin; an origin is scheme, host and port alone, such as https://papers.example.org.";
        if (Name.Length > LongestName || Name.Any(char.IsControl))
            yield return $"Name has more than {LongestName} characters or a line break; it is shown at the top of every page.";
        foreach (var proxy in TrustedProxies)
            if (Network(proxy) is null)
                yield return $"TrustedProxies holds '{proxy}', which is neither an address nor a network; write it like 10.0.0.2 or 10.0.0.0/8.";
        foreach (var origin in CorsOrigins)
            if (!IsOrigin(origin))
                yield return $"Cors:Origins holds '{origin}', which is no origin; an origin is scheme, host and port alone, such as https://example.org.";
    }

    /// <summary>An address or a network as a network; null for what is neither.</summary>
    public static IPNetwork? Network(string text) =>
        IPNetwork.TryParse(text, out var network) ? network
        : IPAddress.TryParse(text, out var address) ? new IPNetwork(address, address.GetAddressBytes().Length * 8) : null;

    private static bool IsOrigin(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri) && (uri.Scheme is "http" or "https") && text == uri.GetLeftPart(UriPartial.Authority);
}
