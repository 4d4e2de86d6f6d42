using System.Globalization;
using System.Text;
using System.Text.Json;
using static DigestSearch.Bench.Statistics;

namespace DigestSearch.Bench.Http;

/// <summary>What the way over HTTP costs: beside a bare server for the same bytes, beside the time of the searches themselves, and under more load than can be answered.</summary>
/// <param name="server">The product.</param>
/// <param name="data">Its data folder.</param>
/// <param name="folder">For the bytes of the bare server.</param>
/// <param name="rounds">Rounds; the median counts.</param>
/// <param name="tasks">What is measured, of <see cref="All"/>.</param>
/// <param name="told">What is being done.</param>
internal sealed class HttpComparison(Served server, string data, string folder, int rounds, IReadOnlyCollection<string> tasks, Action<string> told)
{
    private const int Repeated = 20, Connections = 16, TitlesAsked = 5_000, Sequential = 1_000, Overloads = 3, OverloadConnections = 192, PushedReviews = 10, Seed = 5;

    private static readonly TimeSpan Turn = TimeSpan.FromSeconds(3), WarmUp = TimeSpan.FromSeconds(6), Overload = TimeSpan.FromSeconds(10), PushEvery = TimeSpan.FromMilliseconds(250);

    private static readonly int[] CapacityConnections = [2, 4, 8];

    private readonly Random random = new(Seed);
    private readonly List<string[]> titles = [];
    private readonly Lock gate = new();
    private int variant;

    /// <summary>All that can be measured.</summary>
    public static IReadOnlyList<string> All { get; } = ["repeated", "distinct", "packed", "overload", "ingest"];

    public IReadOnlyList<HttpRow> Run()
    {
        ReadTitles();
        told("warm-up");
        Load.Closed(server.Port, Distinct, Connections, WarmUp);
        return [.. tasks.SelectMany(task => task switch { "repeated" => SameBytes(), "distinct" => [OneByOne("")], "packed" => [OneByOne("br, gzip")], "overload" => Pressed(), _ => Ingest() })];
    }

    // The same queries again and again, and the same bytes from a server that does nothing else.
    private IEnumerable<HttpRow> SameBytes()
    {
        var targets = Enumerable.Range(0, Repeated).Select(_ => Target()).ToList();
        using (var connection = new HttpConnection(server.Port))
            for (var at = 0; at < targets.Count; at++)
            {
                connection.Ask(HttpConnection.Request(targets[at]));
                File.WriteAllBytes(Path.Combine(folder, at.ToString(CultureInfo.InvariantCulture)), connection.Plain());
            }
        using var bare = new Served(Environment.ProcessPath!, ["bare", folder, "{url}"], "/0");
        var (own, others) = (Turns(targets), Turns(Enumerable.Range(0, Repeated).Select(at => FormattableString.Invariant($"/{at}"))));
        Load.Closed(bare.Port, others, Connections, WarmUp);
        Load.Closed(server.Port, own, Connections, WarmUp);
        var (ours, theirs) = (new List<double>(), new List<double>());
        for (var round = 0; round < rounds; round++)
        {
            told($"repeated: round {round + 1} of {rounds}");
            theirs.Add(Load.Closed(bare.Port, others, Connections, Turn).Count / Turn.TotalSeconds);
            ours.Add(Load.Closed(server.Port, own, Connections, Turn).Count(answer => answer.Status == 200) / Turn.TotalSeconds);
        }
        yield return new HttpRow("kestrel", "repeated") { PerSecond = Median(theirs) };
        yield return new HttpRow("digestsearch", "repeated") { PerSecond = Median(ours), Ratio = Median(ours.Zip(theirs, (our, their) => our / their)) };
    }

    // One after the other: what an answer takes over HTTP, and what of it the search took by its own account.
    private HttpRow OneByOne(string accepts)
    {
        var (whole, search) = (new List<double>(), new List<double>());
        for (var round = 0; round < rounds; round++)
        {
            told($"distinct{(accepts.Length > 0 ? ", packed" : "")}: round {round + 1} of {rounds}");
            using var connection = new HttpConnection(server.Port);
            var (time, took) = (0d, 0d);
            for (var asked = 0; asked < Sequential; asked++)
            {
                var target = Target();
                var began = System.Diagnostics.Stopwatch.GetTimestamp();
                connection.Ask(HttpConnection.Request(target, accepts));
                time += System.Diagnostics.Stopwatch.GetElapsedTime(began).TotalMicroseconds;
                took += TookMs(connection.Plain()) * 1_000;
            }
            whole.Add(time / Sequential);
            search.Add(took / Sequential);
        }
        return new HttpRow("digestsearch", accepts.Length > 0 ? "packed" : "distinct") { MeanUs = Median(whole), SearchUs = Median(search), Ratio = Median(whole.Zip(search, (all, own) => all / own)) };
    }

