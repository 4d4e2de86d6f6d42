using DigestSearch.Api.Requests;
using DigestSearch.Search.Similar;

namespace DigestSearch.Api.Reviews;

/// <summary>The query string of <c>/reviews/{id}/similar</c> to a <see cref="SimilarQuery"/>.</summary>
internal static class SimilarRequest
{
    /// <summary>The parameters.</summary>
    public static QueryTable<SimilarQuery> Table { get; } = new(new SimilarQuery(""),
    [
        new(new("size", $"a whole number from 1 to {SimilarQuery.MaxSize}", $"How many reviews, {SimilarQuery.DefaultSize} by default.") { Number = true },
            (query, text) => Numbers.Read(text, 1, SimilarQuery.MaxSize) is { } size ? query with { Size = size } : null),
        new(new("samePaper", "one of true, false", "Whether other reviews of the same paper count; by default they do not.") { Values = ["true", "false"] },
            (query, text) => text is "true" or "false" ? query with { SamePaper = text is "true" } : null),
    ]);
}
