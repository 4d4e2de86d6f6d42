using System.Text.Json;
using System.Text.Json.Serialization;
using DigestSearch.Reviews.People;

namespace DigestSearch.Api.Exports;

/// <summary>CSL-JSON (citationstyles.org, 1.0.2): an array of items.</summary>
internal sealed class CslFormat : ExportFormat
{
    public override string Name => "CSL";

    public override string Extension => ".csl.json";

    public override string MediaType => "application/vnd.citationstyles.csl+json";

    public override IEnumerable<string> Write(Export export)
    {
        var between = "[\n";
        foreach (var citation in export.Citations().SelectMany(citations => citations))
        {
            yield return between + JsonSerializer.Serialize(CslItem.Of(citation), ExportJson.Text.CslItem);
            between = ",\n";
        }
        yield return between.StartsWith('[') ? "[]\n" : "\n]\n";
    }
}

/// <summary>An item of CSL-JSON.</summary>
internal sealed record CslItem
{
    public required string Id { get; init; }

    [JsonPropertyName("citation-key")]
    public required string CitationKey { get; init; }

    public required string Type { get; init; }

    public required string Title { get; init; }

    public IReadOnlyList<CslName>? Author { get; init; }

    public CslDate? Issued { get; init; }

    [JsonPropertyName("container-title")]
    public string? ContainerTitle { get; init; }

    [JsonPropertyName("reviewed-title")]
    public string? ReviewedTitle { get; init; }

    [JsonPropertyName("reviewed-author")]
    public IReadOnlyList<CslName>? ReviewedAuthor { get; init; }

    [JsonPropertyName("DOI")]
    public string? Doi { get; init; }

    [JsonPropertyName("URL")]
    public string? Url { get; init; }

    public string? Number { get; init; }

    public string? Language { get; init; }

    public string? Keyword { get; init; }

    public static CslItem Of(Citation citation) => new()
    {
        Id = citation.Key, CitationKey = citation.Key, Title = citation.Title, Author = Names(citation.Authors), Issued = CslDate.Of(citation), ContainerTitle = citation.Container,
        Type = citation.Kind switch { CitedKind.Journal => "article-journal", CitedKind.Conference => "paper-conference", CitedKind.Review => "review", _ => "article" },
        ReviewedTitle = citation.Reviewed?.Title, ReviewedAuthor = citation.Reviewed is { } paper ? Names(paper.Authors) : null, Doi = citation.Ids.Doi, Url = citation.Url,
        Number = citation.Ids.Arxiv is { } arxiv ? $"arXiv:{arxiv}" : null, Language = citation.Language, Keyword = citation.Keywords.Count > 0 ? string.Join(", ", citation.Keywords) : null,
    };

    private static IReadOnlyList<CslName>? Names(IReadOnlyList<PersonName> names) => names.Count == 0 ? null : [.. names.Select(CslName.Of)];
}

/// <summary>A name of CSL-JSON.</summary>
internal sealed record CslName(string? Family, string? Given, string? Suffix, string? Literal)
{
    public static CslName Of(PersonName name) => name.Given.Count == 0 ? new(null, null, null, name.Display) : new(name.Surname, string.Join(' ', name.Given), name.Suffix, null);
}

/// <summary>A date of CSL-JSON: as much as is known of year, month and day.</summary>
internal sealed record CslDate([property: JsonPropertyName("date-parts")] int[][] DateParts)
{
    public static CslDate? Of(Citation citation) => citation.Year is null ? null : new([[.. new[] { citation.Year, citation.Month, citation.Day }.OfType<int>()]]);
}
