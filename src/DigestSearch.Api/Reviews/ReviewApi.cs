using DigestSearch.Api.Errors;
using DigestSearch.Archive;

namespace DigestSearch.Api.Reviews;

/// <summary><c>GET /reviews/{id}</c>.</summary>
internal static class ReviewApi
{
    public static void MapReviews(this IEndpointRouteBuilder api)
    {
        api.MapGet("/reviews/{**id:minlength(1)}", GetAsync)
            .WithName("getReview").WithSummary("A whole review.").WithTags("Reviews")
            .Produces<ReviewAnswer>().Produces(StatusCodes.Status304NotModified).ProducesProblem(StatusCodes.Status404NotFound);
        // What follows an id of several parts comes by the address above.
        api.MapGet("/reviews/{id}" + SimilarApi.Suffix, (string id, HttpContext context, ReviewArchive archive) => GetAsync(id + SimilarApi.Suffix, context, archive)).IsSimilar();
    }

    private static async Task<IResult> GetAsync(string id, HttpContext context, ReviewArchive archive)
    {
        if (id.EndsWith(SimilarApi.Suffix, StringComparison.Ordinal) && id.Length > SimilarApi.Suffix.Length && ReviewAddress.Find(id, archive.FindReview) is null)
            return await SimilarApi.GetAsync(id[..^SimilarApi.Suffix.Length], context);
        if (ArchiveTag.Matches(context, archive)) return TypedResults.StatusCode(StatusCodes.Status304NotModified);
        if (ReviewAddress.Find(id, archive.FindReviewWithPaper) is { } found) return TypedResults.Ok(ReviewAnswer.Of(found.Review, found.Paper));
        ArchiveTag.Remove(context);
        return ApiProblem.NotFound("There is no review with this id. It may have been removed together with its digest; search for its title instead.");
    }
}
