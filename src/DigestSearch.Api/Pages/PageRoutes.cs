using System.Globalization;
using DigestSearch.Api.Exports;
using DigestSearch.Api.Reviews;
using DigestSearch.Api.Search;
using DigestSearch.Archive;
using DigestSearch.Search;
using DigestSearch.Search.Similar;

namespace DigestSearch.Api.Pages;

/// <summary>The pages by their addresses.</summary>
internal static class PageRoutes
{
    private const int NewestDigests = 6;

    public static void MapPages(this IEndpointRouteBuilder app)
    {
        PageAsset.MapAssets(app);
        app.MapGet("/", HomeAsync).ExcludeFromDescription();
        app.MapGet("/search", PageSearch.HandleAsync).ExcludeFromDescription();
        app.MapGet("/reviews/{**id:minlength(1)}", ReviewAsync).ExcludeFromDescription();
        app.MapGet("/digests/{**id:minlength(1)}", Digest).ExcludeFromDescription();
    }

    private static async Task<IResult> HomeAsync(HttpContext context, SearchDesk desk, ReviewArchive archive)
    {
        var setting = PageSetting.Of(context);
        var all = await desk.AskAsync(SearchAddress.ForPage(new()) with { Size = 1 }, context.RequestAborted) as Answered;
        return new PageAnswer(HomePage.Of(setting, archive.Digests(0, NewestDigests), archive.DigestCount, all?.Results));
    }

    private static async Task<IResult> ReviewAsync(string id, HttpContext context, ReviewArchive archive, SearchDesk desk)
    {
        var setting = PageSetting.Of(context);
        if (ReviewAddress.Find(id, archive.FindReviewWithPaper) is not { Review: var review, Paper: var paper })
            return ExportRoutes.Review(id, context, archive) ?? Missing(setting, setting.Texts.NoReview);
        // A review can be read while nothing can be searched.
        var similar = await desk.AskAsync(new SimilarQuery(review.Review.Id ?? "", SimilarList.Most), context.RequestAborted) as Told<SimilarResults?>;
        return new PageAnswer(ReviewPage.Of(setting, review, archive.FindDigest(review.Digest.Id)?.Reviews ?? [], paper, similar?.Answer?.Items));
    }

    private static PageAnswer Digest(string id, HttpContext context, ReviewArchive archive)
    {
        var setting = PageSetting.Of(context);
        return ReviewAddress.Find(id, archive.FindDigest) is { } found
            ? new PageAnswer(DigestPage.Of(setting, found)) : Missing(setting, setting.Texts.NoDigest);
    }

    private static PageAnswer Missing(PageSetting setting, string title) =>
        new(StatePage.Error(setting, title, setting.Texts.ErrorHint(StatusCodes.Status404NotFound)), StatusCodes.Status404NotFound);

    /// <summary>The page for a search that could not be answered now.</summary>
    public static PageAnswer Refused(HttpContext context, PageSetting setting, ReviewQuery query, Refused refused)
    {
        context.Response.Headers.RetryAfter = refused.RetryAfterSeconds.ToString(CultureInfo.InvariantCulture);
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers.Remove("ETag");
        var texts = setting.Texts;
        var page = refused.Why switch
        {
            Refusal.NotReady => StatePage.Indexing(setting, query, context.RequestServices.GetRequiredService<ReviewArchive>().ReviewCount,
                context.RequestServices.GetRequiredService<AskStatus>()().Documents),
            var why => StatePage.Error(setting, texts.ErrorTitle(StatusCodes.Status503ServiceUnavailable), why is Refusal.Busy ? texts.Busy : texts.TooLong, query),
        };
        return new PageAnswer(page, StatusCodes.Status503ServiceUnavailable);
    }
}
