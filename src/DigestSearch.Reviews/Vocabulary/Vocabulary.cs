namespace DigestSearch.Reviews;

/// <summary>What the readable files of <c>index/vocabulary</c> say, as look-ups. Immutable; safe for all threads.</summary>
public sealed class Vocabulary
{
    /// <summary>No labs, places, topics or stop words.</summary>
    public static Vocabulary Empty { get; } = new();

    /// <summary>Hash of the files' content.</summary>
    public string Fingerprint => ToString() ?? "";

    /// <summary>Words of both languages that carry no meaning alone, folded as <see cref="Folding"/> does.</summary>
    public IReadOnlySet<string> StopWords => throw new NotImplementedException();

    /// <summary>Loads and checks the files of a folder.</summary>
    /// <exception cref="VocabularyException">A file is missing or wrong; the message names every mistake with file and line.</exception>
    public static Vocabulary Load(string folder) => throw new NotImplementedException();

    /// <summary>Path of the lab that an institution as written belongs to; null when no alias knows it.</summary>
    public string? LabOf(string institution) => throw new NotImplementedException();

    /// <summary>Aliases of the last lab of a path, its own name excluded; empty for an unknown lab.</summary>
    public IReadOnlyList<string> LabAliases(string path) => throw new NotImplementedException();

    /// <summary>Whether the text is a country, a city or region, or neither. A text that <see cref="LabOf"/> knows is still asked here: the caller decides.</summary>
    public Place PlaceOf(string text) => throw new NotImplementedException();

    /// <summary>Up to four topic paths: explicit tags first, then what title and text speak of.</summary>
    public IReadOnlyList<string> TopicsOf(string title, string text, IReadOnlyList<string> tags) => throw new NotImplementedException();

    /// <summary>The label of a topic's last part in a language (<c>ru</c> or <c>en</c>); the part itself when there is none.</summary>
    public string TopicLabel(string path, string language) => throw new NotImplementedException();
}

/// <summary>What kind of place a text names.</summary>
public enum Place
{
    /// <summary>None that is known.</summary>
    None,

    /// <summary>A country.</summary>
    Country,

    /// <summary>A city, state or region.</summary>
    City,
}

/// <summary>The vocabulary cannot be used; the message names every mistake.</summary>
public sealed class VocabularyException(string message) : Exception(message);
