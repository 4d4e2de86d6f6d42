using System.Globalization;
using DigestSearch.Api.Answers;
using DigestSearch.Api.Exports;
using DigestSearch.Api.Requests;
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
        app.MapGet("/search", PageSearch.HandleAsync).Keeps(new(IsSearch: true, InLanguageOfReader: true)).ExcludeFromDescription();
        app.MapGet("/reviews/{**id:minlength(1)}", ReviewAsync).ExcludeFromDescription();
        app.MapGet("/digests/{**id:minlength(1)}", Digest).ExcludeFromDescription();
        app.MapGet("/papers/{id}", Paper).ExcludeFromDescription();
        app.MapGet(AboutPage.Address, (HttpContext context, ReviewArchive archive) => new PageAnswer(AboutPage.Of(PageSetting.Of(context), archive.ReviewCount, archive.DigestCount))).ExcludeFromDescription();
        app.MapGet(ListPage.Digests, Digests).ExcludeFromDescription();
        foreach (var dimension in LabelPage.Roots.Keys)
            app.MapGet(ListPage.Address(dimension), (HttpContext context, SearchDesk desk, AskLabels ask) => LabelsAsync(dimension, context, desk, ask)).ExcludeFromDescription();
        foreach (var (dimension, root) in LabelPage.Roots)
            app.MapGet(root + "{**label:minlength(1)}", (string label, HttpContext context, SearchDesk desk) => LabelAsync(dimension, label, context, desk)).ExcludeFromDescription();
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

    private static PageAnswer Paper(string id, HttpContext context, ReviewArchive archive)
    {
        var setting = PageSetting.Of(context);
        return archive.FindPaper(id) is { } found ? new PageAnswer(PaperPage.Of(setting, found)) : Missing(setting, setting.Texts.NoPaper);
    }

    private static async Task<IResult> LabelAsync(Dimension dimension, string label, HttpContext context, SearchDesk desk)
    {
        var setting = PageSetting.Of(context);
        foreach (var value in ReviewAddress.Readings(label))
        {
            var query = LabelPage.Query(dimension, value);
            var answer = await desk.AskAsync(query, context.RequestAborted);
            if (answer is Refused refused) return Refused(context, setting, query, refused);
            if (answer is Answered { Results: { Total: > 0 } results }) return new PageAnswer(LabelPage.Of(setting, dimension, value, results));
        }
        return Missing(setting, setting.Texts.NothingFound);
    }

    private static async Task<IResult> LabelsAsync(Dimension dimension, HttpContext context, SearchDesk desk, AskLabels ask)
    {
        var setting = PageSetting.Of(context);
        var query = ListPage.Query(dimension, context.Request.Query["prefix"].ToString());
        return await desk.AskAsync(gone => ask(query, gone), context.RequestAborted) switch
        {
            Told<FacetLabels> { Answer: var labels } => new PageAnswer(ListPage.Of(setting, query, labels)),
            Refused refused => Refused(context, setting, new(), refused),
            var other => throw new InvalidOperationException(other.ToString()),
        };
    }

    private static PageAnswer Digests(HttpContext context, ReviewArchive archive)
    {
        var setting = PageSetting.Of(context);
        var page = PageRequest.Table.ReadKindly(context.Request.QueryString.Value) is { Failed: false, Value.Page: var asked } ? asked : 1;
        return new PageAnswer(ListPage.Of(setting, archive.Digests((page - 1) * ListPage.DigestsShown, ListPage.DigestsShown), archive.DigestCount, page));
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
