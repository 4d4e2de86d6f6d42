using DigestSearch.Api.Errors;
using DigestSearch.Api.Problems;
using DigestSearch.Api.Reviews;
using DigestSearch.Archive;
using DigestSearch.Search;

namespace DigestSearch.Api.Digests;

/// <summary><c>POST /digests</c>: archives one document; durable when answered.</summary>
internal static class DigestPost
{
    public static async Task<IResult> HandleAsync(HttpContext context, Intake intake, ReviewIndexReader index, ApiSettings settings, ILogger<PostRequest> log)
    {
        try
        {
            return await ReceiveAsync(context, intake, index, settings);
        }
        catch (Exception exception) when (DiskSpace.IsOut(exception))
        {
            log.LogError("A posted document could not be archived, since the disk has no room left: {Reason}", exception.Message);
            return ApiProblem.Of(StatusCodes.Status507InsufficientStorage, "There is no room for the document.",
                "The disk of the archive is full, and nothing was kept of the document. Post it again when the operator has made room.");
        }
    }

    private static async Task<IResult> ReceiveAsync(HttpContext context, Intake intake, ReviewIndexReader index, ApiSettings settings)
    {
        var request = PostRequest.Read(context.Request.QueryString.Value);
        if (request.Failed) return ApiProblem.BadRequest(request.Mistake);
        if (context.Request.Headers.ContentEncoding.Count > 0)
            return ApiProblem.Of(StatusCodes.Status415UnsupportedMediaType, "The encoding is not taken.",
                "Send the document without Content-Encoding; a .jsonl.gz goes as it is under a name with that ending.");
        var content = await PostedDocument.ReceiveAsync(context.Request, context.RequestAborted);
        if (content.Length == 0)
            return ApiProblem.Of(StatusCodes.Status400BadRequest, "The document is empty.", "The body of the request is the document; this one has no bytes.");
        var type = PostedDocument.MediaTypeOf(context.Request);
        var name = PostedDocument.WithEnding(request.Value.Name ?? await PostedDocument.NameOfAsync(content, context.RequestAborted), type);
        var received = intake.Receive(Source.Posts, name, type, content, context.RequestAborted);
        bool? searchable = request.Value.WaitSearchable
            ? await index.WaitForVersionAsync(received.Version, settings.SearchableWait, context.RequestAborted) : null;
        return Answer(received, searchable);
    }

    private static IResult Answer(Received received, bool? searchable)
    {
        var answer = new PostAnswer(received.DigestId, received.Reviews, received.Problems.Count,
            [.. received.Problems.Select(p => ProblemAnswer.Of(null, p))], searchable);
        if (received.Outcome is not IntakeOutcome.Added || received.IsCopy) return TypedResults.Ok(answer);
        return TypedResults.Created(received.DigestId is { } id ? "/api/v1/digests/" + ReviewAddress.Path(id) : null, answer);
    }
}
