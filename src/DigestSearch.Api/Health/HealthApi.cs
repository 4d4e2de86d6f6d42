using DigestSearch.Api.Search;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DigestSearch.Api.Health;

/// <summary><c>/livez</c> and <c>/readyz</c>: alive is not ready.</summary>
internal static class HealthApi
{
    private static readonly string[] Reads = ["GET", "HEAD"];

    public static void MapHealth(this IEndpointRouteBuilder app)
    {
        app.MapMethods("/livez", Reads, () => TypedResults.Text("The process is alive.\n")).ExcludeFromDescription();
        app.MapMethods("/readyz", Reads, Ready).ExcludeFromDescription();
    }

    private static ContentHttpResult Ready(HttpContext context, AskStatus ask)
    {
        context.Response.Headers.CacheControl = "no-store";
        var status = ask();
        if (status.Ready) return TypedResults.Text("Searches are answered.\n");
        context.Response.Headers.RetryAfter = "1";
        return TypedResults.Text((status.Reason ?? "No index is loaded yet.") + "\n", statusCode: StatusCodes.Status503ServiceUnavailable);
    }
}
