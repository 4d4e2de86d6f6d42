using System.Globalization;

namespace DigestSearch.Bench;

/// <summary>All engines over one corpus, in alternation: every round asks each of them the same, so that what else the machine does hits all alike.</summary>
internal sealed class Comparison(Corpus corpus, IReadOnlyList<EngineProcess> engines, int threads, int rounds, Action<string> told)
{
    private const int WarmUps = 2;

    // Those that stop counting, or read words otherwise, need not agree.
    private static readonly string[] OwnSemantics = ["top10-blockmax", "faceted-as-read"];

    /// <summary>What can be asked beside: our search with snippets, and as readers have it, and the other's that stops counting at a thousand.</summary>
    private static readonly (string Engine, string Task)[] Variants = [("digestsearch", "faceted-snippets"), ("digestsearch", "faceted-as-read"), ("lucene-java", "top10-blockmax")];

    /// <summary>Builds all indexes, asks everything, and checks that all count alike.</summary>
    public (Report Report, IReadOnlyList<string> Disagreements) Run()
    {
        var rows = new List<Row>();
        foreach (var engine in engines)
        {
            told($"{engine.Name} indexes {corpus.Count} documents.");
            var (documents, seconds, bytes) = engine.Index(corpus.Documents, threads);
            rows.Add(new Row(engine.Name, "index", documents) { DocsPerS = documents / seconds, IndexMegabytes = bytes / 1e6 });
            engine.Open(corpus.Queries);
        }
        var disagreements = new List<string>();
        foreach (var task in (string[])["top10", "faceted", "selected", "match-all"])
        {
            var asked = engines.Where(engine => Answers(engine.Name, task)).Select(engine => (Engine: engine, Task: task))
                .Concat(Variants.Where(variant => variant.Task.StartsWith(task, StringComparison.Ordinal)).SelectMany(variant => engines.Where(engine => engine.Name == variant.Engine).Select(engine => (Engine: engine, variant.Task)))).ToList();
            var times = asked.Select(_ => new List<double[]>()).ToList();
            var totals = new long[asked.Count][];
            for (var round = -WarmUps; round < rounds; round++)
            {
                told(string.Create(CultureInfo.InvariantCulture, $"{task}: {(round < 0 ? "warm-up" : $"round {round + 1} of {rounds}")}"));
                for (var at = 0; at < asked.Count; at++)
                {
                    var slot = (at + Math.Max(round, 0)) % asked.Count;
                    var (microseconds, found) = asked[slot].Engine.Run(asked[slot].Task);
                    totals[slot] = found;
                    if (round >= 0) times[slot].Add(microseconds);
                }
            }
            for (var at = 0; at < asked.Count; at++)
                rows.Add(Row.Of(asked[at].Engine.Name, asked[at].Task, corpus.Count, times[at], totals[at]) with { ResidentMegabytes = asked[at].Engine.ResidentMegabytes() });
            disagreements.AddRange(Disagreements(task, [.. asked.Zip(totals).Where(pair => !OwnSemantics.Contains(pair.First.Task)).Select(pair => (pair.First.Engine.Name, pair.Second))]));
        }
        return (new Report(rows), disagreements);
    }

    // Databases have no drill-sideways, and Lucene.NET no facets of its own.
    private static bool Answers(string engine, string task) => engine switch
    {
        "sqlite-fts5" or "postgres" => task is not "selected",
        "lucene-net" => task is "top10",
        _ => true,
    };

    private static IEnumerable<string> Disagreements(string task, IReadOnlyList<(string Engine, long[] Totals)> all)
    {
        foreach (var (engine, totals) in all.Skip(1))
            if (Enumerable.Range(0, totals.Length).Where(query => totals[query] != all[0].Totals[query]).ToList() is { Count: > 0 } other)
                yield return string.Create(CultureInfo.InvariantCulture, $"{task}: {engine} and {all[0].Engine} count {other.Count} queries differently, the first in line {other[0] + 1}: {totals[other[0]]} and {all[0].Totals[other[0]]}.");
    }
}
