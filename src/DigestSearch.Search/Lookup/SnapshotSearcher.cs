using System.Collections.Concurrent;
using DigestSearch.Indexing.Analysis;
using Lucene.Net.Index;
using Lucene.Net.Search;

namespace DigestSearch.Search.Lookup;

/// <summary>Adds up the statistics of a field once, not for every word of a query.</summary>
internal sealed class SnapshotSearcher : IndexSearcher
{
    private readonly ConcurrentDictionary<string, CollectionStatistics> statistics = new(StringComparer.Ordinal);

    public SnapshotSearcher(IndexReader reader)
        : base(reader) => Similarity = ReviewSimilarity.Create();

    public override CollectionStatistics CollectionStatistics(string field) => statistics.GetOrAdd(field, base.CollectionStatistics);
}
