using Lucene.Net.Index;
using Lucene.Net.Search;

namespace DigestSearch.Search.Lookup;

/// <summary>A term that is looked up in all segments once for all queries of a snapshot.</summary>
internal sealed class SnapshotTermQuery(Term term) : TermQuery(term)
{
    public override Weight CreateWeight(IndexSearcher searcher) =>
        searcher is SnapshotSearcher snapshot ? new TermQuery(Term, snapshot.Find(Term)) { Boost = Boost }.CreateWeight(searcher) : base.CreateWeight(searcher);
}