    // The most that can be answered, and what is answered when three times as much is asked.
    private IEnumerable<HttpRow> Pressed()
    {
        var peaks = new List<double>();
        for (var round = 0; round < rounds; round++)
        {
            told($"capacity: round {round + 1} of {rounds}");
            peaks.Add(CapacityConnections.Max(connections => Load.Closed(server.Port, Distinct, connections, Turn).Count(answer => answer.Status == 200) / Turn.TotalSeconds));
        }
        var peak = Median(peaks);
        yield return new HttpRow("digestsearch", "capacity") { PerSecond = peak };
        var rows = new List<HttpRow>();
        for (var round = 0; round < rounds; round++)
        {
            told($"overload: round {round + 1} of {rounds}");
            var answers = Load.Open(server.Port, Distinct, Overloads * peak, OverloadConnections, Overload);
            var good = answers.Where(answer => answer.Status == 200).Select(answer => answer.Microseconds).Order().ToList();
            var turned = answers.Where(answer => answer.Status == 503).Select(answer => answer.Microseconds).Order().ToList();
            if (good.Count + turned.Count < answers.Count) throw new InvalidOperationException("Under load something else than 200 and 503 was answered.");
            rows.Add(new HttpRow("digestsearch", "overload") { PerSecond = good.Count / Overload.TotalSeconds, Ratio = good.Count / Overload.TotalSeconds / peak, P99Us = At(good, 0.99), RejectP50Us = At(turned, 0.5), RejectP99Us = At(turned, 0.99) });
        }
        yield return rows.OrderBy(row => row.Ratio).ElementAt(rows.Count / 2);
    }

