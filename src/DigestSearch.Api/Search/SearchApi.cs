using DigestSearch.Api.Answers;
using DigestSearch.Api.Documentation;
using DigestSearch.Api.Errors;
using DigestSearch.Api.Queries;

namespace DigestSearch.Api.Search;

/// <summary><c>GET /search</c>.</summary>
internal static class SearchApi
{
    public static void MapSearch(this IEndpointRouteBuilder api) => api.MapGet("/search", GetAsync)
        .WithName("search").WithSummary("Searches the reviews.").WithTags("Search")
        .Keeps(new(IsSearch: true))
        .WithDescription("All words must match somewhere in a review. Selections are OR inside a dimension and AND across; every count equals the total after the click. tookMs is the time of the search; an answer that was kept tells that of the search that made it.")
        .Takes(LabelledRequest.Table.Notes)
        .Produces<SearchAnswer>().Produces(StatusCodes.Status304NotModified)
        .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status429TooManyRequests)
        .ProducesProblem(StatusCodes.Status503ServiceUnavailable);

    public static async Task<IResult> GetAsync(HttpContext context, SearchDesk desk, LabelWords words, AskStatus status, QueryLog log)
    {
        var request = LabelledRequest.Read(context.Request.QueryString.Value);
        if (request.Failed) return ApiProblem.BadRequest(request.Mistake);
        if (GenerationTag.Matches(context, status())) return TypedResults.StatusCode(StatusCodes.Status304NotModified);
        var (query, labels) = request.Value;
        var outcome = await desk.AskAsync(query, context.RequestAborted);
        if (outcome is Answered { Results: var results }) log.Note(query, results);
        return outcome switch
        {
            Answered answered => TypedResults.Ok(SearchAnswer.Of(query, answered.Results, answered.Took, words.In(labels))),
            Refused refused => ApiProblem.Unavailable(context, refused.Detail, refused.RetryAfterSeconds),
            var other => throw new InvalidOperationException(other.ToString()),
        };
    }
}
