using DigestSearch.Api.Requests;
using DigestSearch.Search;

namespace DigestSearch.Api.Search;

/// <summary>The query string of a search inside a dimension: what shapes the matches of a search, and a beginning.</summary>
internal sealed record FacetRequest(ReviewQuery Query, string Prefix = "", string? Labels = null)
{
    private static readonly string[] NotMatching = ["sort", "page", "size", "facets", "snippets", "explain"];

    /// <summary>The parameters, in the order in which they are told.</summary>
    public static QueryTable<FacetRequest> Table { get; } = new(new FacetRequest(new ReviewQuery()),
    [
        new(new("prefix", $"text of up to {FacetQuery.MaxPrefixLength} characters", "What words of a label begin with, in any order; absent or empty lists all labels."),
            (request, text) => text.Length <= FacetQuery.MaxPrefixLength ? request with { Prefix = text } : null),
        .. SearchRequest.Table.Parameters.Where(parameter => !NotMatching.Contains(parameter.Note.Name)).Select(parameter => parameter.Inside<FacetRequest>(request => request.Query, (request, query) => request with { Query = query })),
        LabelWords.Parameter<FacetRequest>((request, language) => request with { Labels = language }),
    ]);
}
