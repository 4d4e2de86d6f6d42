using System.CommandLine;
using System.Text;
using System.Text.Json;
using DigestSearch.Reviews;
using DigestSearch.Reviews.Reading;
using DigestSearch.Reviews.Reading.Formats;
using DigestSearch.Worker.Sources;

namespace DigestSearch.Verbs;

/// <summary><c>parse</c>: reads documents and prints their reviews; touches no archive.</summary>
internal static class ParseVerb
{
    public static Command Create()
    {
        var (paths, vocabulary) = (Options.Paths("Files or folders to read; a folder is walked."), Options.Vocabulary());
        var explain = new Option<bool>("--explain") { Description = "Prints for every review which rule gave which field, instead of JSON." };
        var command = new Command("parse", "Prints one JSON object per review to standard output, and problems to standard error.") { paths, vocabulary, explain };
        command.SetAction(result => Parse(result.GetValue(paths)!, Vocabularies.Load(result.GetValue(vocabulary)), result.GetValue(explain)));
        return command;
    }

    private static int Parse(string[] paths, Vocabulary vocabulary, bool explain)
    {
        var reader = new DigestReader(vocabulary);
        using var output = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(false), 1 << 16);
        output.NewLine = "\n";
        var problems = 0;
        foreach (var (file, reading) in ReadAhead(paths.SelectMany(Documents.Of), reader))
        {
            foreach (var problem in reading is null ? PrintLines(file, reader, output, explain) : Print(file.Name, reading.GetAwaiter().GetResult(), output, explain))
            {
                problems++;
                output.Flush();
                Documents.Tell(problem);
            }
        }
        return problems == 0 ? Run.Done : Run.Problems;
    }

    /// <summary>Digests in their order, of which a few are being read on the other cores; files of lines stream, so they are not.</summary>
    private static IEnumerable<(DocumentFile File, Task<DigestReading>? Reading)> ReadAhead(IEnumerable<DocumentFile> files, DigestReader reader)
    {
        var ahead = new Queue<(DocumentFile, Task<DigestReading>?)>();
        foreach (var file in files)
        {
            ahead.Enqueue((file, IsLines(file.Name) ? null : Task.Run(() => Read(file, reader))));
            if (ahead.Count > 2 * Environment.ProcessorCount) yield return ahead.Dequeue();
        }
        while (ahead.Count > 0) yield return ahead.Dequeue();
    }

    private static DigestReading Read(DocumentFile file, DigestReader reader)
    {
        try
        {
            using var bytes = new MemoryStream();
            using (var content = file.Open()) CopyStart(content, bytes);
            return reader.Read(bytes.GetBuffer().AsMemory(0, (int)bytes.Length), file.Name);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return new DigestReading(new Digest { Title = file.Name }, [], [Documents.Unreadable(file, exception)]);
        }
    }

    // One byte more than is read tells the reader that it is too much; a device never ends.
    private static void CopyStart(Stream content, MemoryStream bytes)
    {
        var part = new byte[1 << 16];
        for (int read; bytes.Length <= DigestReader.SizeLimit && (read = content.Read(part)) > 0;) bytes.Write(part, 0, read);
    }

    private static bool IsLines(string name) =>
        name.EndsWith(".jsonl", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".jsonl.gz", StringComparison.OrdinalIgnoreCase);

    private static IReadOnlyList<Problem> Print(string name, DigestReading reading, StreamWriter output, bool explain)
    {
        for (var at = 0; at < reading.Reviews.Count; at++)
        {
            if (explain) ReviewExplanation.Print(name, reading.Reviews[at], reading.Origins[at].Value, output);
            else Print(ReviewLine.Of(reading.Reviews[at], reading.Digest) with { Document = name }, output);
        }
        return reading.Problems;
    }

    private static IEnumerable<Problem> PrintLines(DocumentFile file, DigestReader reader, StreamWriter output, bool explain)
    {
        Stream content;
        Problem? unreadable = null;
        try
        {
            content = file.Open();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            (content, unreadable) = (Stream.Null, Documents.Unreadable(file, exception));
        }
        if (unreadable is not null)
        {
            yield return unreadable;
            yield break;
        }
        using var lines = content;
        var (name, ordinal) = (file.Name, 0);
        foreach (var result in ReviewLines.Read(lines, name))
        {
            if (result.Problem is { } problem) yield return problem;
            if (result.Review is not { } line) continue;
            var review = reader.ToReview(line, line.Ordinal ?? ++ordinal);
            if (explain) ReviewExplanation.Print(name, review, reader.OriginOf(line, review, result.Line), output);
            else Print(ReviewLine.Of(review, new Digest { Title = line.Digest ?? name }), output);
        }
    }

    private static void Print(ReviewLine line, StreamWriter output) => output.WriteLine(JsonSerializer.Serialize(line, ReviewJson.Plain.ReviewLine));
}
