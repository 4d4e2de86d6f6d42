using DigestSearch.Api.Errors;
using DigestSearch.Api.Pages;
using DigestSearch.Api.Reviews;
using DigestSearch.Api.Search;
using DigestSearch.Archive;
using DigestSearch.Search;

namespace DigestSearch.Api.Exports;

/// <summary>Finds all that a query matches; throws <see cref="IndexNotReadyException"/> while there is no index.</summary>
internal delegate FoundReviews AskAll(ReviewQuery query, int most, CancellationToken cancellation);

/// <summary>The addresses of exports: those of pages with an ending.</summary>
internal static class ExportRoutes
{
    public static void MapExports(this IEndpointRouteBuilder app)
    {
        app.MapGet("/search.json", SearchApi.GetAsync).ExcludeFromDescription();
        foreach (var format in ExportFormat.All)
            app.MapGet("/search" + format.Extension, (HttpContext context, SearchDesk desk, AskAll ask, AskStatus status) => SearchAsync(format, context, desk, ask, status)).ExcludeFromDescription();
    }

    /// <summary>Whether a path is that of an export, which programs read.</summary>
    public static bool IsExport(string path) => path.StartsWith("/search.", StringComparison.Ordinal)
        || (path.StartsWith("/reviews/", StringComparison.Ordinal) && ExportFormat.All.Any(format => path.EndsWith(format.Extension, StringComparison.Ordinal)));

    /// <summary>The export of one review where its address ends in a form; null where it does not.</summary>
    public static IResult? Review(string address, HttpContext context, ReviewArchive archive)
    {
        if (ExportFormat.All.FirstOrDefault(format => address.EndsWith(format.Extension, StringComparison.Ordinal)) is not { } format) return null;
        var id = address[..^format.Extension.Length];
        if (ReviewAddress.Find(id, archive.FindReview) is not { } archived) return null;
        if (ArchiveTag.Matches(context, archive)) return TypedResults.StatusCode(StatusCodes.Status304NotModified);
        return new ExportAnswer(format, Of(format, PageAddress.Site(context.Request), archived), null);
    }

    /// <summary>What the export of one review holds.</summary>
    public static Export Of(ExportFormat format, string site, ArchivedReview archived)
    {
        var found = new FoundReview(archived.Review, new DigestReference(archived.Digest.Id, archived.Digest.Digest));
        var page = ReviewAddress.Page(archived.Review.Id ?? "");
        return new(archived.Review.Title, site, page, page + format.Extension, 1, 1, [found]) { IsOfReview = true };
    }

    private static async Task<IResult> SearchAsync(ExportFormat format, HttpContext context, SearchDesk desk, AskAll ask, AskStatus status)
    {
        var request = SearchRequest.ReadKindly(context.Request.QueryString.Value);
        if (request.Failed) return ApiProblem.BadRequest(request.Mistake);
        var setting = PageSetting.Of(context);
        if (GenerationTag.Matches(context, status(), "-" + setting.Texts.Code, dated: true)) return TypedResults.StatusCode(StatusCodes.Status304NotModified);
        var query = request.Value with { Page = 1 };
        var asked = format.IsFeed ? query with { Sort = SortOrder.Published } : query;
        return await desk.AskAsync(gone => ask(asked, format.Most, gone), context.RequestAborted) switch
        {
            Told<FoundReviews> { Answer: var found } => new ExportAnswer(format, Of(format, setting, query, found), found),
            Refused refused => ApiProblem.Unavailable(context, refused.Detail, refused.RetryAfterSeconds),
            var other => throw new InvalidOperationException(other.ToString()),
        };
    }

    private static Export Of(ExportFormat format, PageSetting setting, ReviewQuery query, FoundReviews found) =>
        new(SearchPage.Title(setting, query), setting.Site, SearchAddress.Page(query), Address(format, query), found.Total, found.Count, found.Reviews());

    /// <summary>The export of a search.</summary>
    public static string Address(ExportFormat format, ReviewQuery query)
    {
        var page = SearchAddress.Page(query with { Page = 1 });
        return string.Concat("/search", format.Extension, page.AsSpan("/search".Length));
    }
}
