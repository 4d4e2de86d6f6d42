using DigestSearch.Api.Answers;
using DigestSearch.Api.Documentation;
using DigestSearch.Api.Errors;
using DigestSearch.Search;

namespace DigestSearch.Api.Search;

/// <summary><c>GET /facets/{dimension}</c>.</summary>
internal static class FacetApi
{
    public static void MapFacets(this IEndpointRouteBuilder api) => api.MapGet("/facets/{dimension}", GetAsync)
        .WithName("facet").WithSummary("Searches inside one dimension.").WithTags("Search")
        .Keeps(new())
        .WithDescription($"Labels in one list, trees too, with the counts that a search gives them. The dimensions are {string.Join(", ", DimensionName.All)}.")
        .Takes(FacetRequest.Table.Notes)
        .Produces<FacetAnswer>().Produces(StatusCodes.Status304NotModified)
        .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status429TooManyRequests).ProducesProblem(StatusCodes.Status503ServiceUnavailable);

    private static async Task<IResult> GetAsync(string dimension, HttpContext context, SearchDesk desk, AskLabels labels, LabelWords words, AskStatus status)
    {
        if (DimensionName.Read(dimension) is not { } known)
            return ApiProblem.NotFound($"There is no such dimension. The dimensions are {string.Join(", ", DimensionName.All)}.");
        var request = FacetRequest.Table.Read(context.Request.QueryString.Value);
        if (request.Failed) return ApiProblem.BadRequest(request.Mistake);
        if (GenerationTag.Matches(context, status())) return TypedResults.StatusCode(StatusCodes.Status304NotModified);
        var query = new FacetQuery { Dimension = known, Prefix = request.Value.Prefix, Query = request.Value.Query };
        return await desk.AskAsync(cancellation => labels(query, cancellation), context.RequestAborted) switch
        {
            Told<FacetLabels> told => TypedResults.Ok(FacetAnswer.Of(told.Answer, words.In(request.Value.Labels))),
            Refused refused => ApiProblem.Unavailable(context, refused.Detail, refused.RetryAfterSeconds),
            var other => throw new InvalidOperationException(other.ToString()),
        };
    }
}

/// <summary>Asks the index for labels of one dimension.</summary>
internal delegate FacetLabels AskLabels(FacetQuery query, CancellationToken cancellation);

/// <summary>Labels of one dimension on the wire; the total is of all before they were cut.</summary>
internal sealed record FacetAnswer(string Dimension, IReadOnlyList<LabelAnswer> Labels, int Total)
{
    public static FacetAnswer Of(FacetLabels labels, TellLabel? tell = null) =>
        new(DimensionName.Of(labels.Dimension), LabelAnswer.ListOf(labels.Dimension, labels.Labels, tell), labels.Total);
}
