namespace DigestSearch.Reviews;

/// <summary>What the readable files of <c>index/vocabulary</c> say, as look-ups. Immutable; safe for all threads.</summary>
public sealed class Vocabulary
{
    private readonly VocabularyParts parts;

    private Vocabulary(VocabularyParts parts) => this.parts = parts;

    /// <summary>No labs, places, topics or stop words.</summary>
    public static Vocabulary Empty { get; } = new(VocabularyParts.Nothing());

    /// <summary>Hash of the files' content, whatever their line ends, and of the rules by which they are matched.</summary>
    public string Fingerprint => parts.Fingerprint;

    /// <summary>Words of both languages that carry no meaning alone, folded as <see cref="Folding"/> does.</summary>
    public IReadOnlySet<string> StopWords => parts.StopWords;

    /// <summary>Terms and acronyms of both languages that mean the same, in the order of their file.</summary>
    public IReadOnlyList<GlossaryEntry> Glossary => parts.Glossary;

    /// <summary>Loads and checks the files of a folder.</summary>
    /// <exception cref="VocabularyException">A file is missing or wrong; the message names every mistake with file and line.</exception>
    public static Vocabulary Load(string folder) => new(VocabularyLoader.Load(folder));

    /// <summary>Path of the lab that an institution as written belongs to; null when no alias knows it.</summary>
    public string? LabOf(string institution) => parts.Labs.PathOf(institution);

    /// <summary>Whether the whole text, first word to last, is one name of a lab.</summary>
    internal bool IsOneName(string institution) => parts.Labs.IsOneName(institution);

    /// <summary>What an institution as written stands for: a lab that an alias knows, else a university that is named as universities are.</summary>
    public LabMatch MatchLab(string institution)
    {
        if (LabOf(institution) is { } path) return new LabMatch(LabMatchKind.Known, path);
        if (parts.Universities.Of(institution) is not { } name) return new LabMatch(LabMatchKind.Unknown, null);
        return LabOf(name) is { } known ? new LabMatch(LabMatchKind.Known, known) : new LabMatch(LabMatchKind.Pattern, name);
    }

    /// <summary>Aliases of the last lab of a path, its own name excluded; empty for an unknown lab.</summary>
    public IReadOnlyList<string> LabAliases(string path) => parts.Labs.AliasesOf(path);

    /// <summary>Whether the text is a country, a city or region, or neither. A text that <see cref="LabOf"/> knows is still asked here: the caller decides.</summary>
    public Place PlaceOf(string text) => parts.Places.KindOf(text);

    /// <summary>Up to four topic paths: explicit tags first, then what title and text speak of.</summary>
    public IReadOnlyList<string> TopicsOf(string title, string text, IReadOnlyList<string> tags) => parts.Topics.TopicsOf(title, text, tags);

    /// <summary>Whether a text is the name of a topic, or a term that stands for one.</summary>
    internal bool IsTopic(string text) => parts.Topics.IsName(text);

    /// <summary>The label of a topic's last part in a language (<c>ru</c> or <c>en</c>); the part itself when there is none.</summary>
    public string TopicLabel(string path, string language) => parts.Topics.LabelOf(path, language);

    internal IEnumerable<Lab> Labs => parts.Labs.All;

    internal IReadOnlyList<Topic> Topics => parts.Topics.All;
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
