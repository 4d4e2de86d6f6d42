using DigestSearch.Indexing;
using DigestSearch.Search.Facets;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Search.Similarities;

namespace DigestSearch.Search;

/// <summary>One commit, immutable: reader, facet state and generation belong together.</summary>
internal sealed class Snapshot
{
    public Snapshot(DirectoryReader reader, CommitData commit, LabelTables labels, IReadOnlyList<SegmentState> segments)
    {
        Reader = reader;
        Commit = commit;
        Labels = labels;
        Segments = segments;
        Generation = reader.IndexCommit.Generation;
        Searcher = new IndexSearcher(reader) { Similarity = new BM25Similarity() };
    }

    public DirectoryReader Reader { get; }

    public CommitData Commit { get; }

    public LabelTables Labels { get; }

    /// <summary>States in the order of the reader's leaves.</summary>
    public IReadOnlyList<SegmentState> Segments { get; }

    public long Generation { get; }

    public IndexSearcher Searcher { get; }
}

/// <summary>A borrowed snapshot; give it back by disposing.</summary>
internal readonly struct SnapshotLease(Snapshot snapshot) : IDisposable
{
    public Snapshot Snapshot => snapshot;

    public void Dispose() => snapshot.Reader.DecRef();
}
