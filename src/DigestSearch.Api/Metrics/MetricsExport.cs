using OpenTelemetry.Metrics;

namespace DigestSearch.Api.Metrics;

/// <summary><c>/metrics</c> in the Prometheus format.</summary>
internal static class MetricsExport
{
    public static void AddMetricsExport(this IServiceCollection services)
    {
        services.AddSingleton<ApiMetrics>();
        services.AddOpenTelemetry().WithMetrics(metrics => metrics
            .AddMeter(ApiMetrics.MeterName, "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "System.Runtime")
            .AddPrometheusExporter(exporter => exporter.ScrapeResponseCacheDurationMilliseconds = 1_000));
    }

    public static void MapMetricsExport(this IEndpointRouteBuilder app) => app.MapPrometheusScrapingEndpoint("/metrics").WithMetadata(new HttpMethodMetadata([HttpMethods.Get]));
}
