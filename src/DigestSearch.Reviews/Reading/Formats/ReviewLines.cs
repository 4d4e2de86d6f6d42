using System.Globalization;
using System.Text.Json;

namespace DigestSearch.Reviews.Reading.Formats;

/// <summary>Streams the reviews of a <c>.jsonl</c> or <c>.jsonl.gz</c> source.</summary>
public static class ReviewLines
{
    /// <summary>Longer lines are skipped with a problem.</summary>
    public const int LineLimit = 4 * 1024 * 1024;

    private const int ProblemLimit = 100;
    private const int HopelessLines = 1_000;

    /// <summary>Reads line by line in bounded memory; gzip is known by its first bytes. The stream stays open.</summary>
    /// <param name="content">The source.</param>
    /// <param name="name">Its name in problems.</param>
    public static IEnumerable<ReviewLineResult> Read(Stream content, string name)
    {
        using var lines = new BoundedLines(content, LineLimit);
        var told = new ToldProblems(name);
        var anyObject = false;
        var outcome = LineOutcome.Line;
        while (!told.IsHopeless(anyObject, HopelessLines) && (outcome = lines.Next(out var bytes)) is LineOutcome.Line or LineOutcome.TooLong)
        {
            if (outcome is LineOutcome.TooLong)
            {
                told.Add(ProblemCodes.LineTooLong, lines.Number, string.Create(CultureInfo.InvariantCulture, $"The line is longer than {LineLimit} bytes and was skipped."), "Shorten its text.");
                continue;
            }
            var line = WithoutMark(bytes, lines.Number);
            if (IsBlank(line.Span)) continue;
            var review = ReadLine(line, lines.Number, told, ref anyObject);
            if (anyObject) foreach (var problem in told.Take()) yield return ReviewLineResult.Of(problem);
            if (review is not null) yield return new ReviewLineResult(lines.Number, review, null);
        }
        foreach (var problem in told.Close(outcome, anyObject, lines.Number)) yield return ReviewLineResult.Of(problem);
    }

    private static ReviewLine? ReadLine(ReadOnlyMemory<byte> line, int number, ToldProblems told, ref bool anyObject)
    {
        try
        {
            using var document = JsonDocument.Parse(line, new JsonDocumentOptions { MaxDepth = 32, AllowTrailingCommas = true });
            if (document.RootElement.ValueKind is not JsonValueKind.Object)
            {
                told.Add(ProblemCodes.LineInvalid, number, "The line is JSON, but no object.", "Write one object a line, with at least a title.");
                return null;
            }
            anyObject = true;
            var fields = new ReviewLineFields(document.RootElement);
            var review = fields.Read();
            if (review.Title is null && fields.Wrong.Contains("title")) told.Add(ProblemCodes.FieldInvalid, number, "The title is no text; the line was left out.", "Write the title of the paper as a string.");
            else if (review.Title is null) told.Add(ProblemCodes.TitleMissing, number, "The line has no title.", "Give it a field “title” with the title of the paper.");
            else if (fields.Wrong.Count > 0)
                told.Add(ProblemCodes.FieldInvalid, number, $"These fields have another form than expected and were left out: {string.Join(", ", fields.Wrong)}.",
                    "Write texts as strings, years as numbers, languages as two letters, lists as arrays of strings, and ids without the parts . and .. of paths.");
            return review.Title is null ? null : review;
        }
        catch (JsonException)
        {
            told.Add(ProblemCodes.LineInvalid, number, "The line is not valid JSON.", "Write one JSON object a line, without line breaks inside it.");
            return null;
        }
    }

    private static ReadOnlyMemory<byte> WithoutMark(ReadOnlyMemory<byte> line, int number) =>
        number == 1 && line.Span is [0xEF, 0xBB, 0xBF, ..] ? line[3..] : line;

    private static bool IsBlank(ReadOnlySpan<byte> line) => !line.ContainsAnyExcept(" \t\r"u8);

    /// <summary>Problems up to a limit; held back until the file has shown to be JSON Lines.</summary>
    private sealed class ToldProblems(string name)
    {
        private readonly List<Problem> waiting = [];
        private int count;

        public bool IsHopeless(bool anyObject, int limit) => !anyObject && count >= limit;

        public void Add(string code, int line, string message, string hint)
        {
            if (++count <= ProblemLimit) waiting.Add(new Problem(code, name, line, message, hint));
        }

        public Problem[] Take()
        {
            if (waiting.Count == 0) return [];
            Problem[] taken = [.. waiting];
            waiting.Clear();
            return taken;
        }

        public IEnumerable<Problem> Close(LineOutcome outcome, bool anyObject, int line)
        {
            if (outcome is LineOutcome.Bomb)
                yield return new Problem(ProblemCodes.CompressionBomb, name, null, "The file expands to more than 200 times its size and was read no further.", "Send it uncompressed, or in parts.");
            if (outcome is LineOutcome.Damaged)
                yield return new Problem(ProblemCodes.CompressionInvalid, name, line + 1, "The compressed file is damaged or cut off; it was read up to here.", "Copy it again.");
            if (anyObject)
            {
                foreach (var problem in Take()) yield return problem;
                if (count > ProblemLimit)
                    yield return new Problem(ProblemCodes.MoreProblems, name, null,
                        string.Create(CultureInfo.InvariantCulture, $"This file has problems like these in lines named above, and {count - ProblemLimit} more."), "Mend those named first, then read it again.");
            }
            else if (count > 0)
                yield return new Problem(ProblemCodes.NotJsonLines, name, null, "The file is not JSON Lines: none of its lines is a JSON object.", "Write one JSON object a line; an array over several lines is another format.");
            else if (outcome is LineOutcome.End)
                yield return new Problem(ProblemCodes.Empty, name, null, "The file is empty.", "Write its reviews into it, or remove it.");
        }
    }
}

/// <summary>One line of a source: a review or a problem.</summary>
/// <param name="Line">Line from 1; 0 where the whole file is meant.</param>
/// <param name="Review">The review, null for a problem.</param>
/// <param name="Problem">The problem, null for a review.</param>
public sealed record ReviewLineResult(int Line, ReviewLine? Review, Problem? Problem)
{
    internal static ReviewLineResult Of(Problem problem) => new(problem.Line ?? 0, null, problem);
}
