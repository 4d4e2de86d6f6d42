using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using DigestSearch.Bench;
using DigestSearch.Bench.Curves;
using DigestSearch.Bench.Http;
using DigestSearch.Reviews;

CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var (vocabularyFolder, ownProgram) = (Path.GetFullPath("index/vocabulary"), Path.GetFullPath("src/DigestSearch/bin/Release/net10.0/digestsearch"));
string[] known = ["digestsearch", "lucene-net", "lucene-java", "sqlite-fts5", "postgres", "minisearch"];

// What the orchestrator starts: engine NAME VOCABULARY PROGRAM REVIEWS SERVER.
if (args is ["engine", var name, var words, var program, var reviews, var server])
{
    using IEngine engine = name switch
    {
        "sqlite-fts5" => new SqliteEngine(), "postgres" => new PostgresEngine(server), "lucene-net" => new LuceneNetEngine(),
        _ => new OwnEngine(program, reviews, Vocabulary.Load(words)),
    };
    EngineHost.Run(engine);
    return 0;
}

// The bare server that the product's is compared with: bare FOLDER URL.
if (args is ["bare", var answers, var url])
{
    BareServer.Run(answers, url);
    return 0;
}

// micro …: the parts of a search alone; what follows goes to BenchmarkDotNet.
if (args is ["micro", .. var chosenBenchmarks])
{
    MicroBenchmarks.Run(chosenBenchmarks);
    return 0;
}

var corpora = new Option<string[]>("--corpus") { Description = "JSON Lines of reviews, packed or plain; without any, a corpus is generated.", AllowMultipleArgumentsPerToken = true };
var copies = new Option<int>("--copies") { Description = "How often each review is given, under ids of its own.", DefaultValueFactory = _ => 1 };
var generated = new Option<int>("--generated") { Description = "Documents of the generated corpus.", DefaultValueFactory = _ => 20_000 };
var chosen = new Option<string[]>("--engines") { Description = $"Engines to compare: {string.Join(", ", known)}.", AllowMultipleArgumentsPerToken = true, DefaultValueFactory = _ => known };
var number = new Option<int>("--queries") { Description = "Queries of a round.", DefaultValueFactory = _ => 500 };
var rounds = new Option<int>("--rounds") { Description = "Rounds; of each query the median counts.", DefaultValueFactory = _ => 5 };
var threads = new Option<int>("--threads") { Description = "Threads that index.", DefaultValueFactory = _ => Environment.ProcessorCount };
var json = new Option<string?>("--json") { Description = "File to write the figures to." };
var jars = new Option<string>("--java") { Description = "Class path of the Java engine.", Hidden = true, DefaultValueFactory = _ => "" };
var postgres = new Option<string>("--postgres") { Description = "Connection string of a PostgreSQL server.", Hidden = true, DefaultValueFactory = _ => "" };
var root = new RootCommand("""
    Compares the search with what people would pick instead: the same documents, words, labels and queries for all, in alternation in one run.

    Exit codes: 0 done, 1 it could not be done, 2 engines that should count alike do not.
    Example: tools/bench/run --corpus papers.jsonl.gz --copies 7 --engines digestsearch lucene-java --json figures.json
    """) { corpora, copies, generated, chosen, number, rounds, threads, json, jars, postgres };
root.SetAction(Compare);
var data = new Option<string?>("--data") { Description = "Data folder that is served; without one, the corpus is taken in first." };
var tasks = new Option<string[]>("--tasks") { Description = $"What is measured: {string.Join(", ", HttpComparison.All)}.", AllowMultipleArgumentsPerToken = true, DefaultValueFactory = _ => [.. HttpComparison.All] };
tasks.AcceptOnlyFromAmong([.. HttpComparison.All]);
var http = new Command("http", "Measures the way over HTTP: beside a bare server, beside the searches themselves, and under too much load.") { corpora, copies, generated, data, tasks, rounds, json };
http.SetAction(CompareHttp);
root.Add(http);
var sizes = new Option<int[]>("--sizes") { Description = "Numbers of reviews; those of the corpus are used again where there are fewer.", AllowMultipleArgumentsPerToken = true, DefaultValueFactory = _ => [10_000, 100_000, 1_000_000] };
var pictures = new Option<string>("--pictures") { Description = "Folder for the pictures.", DefaultValueFactory = _ => "tools/bench/pictures" };
var curves = new Command("curves", "Draws how the time of a search grows: with reviews, words, counted dimensions, listed labels and selections.") { corpora, generated, sizes, rounds, pictures, json };
curves.SetAction(DrawCurves);
root.Add(curves);
return await root.Parse(args).InvokeAsync().ConfigureAwait(false);

