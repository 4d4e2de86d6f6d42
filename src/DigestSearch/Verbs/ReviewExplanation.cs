using System.Globalization;
using DigestSearch.Reviews;
using DigestSearch.Reviews.Reading;

namespace DigestSearch.Verbs;

/// <summary>A review and the rules that gave its fields, for an editor to read.</summary>
internal static class ReviewExplanation
{
    private const int ValueWidth = 48;
    private const int FieldWidth = 14;

    public static void Print(string document, Review review, ReviewOrigin origin, TextWriter output)
    {
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{document}:{origin.Line}: review {review.Ordinal}, read as {origin.Shape}"));
        // Labs and topics have a rule for each value, the other fields one for all.
        var before = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (field, rule) in origin.Fields)
        {
            var at = before[field] = before.GetValueOrDefault(field, -1) + 1;
            output.WriteLine($"  {(at == 0 ? field : ""),-FieldWidth}{Short(ValueOf(review, field, at)),-ValueWidth}  from {rule}");
        }
        output.WriteLine();
    }

    private static string ValueOf(Review review, string field, int at) => field switch
    {
        "title" => review.Title,
        "authors" => string.Join(", ", review.Authors),
        "institutions" => string.Join(", ", review.Institutions),
        "labs" => at < review.Labs.Count ? review.Labs[at] : "",
        "countries" => string.Join(", ", review.Countries),
        "year" => review.Year?.ToString(CultureInfo.InvariantCulture) ?? "",
        "venue" => review.Venue ?? "",
        "topics" => at < review.Topics.Count ? review.Topics[at] : "",
        "links" => string.Join(", ", review.Links.Select(link => link.Url ?? link.Label)),
        "ids" => string.Join(", ", ((string?[])[review.Ids.Arxiv, review.Ids.Doi, review.Ids.OpenReview, review.Ids.Acl]).OfType<string>()),
        "reviewer" => review.ReviewerName is { } name ? $"{review.Reviewer} ({name})" : review.Reviewer ?? "",
        "language" => review.Language ?? "",
        _ => "",
    };

    private static string Short(string value)
    {
        var line = value.ReplaceLineEndings(" ");
        if (line.Length <= ValueWidth) return line;
        var cut = char.IsHighSurrogate(line[ValueWidth - 2]) ? ValueWidth - 2 : ValueWidth - 1;
        return line[..cut] + "…";
    }
}
