using System.IO.Compression;
using System.Text.Json;
using System.Text.RegularExpressions;
using DigestSearch.Tests.Support;

namespace DigestSearch.Tests.Vocabularies;

/// <summary>The reviews of <c>fixtures/topics/judged.json</c> with their texts, taken from where the file says.</summary>
internal sealed partial class JudgedTopics
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);
    private readonly string corpora;
    private readonly Dictionary<string, string[]> linesOf = [];
    private readonly Dictionary<string, string> abstracts = [];

    private JudgedTopics(string corpora) => this.corpora = corpora;

    internal static List<(JudgedReview Review, string Text)> Load(string corpora)
    {
        var reviews = JsonSerializer.Deserialize<List<JudgedReview>>(File.ReadAllText(Repo.Fixture("topics/judged.json")), Json)!;
        var judged = new JudgedTopics(corpora);
        foreach (var records in reviews.Where(review => review.Id is not null).GroupBy(review => review.Source))
            judged.ReadAbstracts(records.Key, [.. records.Select(review => review.Id!)]);
        return [.. reviews.Select(review => (review, judged.TextOf(review)))];
    }

    private string TextOf(JudgedReview review)
    {
        if (review.Id is { } id) return abstracts[id];
        if (!linesOf.TryGetValue(review.Source, out var lines))
            linesOf[review.Source] = lines = File.ReadAllText(PathOf(review.Source)).Split('\n');
        var (first, last) = (review.Lines![0], review.Lines[1]);
        return Target().Replace(string.Join('\n', lines[(first - 1)..last]), "");
    }

    private void ReadAbstracts(string source, HashSet<string> ids)
    {
        using var reader = new StreamReader(new GZipStream(File.OpenRead(PathOf(source)), CompressionMode.Decompress));
        for (var left = ids.Count; left > 0 && reader.ReadLine() is { } line;)
        {
            // The id is the first field: most lines need no parsing.
            const string Start = "{\"id\": \"";
            if (!line.StartsWith(Start, StringComparison.Ordinal) || !ids.Contains(line[Start.Length..line.IndexOf('"', Start.Length)])) continue;
            using var record = JsonDocument.Parse(line);
            left--;
            abstracts[record.RootElement.GetProperty("id").GetString()!] = record.RootElement.GetProperty("abstract").GetString()!;
        }
    }

    private string PathOf(string source) =>
        Path.Combine(source.StartsWith("index/", StringComparison.Ordinal) ? Repo.Root : corpora, source);

    // Addresses are no text: the reader takes them out as links.
    [GeneratedRegex(@"(?<=\])\([^)]*\)|https?://\S+")]
    private static partial Regex Target();
}

/// <summary>What a reader who knows the field would file a review under.</summary>
/// <param name="Title">Title of the paper.</param>
/// <param name="Source">File below the corpora, or below the repository for the starter archive.</param>
/// <param name="Lines">First and last line of the text.</param>
/// <param name="Id">Id of the record where the file holds records.</param>
/// <param name="Tags">The source's own tags.</param>
/// <param name="Topics">Upper topics.</param>
/// <param name="Part">Whether the vocabulary was tuned on it or not.</param>
internal sealed record JudgedReview(string Title, string Source, int[]? Lines, string? Id, string[]? Tags, string[] Topics, string Part);
