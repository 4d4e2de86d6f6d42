namespace DigestSearch.Search.Similar;

/// <summary>How much it tells that reviews share a thing: the idf of BM25.</summary>
internal static class Rarity
{
    /// <param name="frequency">How many reviews have it.</param>
    /// <param name="reviews">How many there are.</param>
    public static float Of(int frequency, int reviews) => MathF.Log(1 + ((Math.Max(0, reviews - frequency) + 0.5f) / (frequency + 0.5f)));
}
