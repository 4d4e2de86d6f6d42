using DigestSearch.Search;

namespace DigestSearch.Api.Search;

/// <summary>Dimensions by the names that addresses and answers use.</summary>
internal static class DimensionName
{
    /// <summary>All names.</summary>
    public static IReadOnlyList<string> All { get; } = [.. Enum.GetValues<Dimension>().Select(Of)];

    /// <summary>The name of a dimension.</summary>
    public static string Of(Dimension dimension) => dimension.ToString().ToLowerInvariant();

    /// <summary>The dimension of a name; null for another text.</summary>
    public static Dimension? Read(string name)
    {
        foreach (var dimension in Enum.GetValues<Dimension>())
            if (Of(dimension) == name) return dimension;
        return null;
    }
}
