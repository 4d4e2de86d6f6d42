using DigestSearch.Api.Pages;
using DigestSearch.Api.Queries;
using DigestSearch.Api.Search;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace DigestSearch.Api.Answers;

/// <summary>
/// Keeps answers from the index as they went over the wire, packed or not, until it has another commit; who asks the same at the same time waits for one answer.
/// Only what depends on address, index and language may be kept.
/// </summary>
internal sealed class KeptAnswers(AskStatus status, QueryLog log) : IOutputCachePolicy
{
    private const long MostBytes = 32 << 20, LargestBytes = 1 << 20;

    private static readonly HashSet<string> Narrowing = ["page", .. DimensionName.All];
    private static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    /// <summary>Bounds the memory of all answers.</summary>
    public static void Set(OutputCacheOptions options)
    {
        (options.SizeLimit, options.MaximumBodySize) = (MostBytes, LargestBytes);
        options.DefaultExpirationTimeSpan = Longest;
        options.UseCaseSensitivePaths = true; // There is no dimension Lab.
    }

    /// <inheritdoc/>
    public ValueTask CacheRequestAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var served = status();
        context.EnableOutputCaching = context.AllowCacheLookup = context.AllowCacheStorage = context.AllowLocking = served.Ready;
        var rules = context.CacheVaryByRules;
        // As it came: the names of parameters are told apart by their case, which the keys of a query are not.
        rules.QueryKeys = StringValues.Empty;
        rules.VaryByValues["query"] = context.HttpContext.Request.QueryString.Value ?? "";
        rules.HeaderNames = HeaderNames.AcceptEncoding;
        rules.VaryByValues["index"] = served.Tag;
        if (Of(context) is { InLanguageOfReader: true }) rules.VaryByValues["language"] = PageLanguage.Read(context.HttpContext.Request).Code;
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public ValueTask ServeFromCacheAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        // Whoever types is suggested the same again and has not searched for it.
        if (Of(context) is { IsSearch: true } && context.HttpContext.Request.Query is var asked && !asked.Keys.Any(Narrowing.Contains)) log.NoteAgain(asked["q"].ToString());
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public ValueTask ServeResponseAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var response = context.HttpContext.Response;
        if (response.StatusCode != StatusCodes.Status200OK || response.Headers.SetCookie.Count > 0) context.AllowCacheStorage = false;
        return ValueTask.CompletedTask;
    }

    private static Kept? Of(OutputCacheContext context) => context.HttpContext.GetEndpoint()?.Metadata.GetMetadata<Kept>();
}

/// <summary>What answers of an address are beside what its query and the index make of them.</summary>
/// <param name="IsSearch">Whether they answer what a reader searched for, so that hard queries are counted.</param>
/// <param name="InLanguageOfReader">Whether they are in the language of the reader.</param>
internal sealed record Kept(bool IsSearch = false, bool InLanguageOfReader = false);

/// <summary>Says at an address that its answers are kept.</summary>
internal static class KeptAnswersExtensions
{
    /// <summary>Answers of an address are kept.</summary>
    public static RouteHandlerBuilder Keeps(this RouteHandlerBuilder endpoint, Kept answers) =>
        endpoint.CacheOutput(policy => policy.AddPolicy<KeptAnswers>(), excludeDefaultPolicy: true).WithMetadata(answers);
}
