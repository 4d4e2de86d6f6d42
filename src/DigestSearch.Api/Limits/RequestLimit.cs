using DigestSearch.Api.Errors;
using DigestSearch.Api.Pages;

namespace DigestSearch.Api.Limits;

/// <summary>Turns away an address that asks too fast; health and metrics stay outside.</summary>
internal static class RequestLimit
{
    private const double BurstSeconds = 4;

    private static readonly string[] Outside = ["/livez", "/readyz", "/metrics"];

    public static void UseRequestLimit(this IApplicationBuilder app, ApiSettings settings, TimeProvider time)
    {
        if (settings.RequestsPerSecond <= 0) return;
        var buckets = new AddressBuckets(settings.RequestsPerSecond, Math.Max(1, settings.RequestsPerSecond * BurstSeconds), time);
        app.Use((context, next) => Array.Exists(Outside, o => context.Request.Path.StartsWithSegments(o))
            || buckets.Take(context.Connection.RemoteIpAddress, out var retryAfter) ? next(context) : RefuseAsync(context, retryAfter));
    }

    private static Task RefuseAsync(HttpContext context, int retryAfterSeconds)
    {
        var problem = ApiProblem.TooMany(context, "This address asks faster than the server allows; wait as long as the Retry-After header says.", retryAfterSeconds);
        return (ErrorAnswers.IsForPrograms(context.Request.Path) ? problem : ErrorPage.OfStatus(context, StatusCodes.Status429TooManyRequests)).ExecuteAsync(context);
    }
}
