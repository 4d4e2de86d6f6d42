using System.Globalization;
using DigestSearch.Indexing;
using DigestSearch.Search.Lookup;
using DigestSearch.Tests.Support;
using Lucene.Net.Analysis.Core;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Store;
using Lucene.Net.Util;

namespace DigestSearch.Tests.Search.Lookup;

public sealed class CachedTermsTests : IDisposable
{
    private const string Field = "text";
    private readonly TempFolder folder = new();
    private readonly PreadDirectory directory;
    private readonly IndexWriter writer;

    public CachedTermsTests()
    {
        directory = new PreadDirectory(folder.Path, NoLockFactory.GetNoLockFactory(), new BlockCache(1));
        writer = new IndexWriter(directory, new IndexWriterConfig(LuceneVersion.LUCENE_48, new WhitespaceAnalyzer(LuceneVersion.LUCENE_48)) { MergePolicy = NoMergePolicy.COMPOUND_FILES });
    }

    public void Dispose()
    {
        writer.Dispose();
        directory.Dispose();
        folder.Dispose();
    }

    // More terms than a segment keeps, and as many that are not there.
    [Fact]
    public void EveryTermIsFoundAsWithoutAnyNumberOfTimes()
    {
        for (var segment = 0; segment < 2; segment++) Commit(Enumerable.Range(0, 300).Select(document => string.Join(' ', Enumerable.Range(0, 20).Select(word => Word((document * 20) + (word % 18))))));
        using var bare = DirectoryReader.Open(directory);
        using var cached = new CachedTermsReader(DirectoryReader.Open(directory));
        for (var round = 0; round < 3; round++)
            for (var number = 0; number < 6_000; number++)
            {
                var term = new Term(Field, Word(number));
                Assert.Equal((bare.DocFreq(term), bare.TotalTermFreq(term)), (cached.DocFreq(term), cached.TotalTermFreq(term)));
                if (number % 100 == 0) Assert.Equal(Documents(bare, new TermQuery(term)), Documents(cached, new TermQuery(term)));
            }
    }

    // What is read again would be missed: the files are cut short. Only the block that was read last is kept.
    [Fact]
    public void ATermIsLookedForInAFileOnce()
    {
        Commit(Enumerable.Range(0, 20_000).Select(Word));
        using var cached = new CachedTermsReader(DirectoryReader.Open(directory));
        var (found, missing, other) = (new Term(Field, Word(7)), new Term(Field, Word(7) + "-"), new Term(Field, Word(15_000)));
        Assert.Equal((1, 0), (cached.DocFreq(found), cached.DocFreq(missing)));
        foreach (var file in System.IO.Directory.EnumerateFiles(folder.Path)) File.WriteAllBytes(file, []);
        Assert.Equal((1, 1L, 0), (cached.DocFreq(found), cached.TotalTermFreq(found), cached.DocFreq(missing)));
        Assert.Throws<EndOfStreamException>(() => cached.DocFreq(other));
    }

    [Fact]
    public void PhrasesAndPrefixesMatchAsWithout()
    {
        Commit(["a b c", "b a", "a b", "ab abc"]);
        using var bare = DirectoryReader.Open(directory);
        using var cached = new CachedTermsReader(DirectoryReader.Open(directory));
        foreach (var query in new Query[] { new PhraseQuery { new Term(Field, "a"), new Term(Field, "b") }, new PrefixQuery(new Term(Field, "a")), new WildcardQuery(new Term(Field, "*b*")) })
            for (var round = 0; round < 2; round++) Assert.Equal(Documents(bare, query), Documents(cached, query));
    }

    [Fact]
    public void FromATermThatWasKeptTheNextIsFound()
    {
        Commit(["a b c"]);
        using var cached = new CachedTermsReader(DirectoryReader.Open(directory));
        var terms = cached.Leaves[0].AtomicReader.GetTerms(Field);
        for (var round = 0; round < 2; round++)
        {
            var at = terms.GetEnumerator();
            Assert.True(at.SeekExact(new BytesRef("b")));
            Assert.Equal("b", at.Term.Utf8ToString());
            Assert.False(at.SeekExact(new BytesRef("bb")));
            Assert.True(at.SeekExact(new BytesRef("a")));
            Assert.Equal(TermsEnum.SeekStatus.NOT_FOUND, at.SeekCeil(new BytesRef("aa")));
            Assert.Equal("b", at.Term.Utf8ToString());
            Assert.True(at.MoveNext());
            Assert.Equal("c", at.Term.Utf8ToString());
        }
    }

    [Fact]
    public void AReaderOpenedAgainSeesWhatCameAndClosesWithTheOther()
    {
        Commit(["a"]);
        var first = new CachedTermsReader(DirectoryReader.Open(directory));
        Assert.Equal(1, first.DocFreq(new Term(Field, "a")));
        Commit(["a b"]);
        var second = DirectoryReader.OpenIfChanged(first);
        Assert.Equal((2, 1), (second.DocFreq(new Term(Field, "a")), second.DocFreq(new Term(Field, "b"))));
        Assert.Same(first.Leaves[0].Reader.CoreCacheKey, second.Leaves[0].Reader.CoreCacheKey);
        first.Dispose();
        Assert.Equal([0, 1], Documents(second, new TermQuery(new Term(Field, "a"))));
        second.Dispose();
        Assert.Equal(0, second.RefCount);
    }

    private static string Word(int number) => string.Create(CultureInfo.InvariantCulture, $"w{number}");

    private static IEnumerable<int> Documents(IndexReader reader, Query query) => new IndexSearcher(reader).Search(query, 1_000).ScoreDocs.Select(hit => hit.Doc).Order();

    private void Commit(IEnumerable<string> texts)
    {
        foreach (var text in texts) writer.AddDocument([new TextField(Field, text, Lucene.Net.Documents.Field.Store.NO)]);
        writer.Commit();
    }
}
