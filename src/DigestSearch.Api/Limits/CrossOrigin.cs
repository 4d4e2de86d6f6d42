namespace DigestSearch.Api.Limits;

/// <summary>Lets pages of listed origins read the API: exact origins, reads only, never with credentials.</summary>
internal static class CrossOrigin
{
    public static void UseCrossOrigin(this IApplicationBuilder app, ApiSettings settings)
    {
        var origins = settings.CorsOrigins.ToHashSet(StringComparer.Ordinal);
        if (origins.Count == 0) return;
        app.Use((context, next) =>
        {
            if (!context.Request.Path.StartsWithSegments("/api")) return next(context);
            // Caches must keep the answers apart also when this one goes to no other origin.
            context.Response.Headers.Append("Vary", "Origin");
            if (!origins.TryGetValue(context.Request.Headers.Origin.ToString(), out var origin)) return next(context);
            Allow(context, origin);
            if (!IsPreflight(context.Request)) return next(context);
            context.Response.StatusCode = StatusCodes.Status204NoContent;
            return Task.CompletedTask;
        });
    }

    private static void Allow(HttpContext context, string origin)
    {
        context.Response.OnStarting(() =>
        {
            var headers = context.Response.Headers;
            headers.AccessControlAllowOrigin = origin;
            headers.AccessControlExposeHeaders = "ETag, Retry-After";
            if (!IsPreflight(context.Request)) return Task.CompletedTask;
            headers.AccessControlAllowMethods = "GET";
            headers.AccessControlAllowHeaders = "Accept, Accept-Language, If-None-Match";
            headers.AccessControlMaxAge = "86400";
            return Task.CompletedTask;
        });
    }

    private static bool IsPreflight(HttpRequest request) => HttpMethods.IsOptions(request.Method) && request.Headers.AccessControlRequestMethod.Count > 0;
}
