using DigestSearch.Indexing;
using DigestSearch.Search.Lookup;
using DigestSearch.Tests.Support;
using Lucene.Net.Analysis.Core;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Search.Spans;
using Lucene.Net.Store;
using Lucene.Net.Util;

namespace DigestSearch.Tests.Search.Lookup;

public sealed class DocumentsAmongTests : IDisposable
{
    private const string Name = "text";
    private const int Documents = 3_000; // Many blocks of postings.

    private readonly TempFolder folder = new();
    private readonly PreadDirectory directory;
    private readonly CachedTermsReader reader;

    public DocumentsAmongTests()
    {
        directory = new PreadDirectory(folder.Path, NoLockFactory.GetNoLockFactory(), new BlockCache(1));
        using (var writer = new IndexWriter(directory, new IndexWriterConfig(LuceneVersion.LUCENE_48, new WhitespaceAnalyzer(LuceneVersion.LUCENE_48))))
        {
            var random = new Random(5);
            for (var document = 0; document < Documents; document++)
                writer.AddDocument([new TextField(Name, string.Join(' ', Enumerable.Range(0, 12).Select(_ => (char)('a' + (int)(26 * random.NextDouble() * random.NextDouble())))), Field.Store.NO)]);
            writer.ForceMerge(1);
        }
        reader = new CachedTermsReader(DirectoryReader.Open(directory));
    }

    public void Dispose()
    {
        reader.Dispose();
        directory.Dispose();
        folder.Dispose();
    }

    // Terms, phrases in order and not quite, spans: one after the other with the postings of those before.
    [Fact]
    public void ScorersGiveTheseDocumentsAndScoreThemAsEver()
    {
        var searcher = new IndexSearcher(reader);
        var leaf = reader.Leaves[0];
        var random = new Random(9);
        var among = new DocumentsAmong(200);
        foreach (var query in Enumerable.Range(0, 60).SelectMany(_ => Queries(random)))
        {
            var chosen = Enumerable.Range(0, random.Next(200)).Select(_ => random.Next(Documents)).Distinct().Order().ToList();
            among.Begin();
            chosen.ForEach(among.Add);
            var weight = searcher.CreateNormalizedWeight(query);
            Assert.Equal(All(weight.GetScorer(leaf, null)).Where(hit => chosen.Contains(hit.Document)), All(weight.GetScorer(leaf, among)));
        }
    }

    [Fact]
    public void AdvancingStopsAtTheseDocumentsAlone()
    {
        var weight = new IndexSearcher(reader).CreateNormalizedWeight(new TermQuery(new Term(Name, "a")));
        var chosen = All(weight.GetScorer(reader.Leaves[0], null)).Select(hit => hit.Document).Where((_, place) => place % 400 == 0).ToList();
        var among = new DocumentsAmong(chosen.Count);
        among.Begin();
        chosen.ForEach(among.Add);
        var scorer = weight.GetScorer(reader.Leaves[0], among);
        Assert.Equal(chosen.Count, scorer.GetCost());
        Assert.Equal([chosen[1], chosen[3], DocIdSetIterator.NO_MORE_DOCS], new[] { scorer.Advance(chosen[0] + 1), scorer.Advance(chosen[3]), scorer.Advance(chosen[^1] + 1) });
    }

    private static IEnumerable<Query> Queries(Random random)
    {
        yield return new TermQuery(Term(random));
        yield return new PhraseQuery { Term(random), Term(random) };
        var near = new PhraseQuery { Slop = 2 };
        for (var word = 0; word < 3; word++) near.Add(Term(random));
        yield return near;
        yield return new SpanFirstQuery(new SpanTermQuery(Term(random)), 4);
    }

    private static Term Term(Random random) => new(Name, ((char)('a' + random.Next(27))).ToString()); // The last is nowhere.

    private static IEnumerable<(int Document, float Score)> All(Scorer? scorer)
    {
        while (scorer is not null && scorer.NextDoc() is var document and not DocIdSetIterator.NO_MORE_DOCS) yield return (document, scorer.GetScore());
    }
}
