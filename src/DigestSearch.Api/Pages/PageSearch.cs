using DigestSearch.Api.Queries;
using DigestSearch.Api.Search;
using DigestSearch.Search;

namespace DigestSearch.Api.Pages;

/// <summary>Answers <c>/search</c>; when nothing is found, looks for what is near.</summary>
internal static class PageSearch
{
    private const int NearestShown = 5, WordsAsked = 8;

    public static async Task<IResult> HandleAsync(HttpContext context, SearchDesk desk, AskStatus status, QueryLog log)
    {
        var setting = PageSetting.Of(context);
        var request = SearchRequest.ReadKindly(context.Request.QueryString.Value);
        if (request.Failed) return NotUnderstood(setting, request.Mistake.Message);
        if (GenerationTag.Matches(context, status(), "-" + setting.Texts.Code)) return TypedResults.StatusCode(StatusCodes.Status304NotModified);
        var query = SearchAddress.ForPage(request.Value);
        var outcome = await desk.AskAsync(query, context.RequestAborted);
        if (outcome is Answered { Results: var answered }) log.Note(query, answered);
        return outcome switch
        {
            Answered { Results: var results } => new PageAnswer(
                SearchPage.Of(setting, query, results, results.Total > 0 ? null : await NearAsync(desk, query, results, context.RequestAborted))),
            Refused refused => PageRoutes.Refused(context, setting, query, refused),
            var other => throw new InvalidOperationException(other.ToString()),
        };
    }

    // The words that stand nowhere, each asked for alone.
    private static async Task<IReadOnlyList<string>> UnknownAsync(SearchDesk desk, IReadOnlyList<string> words, CancellationToken clientGone)
    {
        var unknown = new List<string>();
        foreach (var word in words.Take(WordsAsked))
            if (await desk.AskAsync(new ReviewQuery { Text = word, Exact = true, Facets = [], Size = 0 }, clientGone) is Answered { Results.Total: 0 }) unknown.Add(word);
        return unknown;
    }

    private static PageAnswer NotUnderstood(PageSetting setting, string message) => new(
        StatePage.Error(setting, setting.Texts.ErrorTitle(StatusCodes.Status400BadRequest), setting.Texts.BadRequest, detail: message), StatusCodes.Status400BadRequest);

    private static async Task<NoHits> NearAsync(SearchDesk desk, ReviewQuery query, ReviewResults results, CancellationToken clientGone)
    {
        var words = query with { Facets = [], Size = 0, Page = 1 };
        var free = Choices.In(query).Any() ? await desk.AskAsync(Choices.None(words), clientGone) as Answered : null;
        var any = results.Query.Parts.Where(p => p.Kind is "word" or "name").Select(p => p.Read).ToList();
        var near = any.Count > 1 && free is null or { Results.Total: 0 }
            ? await desk.AskAsync(Choices.None(words) with { Text = string.Join(" OR ", any), Size = NearestShown }, clientGone) as Answered : null;
        return new(free?.Results.Total ?? 0, near?.Results.Hits ?? [], any.Count > 1 ? await UnknownAsync(desk, any, clientGone) : []);
    }
}
