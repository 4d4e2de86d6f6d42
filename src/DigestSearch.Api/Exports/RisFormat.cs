using System.Globalization;
using System.Text;
using DigestSearch.Reviews.People;

namespace DigestSearch.Api.Exports;

/// <summary>RIS, a tag a line, for reference managers.</summary>
internal sealed class RisFormat : ExportFormat
{
    public override string Name => "RIS";

    public override string Extension => ".ris";

    public override string MediaType => "application/x-research-info-systems";

    public override IEnumerable<string> Write(Export export) => export.Citations().Select(citations => string.Concat(citations.Select(Entry)));

    private static string Entry(Citation citation)
    {
        var entry = new StringBuilder();
        Line(entry, "TY", citation.Kind switch { CitedKind.Journal => "JOUR", CitedKind.Conference => "CPAPER", CitedKind.Review => "BLOG", _ => "GEN" });
        Line(entry, "ID", citation.Key);
        Line(entry, "TI", citation.Title);
        foreach (var author in citation.Authors) Line(entry, "AU", Person(author));
        Line(entry, "T2", citation.Container);
        Line(entry, "PY", citation.Year?.ToString(CultureInfo.InvariantCulture));
        Line(entry, "DA", citation is { Year: { } year, Month: { } month } ? string.Create(CultureInfo.InvariantCulture, $"{year:D4}/{month:D2}/{(citation.Day is { } day ? $"{day:D2}" : "")}") : null);
        Line(entry, "DO", citation.Ids.Doi);
        Line(entry, "UR", citation.Url);
        Line(entry, "LA", citation.Language);
        foreach (var keyword in citation.Keywords) Line(entry, "KW", keyword);
        Line(entry, "ER", "");
        return entry.Append("\r\n").ToString();
    }

    private static void Line(StringBuilder entry, string tag, string? value)
    {
        if (value is not null) entry.Append(CultureInfo.InvariantCulture, $"{tag}  - {value.ReplaceLineEndings(" ")}\r\n");
    }

    private static string Person(PersonName name) => string.Join(", ", new[] { name.Surname, string.Join(' ', name.Given), name.Suffix ?? "" }.Where((part, at) => at == 0 || part.Length > 0));
}
