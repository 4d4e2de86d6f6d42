using DigestSearch.Indexing;
using DigestSearch.Indexing.Analysis;
using Lucene.Net.Analysis.Core;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;
using Directory = System.IO.Directory;

namespace DigestSearch.Bench;

/// <summary>Lucene.NET as the product uses it, with nothing but the fields that the other engines have: what its writing costs beside Java's.</summary>
internal sealed class LuceneNetEngine : IEngine
{
    private static readonly FieldType Words = new(TextField.TYPE_NOT_STORED) { IndexOptions = IndexOptions.DOCS_AND_FREQS };

    private IndexSearcher? searcher;

    public long Index(string documents, string folder, int threads)
    {
        var lines = File.ReadAllLines(documents);
        Directory.CreateDirectory(folder);
        using (var directory = new PreadDirectory(folder, null, BlockCache.Shared))
        using (var analyzer = new WhitespaceAnalyzer(LuceneVersion.LUCENE_48))
        using (var writer = new IndexWriter(directory, new IndexWriterConfig(LuceneVersion.LUCENE_48, analyzer) { Similarity = ReviewSimilarity.Create(), RAMBufferSizeMB = 64 }))
        {
            Parallel.For(0, threads, new ParallelOptions { MaxDegreeOfParallelism = threads }, thread =>
            {
                for (var at = thread; at < lines.Length; at += threads) writer.AddDocument(Of(lines[at].Split('\t')));
            });
            writer.Commit();
        }
        return Directory.EnumerateFiles(folder).Sum(file => new FileInfo(file).Length);
    }

    public void Open(string folder, IReadOnlyList<AskedQuery> queries) =>
        searcher = new IndexSearcher(DirectoryReader.Open(new PreadDirectory(folder, null, BlockCache.Shared))) { Similarity = ReviewSimilarity.Create() };

    /// <summary>Matches and their page alone: the facets are the product's.</summary>
    public int Ask(string task, AskedQuery query)
    {
        Query asked = task is "match-all" ? new MatchAllDocsQuery() : All(query.Terms);
        var collector = TopScoreDocCollector.Create(10, docsScoredInOrder: true);
        searcher!.Search(asked, collector);
        foreach (var hit in collector.GetTopDocs().ScoreDocs) _ = searcher.Doc(hit.Doc).GetBinaryValue("stored");
        return collector.TotalHits;
    }

    public void Dispose() => searcher?.IndexReader.Dispose();

    private static BooleanQuery All(IReadOnlyList<string> terms)
    {
        var all = new BooleanQuery(disableCoord: true);
        foreach (var term in terms) all.Add(new TermQuery(new Term("words", term)), Occur.MUST);
        return all;
    }

    private static Document Of(string[] fields)
    {
        var document = new Document { new StringField("id", fields[0], Field.Store.NO), new Field("words", fields[1], Words) };
        for (var dimension = 0; dimension < 5; dimension++)
            foreach (var label in fields[2 + dimension].Split(Corpus.ListMark, StringSplitOptions.RemoveEmptyEntries).Distinct())
                document.Add(new SortedSetDocValuesField($"label{dimension}", new BytesRef(label)));
        document.Add(new StoredField("stored", System.Text.Encoding.UTF8.GetBytes(fields[7])));
        return document;
    }
}
