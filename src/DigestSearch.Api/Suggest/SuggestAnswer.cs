using DigestSearch.Api.Reviews;
using DigestSearch.Api.Search;
using DigestSearch.Search;
using DigestSearch.Search.Suggest;

namespace DigestSearch.Api.Suggest;

/// <summary>Suggestions on the wire.</summary>
internal sealed record SuggestAnswer(string Q, IReadOnlyList<SuggestionAnswer> Items, long Generation)
{
    public static SuggestAnswer Of(SuggestResults results) => new(results.Text, [.. results.Items.Select(SuggestionAnswer.Of)], results.Generation);
}

/// <summary>One suggestion: what it is, what selects it, what is shown, the total after the click, the label escaped with <c>mark</c>, where the click leads.</summary>
internal sealed record SuggestionAnswer(string Type, string Value, string Label, int Count, string Highlight, string Url)
{
    public static SuggestionAnswer Of(Suggestion suggestion) => new(
        suggestion.Type.ToString().ToLowerInvariant(), suggestion.Value, suggestion.Label, suggestion.Count, suggestion.Highlight, Address(suggestion));

    private static string Address(Suggestion suggestion) => suggestion.Type switch
    {
        SuggestionType.Title => ReviewAddress.Page(suggestion.ReviewId ?? ""),
        SuggestionType.Author => Selecting(Dimension.Author, suggestion.Value),
        SuggestionType.Lab => Selecting(Dimension.Lab, suggestion.Value),
        SuggestionType.Topic => Selecting(Dimension.Topic, suggestion.Value),
        _ => throw new ArgumentOutOfRangeException(nameof(suggestion)),
    };

    private static string Selecting(Dimension dimension, string value) =>
        SearchAddress.Page(new() { Selections = new Dictionary<Dimension, IReadOnlyList<string>> { [dimension] = [value] } });
}
