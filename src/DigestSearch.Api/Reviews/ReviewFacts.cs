using DigestSearch.Reviews;

namespace DigestSearch.Api.Reviews;

/// <summary>A digest as answers tell it beside a review.</summary>
internal sealed record DigestFacts(string Id, string Title, string? Url, DateOnly? Published, PeriodFacts? Period)
{
    public static DigestFacts Of(string id, Digest digest) => new(id, digest.Title, digest.Url, digest.Published, PeriodFacts.Of(digest.Period));
}

/// <summary>Months as answers write them: <c>2020-01</c>.</summary>
internal sealed record PeriodFacts(string From, string To)
{
    public static PeriodFacts? Of(Period? period) => period is null ? null : new(period.From.ToString(), period.To.ToString());
}

/// <summary>A link as answers tell it.</summary>
internal sealed record LinkFacts(string Kind, string Label, string? Url)
{
    public static IReadOnlyList<LinkFacts> Of(IReadOnlyList<ReviewLink> links) => [.. links.Select(l => new LinkFacts(l.Kind, l.Label, l.Url))];
}
