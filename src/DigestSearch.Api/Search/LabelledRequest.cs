using DigestSearch.Api.Requests;
using DigestSearch.Search;

namespace DigestSearch.Api.Search;

/// <summary>The query string of a search whose labels are told in a language.</summary>
internal sealed record LabelledRequest(ReviewQuery Query, string? Labels = null)
{
    /// <summary>The parameters, in the order in which they are told.</summary>
    public static QueryTable<LabelledRequest> Table { get; } = new(new LabelledRequest(new ReviewQuery()),
    [
        .. SearchRequest.Table.Parameters.Select(parameter => parameter.Inside<LabelledRequest>(request => request.Query, (request, query) => request with { Query = query })),
        LabelWords.Parameter<LabelledRequest>((request, language) => request with { Labels = language }),
    ]);

    /// <summary>Reads a query string.</summary>
    public static QueryReading<LabelledRequest> Read(string? queryString)
    {
        var reading = Table.Read(queryString);
        return reading.Value is { } request && SearchRequest.BeyondDepth(request.Query) is { } mistake ? new(null, mistake) : reading;
    }
}
