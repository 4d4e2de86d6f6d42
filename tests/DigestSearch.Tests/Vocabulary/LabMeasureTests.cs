using System.Globalization;
using System.IO.Compression;
using System.Text.Json;
using DigestSearch.Reviews;
using DigestSearch.Reviews.Reading;
using DigestSearch.Tests.Support;

namespace DigestSearch.Tests.Vocabularies;

/// <summary>How many institutions of real papers are recognised, where such papers are at hand.</summary>
public sealed class LabMeasureTests
{
    private const int SampleSize = 300;
    private static readonly Vocabulary Shipped = Vocabulary.Load(VocabularyFolder.Shipped);

    [Fact]
    public void MostMentionsAreLabsOrUniversities()
    {
        Assert.SkipWhen(Repo.Shared is null, "The shared folder is not beside the repository.");
        var folder = Path.Combine(Repo.Shared!, "corpora", "scale");
        Assert.SkipUnless(Directory.Exists(folder), "The corpus is not there.");
        var mentions = Mentions(folder).GroupBy(mention => mention, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.Count(), StringComparer.Ordinal);
        var matches = mentions.Keys.AsParallel().ToDictionary(mention => mention, Match, StringComparer.Ordinal);

        var total = mentions.Values.Sum();
        double Share(LabMatchKind kind) => 100.0 * mentions.Where(mention => matches[mention.Key].Kind == kind).Sum(mention => mention.Value) / total;
        var (known, pattern) = (Share(LabMatchKind.Known), Share(LabMatchKind.Pattern));
        TestContext.Current.TestOutputHelper?.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{total} mentions, {mentions.Count} ways to write them: {known:F2} % labs, {pattern:F2} % other universities, {100 - known - pattern:F2} % unknown."));
        TestContext.Current.AddAttachment("mappings", Sample(mentions, matches));
        Assert.InRange(known + pattern, 85, 100);
    }

    // A mention may be a whole address, or two institutions: the best that is read from it counts.
    private static LabMatch Match(string mention) =>
        InstitutionList.OfAddresses([mention], Shipped).Institutions.Select(Shipped.MatchLab).OrderByDescending(match => match.Kind).FirstOrDefault();

    private static string Sample(Dictionary<string, int> mentions, Dictionary<string, LabMatch> matches)
    {
        var mapped = mentions.OrderBy(mention => mention.Key, StringComparer.Ordinal).SelectMany(mention => Enumerable.Repeat(mention.Key, mention.Value))
            .Where(mention => matches[mention].Path is not null).ToArray();
        new Random(2031).Shuffle(mapped);
        return string.Join('\n', mapped.Take(SampleSize).Select(mention => mention + "\t" + matches[mention].Path));
    }

    private static IEnumerable<string> Mentions(string folder)
    {
        foreach (var path in Directory.EnumerateFiles(folder, "*.jsonl.gz").Order(StringComparer.Ordinal))
        {
            using var reader = new StreamReader(new GZipStream(File.OpenRead(path), CompressionMode.Decompress));
            while (reader.ReadLine() is { } line)
            {
                if (!line.Contains("\"institutions\"", StringComparison.Ordinal)) continue;
                using var paper = JsonDocument.Parse(line);
                if (paper.RootElement.TryGetProperty("institutions", out var institutions))
                    foreach (var institution in institutions.EnumerateArray()) yield return institution.GetString()!;
            }
        }
    }
}
