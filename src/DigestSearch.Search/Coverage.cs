using DigestSearch.Indexing.Analysis;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;

namespace DigestSearch.Search;

/// <summary>How much of a query's words a review holds, each weighing as it is rare (the idf of BM25).</summary>
internal sealed class Coverage
{
    // Whole numbers add up to the same sum in any order.
    private const float Resolution = 64;

    private readonly BooleanQuery query = new(disableCoord: true);

    /// <param name="terms">Different terms of the words.</param>
    /// <param name="reader">The whole index.</param>
    public Coverage(IEnumerable<Term> terms, IndexReader reader)
    {
        foreach (var term in terms)
        {
            var weight = Math.Max(1, (int)(Rarity(term, reader) * Resolution));
            query.Add(ClauseQueries.Weighted(new ConstantScoreQuery(new TermQuery(term)), weight), Occur.SHOULD);
            Whole += weight;
        }
    }

    /// <summary>The weight of all words.</summary>
    public int Whole { get; }

    /// <summary>The greatest weight that so many reviews reach, or the least there is; null where nothing matches.</summary>
    /// <param name="enough">Number of reviews.</param>
    /// <param name="frame">What must or must not match besides.</param>
    /// <param name="searcher">The whole index.</param>
    /// <param name="cancellation">Looked at once a segment.</param>
    public int? Reaching(int enough, BooleanQuery frame, IndexSearcher searcher, CancellationToken cancellation)
    {
        var framed = new BooleanQuery(disableCoord: true) { { query, Occur.MUST } };
        foreach (var clause in frame.Clauses) framed.Add(clause.Occur is Occur.MUST ? ClauseQueries.Weighted(new ConstantScoreQuery(clause.Query), 0) : clause.Query, clause.Occur);
        var histogram = new Histogram(Whole, cancellation);
        searcher.Search(framed, histogram);
        return histogram.Reaching(enough);
    }

    /// <summary>Reviews that hold so much.</summary>
    public Filter AtLeast(int least) => new LeastFilter(query, least);

    private static float Rarity(Term term, IndexReader reader)
    {
        var frequency = reader.DocFreq(term);
        return MathF.Log(1 + ((reader.NumDocs - frequency + 0.5f) / (frequency + 0.5f)));
    }

    private sealed class Histogram(int whole, CancellationToken cancellation) : ICollector
    {
        private readonly int[] counts = new int[whole + 1];
        private Scorer? scorer;

        public bool AcceptsDocsOutOfOrder => false;

        public void SetScorer(Scorer scorer) => this.scorer = scorer;

        public void SetNextReader(AtomicReaderContext context) => cancellation.ThrowIfCancellationRequested();

        public void Collect(int doc) => counts[(int)scorer!.GetScore()]++;

        public int? Reaching(int enough)
        {
            int? least = null;
            for (var (weight, found) = (counts.Length - 1, 0); weight > 0 && found < enough; weight--)
                if (counts[weight] > 0) (least, found) = (weight, found + counts[weight]);
            return least;
        }
    }

    private sealed class LeastFilter(BooleanQuery query, int least) : Filter
    {
        public override DocIdSet GetDocIdSet(AtomicReaderContext context, IBits acceptDocs)
        {
            var searcher = new IndexSearcher(context.AtomicReader) { Similarity = ReviewSimilarity.Create() };
            return new Covered(searcher.CreateNormalizedWeight(query), context.AtomicReader.AtomicContext, acceptDocs, least);
        }

        public override string ToString() => $"coverage({query})>={least}";
    }

    private sealed class Covered(Weight weight, AtomicReaderContext context, IBits acceptDocs, int least) : DocIdSet
    {
        public override bool IsCacheable => false;

        public override DocIdSetIterator GetIterator() => weight.GetScorer(context, acceptDocs) is { } scorer ? new CoveredIterator(scorer, least) : null!;
    }

    private sealed class CoveredIterator(Scorer scorer, int least) : DocIdSetIterator
    {
        public override int DocID => scorer.DocID;

        public override int NextDoc()
        {
            int doc;
            do doc = scorer.NextDoc();
            while (doc != NO_MORE_DOCS && scorer.GetScore() < least);
            return doc;
        }

        public override int Advance(int target)
        {
            var doc = scorer.Advance(target);
            return doc == NO_MORE_DOCS || scorer.GetScore() >= least ? doc : NextDoc();
        }

        public override long GetCost() => scorer.GetCost();
    }
}
