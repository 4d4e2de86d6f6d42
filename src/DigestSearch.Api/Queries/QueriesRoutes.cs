using DigestSearch.Api.Keys;
using DigestSearch.Api.Pages;

namespace DigestSearch.Api.Queries;

/// <summary>Hard queries for whoever has an admin key: as a page, where the key is the password that the browser asks for, and as JSON.</summary>
internal static class QueriesRoutes
{
    public static void MapQueries(this IEndpointRouteBuilder app)
    {
        app.MapGet("/admin/queries", Page).ExcludeFromDescription();
        app.MapGet("/api/v1/admin/queries", (HttpContext context, QueryLog log) => Kept(context, TypedResults.Ok(log.All()))).NeedsAdminKey()
            .WithName("getHardQueries").WithSummary("Queries that found nothing or needed the ladder.").WithTags("Admin")
            .WithDescription("The most asked first, up to 1,000, without who asked.").Produces<IReadOnlyList<HardQuery>>();
    }

    private static IResult Page(HttpContext context, WriteAccess access, QueryLog log)
    {
        if (access.Refuse(context, page: true) is { } refusal) return refusal;
        return Kept(context, new PageAnswer(QueriesPage.Of(PageSetting.Of(context), log.All())));
    }

    private static IResult Kept(HttpContext context, IResult answer)
    {
        context.Response.Headers.CacheControl = "no-store";
        return answer;
    }
}