    // Searches at half of what can be answered, alone and while digests come in; a post is answered once searches find it.
    private IEnumerable<HttpRow> Ingest()
    {
        var rate = Load.Closed(server.Port, Distinct, CapacityConnections[1], Overload).Count / Overload.TotalSeconds / 2;
        var (idle, busy, pushed) = (new List<double>(), new List<double>(), new List<double>());
        var key = File.ReadAllText(Path.Combine(data, "admin.key")).Trim();
        for (var round = 0; round < rounds; round++)
        {
            told($"ingest: round {round + 1} of {rounds}");
            idle.Add(P99(Load.Open(server.Port, Distinct, rate, Connections, Overload)));
            using var ended = new CancellationTokenSource();
            var pushing = Task.Factory.StartNew(() => Push(key, pushed, ended.Token), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
            busy.Add(P99(Load.Open(server.Port, Distinct, rate, Connections, Overload)));
            ended.Cancel();
            pushing.GetAwaiter().GetResult();
        }
        yield return new HttpRow("digestsearch", "search-idle") { PerSecond = rate, P99Us = Median(idle) };
        yield return new HttpRow("digestsearch", "search-ingest") { PerSecond = rate, P99Us = Median(busy), Ratio = Median(busy.Zip(idle, (one, other) => one / other)) };
        pushed.Sort();
        yield return new HttpRow("digestsearch", "push-searchable") { MeanUs = pushed.Average(), P99Us = At(pushed, 0.99) };
    }

    private void Push(string key, List<double> pushed, CancellationToken ended)
    {
        using var connection = new HttpConnection(server.Port);
        var words = new Random(Seed);
        while (!ended.IsCancellationRequested)
        {
            var number = pushed.Count;
            var document = FormattableString.Invariant($"# Digest {number}\n\n") + string.Concat(Enumerable.Range(1, PushedReviews).Select(at =>
                FormattableString.Invariant($"## {at}. {string.Join(' ', titles[words.Next(titles.Count)])} {number}\n\nAuthors: A. Writer{number}, B. Reader (Example University, 2020)\n\nThe review says what {string.Join(' ', titles[at])} is about.\n\n")));
            var began = System.Diagnostics.Stopwatch.GetTimestamp();
            var status = connection.Ask(HttpConnection.Post(FormattableString.Invariant($"/api/v1/digests?name=pushed-{number}.md&wait=searchable"), key, document));
            if (status is not 201 || connection.Whole.IndexOf("\"searchable\":true"u8) < 0) throw new InvalidOperationException(Encoding.UTF8.GetString(connection.Whole));
            pushed.Add(System.Diagnostics.Stopwatch.GetElapsedTime(began).TotalMicroseconds);
            ended.WaitHandle.WaitOne(PushEvery);
        }
    }

    private static double P99(IReadOnlyList<Answer> answers) => At([.. answers.Where(answer => answer.Status == 200).Select(answer => answer.Microseconds).Order()], 0.99);

    private void ReadTitles()
    {
        using var connection = new HttpConnection(server.Port);
        for (var page = 1; page <= TitlesAsked / 100; page++)
        {
            connection.Ask(HttpConnection.Request(FormattableString.Invariant($"/api/v1/search?sort=title&facets=&size=100&page={page}")));
            using var answer = JsonDocument.Parse(connection.Plain());
            foreach (var hit in answer.RootElement.GetProperty("hits").EnumerateArray())
                if (hit.GetProperty("title").GetString()!.ToLowerInvariant().Split(' ').Where(word => word.Length > 3 && word.All(char.IsLetter)).ToArray() is { Length: > 0 } words) titles.Add(words);
        }
        if (titles.Count == 0) throw new InvalidOperationException("No review has a title of words; there is nothing to ask for.");
    }

    private byte[] Distinct() => HttpConnection.Request(Target());

    // Words of up to three titles. Another number of labels makes another answer of the same search.
    private string Target()
    {
        lock (gate)
        {
            var words = Enumerable.Range(0, random.Next(1, 4)).Select(_ => titles[random.Next(titles.Count)]).Select(title => title[random.Next(title.Length)]);
            return FormattableString.Invariant($"/api/v1/search?q={Uri.EscapeDataString(string.Join(' ', words))}&size=10&facetSize={10 + (variant++ % 20)}");
        }
    }

    private static Func<byte[]> Turns(IEnumerable<string> targets)
    {
        var requests = targets.Select(target => HttpConnection.Request(target)).ToList();
        var at = 0;
        return () => requests[(int)((uint)Interlocked.Increment(ref at) % requests.Count)];
    }

    private static double TookMs(ReadOnlySpan<byte> body)
    {
        var at = body.IndexOf("\"tookMs\":"u8) + "\"tookMs\":".Length;
        var value = body[at..];
        return double.Parse(Encoding.ASCII.GetString(value[..value.IndexOfAny((byte)',', (byte)'}')]), CultureInfo.InvariantCulture);
    }
}

/// <summary>A measurement over HTTP.</summary>
internal sealed record HttpRow(string Engine, string Task)
{
    /// <summary>Answers a second.</summary>
    public double? PerSecond { get; init; }

    /// <summary>To the bare server, to the search alone, or to the most that can be answered.</summary>
    public double? Ratio { get; init; }
    public double? MeanUs { get; init; }
    public double? SearchUs { get; init; }
    public double? P99Us { get; init; }
    public double? RejectP50Us { get; init; }
    public double? RejectP99Us { get; init; }
}

/// <summary>All measurements over HTTP of one run.</summary>
internal sealed record HttpReport(IReadOnlyList<HttpRow> Rows)
{
    public void Save(string file) => File.WriteAllText(file, JsonSerializer.Serialize(this, ReportJson.Default.HttpReport) + "\n");

    public void Print(TextWriter output)
    {
        output.WriteLine($"{"task",-16} {"engine",-14} {"answers/s",10} {"ratio",7} {"mean µs",9} {"search µs",10} {"p99 µs",9} {"503 p50",9} {"503 p99",9}");
        foreach (var row in Rows)
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{row.Task,-16} {row.Engine,-14} {row.PerSecond,10:0} {row.Ratio,7:0.00} {row.MeanUs,9:0} {row.SearchUs,10:0} {row.P99Us,9:0} {row.RejectP50Us,9:0} {row.RejectP99Us,9:0}"));
    }
}
