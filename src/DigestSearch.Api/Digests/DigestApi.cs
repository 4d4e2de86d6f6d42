using DigestSearch.Api.Documentation;
using DigestSearch.Api.Errors;
using DigestSearch.Api.Keys;
using DigestSearch.Api.Requests;
using DigestSearch.Api.Reviews;
using DigestSearch.Archive;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DigestSearch.Api.Digests;

/// <summary><c>/digests</c>: list, read, post, remove.</summary>
internal static class DigestApi
{
    public static void MapDigests(this IEndpointRouteBuilder api)
    {
        api.MapGet("/digests", List).WithName("listDigests").WithSummary("Digests, latest first.").WithTags("Digests")
            .Takes(PageRequest.Table.Notes).Produces<DigestList>().ProducesProblem(StatusCodes.Status400BadRequest);
        api.MapGet("/digests/{**id:minlength(1)}", Get).WithName("getDigest").WithSummary("A digest with its contents.").WithTags("Digests")
            .Produces<DigestAnswer>().ProducesProblem(StatusCodes.Status404NotFound);
        api.MapPost("/digests", DigestPost.HandleAsync).WithName("postDigest").WithTags("Digests").NeedsAdminKey()
            .WithSummary("Archives a document, and answers when it is durable.")
            .WithDescription("The body is the document; Content-Type tells its format: text/markdown, text/html, text/plain, application/x-ndjson, or application/gzip for JSON Lines compressed; a known ending of the name goes first. 201 for a new one, 200 when the name, the same bytes or a copy of the digest were there; of a copy the answer tells the digest that it repeats.")
            .Takes(PostRequest.Table.Notes)
            // Any type passes: many clients send one that tells nothing, and then the name or the bytes tell the format.
            .Accepts<string>("text/markdown", "text/html", "text/plain", "application/x-ndjson", "application/gzip", "*/*")
            .Produces<PostAnswer>().Produces<PostAnswer>(StatusCodes.Status201Created)
            .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status413PayloadTooLarge).ProducesProblem(StatusCodes.Status507InsufficientStorage);
        api.MapDelete("/digests/{**id:minlength(1)}", Delete).WithName("deleteDigest").WithTags("Digests").NeedsAdminKey()
            .WithSummary("Removes a digest and its reviews; refused while a folder holds it.")
            .Produces(StatusCodes.Status204NoContent).ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict);
    }

    private static IResult List(HttpRequest http, ReviewArchive archive)
    {
        var request = PageRequest.Read(http.QueryString.Value);
        if (request.Failed) return ApiProblem.BadRequest(request.Mistake);
        var page = request.Value;
        return TypedResults.Ok(new DigestList(archive.DigestCount, page.Page, page.Size, [.. archive.Digests(page.Skip, page.Size).Select(DigestItem.Of)]));
    }

    private static IResult Get(string id, ReviewArchive archive) =>
        ReviewAddress.Find(id, archive.FindDigest) is { } found ? TypedResults.Ok(DigestAnswer.Of(found)) : NoDigest();

    private static IResult Delete(string id, Intake intake) => intake.RemoveDigest(id) switch
    {
        Removal.Removed => TypedResults.NoContent(),
        Removal.NotFound => NoDigest(),
        Removal.HeldByFolder => ApiProblem.Of(StatusCodes.Status409Conflict, "A folder holds this digest.",
            "The document of this digest lies in a followed folder and would come back; remove the file there instead."),
        var other => throw new InvalidOperationException(other.ToString()),
    };

    private static ProblemHttpResult NoDigest() => ApiProblem.NotFound("There is no digest with this id; GET /api/v1/digests lists them.");
}
