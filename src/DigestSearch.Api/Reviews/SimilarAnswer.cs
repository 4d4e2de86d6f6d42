using DigestSearch.Api.Search;
using DigestSearch.Search.Similar;

namespace DigestSearch.Api.Reviews;

/// <summary>Reviews like one on the wire, the most similar first.</summary>
internal sealed record SimilarAnswer(string Id, IReadOnlyList<HitAnswer> Items, long Generation)
{
    public static SimilarAnswer Of(SimilarResults results) => new(results.Id, [.. results.Items.Select(HitAnswer.Of)], results.Generation);
}
