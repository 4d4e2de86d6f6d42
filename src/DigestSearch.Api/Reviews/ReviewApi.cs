using DigestSearch.Api.Errors;
using DigestSearch.Archive;

namespace DigestSearch.Api.Reviews;

/// <summary><c>GET /reviews/{id}</c>.</summary>
internal static class ReviewApi
{
    public static void MapReviews(this IEndpointRouteBuilder api) => api.MapGet("/reviews/{**id:minlength(1)}", Get)
        .WithName("getReview").WithSummary("A whole review.").WithTags("Reviews")
        .Produces<ReviewAnswer>().Produces(StatusCodes.Status304NotModified).ProducesProblem(StatusCodes.Status404NotFound);

    private static IResult Get(string id, HttpContext context, ReviewArchive archive)
    {
        if (ArchiveTag.Matches(context, archive)) return TypedResults.StatusCode(StatusCodes.Status304NotModified);
        if (ReviewAddress.Find(id, archive.FindReviewWithPaper) is { } found) return TypedResults.Ok(ReviewAnswer.Of(found.Review, found.Paper));
        ArchiveTag.Remove(context);
        return ApiProblem.NotFound("There is no review with this id. It may have been removed together with its digest; search for its title instead.");
    }
}
