using DigestSearch.Indexing;
using DigestSearch.Reviews;
using DigestSearch.Search.Snippets;
using Lucene.Net.Index;
using Lucene.Net.Search;

namespace DigestSearch.Search.Similar;

/// <summary>Finds reviews that are like one: in their words, topics and authors, and a little in their labs.</summary>
public sealed class SimilarReviews(ReviewIndexReader index, Vocabulary vocabulary)
{
    // Other reviews of the same paper come first, and there are seldom more.
    private const int SamePaperRoom = 20;

    /// <summary>The reviews most like one, itself not among them; null where the index has no review of this id.</summary>
    /// <param name="query">What is asked for.</param>
    /// <param name="cancellation">Looked at once a segment.</param>
    /// <exception cref="IndexNotReadyException">No index is loaded yet.</exception>
    public SimilarResults? Of(SimilarQuery query, CancellationToken cancellation)
    {
        using var lease = index.Acquire();
        var snapshot = lease.Snapshot;
        if (Find(query.Id, snapshot.Reader) is not { } itself) return null;
        var review = snapshot.Stored(itself).Review;
        var alike = Alike(review, snapshot);
        var others = Others(query, itself, review, alike, snapshot, cancellation);
        if (others.Count < query.Size)
        {
            // Labels may be all that two reviews share: one in Russian, one in English.
            alike.Add(ClauseQueries.Weighted(new MatchAllDocsQuery(), 0), Occur.SHOULD);
            others = Others(query, itself, review, alike, snapshot, cancellation);
        }
        return new SimilarResults(query.Id, [.. others.Take(query.Size).Select(other => Hit(other.Candidate, other.Stored))], snapshot.Generation);
    }

    private static int? Find(string id, DirectoryReader reader)
    {
        foreach (var leaf in reader.Leaves)
            if (leaf.AtomicReader.GetTermDocsEnum(new Term(ReviewFields.Id.Name, id))?.NextDoc() is { } document and not DocIdSetIterator.NO_MORE_DOCS)
                return leaf.DocBase + document;
        return null;
    }

    private BooleanQuery Alike(Review review, Snapshot snapshot)
    {
        var alike = new BooleanQuery(disableCoord: true);
        foreach (var word in TellingTerms.Of(review, vocabulary.StopWords, snapshot.Reader)) alike.Add(word, Occur.SHOULD);
        return alike;
    }

    private static IReadOnlyList<(Candidate Candidate, StoredReview Stored)> Others(SimilarQuery query, int itself, Review review, Query alike, Snapshot snapshot, CancellationToken cancellation)
    {
        var labels = new SharedLabels(review, snapshot);
        for (var depth = query.Size + (query.SamePaper ? 0 : SamePaperRoom); ; depth *= 4)
        {
            var collector = new LikenessCollector(labels, itself, depth, snapshot, cancellation);
            snapshot.Searcher.Search(alike, collector);
            var found = collector.Best().Select(candidate => (candidate, snapshot.Stored(snapshot.Reader.Leaves[candidate.Segment].DocBase + candidate.Document))).ToList();
            var others = query.SamePaper ? found : OfOtherPapers(review, found);
            if (others.Count >= query.Size || found.Count < depth) return others;
        }
    }

    private static List<(Candidate Candidate, StoredReview Stored)> OfOtherPapers(Review review, List<(Candidate Candidate, StoredReview Stored)> found)
    {
        var papers = PaperGroups.Of([PaperKeys.Of(review), .. found.Select(one => PaperKeys.Of(one.Stored.Review))]);
        var same = papers.First(paper => paper.Reviews.Contains(0)).Reviews.ToHashSet();
        return [.. found.Where((_, at) => !same.Contains(at + 1))];
    }

    private static ReviewHit Hit(Candidate candidate, StoredReview stored) => new()
    {
        Review = stored.Review, Digest = new DigestReference(stored.DigestId, stored.Digest), Score = candidate.Score,
        TitleHighlight = Snippet.Whole(stored.Review.Title, Nothing), Snippet = Snippet.Best(stored.Review.Text, Nothing),
    };

    private static MarkedTerms Nothing { get; } = MarkedTerms.Of([]);
}
