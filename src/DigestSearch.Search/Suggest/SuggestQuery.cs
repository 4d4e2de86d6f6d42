namespace DigestSearch.Search.Suggest;

/// <summary>What a reader has typed so far; compares and prints without an index.</summary>
public sealed record SuggestQuery
{
    /// <summary>Longest text, in UTF-16 units.</summary>
    public const int MaxTextLength = ReviewQuery.MaxTextLength;

    /// <summary>Most suggestions of one answer.</summary>
    public const int MaxSize = 20;

    /// <summary>The text; without a word in it nothing is suggested.</summary>
    public string Text { get; init; } = "";

    /// <summary>Most suggestions wanted.</summary>
    public int Size { get; init; } = 8;
}
