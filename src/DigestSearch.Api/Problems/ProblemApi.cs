using DigestSearch.Api.Documentation;
using DigestSearch.Api.Errors;
using DigestSearch.Api.Requests;
using DigestSearch.Archive;
using DigestSearch.Reviews;

namespace DigestSearch.Api.Problems;

/// <summary><c>GET /problems</c>: what could not be read, and where.</summary>
internal static class ProblemApi
{
    public static void MapProblems(this IEndpointRouteBuilder api) => api.MapGet("/problems", Get)
        .WithName("listProblems").WithSummary("What of the documents could not be read.").WithTags("Problems")
        .Takes(PageRequest.Table.Notes).Produces<ProblemList>().ProducesProblem(StatusCodes.Status400BadRequest);

    private static IResult Get(HttpRequest http, ReviewArchive archive)
    {
        var request = PageRequest.Read(http.QueryString.Value);
        if (request.Failed) return ApiProblem.BadRequest(request.Mistake);
        var page = request.Value;
        return TypedResults.Ok(new ProblemList(archive.ProblemCount, page.Page, page.Size,
            [.. archive.Problems(page.Skip, page.Size).Select(p => ProblemAnswer.Of(p.Source, p.Problem))]));
    }
}

/// <summary>A page of problems on the wire.</summary>
internal sealed record ProblemList(int Total, int Page, int Size, IReadOnlyList<ProblemAnswer> Items);

/// <summary>A problem on the wire.</summary>
internal sealed record ProblemAnswer(string? Source, string Code, string File, int? Line, string Message, string Hint)
{
    public static ProblemAnswer Of(string? source, Problem problem) => new(source, problem.Code, problem.File, problem.Line, problem.Message, problem.Hint);
}
