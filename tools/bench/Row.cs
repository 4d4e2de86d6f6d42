using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using static DigestSearch.Bench.Statistics;

namespace DigestSearch.Bench;

/// <summary>A measurement: of a task the times of its queries, each the median of its rounds; of indexing the rate and the size.</summary>
internal sealed record Row(string Engine, string Task, int Docs)
{
    public double? MeanUs { get; init; }
    public double? P50Us { get; init; }
    public double? P95Us { get; init; }
    public double? P99Us { get; init; }
    public long? Hits { get; init; }
    public double? DocsPerS { get; init; }

    [JsonPropertyName("indexMB")]
    public double? IndexMegabytes { get; init; }

    [JsonPropertyName("rssMB")]
    public double? ResidentMegabytes { get; init; }

    /// <summary>The row of a task.</summary>
    /// <param name="engine">Name of the engine.</param>
    /// <param name="task">Name of the task.</param>
    /// <param name="docs">Number of documents.</param>
    /// <param name="rounds">Of each round the times of all queries, in microseconds.</param>
    /// <param name="totals">Of each query the number of matches.</param>
    public static Row Of(string engine, string task, int docs, IReadOnlyList<double[]> rounds, long[] totals)
    {
        var times = Enumerable.Range(0, totals.Length).Select(query => Median(rounds.Select(round => round[query]))).Order().ToArray();
        return new Row(engine, task, docs) { MeanUs = times.Average(), P50Us = At(times, 0.5), P95Us = At(times, 0.95), P99Us = At(times, 0.99), Hits = totals.Sum() };
    }
}

/// <summary>All measurements of one run.</summary>
internal sealed record Report(IReadOnlyList<Row> Rows)
{
    public void Save(string file) => File.WriteAllText(file, JsonSerializer.Serialize(this, ReportJson.Default.Report) + "\n");

    /// <summary>The table: every figure, and beside it what it is of the other engine's.</summary>
    public void Print(TextWriter output, string against)
    {
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{"task",-16} {"engine",-22} {"docs",9} {"mean µs",10} {"p50",9} {"p95",9} {"p99",9} {"hits",12} {"docs/s",8} {"index MB",9} {"rss MB",7}  of {against}: mean, p99"));
        foreach (var task in Rows.GroupBy(row => row.Task))
            foreach (var row in task)
            {
                var other = task.FirstOrDefault(row => row.Engine == against);
                output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{row.Task,-16} {row.Engine,-22} {row.Docs,9} {row.MeanUs,10:0.0} {row.P50Us,9:0.0} {row.P95Us,9:0.0} {row.P99Us,9:0.0} {row.Hits,12} {row.DocsPerS,8:0} {row.IndexMegabytes,9:0.0} {row.ResidentMegabytes,7:0}  {Ratios(row, other)}"));
            }
    }

    private static string Ratios(Row row, Row? other) => other is null || other == row ? ""
        : row.MeanUs is null ? string.Create(CultureInfo.InvariantCulture, $"{row.DocsPerS / other.DocsPerS:0.00} docs/s, {row.IndexMegabytes / other.IndexMegabytes:0.00} MB")
        : string.Create(CultureInfo.InvariantCulture, $"{row.MeanUs / other.MeanUs:0.00}, {row.P99Us / other.P99Us:0.00}");
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, WriteIndented = true)]
[JsonSerializable(typeof(Report))]
[JsonSerializable(typeof(Http.HttpReport))]
[JsonSerializable(typeof(IReadOnlyList<Curves.Curve>))]
internal sealed partial class ReportJson : JsonSerializerContext;
