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
        if (context.HttpContext.GetEndpoint()?.Metadata.GetMetadata<InLanguageOfReader>() is not null) rules.VaryByValues["language"] = PageLanguage.Read(context.HttpContext.Request).Code;
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public ValueTask ServeFromCacheAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        if (context.HttpContext.Request is { Query: var asked } && !asked.Keys.Any(Narrowing.Contains)) log.NoteAgain(asked["q"].ToString());
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public ValueTask ServeResponseAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var response = context.HttpContext.Response;
        if (response.StatusCode != StatusCodes.Status200OK || response.Headers.SetCookie.Count > 0) context.AllowCacheStorage = false;
        return ValueTask.CompletedTask;
    }
}

/// <summary>Marks addresses whose answers are in the language of the reader.</summary>
internal sealed class InLanguageOfReader;

/// <summary>Says at an address that its answers are kept.</summary>
internal static class KeptAnswersExtensions
{
    /// <summary>Answers of an address are kept; they depend on its query and the index alone.</summary>
    public static TBuilder KeepsAnswers<TBuilder>(this TBuilder builder) where TBuilder : IEndpointConventionBuilder =>
        builder.CacheOutput(policy => policy.AddPolicy<KeptAnswers>(), excludeDefaultPolicy: true);

    /// <summary>Answers of an address are kept; they depend on its query, the index and the language of the reader.</summary>
    public static TBuilder KeepsPages<TBuilder>(this TBuilder builder) where TBuilder : IEndpointConventionBuilder =>
        builder.KeepsAnswers().WithMetadata(new InLanguageOfReader());
}
