using DigestSearch.Api.Answers;
using DigestSearch.Api.Documentation;
using DigestSearch.Api.Errors;
using DigestSearch.Api.Search;
using DigestSearch.Search.Suggest;

namespace DigestSearch.Api.Suggest;

/// <summary><c>GET /suggest</c>.</summary>
internal static class SuggestApi
{
    public static void MapSuggest(this IEndpointRouteBuilder api) => api.MapGet("/suggest", GetAsync)
        .WithName("suggest").WithSummary("Suggests titles, people, labs and topics while a reader types.").WithTags("Search")
        .Keeps(new())
        .WithDescription("Every typed word begins a word of what is suggested, in any order; slips, another keyboard layout and another alphabet are forgiven. A count is the total after the click.")
        .Takes(SuggestRequest.Table.Notes)
        .Produces<SuggestAnswer>().Produces(StatusCodes.Status304NotModified)
        .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status429TooManyRequests)
        .ProducesProblem(StatusCodes.Status503ServiceUnavailable);

    private static async Task<IResult> GetAsync(HttpContext context, SearchDesk desk, AskSuggestions suggest, AskStatus status)
    {
        var request = SuggestRequest.Table.Read(context.Request.QueryString.Value);
        if (request.Failed) return ApiProblem.BadRequest(request.Mistake);
        if (GenerationTag.Matches(context, status())) return TypedResults.StatusCode(StatusCodes.Status304NotModified);
        return await desk.AskAsync(cancellation => suggest(request.Value, cancellation), context.RequestAborted) switch
        {
            Told<SuggestResults> told => TypedResults.Ok(SuggestAnswer.Of(told.Answer)),
            Refused refused => ApiProblem.Unavailable(context, refused.Detail, refused.RetryAfterSeconds),
            var other => throw new InvalidOperationException(other.ToString()),
        };
    }
}

/// <summary>Asks the index for suggestions.</summary>
internal delegate SuggestResults AskSuggestions(SuggestQuery query, CancellationToken cancellation);