int Compare(ParseResult result)
{
    var wanted = result.GetValue(chosen)!.SelectMany(one => one.Split(',', StringSplitOptions.RemoveEmptyEntries)).ToList();
    if (wanted.Find(engine => !known.Contains(engine)) is { } unknown)
    {
        Console.Error.WriteLine($"There is no engine {unknown}; there are {string.Join(", ", known)}.");
        return 1;
    }
    using var scratch = new Scratch();
    if (Prepare(result, scratch) is not { } corpus) return 1;
    var engines = new List<EngineProcess>();
    try
    {
        foreach (var engine in wanted) engines.Add(new EngineProcess(engine, Path.Combine(scratch.Path, engine), Start(engine, corpus, result)));
        var (report, disagreements) = new Comparison(corpus, engines, result.GetValue(threads), result.GetValue(rounds), Tell).Run();
        report.Print(Console.Out, "lucene-java");
        if (result.GetValue(json) is { } file) report.Save(file);
        foreach (var disagreement in disagreements) Console.Error.WriteLine(disagreement);
        return disagreements.Count == 0 ? 0 : 2;
    }
    finally
    {
        engines.ForEach(engine => engine.Dispose());
    }
}

int CompareHttp(ParseResult result)
{
    using var scratch = new Scratch();
    var folder = result.GetValue(data);
    if (folder is null)
    {
        if (Prepare(result, scratch) is not { } corpus) return 1;
        folder = Path.Combine(scratch.Path, "data");
        Tell($"{corpus.Count} documents are taken in.");
        using var own = new OwnEngine(ownProgram, corpus.Reviews, Vocabulary.Load(vocabularyFolder));
        own.Index(corpus.Documents, folder, Environment.ProcessorCount);
    }
    else
    {
        folder = Copied(folder, Path.Combine(scratch.Path, "data")); // Digests come in, and none of them shall stay.
    }
    var empty = Directory.CreateDirectory(Path.Combine(scratch.Path, "source")).FullName;
    using var server = new Served(ownProgram, ["serve", "--data", folder, "--source", empty, "--urls", "{url}"], "/readyz");
    var report = new HttpReport(new HttpComparison(server, folder, Directory.CreateDirectory(Path.Combine(scratch.Path, "answers")).FullName, result.GetValue(rounds), result.GetValue(tasks)!, Tell).Run());
    report.Print(Console.Out);
    if (result.GetValue(json) is { } file) report.Save(file);
    return 0;
}

int DrawCurves(ParseResult result)
{
    using var scratch = new Scratch();
    if (Lines(result) is not { } lines) return 1;
    var vocabulary = Vocabulary.Load(vocabularyFolder);
    var reviews = BuiltIndex.Read(lines, result.GetValue(sizes)!.Max(), vocabulary);
    var built = result.GetValue(sizes)!.Order().Select(size => (Size: size, Folder: Path.Combine(scratch.Path, size.ToString(CultureInfo.InvariantCulture)))).ToList();
    foreach (var (size, folder) in built) BuiltIndex.Write(folder, reviews, size, vocabulary, done => Tell($"{done} of {size} reviews are indexed."));
    var drawn = new CostCurves([.. built.Select(index => index.Folder)], vocabulary, result.GetValue(rounds), Tell).Run();
    Directory.CreateDirectory(result.GetValue(pictures)!);
    foreach (var curve in drawn) File.WriteAllText(Path.Combine(result.GetValue(pictures)!, curve.Name + ".svg"), CurvePicture.Of(curve));
    foreach (var curve in drawn)
        foreach (var line in curve.Of)
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{curve.Name,-12} {line.Of,10} {curve.Lines}: {string.Join(", ", line.Points.Select(point => string.Create(CultureInfo.InvariantCulture, $"{point.At}: {point.Microseconds:0} µs")))}"));
    if (result.GetValue(json) is { } file) File.WriteAllText(file, System.Text.Json.JsonSerializer.Serialize(drawn, ReportJson.Default.IReadOnlyListCurve) + "\n");
    return 0;
}

string Copied(string from, string to)
{
    foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
    {
        var copy = Path.Combine(to, Path.GetRelativePath(from, file));
        Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
        File.Copy(file, copy);
    }
    return to;
}

IEnumerable<ReviewLine>? Lines(ParseResult result)
{
    if (result.GetValue(corpora)!.FirstOrDefault(file => !File.Exists(file)) is { } missing)
    {
        Console.Error.WriteLine($"There is no file {missing}.");
        return null;
    }
    return result.GetValue(corpora)! is { Length: > 0 } files ? Corpus.Read(files) : new GeneratedCorpus(result.GetValue(generated)).Lines(Vocabulary.Load(vocabularyFolder));
}

Corpus? Prepare(ParseResult result, Scratch scratch)
{
    if (Lines(result) is not { } lines) return null;
    var corpus = Corpus.Write(lines, result.GetValue(copies), result.GetValue(number), Vocabulary.Load(vocabularyFolder), scratch.Path, count => Tell($"{count} documents are prepared."));
    Tell($"{corpus.Count} documents are prepared.");
    return corpus;
}

ProcessStartInfo Start(string engine, Corpus corpus, ParseResult result) => engine switch
{
    "lucene-java" => new("java", ["-cp", result.GetValue(jars)!, "LuceneBench"]),
    "minisearch" => new("node", ["--max-old-space-size=12000", "tools/bench/node/minisearch.mjs"]),
    _ => new(Environment.ProcessPath!, ["engine", engine, vocabularyFolder, ownProgram, corpus.Reviews, result.GetValue(postgres)!]),
};

void Tell(string what) => Console.Error.WriteLine(what);

/// <summary>A folder for the time of a run.</summary>
internal sealed class Scratch : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("bench-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
