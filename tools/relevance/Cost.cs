using System.Diagnostics;
using System.Text.Json;
using DigestSearch.Indexing;
using DigestSearch.Indexing.Analysis;
using DigestSearch.Reviews;
using DigestSearch.Search;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Search.Similarities;
using Lucene.Net.Store;

namespace DigestSearch.RelevanceMeasure;

/// <summary>What reading a query as people mean it costs beside a plain search for its words, on the same index, in one run.</summary>
public static class Cost
{
    private const int Page = 10;
    private static readonly Dimension[] NoFacets = [];
    private static readonly HashSet<string> Stored = [ReviewFields.Review.Name];

    /// <summary>Prints a table: microseconds a query, the best of the rounds for each, and how they compare.</summary>
    public static async Task RunAsync(string words, string data, int seed, int count, int rounds, IReadOnlyList<string> corpus)
    {
        var vocabulary = Vocabulary.Load(words);
        var queries = new GeneratedForms([.. corpus.SelectMany(Collection.Lines<CorpusReview>)], vocabulary.StopWords, seed, count).Ordinary(count).ToList();
        using var index = await ProductEngine.OpenAsync(data).ConfigureAwait(false);
        using var directory = FSDirectory.Open(Path.Combine(data, IndexDirectory.FolderName));
        using var reader = DirectoryReader.Open(directory);
        var plain = new IndexSearcher(reader) { Similarity = new BM25Similarity() };
        var searcher = new ReviewSearcher(index, vocabulary);
        (string Name, Action<string> Ask)[] searches =
        [
            ("plain Lucene, all words", text => Plain(plain, text)),
            ("exact=true", text => Ask(searcher, text, exact: true, NoFacets)),
            ("as readers have it", text => Ask(searcher, text, exact: false, NoFacets)),
            ("exact=true, with facets", text => Ask(searcher, text, exact: true, Enum.GetValues<Dimension>())),
            ("as readers have it, with facets", text => Ask(searcher, text, exact: false, Enum.GetValues<Dimension>())),
        ];
        var best = searches.Select(_ => queries.Select(_ => double.MaxValue).ToArray()).ToArray();
        for (var round = 0; round < rounds; round++)
            for (var query = 0; query < queries.Count; query++)
                for (var at = 0; at < searches.Length; at++)
                {
                    var search = (at + query + round) % searches.Length;
                    var start = Stopwatch.GetTimestamp();
                    searches[search].Ask(queries[query]);
                    best[search][query] = Math.Min(best[search][query], Stopwatch.GetElapsedTime(start).TotalMicroseconds);
                }
        Console.WriteLine($"{count} ordinary queries, best of {rounds} rounds, microseconds");
        Console.WriteLine($"{"",-34} {"mean",9} {"p50",9} {"p99",9}  of plain");
        foreach (var (at, search) in searches.Index())
        {
            var sorted = best[at].Order().ToArray();
            Console.WriteLine($"  {search.Name,-32} {sorted.Average(),9:0} {sorted[sorted.Length / 2],9:0} {sorted[sorted.Length * 99 / 100],9:0} {sorted.Average() / best[0].Average(),9:0.00}");
        }
    }

    private static void Plain(IndexSearcher searcher, string text)
    {
        var scanned = new List<ScannedWord>();
        WordScanner.Scan(text, scanned);
        var all = new BooleanQuery(disableCoord: true);
        foreach (var word in scanned.Where(word => !word.Joined)) all.Add(new TermQuery(new Term(ReviewFields.Combined.Name, word.Forms.Stem)), Occur.MUST);
        foreach (var hit in searcher.Search(all, Page).ScoreDocs)
        {
            var bytes = searcher.IndexReader.Document(hit.Doc, Stored).GetBinaryValue(ReviewFields.Review.Name);
            _ = JsonSerializer.Deserialize(bytes.Bytes.AsSpan(bytes.Offset, bytes.Length), StoredReviewJson.Default.StoredReview);
        }
    }

    private static void Ask(ReviewSearcher searcher, string text, bool exact, Dimension[] facets) =>
        searcher.Search(new ReviewQuery { Text = text, Size = Page, Exact = exact, Facets = facets }, CancellationToken.None);
}
