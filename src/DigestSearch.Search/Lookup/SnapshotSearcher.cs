using System.Collections.Concurrent;
using DigestSearch.Indexing.Analysis;
using Lucene.Net.Index;
using Lucene.Net.Search;

namespace DigestSearch.Search.Lookup;

/// <summary>Adds up the statistics of a field and of a term once, not for every query.</summary>
internal sealed class SnapshotSearcher : IndexSearcher
{
    // Each holds a reference for every segment.
    private const int MostTerms = 8_192;

    private readonly ConcurrentDictionary<string, CollectionStatistics> statistics = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<Term, TermContext> terms = [];

    public SnapshotSearcher(IndexReader reader)
        : base(reader) => Similarity = ReviewSimilarity.Create();

    public override CollectionStatistics CollectionStatistics(string field) => statistics.GetOrAdd(field, base.CollectionStatistics);

    /// <summary>Where a term stands in each segment; never changed.</summary>
    public TermContext Find(Term term)
    {
        if (terms.TryGetValue(term, out var known)) return known;
        var found = TermContext.Build(TopReaderContext, term);
        // Begun anew where it is full: what is asked for often is back at once.
        if (terms.Count >= MostTerms) terms.Clear();
        return terms[term] = found;
    }
}
