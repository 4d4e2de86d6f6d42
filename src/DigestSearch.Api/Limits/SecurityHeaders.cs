namespace DigestSearch.Api.Limits;

/// <summary>Headers that tell browsers to do nothing with an answer but show it.</summary>
internal static class SecurityHeaders
{
    private const string ForPages = "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self'; img-src 'self' data:; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";
    private const string ForPrograms = "default-src 'none'; frame-ancestors 'none'";

    // The reference page of the API is a script with styles of its own; it may talk to this server only.
    private const string ForReference = "default-src 'none'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; connect-src 'self'; frame-ancestors 'none'; base-uri 'none'";

    public static void UseSecurityHeaders(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        context.Response.OnStarting(() =>
        {
            var headers = context.Response.Headers;
            headers.XContentTypeOptions = "nosniff";
            headers["Referrer-Policy"] = "strict-origin-when-cross-origin";
            // What a browser holds keeps the policy it came with: a header of a 304 would replace it (RFC 9111, 3.2).
            if (context.Response.StatusCode != StatusCodes.Status304NotModified) headers.ContentSecurityPolicy = PolicyFor(context);
            return Task.CompletedTask;
        });
        return next(context);
    });

    private static string PolicyFor(HttpContext context) =>
        context.Request.Path.StartsWithSegments("/docs") ? ForReference
        : context.Response.ContentType?.StartsWith("text/html", StringComparison.Ordinal) is true ? ForPages : ForPrograms;
}
