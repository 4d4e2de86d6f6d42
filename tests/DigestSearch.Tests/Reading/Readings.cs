using System.Globalization;
using System.Text;
using DigestSearch.Reviews;
using DigestSearch.Reviews.Reading;
using DigestSearch.Tests.Support;

namespace DigestSearch.Tests.Reading;

/// <summary>What the tests of reading share: the project's vocabulary, and readings as text.</summary>
internal static class Readings
{
    private static readonly Lazy<Vocabulary> Loaded = new(() => Vocabulary.Load(Path.Combine(Repo.Root, "index", "vocabulary")));

    public static Vocabulary Vocabulary => Loaded.Value;

    public static DigestReader Reader { get; } = new(Vocabulary);

    public static DigestReading Of(string name, string text) => Reader.Read(Encoding.UTF8.GetBytes(text), name);

    public static DigestReading Of(byte[] bytes, string name) => Reader.Read(bytes, name);

    public static DigestReading OfFile(string path) => Reader.Read(File.ReadAllBytes(path), Path.GetFileName(path));

    public static DigestReading Good(string file) => OfFile(Repo.Fixture("digests/good/" + file));

    /// <summary>Everything that does not depend on the vocabulary's present entries.</summary>
    public static string Print(DigestReading reading)
    {
        var text = new StringBuilder();
        var digest = reading.Digest;
        Line(text, "digest", digest.Title);
        Line(text, "period", digest.Period is { } period ? $"{period.From} {period.To}" : null);
        Line(text, "published", digest.Published?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        Line(text, "url", digest.Url);
        Line(text, "language", digest.Language);
        foreach (var review in reading.Reviews)
        {
            text.Append('\n').Append(Fields(review));
            foreach (var link in review.Links) Line(text, "link", $"{link.Kind} · {link.Label} · {link.Url ?? "-"}");
            Line(text, "arxiv", review.Ids.Arxiv);
            Line(text, "doi", review.Ids.Doi);
            Line(text, "reviewerName", review.ReviewerName);
            Line(text, "language", review.Language);
            foreach (var line in review.Text.Split('\n')) Line(text, "  |", line);
        }
        foreach (var problem in reading.Problems) text.Append(CultureInfo.InvariantCulture, $"\nproblem: {problem.Code} {problem.Line}\n  {problem.Message}\n  {problem.Hint}\n");
        return text.ToString();
    }

    /// <summary>What a copy that lost an alphabet still tells.</summary>
    public static string Fields(Review review)
    {
        var text = new StringBuilder();
        Line(text, review.Ordinal.ToString(CultureInfo.InvariantCulture), review.Title);
        Line(text, "authors", string.Join(" · ", review.Authors));
        Line(text, "institutions", string.Join(" · ", review.Institutions));
        Line(text, "countries", string.Join(" · ", review.Countries));
        Line(text, "year", review.Year?.ToString(CultureInfo.InvariantCulture));
        Line(text, "venue", review.Venue);
        Line(text, "reviewer", review.Reviewer);
        return text.ToString();
    }

    private static void Line(StringBuilder text, string name, string? value)
    {
        if (!string.IsNullOrEmpty(value)) text.Append(name).Append(": ").Append(value).Append('\n');
    }
}
