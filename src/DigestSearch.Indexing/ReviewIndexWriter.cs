using DigestSearch.Indexing.Analysis;
using DigestSearch.Reviews;
using Lucene.Net.Index;
using Lucene.Net.Util;
using Directory = Lucene.Net.Store.Directory;

namespace DigestSearch.Indexing;

/// <summary>
/// Puts and removes reviews, and commits. After any exception but <see cref="ArgumentException"/> dispose it without committing and open
/// another: a failed commit must never be tried again on the same writer.
/// </summary>
public sealed class ReviewIndexWriter : IDisposable
{
    private const double BufferMegabytes = 64;

    // Every word of a query is looked up in each segment: fewer of them make searches faster, at the price of more merging. Small segments count as
    // equal, of which the smallest are merged first; they must be small, since a digest that comes alone has them merged again and again.
    private const int SegmentsPerTier = 4;
    private const double SmallestTierMegabytes = 4;

    // A commit waits for merges when so many are to be done; a digest should be found before they are.
    private const int MostMergesWaiting = 8;

    private readonly string path;
    private readonly Directory directory;
    private readonly IndexWriter writer;
    private readonly ReviewAnalyzer analyzer = new();
    private readonly Vocabulary vocabulary;
    private CommitData commit;
    private IReadOnlyList<string> files = [];

    private ReviewIndexWriter(OwnerLock owner, CommitData commit, Vocabulary vocabulary, bool anew)
    {
        IsFresh = anew;
        this.commit = commit;
        this.vocabulary = vocabulary;
        path = owner.IndexPath;
        System.IO.Directory.CreateDirectory(path);
        directory = IndexDirectory.OpenForWriting(path);
        try
        {
            if (!anew) files = FilesOfCommit();
            writer = new IndexWriter(directory, new IndexWriterConfig(LuceneVersion.LUCENE_48, analyzer)
            {
                OpenMode = anew ? OpenMode.CREATE : OpenMode.APPEND,
                Similarity = ReviewSimilarity.Create(),
                RAMBufferSizeMB = BufferMegabytes,
                CheckIntegrityAtMerge = true,
                MergeScheduler = Merging(),
                MergePolicy = new TieredMergePolicy { SegmentsPerTier = SegmentsPerTier, MaxMergeAtOnce = SegmentsPerTier, FloorSegmentMB = SmallestTierMegabytes },
            });
        }
        catch
        {
            directory.Dispose();
            throw;
        }
    }

    /// <summary>Whether nothing was committed yet since it was begun anew.</summary>
    public bool IsFresh { get; private set; }

    /// <summary>Whether every file of the last commit is still there; somebody may have deleted them, or the whole directory.</summary>
    public bool IsOnDisk => files.All(file => File.Exists(Path.Combine(path, file)));

    /// <summary>Cursor of the last commit.</summary>
    public long Version => commit.Version;

    /// <summary>Goes on with an index that is <see cref="IndexStateKind.Ready"/>.</summary>
    public static ReviewIndexWriter Continue(OwnerLock owner, IndexState state, Vocabulary vocabulary) =>
        new(owner, state.Commit ?? throw new ArgumentException("Only an index that is ready can be continued.", nameof(state)), vocabulary, anew: false);

    /// <summary>
    /// Begins anew. Readers keep the old commit until the first commit of the new one; a damaged index is moved aside, since Lucene
    /// would read its files again.
    /// </summary>
    public static ReviewIndexWriter Begin(OwnerLock owner, IndexState state, string archive, Vocabulary vocabulary)
    {
        if (state.Kind is IndexStateKind.Damaged) MoveAside(owner.IndexPath);
        // With CREATE in the same directory Lucene goes on counting segments; only a new directory begins another lineage.
        var lineage = state.Kind is IndexStateKind.Mismatch && state.Commit is { } old ? old.Lineage : Guid.NewGuid().ToString("N");
        return new(owner, new CommitData(ReviewFields.Format, IndexFingerprint.Of(vocabulary), archive, 0, lineage), vocabulary, anew: true);
    }

    /// <summary>Puts a review; idempotent by id.</summary>
    /// <exception cref="ArgumentException">Lucene refuses this one review; nothing else is touched, the former one stays.</exception>
    public void Put(StoredReview review)
    {
        var document = ReviewDocument.Of(review, vocabulary);
        writer.UpdateDocument(Term(review.Review.Id!), document);
    }

    /// <summary>Removes a review; idempotent.</summary>
    public void Remove(string id) => writer.DeleteDocuments(Term(id));

    /// <summary>Makes everything durable and visible, with the cursor.</summary>
    /// <param name="version">Archive version up to which changes are included.</param>
    public void Commit(long version)
    {
        var next = commit with { Version = version };
        writer.SetCommitData(next.Write());
        writer.Commit();
        commit = next;
        files = FilesOfCommit();
        IsFresh = false;
    }

    /// <summary>Closes without a commit: what came after the last one is dropped.</summary>
    public void Dispose()
    {
        try
        {
            writer.Rollback();
        }
        catch (MergePolicy.MergeException)
        {
            // A merge that failed with the writer: what it wrote was never committed, and the lock is released all the same.
        }
        finally
        {
            analyzer.Dispose();
            directory.Dispose();
        }
    }

    private IReadOnlyList<string> FilesOfCommit()
    {
        var infos = new SegmentInfos();
        infos.Read(directory);
        return [.. infos.GetFiles(directory, includeSegmentsFile: true)];
    }

    private static ConcurrentMergeScheduler Merging()
    {
        var merging = new ConcurrentMergeScheduler();
        merging.SetMaxMergesAndThreads(MostMergesWaiting, maxThreadCount: 1);
        return merging;
    }

    private static Term Term(string id) => new(ReviewFields.Id.Name, id);

    private static void MoveAside(string path)
    {
        var aside = path + ".damaged";
        if (System.IO.Directory.Exists(aside)) System.IO.Directory.Delete(aside, recursive: true);
        if (System.IO.Directory.Exists(path)) System.IO.Directory.Move(path, aside);
    }
}
