using System.Globalization;
using DigestSearch.Api.Requests;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DigestSearch.Api.Errors;

/// <summary>The errors of the API as problem details (RFC 9457): what is wrong, where, what to do.</summary>
internal static class ApiProblem
{
    public static ProblemHttpResult Of(int status, string title, string detail) =>
        TypedResults.Problem(statusCode: status, title: title, detail: detail);

    public static ProblemHttpResult BadRequest(RequestMistake mistake) => TypedResults.Problem(
        statusCode: StatusCodes.Status400BadRequest, title: "The request is not understood.", detail: mistake.Message,
        extensions: new Dictionary<string, object?> { ["parameter"] = mistake.Parameter });

    public static ProblemHttpResult NotFound(string detail) => Of(StatusCodes.Status404NotFound, "Nothing is here.", detail);

    public static ProblemHttpResult Unavailable(HttpContext context, string detail, int retryAfterSeconds) =>
        Later(context, StatusCodes.Status503ServiceUnavailable, "Search is not available at the moment.", detail, retryAfterSeconds);

    public static ProblemHttpResult TooMany(HttpContext context, string detail, int retryAfterSeconds) =>
        Later(context, StatusCodes.Status429TooManyRequests, "Too many requests.", detail, retryAfterSeconds);

    /// <summary>A problem for a bare status, as routing and the server give it.</summary>
    public static ProblemHttpResult OfStatus(int status) => status switch
    {
        StatusCodes.Status404NotFound => NotFound("There is no such address in this API; /openapi/v1.json lists them all."),
        StatusCodes.Status405MethodNotAllowed => Of(status, "The method does not fit.", "This address does not take this method; the Allow header lists those that it takes."),
        StatusCodes.Status413PayloadTooLarge => Of(status, "The document is too large.", "The document is larger than this server takes; split it, or ask the operator to raise the limit."),
        StatusCodes.Status415UnsupportedMediaType => Of(status, "The format is not known.", "This address does not take documents of this format."),
        StatusCodes.Status400BadRequest => Of(status, "The request is not understood.", "The request is not well-formed HTTP for this address."),
        >= 500 => Of(status, "Something went wrong here.", "The server failed to answer. The failure is in its log under the trace id of this answer."),
        _ => Of(status, "The request failed.", "The request could not be answered."),
    };

    private static ProblemHttpResult Later(HttpContext context, int status, string title, string detail, int retryAfterSeconds)
    {
        context.Response.Headers.RetryAfter = retryAfterSeconds.ToString(CultureInfo.InvariantCulture);
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers.Remove("ETag");
        return Of(status, title, detail);
    }
}
