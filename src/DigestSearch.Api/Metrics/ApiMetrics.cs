using System.Diagnostics.Metrics;
using DigestSearch.Api.Search;
using DigestSearch.Archive;

namespace DigestSearch.Api.Metrics;

/// <summary>What the API measures; all names are in the meter that every part of the program shares.</summary>
internal sealed class ApiMetrics
{
    /// <summary>Name of the shared meter.</summary>
    public const string MeterName = "DigestSearch";

    private readonly Histogram<double> _duration;
    private readonly Counter<long> _withoutHits;

    public ApiMetrics(IMeterFactory meters, IServiceProvider services)
    {
        var meter = meters.Create(MeterName);
        _duration = meter.CreateHistogram<double>("digestsearch.search.duration", "s", "Time that searches took in the index.",
            advice: new() { HistogramBucketBoundaries = [0.0005, 0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2] });
        _withoutHits = meter.CreateCounter<long>("digestsearch.searches.without_hits", null, "Searches that found nothing.");
        AskStatus Status() => services.GetRequiredService<AskStatus>();
        meter.CreateObservableGauge("digestsearch.documents", () => (long)Status()().Documents, null, "Reviews in the served index.");
        meter.CreateObservableGauge("digestsearch.generation", () => Status()().Generation, null, "Commit that is served.");
        meter.CreateObservableGauge("digestsearch.follower.lag", () => Lag(services), null, "Archive versions that the served index lacks.");
    }

    /// <summary>Notes one answered search.</summary>
    public void Searched(TimeSpan took, int total)
    {
        _duration.Record(took.TotalSeconds);
        if (total == 0) _withoutHits.Add(1);
    }

    private static long Lag(IServiceProvider services) =>
        Math.Max(0, services.GetRequiredService<ReviewArchive>().Version - services.GetRequiredService<AskStatus>()().Version);
}
