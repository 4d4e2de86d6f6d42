using System.Collections.Concurrent;
using System.Diagnostics;

namespace DigestSearch.Bench.Http;

/// <summary>Asks a server as fast as it answers (closed loop) or as fast as readers come (open loop).</summary>
internal static class Load
{
    /// <summary>So many connections, each asking again once it was answered.</summary>
    public static IReadOnlyList<Answer> Closed(int port, Func<byte[]> next, int connections, TimeSpan time)
    {
        var watch = Stopwatch.StartNew();
        return Run(connections, port, (connection, answers) =>
        {
            while (watch.Elapsed < time) answers.Add(Asked(connection, next(), Stopwatch.GetTimestamp()));
        });
    }

    /// <summary>So many requests a second, whether the earlier ones are answered or not: what was answered in that time. A wait for a connection counts as one for the answer.</summary>
    public static IReadOnlyList<Answer> Open(int port, Func<byte[]> next, double perSecond, int connections, TimeSpan time)
    {
        var start = Stopwatch.GetTimestamp();
        var (last, taken) = ((int)(perSecond * time.TotalSeconds), -1);
        var all = Run(connections, port, (connection, answers) =>
        {
            for (int number; (number = Interlocked.Increment(ref taken)) < last;)
            {
                var due = start + (long)(number / perSecond * Stopwatch.Frequency);
                while (Stopwatch.GetElapsedTime(Stopwatch.GetTimestamp(), due) is { Ticks: > 0 } left) Thread.Sleep(left);
                answers.Add(Asked(connection, next(), due));
            }
        });
        return [.. all.Where(answer => answer.Ended < start + (time.TotalSeconds * Stopwatch.Frequency))];
    }

    private static Answer Asked(HttpConnection connection, byte[] request, long since)
    {
        var status = connection.Ask(request);
        var ended = Stopwatch.GetTimestamp();
        return new Answer(status, Stopwatch.GetElapsedTime(since, ended).TotalMicroseconds, ended);
    }

    private static List<Answer> Run(int connections, int port, Action<HttpConnection, List<Answer>> ask)
    {
        var all = new ConcurrentBag<List<Answer>>();
        var threads = Enumerable.Range(0, connections).Select(_ => new Thread(() =>
        {
            using var connection = new HttpConnection(port);
            var answers = new List<Answer>();
            ask(connection, answers);
            all.Add(answers);
        }, 256 * 1024)).ToList();
        threads.ForEach(thread => thread.Start());
        threads.ForEach(thread => thread.Join());
        return [.. all.SelectMany(answers => answers)];
    }
}

/// <summary>What became of one request.</summary>
internal readonly record struct Answer(int Status, double Microseconds, long Ended);
