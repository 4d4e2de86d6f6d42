using DigestSearch.Api.Errors;
using DigestSearch.Api.Reviews;
using DigestSearch.Archive;

namespace DigestSearch.Api.Papers;

/// <summary><c>GET /papers/{id}</c>.</summary>
internal static class PaperApi
{
    public static void MapPapers(this IEndpointRouteBuilder api) => api.MapGet("/papers/{id}", Get)
        .WithName("getPaper").WithSummary("A paper with all its reviews.").WithTags("Papers")
        .WithDescription("Reviews are of one paper when they share an identifier, or else title and first author. An id stays: when more becomes known of a paper, its former id leads to it too.")
        .Produces<PaperAnswer>().Produces(StatusCodes.Status304NotModified).ProducesProblem(StatusCodes.Status404NotFound);

    private static IResult Get(string id, HttpContext context, ReviewArchive archive)
    {
        if (ArchiveTag.Matches(context, archive)) return TypedResults.StatusCode(StatusCodes.Status304NotModified);
        if (archive.FindPaper(id) is { } found) return TypedResults.Ok(PaperAnswer.Of(found));
        ArchiveTag.Remove(context);
        return ApiProblem.NotFound("There is no paper with this id; GET /api/v1/reviews/{id} tells the paper of a review.");
    }
}
