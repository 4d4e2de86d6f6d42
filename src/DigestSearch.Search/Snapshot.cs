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

    private readonly Lazy<int[][]> totals;
    private readonly Lazy<IReadOnlyList<TitleEntries>> titles;

    public Snapshot(DirectoryReader reader, CommitData commit, LabelTables labels, IReadOnlyList<SegmentState> segments)
    {
        Reader = reader;
        Commit = commit;
        Labels = labels;
        Segments = segments;
        Generation = reader.IndexCommit.Generation;
        Committed = File.GetLastWriteTimeUtc(Path.Combine(((FSDirectory)reader.Directory).Directory.FullName, reader.IndexCommit.SegmentsFileName));
        Searcher = new SnapshotSearcher(reader);
        totals = new Lazy<int[][]>(() => [.. Dimensions.All.Select(Count)]);
        titles = new Lazy<IReadOnlyList<TitleEntries>>(CountTitles);
    }

    public DirectoryReader Reader { get; }

    public CommitData Commit { get; }

    public LabelTables Labels { get; }

    /// <summary>States in the order of the reader's leaves.</summary>
    public IReadOnlyList<SegmentState> Segments { get; }

    public long Generation { get; }

    /// <summary>When the commit was written.</summary>
    public DateTimeOffset Committed { get; }

    public IndexSearcher Searcher { get; }

    /// <summary>Counts of all reviews by label number: what a search for everything answers, counted once.</summary>
    public int[] Totals(Dimension dimension) => totals.Value[(int)dimension];

    /// <summary>Titles by their words, a part for each segment.</summary>
    public IReadOnlyList<TitleEntries> Titles => titles.Value;

    /// <summary>Whether somebody asked for titles.</summary>
    public bool HasTitles => titles.IsValueCreated;

    /// <summary>The review as the index keeps it.</summary>
    /// <param name="document">Its number in the whole index.</param>
    public StoredReview Stored(int document)
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

    private int[] Count(Dimension dimension)
    {
        var counts = new int[Labels[dimension].Count];
        foreach (var leaf in Reader.Leaves)
        {
            var (facet, live) = (Segments[leaf.Ord][dimension], leaf.AtomicReader.LiveDocs);
            for (var document = 0; document < leaf.AtomicReader.MaxDoc; document++)
                if (live is null || live.Get(document))
                    foreach (var label in facet[document]) counts[label]++;
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
