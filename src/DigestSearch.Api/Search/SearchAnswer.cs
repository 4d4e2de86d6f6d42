using System.Text.Json.Serialization;
using DigestSearch.Search;

namespace DigestSearch.Api.Search;

/// <summary>The answer to a search on the wire.</summary>
internal sealed record SearchAnswer
{
    public required QueryAnswer Query { get; init; }
    public required int Total { get; init; }
    public required int Page { get; init; }
    public required int Size { get; init; }
    public required double TookMs { get; init; }
    public required long Generation { get; init; }
    public required IReadOnlyList<HitAnswer> Hits { get; init; }
    public required IReadOnlyDictionary<string, IReadOnlyList<LabelAnswer>> Facets { get; init; }

    public static SearchAnswer Of(ReviewQuery query, ReviewResults results, TimeSpan took, TellLabel? tell = null) => new()
    {
        Query = QueryAnswer.Of(results.Query), Total = results.Total, Page = query.Page, Size = query.Size,
        TookMs = Math.Round(took.TotalMilliseconds, 2), Generation = results.Generation,
        Hits = [.. results.Hits.Select(HitAnswer.Of)], Facets = LabelAnswer.ByName(results.Facets, tell),
    };
}

/// <summary>How the text was read, on the wire.</summary>
internal sealed record QueryAnswer(string Text, string Read, IReadOnlyList<PartAnswer> Parts, IReadOnlyList<StepAnswer> Steps, IReadOnlyList<string> Warnings)
{
    public static QueryAnswer Of(QueryReading reading) => new(reading.Text, reading.Read,
        [.. reading.Parts.Select(p => new PartAnswer(p.Kind, p.Read, p.Without))],
        [.. reading.Steps.Select(s => new StepAnswer(s.Kind, s.From, s.To))], reading.Warnings);
}

/// <summary>One part of the reading: its kind, how it was read, and the text without it.</summary>
internal sealed record PartAnswer(string Kind, string Read, string Without);

/// <summary>One repair or widening.</summary>
internal sealed record StepAnswer(string Kind, string From, string To);

/// <summary>One label of a dimension on the wire; trees have children.</summary>
internal sealed record LabelAnswer(string Value, string Label, int Count, bool Selected)
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<LabelAnswer>? Children { get; init; }

    public static IReadOnlyDictionary<string, IReadOnlyList<LabelAnswer>> ByName(IReadOnlyList<Facet> facets, TellLabel? tell)
    {
        var byName = new OrderedDictionary<string, IReadOnlyList<LabelAnswer>>(facets.Count);
        foreach (var facet in facets) byName[DimensionName.Of(facet.Dimension)] = ListOf(facet.Dimension, facet.Labels, tell);
        return byName;
    }

    public static IReadOnlyList<LabelAnswer> ListOf(Dimension dimension, IReadOnlyList<FacetLabel> labels, TellLabel? tell) => [.. labels.Select(label => Of(dimension, label, tell))];

    // Trees are as deep as the vocabulary writes them: two or three labels.
    private static LabelAnswer Of(Dimension dimension, FacetLabel label, TellLabel? tell) => new(label.Value, tell?.Invoke(dimension, label) ?? label.Label, label.Count, label.Selected)
    {
        Children = label.Children.Count > 0 ? ListOf(dimension, label.Children, tell) : null,
    };
}
