using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using DigestSearch.Search;

namespace DigestSearch.Api.Exports;

/// <summary>Markdown to read and to paste: title, who and when, links and the text of each review.</summary>
internal sealed partial class MarkdownFormat : ExportFormat
{
    public override string Name => "Markdown";

    public override string Extension => ".md";

    public override string MediaType => "text/markdown";

    public override bool IsSaved => false;

    public override IEnumerable<string> Write(Export export)
    {
        // Of one review its own heading is enough.
        if (export.IsOfReview)
        {
            foreach (var found in export.Reviews) yield return Entry(export, found)[1..];
            yield break;
        }
        yield return $"# {Escaped(export.Title)}\n\n<{export.Site}{export.Page}>\n\n{(export.Cut is { } cut ? cut + "\n\n" : "")}";
        foreach (var found in export.Reviews) yield return Entry(export, found);
    }

    private static string Entry(Export export, FoundReview found)
    {
        var review = found.Review;
        var entry = new StringBuilder();
        entry.Append(CultureInfo.InvariantCulture, $"## [{Escaped(review.Title)}]({export.AddressOf(found)})\n\n");
        string?[] facts = [Several(review.Authors), review.Venue, review.Year?.ToString(CultureInfo.InvariantCulture)];
        var line = string.Join(" · ", facts.OfType<string>().Select(Escaped));
        if (line.Length > 0) entry.Append(CultureInfo.InvariantCulture, $"*{line}*\n\n");
        var links = review.Links.Where(link => Pages.PageAddress.Outside(link.Url) is not null).Select(link => $"[{Escaped(link.Label.Length > 0 ? link.Label : link.Kind)}](<{Pages.PageAddress.Outside(link.Url)}>)");
        if (string.Join(" · ", links) is { Length: > 0 } all) entry.Append(CultureInfo.InvariantCulture, $"{all}\n\n");
        foreach (var paragraph in review.Text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)) entry.Append(CultureInfo.InvariantCulture, $"{Escaped(paragraph)}\n\n");
        return entry.ToString();
    }

    private static string? Several(IReadOnlyList<string> names) => names.Count == 0 ? null : string.Join(", ", names);

    // What a reader of Markdown would take for markup, and a line that would begin a heading, list or quotation.
    private static string Escaped(string text) => LineStart().Replace(Marks().Replace(text.ReplaceLineEndings(" "), @"\$0"), @"$1\$2");

    [GeneratedRegex(@"[\\`*_\[\]<>&~|$]")]
    private static partial Regex Marks();

    [GeneratedRegex(@"^(\s*\d*)([#+.)=-])")]
    private static partial Regex LineStart();
}
