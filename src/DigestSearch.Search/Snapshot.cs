using System.Collections.Concurrent;
using System.Text.Json;
using DigestSearch.Indexing;
using DigestSearch.Search.Facets;
using DigestSearch.Search.Lookup;
using DigestSearch.Search.Suggest;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Store;

namespace DigestSearch.Search;

/// <summary>One commit, immutable: reader, facet state and generation belong together.</summary>
internal sealed class Snapshot
{
    private static readonly HashSet<string> StoredFields = [ReviewFields.Review.Name];

    /// <summary>How many of the first reviews of an order are kept.</summary>
    public const int FrontSize = 1_000;

    private const int MostReports = 64;

    private readonly HotReviews hot;
    private readonly Lazy<LabelCounts[]> totals;
    private readonly ConcurrentDictionary<SortOrder, Lazy<Candidate[]>> fronts = new();
    private readonly ConcurrentDictionary<(Dimension Dimension, int Size), Facet> reports = new();
    private readonly Lazy<IReadOnlyList<TitleEntries>> titles;

    public Snapshot(DirectoryReader reader, CommitData commit, LabelTables labels, SegmentState[] segments, HotReviews hot)
    {
        this.hot = hot;
        Reader = reader;
        Commit = commit;
        Labels = labels;
        Segments = segments;
        Generation = reader.IndexCommit.Generation;
        Committed = File.GetLastWriteTimeUtc(Path.Combine(((FSDirectory)reader.Directory).Directory.FullName, reader.IndexCommit.SegmentsFileName));
        Searcher = new SnapshotSearcher(reader);
        totals = new Lazy<LabelCounts[]>(CountAll);
        titles = new Lazy<IReadOnlyList<TitleEntries>>(CountTitles);
    }

    public DirectoryReader Reader { get; }

    public CommitData Commit { get; }

    public LabelTables Labels { get; }

    /// <summary>States in the order of the reader's leaves.</summary>
    public SegmentState[] Segments { get; }

    public long Generation { get; }

    /// <summary>When the commit was written.</summary>
    public DateTimeOffset Committed { get; }

    public IndexSearcher Searcher { get; }

    /// <summary>Counts of all reviews by label number: what a search for everything answers, counted once.</summary>
    public LabelCounts Totals(Dimension dimension) => totals.Value[(int)dimension];

    /// <summary>The first of all reviews in an order that is not of scores, found once.</summary>
    public Candidate[] Front(SortOrder sort) => fronts.GetOrAdd(sort, by => new Lazy<Candidate[]>(() => FindFront(by))).Value;

    /// <summary>What a search for everything tells of a dimension; kept for the sizes that are asked for first.</summary>
    public Facet Whole(Dimension dimension, int size)
    {
        if (reports.TryGetValue((dimension, size), out var known)) return known;
        var report = FacetReport.Of(dimension, Totals(dimension), null, size, Labels[dimension]);
        if (reports.Count < MostReports) reports[(dimension, size)] = report;
        return report;
    }

    /// <summary>Titles by their words, a part for each segment.</summary>
    public IReadOnlyList<TitleEntries> Titles => titles.Value;

    /// <summary>Whether somebody asked for titles.</summary>
    public bool HasTitles => titles.IsValueCreated;

    /// <summary>The review as the index keeps it.</summary>
    /// <param name="document">Its number in the whole index.</param>
    public StoredReview Stored(int document)
    {
        var leaf = Reader.Leaves[ReaderUtil.SubIndex(document, Reader.Leaves)];
        var place = new ReviewPlace(Segments[leaf.Ord].Number, document - leaf.DocBase);
        if (hot.Find(place) is { } known) return known;
        var review = Read(document);
        hot.Keep(place, review);
        return review;
    }

    /// <summary>The same for one of so many that no other should make way for it.</summary>
    public StoredReview Read(int document)
    {
        var bytes = Reader.Document(document, StoredFields).GetBinaryValue(ReviewFields.Review.Name);
        return JsonSerializer.Deserialize(bytes.Bytes.AsSpan(bytes.Offset, bytes.Length), StoredReviewJson.Default.StoredReview)!;
    }

    /// <summary>How many reviews match, whatever is selected; counting ends at a number that is enough.</summary>
    public int Count(Query query, int enough, CancellationToken cancellation)
    {
        var weight = Searcher.CreateNormalizedWeight(query);
        var found = 0;
        foreach (var leaf in Reader.Leaves)
        {
            cancellation.ThrowIfCancellationRequested();
            if (weight.GetScorer(leaf, leaf.AtomicReader.LiveDocs) is not { } scorer) continue;
            while (scorer.NextDoc() != DocIdSetIterator.NO_MORE_DOCS)
                if (++found >= enough) return found;
        }
        return found;
    }

    private IReadOnlyList<TitleEntries> CountTitles()
    {
        var parts = Reader.Leaves.Select(leaf => (Leaf: leaf, State: Segments[leaf.Ord], Titles: Segments[leaf.Ord].Titles(leaf.AtomicReader, Labels.Titles))).ToList();
        var counts = new int[Labels.Titles.Count];
        foreach (var (leaf, _, segment) in parts)
        {
            var live = leaf.AtomicReader.LiveDocs;
            for (var document = 0; document < segment.Numbers.Length; document++)
                if (live is null || live.Get(document)) counts[segment.Numbers[document]]++;
        }
        return [.. parts.Select(part => new TitleEntries(part.Leaf, part.State, part.Titles, counts))];
    }

    private Candidate[] FindFront(SortOrder sort)
    {
        var order = new HitOrder(sort, this);
        var best = new BestCandidates(FrontSize, order);
        foreach (var leaf in Reader.Leaves)
        {
            var live = leaf.AtomicReader.LiveDocs;
            for (var document = 0; document < leaf.AtomicReader.MaxDoc; document++)
                if (live is null || live.Get(document)) best.Offer(new Candidate(leaf.Ord, document, 0));
        }
        var front = best.All();
        Array.Sort(front, order);
        return front;
    }

    // Kept as long as the snapshot: their arrays are never given back.
    private LabelCounts[] CountAll()
    {
        var counts = Dimensions.All.Select(dimension => LabelCounts.Of(Labels[dimension].Count)).ToArray();
        foreach (var leaf in Reader.Leaves)
        {
            var live = leaf.AtomicReader.LiveDocs;
            for (var document = 0; document < leaf.AtomicReader.MaxDoc; document++)
                if (live is null || live.Get(document)) Segments[leaf.Ord].Facets.Count([document], counts);
        }
        return counts;
    }
}

/// <summary>A borrowed snapshot; give it back by disposing.</summary>
internal readonly struct SnapshotLease(Snapshot snapshot) : IDisposable
{
    public Snapshot Snapshot => snapshot;

    public void Dispose() => snapshot.Reader.DecRef();
}
