using Lucene.Net.Search;
using Lucene.Net.Search.Similarities;

namespace DigestSearch.Indexing.Analysis;

/// <summary>BM25, the same for the norms that are written and the scores that are read.</summary>
internal static class ReviewSimilarity
{
    private const float Saturation = 1.2f, Length = 0.75f; // k1 and b

    // Every word is two terms at one position, and the average length counts terms: so must a document's own.
    public static Similarity Create() => new BM25Similarity(Saturation, Length) { DiscountOverlaps = false };

    /// <summary>More than any review can score by a term, a phrase or a span: the frequency counts less and less, up to a bound.</summary>
    // What stands before the frequency is the square root of what is normalized, which BM25 does not do.
    public static double Most(Weight weight) => (Saturation + 1) * Math.Sqrt(weight.GetValueForNormalization());
}
