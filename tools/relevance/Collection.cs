using System.Globalization;
using System.IO.Compression;
using System.Text.Json;

namespace DigestSearch.RelevanceMeasure;

/// <summary>A judged collection: <c>corpus.jsonl</c> (or <c>.jsonl.gz</c>) of reviews, <c>queries.jsonl</c> and <c>qrels.tsv</c>.</summary>
/// <param name="Name">Name of its folder.</param>
/// <param name="Corpus">Path of the reviews; null where the collection is judged on an archive that stands elsewhere.</param>
/// <param name="Queries">Those that have a judgement, in the order of the file.</param>
/// <param name="Grades">Grade by query and review; what is not there was not judged, or is not relevant.</param>
public sealed record Collection(string Name, string? Corpus, IReadOnlyList<JudgedQuery> Queries, IReadOnlyDictionary<string, IReadOnlyDictionary<string, int>> Grades)
{
    /// <summary>Reads a folder.</summary>
    /// <exception cref="InvalidDataException">A line is not what it should be; the message names it.</exception>
    public static Collection Load(string folder)
    {
        var grades = File.ReadLines(Path.Combine(folder, "qrels.tsv")).Skip(1).Select((line, at) => Judgement(line, at + 2))
            .GroupBy(judgement => judgement.Query).ToDictionary(group => group.Key, IReadOnlyDictionary<string, int> (group) => group.ToDictionary(judgement => judgement.Review, judgement => judgement.Grade));
        var queries = Lines<JudgedQuery>(Path.Combine(folder, "queries.jsonl")).Where(query => grades.TryGetValue(query.Id, out var own) && own.Values.Any(grade => grade > 0)).ToList();
        var corpus = Directory.EnumerateFiles(folder, "corpus.jsonl*").FirstOrDefault();
        return new Collection(Path.GetFileName(Path.TrimEndingDirectorySeparator(folder)), corpus, queries, grades);
    }

    /// <summary>The reviews of the corpus.</summary>
    public IEnumerable<CorpusReview> Reviews => Corpus is null ? [] : Lines<CorpusReview>(Corpus);

    /// <summary>Lines of a JSON Lines file, unpacked where it is compressed.</summary>
    public static IEnumerable<T> Lines<T>(string path)
    {
        using Stream file = File.OpenRead(path);
        using var unpacked = path.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionMode.Decompress) : file;
        using var reader = new StreamReader(unpacked);
        while (reader.ReadLine() is { } line)
            if (line.Length > 0) yield return JsonSerializer.Deserialize<T>(line, JsonSerializerOptions.Web)!;
    }

    private static (string Query, string Review, int Grade) Judgement(string line, int number) =>
        line.Split('\t') is [var query, var review, var grade] && int.TryParse(grade, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)
            ? (query, review, value)
            : throw new InvalidDataException($"Line {number} of qrels.tsv is no “query, review, grade” parted by tabs: {line}");
}

/// <summary>A query as a reader types it.</summary>
public sealed record JudgedQuery(string Id, string Text);

/// <summary>What the stock engine indexes of a review.</summary>
public sealed record CorpusReview(string Id, string Title, string? Text, string? Abstract, IReadOnlyList<string>? Authors = null);
