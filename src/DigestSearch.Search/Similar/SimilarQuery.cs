namespace DigestSearch.Search.Similar;

/// <summary>Asks for reviews like one.</summary>
/// <param name="Id">The review that they are to be like.</param>
/// <param name="Size">How many.</param>
/// <param name="SamePaper">Whether other reviews of the same paper count.</param>
public sealed record SimilarQuery(string Id, int Size = SimilarQuery.DefaultSize, bool SamePaper = false)
{
    /// <summary>Reviews that are answered where nothing else is said.</summary>
    public const int DefaultSize = 5;

    /// <summary>The most reviews of one answer.</summary>
    public const int MaxSize = 20;
}

/// <summary>The answer to a <see cref="SimilarQuery"/>.</summary>
/// <param name="Id">The review that they are like.</param>
/// <param name="Items">The reviews, the most similar first; nothing is marked in them.</param>
/// <param name="Generation">Number of the commit that answered.</param>
public sealed record SimilarResults(string Id, IReadOnlyList<ReviewHit> Items, long Generation);
