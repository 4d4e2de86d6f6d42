namespace DigestSearch.Bench;

/// <summary>A search engine of this program, each in a process of its own, by a protocol of one line in and one line out.</summary>
internal interface IEngine : IDisposable
{
    /// <summary>Builds the index of a corpus.</summary>
    /// <returns>Bytes of the index.</returns>
    long Index(string documents, string folder, int threads);

    /// <summary>Opens the index.</summary>
    void Open(string folder, IReadOnlyList<AskedQuery> queries);

    /// <summary>Answers one query of a task: a page of ten with its stored bytes, and its labels.</summary>
    /// <returns>The exact number of matches.</returns>
    int Ask(string task, AskedQuery query);
}

/// <summary>A query as all engines are asked it.</summary>
/// <param name="Text">As it is typed.</param>
/// <param name="Terms">Its terms, all of which must match.</param>
/// <param name="Selections">Dimension and label of each selection.</param>
internal sealed record AskedQuery(string Text, IReadOnlyList<string> Terms, IReadOnlyList<(string Dimension, string Label)> Selections)
{
    public static AskedQuery Read(string line)
    {
        var fields = line.Split('\t');
        return new(fields[0], fields[1].Split(' '), [.. fields[2].Split(Corpus.ListMark).Select(selection => (selection[..selection.IndexOf('=')], selection[(selection.IndexOf('=') + 1)..]))]);
    }
}

/// <summary>Serves an engine on standard input and output.</summary>
internal static class EngineHost
{
    public static void Run(IEngine engine)
    {
        IReadOnlyList<AskedQuery> queries = [];
        while (Console.ReadLine()?.Split('\t') is { } said)
            switch (said[0])
            {
                case "index":
                    var start = TimeProvider.System.GetTimestamp();
                    var bytes = engine.Index(said[1], said[2], int.Parse(said[3], System.Globalization.CultureInfo.InvariantCulture));
                    Console.WriteLine(FormattableString.Invariant($"indexed\t{File.ReadLines(said[1]).Count()}\t{TimeProvider.System.GetElapsedTime(start).TotalSeconds}\t{bytes}"));
                    break;
                case "open":
                    queries = [.. File.ReadLines(said[2]).Select(AskedQuery.Read)];
                    engine.Open(said[1], queries);
                    Console.WriteLine("opened");
                    break;
                case "run":
                    Console.WriteLine(Round(engine, said[1], queries));
                    break;
                default:
                    return;
            }
    }

    private static string Round(IEngine engine, string task, IReadOnlyList<AskedQuery> queries)
    {
        var (times, totals) = (new double[queries.Count], new int[queries.Count]);
        for (var at = 0; at < times.Length; at++)
        {
            var start = TimeProvider.System.GetTimestamp();
            totals[at] = engine.Ask(task, queries[at]);
            times[at] = TimeProvider.System.GetElapsedTime(start).TotalMicroseconds;
        }
        return $"ran\t{string.Join(',', times.Select(time => time.ToString("0.###", System.Globalization.CultureInfo.InvariantCulture)))}\t{string.Join(',', totals)}";
    }
}
