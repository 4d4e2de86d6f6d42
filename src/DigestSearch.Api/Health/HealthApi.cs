using DigestSearch.Api.Search;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DigestSearch.Api.Health;

/// <summary><c>/livez</c> and <c>/readyz</c>: alive is not ready.</summary>
internal static class HealthApi
{
    public static void MapHealth(this IEndpointRouteBuilder app)
    {
        app.MapGet("/livez", () => TypedResults.Text("The process is alive.\n")).ExcludeFromDescription();
        app.MapGet("/readyz", Ready).ExcludeFromDescription();
    }

    private static ContentHttpResult Ready(HttpContext context, AskStatus ask)
    {
        context.Response.Headers.CacheControl = "no-store";
        var status = ask();
        if (status.Ready) return TypedResults.Text(status.Trouble is { } trouble ? $"Searches are answered, but from an older commit: {trouble}\n" : "Searches are answered.\n");
        context.Response.Headers.RetryAfter = "1";
        return TypedResults.Text((status.Reason ?? "No index is loaded yet.") + "\n", statusCode: StatusCodes.Status503ServiceUnavailable);
    }
}
