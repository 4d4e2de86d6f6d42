using System.CommandLine;
using DigestSearch.Archive;
using DigestSearch.Indexing;
using DigestSearch.Reviews;
using DigestSearch.Reviews.Reading;
using DigestSearch.Search;
using DigestSearch.Worker;
using DigestSearch.Worker.Sources;
using Microsoft.Extensions.Logging.Abstractions;

namespace DigestSearch.Verbs;

/// <summary><c>ingest</c>: reads and archives documents, and sees them indexed.</summary>
internal static class IngestVerb
{
    private static readonly TimeSpan LongestIndexing = TimeSpan.FromHours(6);

    public static Command Create()
    {
        var (paths, data, vocabulary) = (Options.Paths("Files or folders to take in; a folder is walked."), Options.Data(), Options.Vocabulary());
        var command = new Command("ingest", "Reads documents into the archive and indexes them, or waits until the running worker has.") { paths, data, vocabulary };
        command.SetAction((result, cancellation) => IngestAsync(
            result.GetValue(paths)!, Settings.Read(result.GetValue(data)), Vocabularies.Load(result.GetValue(vocabulary)), cancellation));
        return command;
    }

    private static async Task<int> IngestAsync(string[] paths, Settings settings, Vocabulary vocabulary, CancellationToken cancellation)
    {
        var documents = paths.SelectMany(path => Documents.Of(path).Select(file => (Source: new Source(SourceKind.Hand, DocumentFiles.FolderOf(path)), File: file))).ToList();
        using var owner = OwnerLock.TryTake(settings.Data);
        using var archive = ReviewArchive.Open(settings.Data);
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var follower = owner is null ? null : new IndexFollower(archive, owner, vocabulary, new WorkerSettings(), NullLogger<IndexFollower>.Instance);
        var following = follower is null ? Task.CompletedTask : Task.Run(() => follower.FollowAsync(stopping.Token), CancellationToken.None);
        try
        {
            var tally = new Tally();
            Progress.Run("Reading", documents.Sum(document => document.File.File.Length), bar => Read(documents, new Intake(archive, new DigestReader(vocabulary)), tally, bar, cancellation));
            await IndexedAsync(settings, archive, owner is null, cancellation).ConfigureAwait(false);
            Console.WriteLine(tally.Summary(documents.Count, archive));
            return tally.Problems == 0 ? Run.Done : Run.Problems;
        }
        finally
        {
            await stopping.CancelAsync().ConfigureAwait(false);
            await following.ConfigureAwait(false);
            follower?.Dispose();
        }
    }

    private static void Read(List<(Source Source, DocumentFile File)> documents, Intake intake, Tally tally, IProgress<long> bar, CancellationToken cancellation)
    {
        var read = 0L;
        foreach (var (source, file) in documents)
        {
            cancellation.ThrowIfCancellationRequested();
            using var content = new MeteredStream(file.Open(), position => bar.Report(read + position));
            tally.Add(intake.Receive(source, file.Name, null, content, cancellation));
            bar.Report(read += file.File.Length);
        }
    }

    private static async Task IndexedAsync(Settings settings, ReviewArchive archive, bool byWorker, CancellationToken cancellation)
    {
        if (byWorker) await Console.Error.WriteLineAsync($"Waiting until {OwnerLock.OwnerOf(settings.Data)} has indexed it.").ConfigureAwait(false);
        using var index = new ReviewIndexReader(Path.Combine(settings.Data, IndexDirectory.FolderName));
        var target = archive.Version;
        if (!await index.WaitForVersionAsync(target, LongestIndexing, cancellation).ConfigureAwait(false))
            throw new CannotRunException("The documents are archived, but they were not indexed in time. Look at the log of the worker.");
    }

    private sealed class Tally
    {
        private int added;
        private int changed;
        private int unchanged;
        private int reviews;

        public int Problems { get; private set; }

        public void Add(Received received)
        {
            (added, changed, unchanged) = received.Outcome switch
            {
                IntakeOutcome.Added => (added + 1, changed, unchanged),
                IntakeOutcome.Changed => (added, changed + 1, unchanged),
                _ => (added, changed, unchanged + 1),
            };
            reviews += received.Reviews;
            Problems += received.Problems.Count;
            foreach (var problem in received.Problems) Documents.Tell(problem);
        }

        public string Summary(int documents, ReviewArchive archive) => string.Create(System.Globalization.CultureInfo.InvariantCulture,
            $"{documents} documents: {added} new, {changed} changed, {unchanged} as before; {reviews} reviews, {Problems} problems. The archive holds {archive.ReviewCount} reviews in {archive.DigestCount} digests.");
    }
}
