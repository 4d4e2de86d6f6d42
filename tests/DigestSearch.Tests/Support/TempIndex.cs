using DigestSearch.Indexing;
using DigestSearch.Reviews;
using DigestSearch.Search;
using DigestSearch.Search.Suggest;

namespace DigestSearch.Tests.Support;

/// <summary>A real index in a folder of its own; every call of <see cref="Commit"/> makes a segment.</summary>
internal sealed class TempIndex : IDisposable
{
    private readonly TempFolder folder = new();
    private readonly OwnerLock owner;
    private readonly ReviewIndexWriter writer;
    private readonly ReviewIndexReader reader;
    private long version;

    public TempIndex(Vocabulary? vocabulary = null)
    {
        vocabulary ??= Vocabulary.Empty;
        owner = OwnerLock.TryTake(folder.Path)!;
        writer = ReviewIndexWriter.Begin(owner, IndexState.Inspect(owner.IndexPath, "", ""), "archive", vocabulary);
        reader = new ReviewIndexReader(owner.IndexPath);
        Searcher = new ReviewSearcher(reader, vocabulary);
        Suggester = new Suggester(reader, vocabulary);
    }

    public ReviewSearcher Searcher { get; }

    public Suggester Suggester { get; }

    public ReviewIndexReader Reader => reader;

    public static TempIndex Of(params Review[] reviews) => Of(reviews.Select(review => Some.Stored(review)));

    public static TempIndex Of(IEnumerable<StoredReview> reviews)
    {
        var index = new TempIndex();
        index.Commit(reviews, []);
        return index;
    }

    public void Commit(IEnumerable<StoredReview> put, IEnumerable<string> removed)
    {
        foreach (var review in put) writer.Put(review);
        foreach (var id in removed) writer.Remove(id);
        writer.Commit(++version);
        reader.Refresh();
    }

    public ReviewResults Search(ReviewQuery query) => Searcher.Search(query, TestContext.Current.CancellationToken);

    public FacetLabels Labels(FacetQuery query) => Searcher.Labels(query, TestContext.Current.CancellationToken);

    public SuggestResults Suggest(SuggestQuery query) => Suggester.Suggest(query, TestContext.Current.CancellationToken);

    public ReviewResults Search(string text) => Search(new ReviewQuery { Text = text });

    /// <summary>Ids of the hits, best first.</summary>
    public IReadOnlyList<string> Ids(string text) => [.. Search(text).Hits.Select(hit => hit.Review.Id!)];

    public void Dispose()
    {
        reader.Dispose();
        writer.Dispose();
        owner.Dispose();
        folder.Dispose();
    }
}
