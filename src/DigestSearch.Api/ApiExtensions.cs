using DigestSearch.Api.Answers;
using DigestSearch.Api.Digests;
using DigestSearch.Api.Discovery;
using DigestSearch.Api.Documentation;
using DigestSearch.Api.Embed;
using DigestSearch.Api.Errors;
using DigestSearch.Api.Exports;
using DigestSearch.Api.Health;
using DigestSearch.Api.Keys;
using DigestSearch.Api.Limits;
using DigestSearch.Api.Mcp;
using DigestSearch.Api.Metrics;
using DigestSearch.Api.Pages;
using DigestSearch.Api.Papers;
using DigestSearch.Api.Problems;
using DigestSearch.Api.Queries;
using DigestSearch.Api.Reviews;
using DigestSearch.Api.Search;
using DigestSearch.Api.Suggest;
using DigestSearch.Reviews;
using DigestSearch.Search;
using DigestSearch.Search.Similar;
using DigestSearch.Search.Suggest;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace DigestSearch.Api;

/// <summary>Adds the API and the pages to a web application, which supplies archive, intake, index reader, searcher, suggester and vocabulary.</summary>
public static class ApiExtensions
{
    private const int OtherThreads = 8;

    private static readonly TimeSpan LongestWaitForPlace = TimeSpan.FromMilliseconds(200);

    /// <summary>Registers what the API and the pages need.</summary>
    public static IServiceCollection AddDigestSearchApi(this IServiceCollection services, ApiSettings settings)
    {
        services.AddSingleton(settings);
        services.TryAddSingleton(TimeProvider.System);
        services.Configure<KestrelServerOptions>(options => ServerLimits.Set(options, settings));
        services.ConfigureHttpJsonOptions(options => WireJson.Set(options.SerializerOptions));
        services.AddProblemDetails();
        services.AddResponseCompression(options =>
        {
            options.EnableForHttps = true;
            options.MimeTypes = [.. ResponseCompressionDefaults.MimeTypes, "application/problem+json", "image/svg+xml", .. ExportFormat.All.Select(format => format.MediaType), DiscoveryRoutes.OpenSearchType];
        });
        services.AddSingleton<KeptAnswers>();
        services.AddOutputCache(KeptAnswers.Set);
        services.AddMetricsExport();
        services.AddMcp();
        services.AddApiDocument();
        services.AddSingleton<WriteAccess>();
        services.AddSingleton<AskIndex>(s => s.GetRequiredService<ReviewSearcher>().Search);
        services.AddSingleton<AskAll>(s => s.GetRequiredService<ReviewSearcher>().All);
        services.AddSingleton<AskLabels>(s => s.GetRequiredService<ReviewSearcher>().Labels);
        services.AddSingleton<AskSuggestions>(s => s.GetRequiredService<Suggester>().Suggest);
        services.AddSingleton<SimilarReviews>();
        services.AddSingleton<AskSimilar>(s => (query, cancellation) => s.GetRequiredService<SimilarReviews>().Of(query, cancellation));
        services.AddSingleton<AskStatus>(s => () => s.GetRequiredService<ReviewIndexReader>().Status);
        services.AddSingleton<TopicLabel>(s => s.GetRequiredService<Vocabulary>().TopicLabel);
        services.AddSingleton<LabelWords>();
        services.AddSingleton(_ => new SearchGate(settings.ConcurrentSearches, LongestWaitForPlace));
        services.AddSingleton<SearchDesk>();
        services.AddHostedService<WarmUp>();
        services.AddSingleton<QueryLog>();
        services.AddHostedService(s => s.GetRequiredService<QueryLog>());
        return services;
    }

    /// <summary>Adds limits, headers and error answers; call it before mapping.</summary>
    public static WebApplication UseDigestSearchApi(this WebApplication app)
    {
        var settings = app.Services.GetRequiredService<ApiSettings>();
        // Made now, so that the key file and the measures are there before the first request.
        app.Services.GetRequiredService<WriteAccess>();
        app.Services.GetRequiredService<ApiMetrics>();
        KeepThreads(settings);
        app.UsePublicAddress(settings);
        app.UseHeadAsGet();
        app.UseRouting(); // Here, since an address is chosen by the method.
        app.UseSecurityHeaders();
        app.UseCrossOrigin(settings);
        app.UseRequestLimit(settings, app.Services.GetRequiredService<TimeProvider>());
        app.UseOutputCache(); // Before packing, so that an answer is packed once.
        app.UseResponseCompression();
        app.UseErrorAnswers();
        return app;
    }

    // Searches hold the threads they run on: the others have to be there at once, or whoever is turned away hears of it late.
    private static void KeepThreads(ApiSettings settings)
    {
        ThreadPool.GetMinThreads(out var workers, out var ports);
        ThreadPool.SetMinThreads(Math.Max(workers, settings.ConcurrentSearches + OtherThreads), ports);
    }

    /// <summary>Maps every address of the contract.</summary>
    public static WebApplication MapDigestSearchApi(this WebApplication app)
    {
        var api = app.MapGroup("/api/v1");
        api.MapSearch();
        api.MapSuggest();
        api.MapFacets();
        api.MapReviews();
        api.MapPapers();
        api.MapDigests();
        api.MapProblems();
        app.MapApiDocument();
        app.MapHealth();
        app.MapMetricsExport();
        app.MapPages();
        app.MapExports();
        app.MapDiscovery();
        app.MapEmbed();
        app.MapMcpServer();
        app.MapQueries();
        return app;
    }
}
