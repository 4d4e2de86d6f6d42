using DigestSearch.Api.Requests;
using DigestSearch.Search.Suggest;

namespace DigestSearch.Api.Suggest;

/// <summary>The query string of a suggestion to a <see cref="SuggestQuery"/>.</summary>
internal static class SuggestRequest
{
    /// <summary>The parameters, in the order in which they are told.</summary>
    public static QueryTable<SuggestQuery> Table { get; } = new(new SuggestQuery(),
    [
        new(new("q", $"text of up to {SuggestQuery.MaxTextLength} characters", "What has been typed so far; empty suggests nothing."),
            (query, text) => text.Length <= SuggestQuery.MaxTextLength ? query with { Text = text } : null),
        new(new("size", $"a whole number from 1 to {SuggestQuery.MaxSize}", "Most suggestions, 8 by default.") { Number = true },
            (query, text) => Numbers.Read(text, 1, SuggestQuery.MaxSize) is { } size ? query with { Size = size } : null),
    ]);
}
