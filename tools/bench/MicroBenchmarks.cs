using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using DigestSearch.Indexing;
using DigestSearch.Indexing.Analysis;
using DigestSearch.Reviews;
using DigestSearch.Reviews.Reading;
using DigestSearch.Search;
using DigestSearch.Search.Snippets;
using Lucene.Net.Search;

namespace DigestSearch.Bench;

/// <summary>The parts of a search, each alone, over 20,000 generated reviews: facets, snippets, analysis, the reading of a query.</summary>
[MemoryDiagnoser]
public class MicroBenchmarks : IDisposable
{
    private const int Documents = 20_000;
    private const string Asked = "bata bito gado";

    private readonly Scratch scratch = new();
    private readonly ReviewAnalyzer analyzer = new();
    private OwnerLock? owner;
    private ReviewIndexWriter? writer;
    private ReviewIndexReader? reader;
    private ReviewSearcher? searcher;
    private QueryVocabulary? words;
    private MarkedTerms? marked;
    private string text = "";

    /// <summary>Runs those that the arguments of BenchmarkDotNet choose.</summary>
    public static void Run(string[] arguments) => BenchmarkSwitcher.FromTypes([typeof(MicroBenchmarks)])
        .Run(arguments.Length > 0 ? arguments : ["--filter", "*"], DefaultConfig.Instance.AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance)).WithArtifactsPath(Path.Combine(Path.GetTempPath(), "digestsearch-micro")));

    /// <summary>Builds an index.</summary>
    [GlobalSetup]
    public void Setup()
    {
        var vocabulary = Vocabulary.Load("index/vocabulary");
        owner = OwnerLock.TryTake(scratch.Path)!;
        writer = ReviewIndexWriter.Begin(owner, IndexState.Inspect(owner.IndexPath, "", ""), "archive", vocabulary);
        var reading = new DigestReader(vocabulary);
        foreach (var (at, line) in new GeneratedCorpus(Documents).Lines(vocabulary).Index())
        {
            var review = reading.ToReview(line, 1) with { Id = at.ToString("x6", System.Globalization.CultureInfo.InvariantCulture) };
            if (at == 0) text = review.Text;
            writer.Put(new StoredReview(review, "bench", new Digest { Title = "Bench" }));
        }
        writer.Commit(1);
        reader = new ReviewIndexReader(owner.IndexPath);
        reader.Refresh();
        searcher = new ReviewSearcher(reader, vocabulary);
        words = new QueryVocabulary(vocabulary);
        marked = MarkedTerms.Of(QueryText.Parse(string.Join(' ', text.Split(' ').Take(3))).Clauses);
    }

    /// <summary>Counts all dimensions over all documents.</summary>
    [Benchmark]
    public int Facets()
    {
        using var lease = reader!.Acquire();
        using var collector = new ReviewCollector(lease.Snapshot, new ReviewQuery { Size = 0, Text = "-" }, SortOrder.Newest, matchesAll: false, CancellationToken.None);
        lease.Snapshot.Searcher.Search(new MatchAllDocsQuery(), collector);
        collector.Finish();
        return collector.Facets(10).Count;
    }

    /// <summary>The snippet of a text of 130 words.</summary>
    [Benchmark]
    public string Snippets() => Snippet.Best(text, marked!);

    /// <summary>The terms of a text of 130 words.</summary>
    [Benchmark]
    public int Analysis() => Corpus.Terms(text, analyzer).Count();

    /// <summary>A query of three words from its text to what Lucene is asked.</summary>
    [Benchmark]
    public object QueryReading()
    {
        using var lease = reader!.Acquire();
        return QueryPlan.Of(QueryText.Parse(Asked), lease.Snapshot, words!, exact: false, CancellationToken.None);
    }

    /// <summary>A whole search with all facets.</summary>
    [Benchmark]
    public int Search() => searcher!.Search(new ReviewQuery { Text = Asked }, CancellationToken.None).Total;

    /// <summary>Removes the index.</summary>
    [GlobalCleanup]
    public void Dispose()
    {
        reader?.Dispose();
        writer?.Dispose();
        owner?.Dispose();
        analyzer.Dispose();
        scratch.Dispose();
        GC.SuppressFinalize(this);
    }
}
