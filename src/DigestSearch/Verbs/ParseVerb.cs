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
        foreach (var file in paths.SelectMany(Documents.Of))
        {
            foreach (var problem in Print(file, reader, output, explain))
            {
                problems++;
                output.Flush();
                Documents.Tell(problem);
            }
        }
        return problems == 0 ? Run.Done : Run.Problems;
    }

    private static IEnumerable<Problem> Print(DocumentFile file, DigestReader reader, StreamWriter output, bool explain)
    {
        Stream content;
        try
        {
            content = file.Open();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return [Documents.Unreadable(file, exception)];
        }
        return IsLines(file.Name) ? PrintLines(content, file.Name, reader, output, explain) : PrintDigest(content, file.Name, reader, output, explain);
    }

    private static bool IsLines(string name) =>
        name.EndsWith(".jsonl", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".jsonl.gz", StringComparison.OrdinalIgnoreCase);

    private static IReadOnlyList<Problem> PrintDigest(Stream content, string name, DigestReader reader, StreamWriter output, bool explain)
    {
        using var bytes = new MemoryStream();
        using (content) content.CopyTo(bytes);
        var reading = reader.Read(bytes.GetBuffer().AsMemory(0, (int)bytes.Length), name);
        for (var at = 0; at < reading.Reviews.Count; at++)
        {
            if (explain) ReviewExplanation.Print(name, reading.Reviews[at], reading.Origins[at].Value, output);
            else Print(ReviewLine.Of(reading.Reviews[at], reading.Digest) with { Document = name }, output);
        }
        return reading.Problems;
    }

    private static IEnumerable<Problem> PrintLines(Stream content, string name, DigestReader reader, StreamWriter output, bool explain)
    {
        using var lines = content;
        var ordinal = 0;
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
