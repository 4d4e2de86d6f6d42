using DigestSearch.Search.Lookup;
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
    /// <param name="alike">What counts as much as some of the terms together.</param>
    /// <param name="reader">The whole index.</param>
    public Coverage(IEnumerable<Term> terms, IEnumerable<(IEnumerable<Term> Terms, Query Query)> alike, IndexReader reader)
    {
        var left = terms.ToHashSet();
        foreach (var (said, other) in alike)
        {
            var own = new BooleanQuery(disableCoord: true);
            var weight = said.Where(left.Remove).Sum(term => Add(own, term, reader));
            if (weight == 0) continue;
            query.Add(new DisjunctionMaxQuery(0) { own, ClauseQueries.Weighted(new ConstantScoreQuery(other), weight) }, Occur.SHOULD);
            Whole += weight;
        }
        foreach (var term in left) Whole += Add(query, term, reader);
    }

    /// <summary>The weight of all words.</summary>
    public int Whole { get; }

    /// <summary>The reviews that hold most, at least so many where so many hold anything; null where none does.</summary>
    /// <param name="enough">Number of reviews.</param>
    /// <param name="frame">What must or must not match besides.</param>
    /// <param name="searcher">The whole index.</param>
    /// <param name="cancellation">Looked at once a segment.</param>
    public CoveredReviews? Most(int enough, BooleanQuery frame, IndexSearcher searcher, CancellationToken cancellation)
    {
        var weights = new Weights(Whole, enough, cancellation);
        searcher.Search(Framed(frame), weights);
        return weights.Most();
    }

    private static int Add(BooleanQuery query, Term term, IndexReader reader)
    {
        var weight = Math.Max(1, (int)(Rarity(term, reader) * Resolution));
        query.Add(ClauseQueries.Weighted(new ConstantScoreQuery(new SnapshotTermQuery(term)), weight), Occur.SHOULD);
        return weight;
    }

    private BooleanQuery Framed(BooleanQuery frame)
    {
        // Words alone are collected in bulk.
        if (frame.Clauses.Count == 0) return query;
        var framed = new BooleanQuery(disableCoord: true) { { query, Occur.MUST } };
        foreach (var clause in frame.Clauses) framed.Add(clause.Occur is Occur.MUST ? ClauseQueries.Weighted(new ConstantScoreQuery(clause.Query), 0) : clause.Query, clause.Occur);
        return framed;
    }

    private static float Rarity(Term term, IndexReader reader)
    {
        var frequency = reader.DocFreq(term);
        return MathF.Log(1 + ((reader.NumDocs - frequency + 0.5f) / (frequency + 0.5f)));
    }

    // Keeps what can still be among the most, not every match.
    private sealed class Weights(int whole, int enough, CancellationToken cancellation) : ICollector
    {
        private readonly int[] counts = new int[whole + 1];
        private readonly List<(int Document, int Weight)> kept = [];
        private int room = Math.Max(4 * enough, 1_024);
        private int least = 1;
        private Scorer? scorer;
        private int docBase;

        public bool AcceptsDocsOutOfOrder => true;

        public void SetScorer(Scorer scorer) => this.scorer = scorer;

        public void SetNextReader(AtomicReaderContext context)
        {
            cancellation.ThrowIfCancellationRequested();
            docBase = context.DocBase;
        }

        public void Collect(int doc)
        {
            var weight = (int)scorer!.GetScore();
            if (weight < least) return;
            counts[weight]++;
            kept.Add((docBase + doc, weight));
            if (kept.Count < room) return;
            Prune();
            room = Math.Max(room, 2 * kept.Count);
        }

        public CoveredReviews? Most()
        {
            Prune();
            return kept.Count == 0 ? null : new CoveredReviews([.. kept.Select(review => review.Document).Order()], least);
        }

        private void Prune()
        {
            var (weight, found) = (counts.Length, 0);
            while (weight > least && found < enough) found += counts[--weight];
            // The least weight there is, where there are too few.
            while (weight < counts.Length - 1 && counts[weight] == 0) weight++;
            least = weight;
            kept.RemoveAll(review => review.Weight < least);
        }
    }
}

/// <summary>Reviews that hold at least so much of a query's words.</summary>
/// <param name="documents">Their numbers in the whole index, rising.</param>
/// <param name="least">The least weight among them.</param>
internal sealed class CoveredReviews(int[] documents, int least) : Filter
{
    public int Least => least;

    public override DocIdSet GetDocIdSet(AtomicReaderContext context, IBits acceptDocs)
    {
        var (start, end) = (First(context.DocBase), First(context.DocBase + context.AtomicReader.MaxDoc));
        return new Documents(documents.AsMemory(start, end - start), context.DocBase);
    }

    public override string ToString() => $"coverage>={least}";

    private int First(int document)
    {
        var at = Array.BinarySearch(documents, document);
        return at < 0 ? ~at : at;
    }

    // Deleted reviews are not among them: they were found by a search.
    private sealed class Documents(ReadOnlyMemory<int> documents, int docBase) : DocIdSet
    {
        public override bool IsCacheable => false;

        public override DocIdSetIterator GetIterator() => new DocumentIterator(documents, docBase);
    }

    private sealed class DocumentIterator(ReadOnlyMemory<int> documents, int docBase) : DocIdSetIterator
    {
        private int at = -1;

        public override int DocID => at < 0 ? -1 : at < documents.Length ? documents.Span[at] - docBase : NO_MORE_DOCS;

        public override int NextDoc()
        {
            at = Math.Min(at + 1, documents.Length);
            return DocID;
        }

        public override int Advance(int target)
        {
            do at = Math.Min(at + 1, documents.Length);
            while (DocID < target);
            return DocID;
        }

        public override long GetCost() => documents.Length;
    }
}
