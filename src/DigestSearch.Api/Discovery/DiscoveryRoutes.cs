using DigestSearch.Api.Errors;
using DigestSearch.Api.Pages;
using DigestSearch.Api.Reviews;
using DigestSearch.Api.Search;
using DigestSearch.Api.Suggest;
using DigestSearch.Archive;
using DigestSearch.Search.Suggest;

namespace DigestSearch.Api.Discovery;

/// <summary>How browsers and crawlers find the search: OpenSearch 1.1 with suggestions, and what robots may read.</summary>
internal static class DiscoveryRoutes
{
    /// <summary>Address of the description.</summary>
    public const string OpenSearch = "/opensearch.xml";

    /// <summary>Address of suggestions to browsers.</summary>
    public const string Suggestions = "/suggest.json";

    /// <summary>Media type of the description.</summary>
    public const string OpenSearchType = "application/opensearchdescription+xml";

    private const string Terms = "{searchTerms}";

    // A day: these change with the program.
    private const string Kept = "public, max-age=86400";

    // Every choice of labels is an address of its own, without end; reviews and digests are all linked from the start page and each other.
    private const string Robots = "User-agent: *\nDisallow: /api/\nDisallow: /search\nDisallow: /suggest.json\nDisallow: /admin/\n\n";

    public static void MapDiscovery(this IEndpointRouteBuilder app)
    {
        app.MapGet(OpenSearch, Describe).ExcludeFromDescription();
        app.MapGet(Suggestions, SuggestAsync).ExcludeFromDescription();
        app.MapGet("/robots.txt", (HttpContext context) => Text(context, $"{Robots}Sitemap: {PageAddress.Site(context.Request)}{Sitemap.Address}\n", "text/plain")).ExcludeFromDescription();
        app.MapGet(GuideForModels.Address, (HttpContext context, ReviewArchive archive) =>
        {
            var setting = PageSetting.Of(context);
            return ArchiveTag.Matches(context, archive) ? Results.StatusCode(StatusCodes.Status304NotModified) : TypedResults.Text(GuideForModels.Of(setting, archive), "text/plain; charset=utf-8");
        }).ExcludeFromDescription();
        app.MapSitemap();
    }

    private static IResult Describe(HttpContext context)
    {
        var setting = PageSetting.Of(context);
        var site = PageAddress.Site(context.Request);
        Html description = $"""
            <?xml version="1.0" encoding="utf-8"?>
            <OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
            <ShortName>{setting.Texts.Site}</ShortName>
            <Description>{setting.Texts.Footer}</Description>
            <InputEncoding>UTF-8</InputEncoding>
            <OutputEncoding>UTF-8</OutputEncoding>
            <Language>*</Language>
            <Url type="text/html" rel="results" template="{site}/search?q={Terms}"/>
            <Url type="application/atom+xml" rel="results" template="{site}/search.atom?q={Terms}"/>
            <Url type="application/x-suggestions+json" rel="suggestions" template="{site}{Suggestions}?q={Terms}"/>
            <Url type="{OpenSearchType}" rel="self" template="{site}{OpenSearch}"/>
            </OpenSearchDescription>

            """;
        return Text(context, description.ToString(), OpenSearchType);
    }

    // [what was typed, labels, what each is, where each leads]
    private static async Task<IResult> SuggestAsync(HttpContext context, SearchDesk desk, AskSuggestions suggest, AskStatus status)
    {
        var request = SuggestRequest.Table.ReadKindly(context.Request.QueryString.Value);
        if (request.Failed) return ApiProblem.BadRequest(request.Mistake);
        var setting = PageSetting.Of(context);
        var (texts, site) = (setting.Texts, setting.Site);
        if (GenerationTag.Matches(context, status(), "-" + texts.Code)) return TypedResults.StatusCode(StatusCodes.Status304NotModified);
        return await desk.AskAsync(cancellation => suggest(request.Value, cancellation), context.RequestAborted) switch
        {
            Told<SuggestResults> { Answer: var found } => TypedResults.Json<object[]>(
                [found.Text, Each(found, (one, _) => one.Label), Each(found, (one, _) => texts.Suggestion(one.Type)), Each(found, (_, answer) => site + answer.Url)],
                DiscoveryJson.Text.ObjectArray, "application/x-suggestions+json"),
            Refused refused => ApiProblem.Unavailable(context, refused.Detail, refused.RetryAfterSeconds),
            var other => throw new InvalidOperationException(other.ToString()),
        };
    }

    private static string[] Each(SuggestResults found, Func<Suggestion, SuggestionAnswer, string> tell) => [.. found.Items.Select(one => tell(one, SuggestionAnswer.Of(one)))];

    private static IResult Text(HttpContext context, string text, string type)
    {
        context.Response.Headers.CacheControl = Kept;
        return TypedResults.Text(text, type + "; charset=utf-8");
    }
}
