using System.Net.Http.Headers;
using System.Text;
using DigestSearch.Api.Errors;
using DigestSearch.Api.Limits;
using DigestSearch.Api.Pages;

namespace DigestSearch.Api.Keys;

/// <summary>Lets a request write when it carries an admin key.</summary>
internal sealed partial class WriteAccess
{
    private const double FailuresPerMinute = 10;

    private readonly IReadOnlyList<AdminKey> _keys;
    private readonly AddressBuckets _failures;

    public WriteAccess(ApiSettings settings, TimeProvider time, ILogger<WriteAccess> log)
    {
        _keys = Keys(settings, log);
        _failures = new(FailuresPerMinute / 60, FailuresPerMinute, time);
    }

    /// <summary>Null when the request may write; else the answer that says why not.</summary>
    /// <param name="context">The request.</param>
    /// <param name="page">Whether a person asks with a browser, which asks them for the key as a password (RFC 7617).</param>
    public IResult? Refuse(HttpContext context, bool page = false)
    {
        if (_keys.Count == 0)
            return ApiProblem.Of(StatusCodes.Status403Forbidden, "Writing is switched off.",
                "This server can be reached from other machines and has no admin key, so nothing can be written. Set AdminKeys and start it again.");
        if ((page ? Password(context.Request) ?? Bearer(context.Request) : Bearer(context.Request)) is { } given && AdminKey.AnyIs(_keys, given)) return null;
        if (!_failures.Take(context.Connection.RemoteIpAddress, out var retryAfter))
            return ApiProblem.TooMany(context, "Too many wrong admin keys came from this address; wait as long as the Retry-After header says.", retryAfter);
        context.Response.Headers.WWWAuthenticate = page ? "Basic realm=\"digestsearch\", charset=\"UTF-8\"" : "Bearer realm=\"digestsearch\"";
        if (page) return ErrorPage.OfStatus(context, StatusCodes.Status401Unauthorized);
        return ApiProblem.Of(StatusCodes.Status401Unauthorized, "An admin key is needed.",
            "Send an admin key in the header 'Authorization: Bearer KEY'; the one sent is wrong, or there was none.");
    }

    // Whatever name goes with it.
    private static string? Password(HttpRequest request)
    {
        if (!AuthenticationHeaderValue.TryParse(request.Headers.Authorization.ToString(), out var header) || !header.Scheme.Equals("Basic", StringComparison.OrdinalIgnoreCase)) return null;
        var bytes = new byte[header.Parameter?.Length ?? 0];
        return Convert.TryFromBase64String(header.Parameter ?? "", bytes, out var length) && Encoding.UTF8.GetString(bytes, 0, length).Split(':', 2) is [_, var password] ? password : null;
    }

    private static string? Bearer(HttpRequest request) =>
        AuthenticationHeaderValue.TryParse(request.Headers.Authorization.ToString(), out var header)
        && header.Scheme.Equals("Bearer", StringComparison.OrdinalIgnoreCase) ? header.Parameter : null;

    private static IReadOnlyList<AdminKey> Keys(ApiSettings settings, ILogger log)
    {
        if (settings.AdminKeys.Count > 0) return [.. settings.AdminKeys.Select(k => new AdminKey(k))];
        if (!settings.Loopback)
        {
            LogOff(log);
            return [];
        }
        var key = AdminKeyFile.ReadOrMake(settings.DataFolder);
        LogFile(log, AdminKeyFile.PathIn(settings.DataFolder));
        return [new AdminKey(key)];
    }

    [LoggerMessage(1, LogLevel.Information, "The admin key is in {Path}.")]
    private static partial void LogFile(ILogger log, string path);

    [LoggerMessage(2, LogLevel.Warning, "No admin key is set and other machines can reach this server: writing is switched off.")]
    private static partial void LogOff(ILogger log);
}
