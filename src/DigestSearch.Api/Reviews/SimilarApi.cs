using DigestSearch.Api.Documentation;
using DigestSearch.Api.Errors;
using DigestSearch.Api.Search;
using DigestSearch.Search.Similar;

namespace DigestSearch.Api.Reviews;

/// <summary><c>GET /reviews/{id}/similar</c>.</summary>
internal static class SimilarApi
{
    /// <summary>What follows the id of a review in a path.</summary>
    public const string Suffix = "/similar";

    /// <summary>Documents an endpoint as this one.</summary>
    public static void IsSimilar(this RouteHandlerBuilder endpoint) => endpoint
        .WithName("getSimilarReviews").WithSummary("Reviews like one.").WithTags("Reviews")
        .WithDescription("In words, topics and authors, and a little in labs; the most similar first. An id that itself ends in /similar is that review's own address.")
        .Takes(SimilarRequest.Table.Notes)
        .Produces<SimilarAnswer>().Produces(StatusCodes.Status304NotModified)
        .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status429TooManyRequests)
        .ProducesProblem(StatusCodes.Status503ServiceUnavailable);

    /// <summary>Answers for an id as it came.</summary>
    public static async Task<IResult> GetAsync(string id, HttpContext context)
    {
        var request = SimilarRequest.Table.Read(context.Request.QueryString.Value);
        if (request.Failed) return ApiProblem.BadRequest(request.Mistake);
        var services = context.RequestServices;
        if (GenerationTag.Matches(context, services.GetRequiredService<AskStatus>()())) return TypedResults.StatusCode(StatusCodes.Status304NotModified);
        var desk = services.GetRequiredService<SearchDesk>();
        foreach (var reading in ReviewAddress.Readings(id))
        {
            switch (await desk.AskAsync(request.Value with { Id = reading }, context.RequestAborted))
            {
                case Told<SimilarResults?> { Answer: { } results }: return TypedResults.Ok(SimilarAnswer.Of(results));
                case Refused refused: return ApiProblem.Unavailable(context, refused.Detail, refused.RetryAfterSeconds);
            }
        }
        ArchiveTag.Remove(context);
        return ApiProblem.NotFound("There is no review with this id in the index. It may have been removed together with its digest, or it is not indexed yet.");
    }
}
