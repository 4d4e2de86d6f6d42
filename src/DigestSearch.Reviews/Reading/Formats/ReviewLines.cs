using System.IO.Compression;
using System.Text.Json;

namespace DigestSearch.Reviews.Reading.Formats;

/// <summary>JSON Lines of reviews, streamed.</summary>
public static class ReviewLines
{
    /// <summary>Reads the lines of a <c>.jsonl</c> or <c>.jsonl.gz</c> file one by one.</summary>
    public static IEnumerable<ReviewLineResult> Read(Stream content, string name)
    {
        using var plain = name.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? new GZipStream(content, CompressionMode.Decompress, leaveOpen: true) : content;
        using var reader = new StreamReader(plain, leaveOpen: true);
        var number = 0;
        while (reader.ReadLine() is { } text)
        {
            number++;
            if (text.Length == 0) continue;
            yield return One(text, number, name);
        }
    }

    private static ReviewLineResult One(string text, int number, string name)
    {
        try
        {
            var line = JsonSerializer.Deserialize(text, ReviewJson.Plain.ReviewLine);
            return line?.Title is null ? new(number, null, new("title-missing", name, number, "The line has no title.", "Give it one."))
                : new(number, line, null);
        }
        catch (JsonException)
        {
            return new(number, null, new("json-invalid", name, number, "The line is no JSON.", "Mend it."));
        }
    }
}

/// <summary>One line, or what is wrong with it.</summary>
public readonly record struct ReviewLineResult(int LineNumber, ReviewLine? Line, Problem? Problem);
