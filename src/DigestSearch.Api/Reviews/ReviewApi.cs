using DigestSearch.Api.Errors;
using DigestSearch.Archive;

namespace DigestSearch.Api.Reviews;

/// <summary><c>GET /reviews/{id}</c>.</summary>
internal static class ReviewApi
{
    public static void MapReviews(this IEndpointRouteBuilder api) => api.MapGet("/reviews/{**id:minlength(1)}", Get)
        .WithName("getReview").WithSummary("A whole review.").WithTags("Reviews")
        .Produces<ReviewAnswer>().ProducesProblem(StatusCodes.Status404NotFound);

    private static IResult Get(string id, ReviewArchive archive) =>
        ReviewAddress.Find(id, archive.FindReview) is { } found
            ? TypedResults.Ok(ReviewAnswer.Of(found.Review.Id ?? id, found))
            : ApiProblem.NotFound("There is no review with this id. It may have been removed together with its digest; search for its title instead.");
}
