using Lucene.Net.Search.Similarities;

namespace DigestSearch.Indexing.Analysis;

/// <summary>BM25, the same for the norms that are written and the scores that are read.</summary>
internal static class ReviewSimilarity
{
    // Every word is two terms at one position, and the average length counts terms: so must a document's own.
    public static Similarity Create() => new BM25Similarity { DiscountOverlaps = false };
}
