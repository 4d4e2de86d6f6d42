using System.Diagnostics.Metrics;

namespace DigestSearch.Worker;

/// <summary>Counts of the worker, on the meter <c>DigestSearch</c>.</summary>
public sealed class WorkerMetrics : IDisposable
{
    private readonly Meter meter;
    private readonly Counter<long> ingested;
    private readonly Counter<long> failed;
    private readonly UpDownCounter<long> queued;

    /// <summary>Creates the instruments.</summary>
    public WorkerMetrics(IMeterFactory? factory = null)
    {
        meter = factory?.Create("DigestSearch") ?? new Meter("DigestSearch");
        ingested = meter.CreateCounter<long>("digestsearch.documents.ingested", description: "Documents read and archived.");
        failed = meter.CreateCounter<long>("digestsearch.documents.failed", description: "Documents that could not be taken in.");
        queued = meter.CreateUpDownCounter<long>("digestsearch.queue", description: "Documents waiting to be read.");
    }

    /// <inheritdoc/>
    public void Dispose() => meter.Dispose();

    internal void Ingested() => ingested.Add(1);

    internal void Failed() => failed.Add(1);

    internal void Queued(int change) => queued.Add(change);
}
