using System.CommandLine;
using DigestSearch.Archive;
using DigestSearch.Reviews;
using DigestSearch.Reviews.Reading;
using DigestSearch.Worker.Sources;

namespace DigestSearch.Verbs;

/// <summary><c>ingest</c>: reads and archives documents, and sees them indexed.</summary>
internal static class IngestVerb
{
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
        using var archive = ReviewArchive.Open(settings.Data);
        var tally = new IngestTally();
        var indexing = new OwnIndexing(settings, archive, vocabulary);
        await using var _ = indexing.ConfigureAwait(false);
        Progress.Run("Reading", documents.Sum(document => document.File.File.Length), bar => Read(documents, new Intake(archive, new DigestReader(vocabulary)), tally, bar, cancellation));
        await indexing.WaitAsync(archive.Version, cancellation).ConfigureAwait(false);
        Console.WriteLine(tally.Summary(documents.Count, archive));
        return tally.Problems == 0 ? Run.Done : Run.Problems;
    }

    private static void Read(List<(Source Source, DocumentFile File)> documents, Intake intake, IngestTally tally, IProgress<long> bar, CancellationToken cancellation)
    {
        var read = 0L;
        foreach (var (source, file) in documents)
        {
            cancellation.ThrowIfCancellationRequested();
            if (Open(file, tally) is { } opened)
            {
                using var content = new MeteredStream(opened, position => bar.Report(read + position));
                Receive(source, file, content, intake, tally, cancellation);
            }
            bar.Report(read += file.File.Length);
        }
    }

    private static void Receive(Source source, DocumentFile file, Stream content, Intake intake, IngestTally tally, CancellationToken cancellation)
    {
        try
        {
            tally.Add(intake.Receive(source, file.Name, null, content, cancellation));
        }
        catch (Exception exception) when (Documents.IsOfDocument(exception))
        {
            tally.Add(Documents.Failed(file, exception));
        }
    }

    private static Stream? Open(DocumentFile file, IngestTally tally)
    {
        try
        {
            return file.Open();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            tally.Add(Documents.Unreadable(file, exception));
            return null;
        }
    }
}
