using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace DigestSearch.Api.Limits;

/// <summary>What Kestrel refuses before anything is read.</summary>
internal static class ServerLimits
{
    /// <summary>Longest request line, so that every query the API takes fits, percent-encoded.</summary>
    public const int RequestLine = 32 * 1024;

    public static void Set(KestrelServerOptions options, ApiSettings settings)
    {
        options.AddServerHeader = false;
        options.Limits.MaxRequestLineSize = RequestLine;
        options.Limits.MaxRequestBodySize = settings.MaxDocumentBytes;
    }
}
