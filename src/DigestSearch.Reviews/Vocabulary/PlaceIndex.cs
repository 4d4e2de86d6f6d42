namespace DigestSearch.Reviews;

/// <summary>Countries, cities and regions by name.</summary>
internal sealed class PlaceIndex(IReadOnlyDictionary<string, Place> byKey)
{
    private const int MostCharacters = 120;
    private const string Digits = "0123456789";

    /// <summary>Folded and without blanks, so that U.S.A. is USA and HongKong is Hong Kong.</summary>
    internal static string KeyOf(string name) => Folding.Fold(name).Replace(" ", "", StringComparison.Ordinal);

    /// <summary>A text of several parts is a place when each part is: a city if one of them is.</summary>
    internal Place KindOf(string text)
    {
        if (text.Length is 0 or > MostCharacters) return Place.None;
        var kind = Find(text);
        if (kind is not Place.None || !text.Contains(',', StringComparison.Ordinal)) return kind;
        foreach (var part in text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var next = Find(part);
            if (next is Place.None) return Place.None;
            if (kind is not Place.City) kind = next;
        }
        return kind;
    }

    private Place Find(string part)
    {
        var key = KeyOf(part);
        if (byKey.TryGetValue(key, out var kind)) return kind;
        if (key.StartsWith("the", StringComparison.Ordinal) && byKey.TryGetValue(key[3..], out kind)) return kind;
        // A post code does not make another place: «Beijing 100084», «CA 94305».
        var bare = key.AsSpan().Trim(Digits).ToString();
        return bare.Length is not 0 && bare.Length < key.Length && byKey.TryGetValue(bare, out kind) ? kind : Place.None;
    }
}
