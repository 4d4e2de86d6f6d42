namespace DigestSearch.Search.Suggest;

/// <summary>The answer to a <see cref="SuggestQuery"/>.</summary>
/// <param name="Text">The text as given.</param>
/// <param name="Items">The suggestions, best first.</param>
/// <param name="Generation">Number of the commit that answered.</param>
public sealed record SuggestResults(string Text, IReadOnlyList<Suggestion> Items, long Generation);

/// <summary>Something that a reader may mean.</summary>
public sealed record Suggestion
{
    /// <summary>What it is.</summary>
    public required SuggestionType Type { get; init; }

    /// <summary>The label that selects it; of a title, the title.</summary>
    public required string Value { get; init; }

    /// <summary>The name by which it was found.</summary>
    public required string Label { get; init; }

    /// <summary>Reviews that a search for it alone finds; of a title, those that bear it.</summary>
    public required int Count { get; init; }

    /// <summary>The label as HTML text in which <c>mark</c> is the only element.</summary>
    public required string Highlight { get; init; }

    /// <summary>Of a title, the newest review that bears it.</summary>
    public string? ReviewId { get; init; }
}

/// <summary>Kinds of suggestions.</summary>
public enum SuggestionType
{
    /// <summary>Title of a paper.</summary>
    Title,

    /// <summary>Author of papers.</summary>
    Author,

    /// <summary>Lab.</summary>
    Lab,

    /// <summary>Topic.</summary>
    Topic,
}
