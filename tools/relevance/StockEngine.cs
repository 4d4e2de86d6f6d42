using System.Globalization;
using Lucene.Net.Analysis;
using Lucene.Net.Analysis.En;
using Lucene.Net.Analysis.Ru;
using Lucene.Net.Analysis.TokenAttributes;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Search.Similarities;
using Lucene.Net.Store;
using Lucene.Net.Util;

namespace DigestSearch.RelevanceMeasure;

/// <summary>What one gets without thought: Lucene's BM25 and its English or Russian analyzer over title and text in one field, any word matching.</summary>
public static class StockEngine
{
    private const string Id = "id", Words = "words";

    /// <summary>Runs the queries of a collection.</summary>
    public static Run Run(Collection collection, int depth)
    {
        var reviews = collection.Reviews.ToList();
        using Analyzer analyzer = IsRussian(reviews) ? new RussianAnalyzer(LuceneVersion.LUCENE_48) : new EnglishAnalyzer(LuceneVersion.LUCENE_48);
        using var directory = new RAMDirectory();
        var similarity = new BM25Similarity();
        using (var writer = new IndexWriter(directory, new IndexWriterConfig(LuceneVersion.LUCENE_48, analyzer) { Similarity = similarity }))
            foreach (var review in reviews)
                writer.AddDocument([new StringField(Id, review.Id, Field.Store.YES), new TextField(Words, review.Title + " " + (review.Text ?? review.Abstract), Field.Store.NO)]);
        using var reader = DirectoryReader.Open(directory);
        var searcher = new IndexSearcher(reader) { Similarity = similarity };
        return new Run("stock", collection.Queries.ToDictionary(query => query.Id, IReadOnlyList<string> (query) =>
            [.. searcher.Search(Any(analyzer, query.Text), depth).ScoreDocs.Select(hit => searcher.Doc(hit.Doc).Get(Id, CultureInfo.InvariantCulture))]));
    }

    private static BooleanQuery Any(Analyzer analyzer, string text)
    {
        var any = new BooleanQuery();
        using var tokens = analyzer.GetTokenStream(Words, text);
        var term = tokens.GetAttribute<ICharTermAttribute>();
        tokens.Reset();
        while (tokens.IncrementToken()) any.Add(new TermQuery(new Term(Words, term.ToString())), Occur.SHOULD);
        tokens.End();
        return any;
    }

    private static bool IsRussian(IEnumerable<CorpusReview> reviews)
    {
        var text = string.Concat(reviews.Take(100).Select(review => review.Title + review.Text));
        return text.Count(letter => letter is >= 'а' and <= 'я') > text.Count(char.IsAsciiLetter);
    }
}
