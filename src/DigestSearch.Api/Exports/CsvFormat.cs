using System.Globalization;
using System.Text;
using DigestSearch.Search;

namespace DigestSearch.Api.Exports;

/// <summary>CSV (RFC 4180) with a header and the mark by which spreadsheets know UTF-8; a review a row.</summary>
internal sealed class CsvFormat : ExportFormat
{
    private const char ByteOrderMark = '\uFEFF';

    private static readonly (string Name, Func<Export, FoundReview, string?> Value)[] Columns =
    [
        ("id", (_, found) => found.Review.Id), ("title", (_, found) => found.Review.Title), ("authors", (_, found) => Several(found.Review.Authors)), ("year", (_, found) => found.Review.Year?.ToString(CultureInfo.InvariantCulture)),
        ("venue", (_, found) => found.Review.Venue), ("labs", (_, found) => Several(found.Review.Labs)), ("topics", (_, found) => Several(found.Review.Topics)), ("reviewer", (_, found) => found.Review.Reviewer), ("language", (_, found) => found.Review.Language),
        ("digest", (_, found) => found.Digest.Digest.Title), ("date", (_, found) => found.Digest.Digest.Published?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? found.Digest.Digest.Period?.To.ToString()), ("arxiv", (_, found) => found.Review.Ids.Arxiv), ("doi", (_, found) => found.Review.Ids.Doi),
        ("links", (_, found) => Several(found.Review.Links.Select(link => link.Url).OfType<string>())), ("url", (export, found) => export.AddressOf(found)),
    ];

    public override string Name => "CSV";

    public override string Extension => ".csv";

    public override string MediaType => "text/csv";

    public override IEnumerable<string> Write(Export export)
    {
        yield return ByteOrderMark + Row(Columns.Select(column => column.Name));
        foreach (var found in export.Reviews) yield return Row(Columns.Select(column => column.Value(export, found)));
    }

    private static string Several(IEnumerable<string> values) => string.Join("; ", values);

    private static string Row(IEnumerable<string?> cells) => new StringBuilder().AppendJoin(',', cells.Select(cell => Cell(cell ?? ""))).Append("\r\n").ToString();

    // A spreadsheet would calculate what begins like a formula.
    private static string Cell(string text)
    {
        if (text is ['=' or '+' or '-' or '@' or '\t' or '\r', ..]) text = "'" + text;
        return text.AsSpan().IndexOfAny("\",\r\n") < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
