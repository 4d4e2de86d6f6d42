using DigestSearch.Indexing;

namespace DigestSearch.Search;

/// <summary>A field that a query may name before a colon.</summary>
/// <param name="Name">Name in English.</param>
/// <param name="Alias">Name in Russian.</param>
/// <param name="Field">Where it looks; null for years.</param>
/// <param name="WholeLabel">Whether a value is a whole label rather than words.</param>
internal sealed record QueryField(string Name, string Alias, ReviewField? Field, bool WholeLabel = false)
{
    public static QueryField Author { get; } = new("author", "автор", ReviewFields.Authors);

    public static IReadOnlyList<QueryField> All { get; } =
    [
        new("title", "название", ReviewFields.Title),
        Author,
        new("lab", "лаборатория", ReviewFields.Labs),
        new("topic", "тема", ReviewFields.Topics),
        new("venue", "журнал", ReviewFields.Venue),
        new("reviewer", "рецензент", ReviewFields.Reviewer),
        new("text", "текст", ReviewFields.Text),
        new("has", "есть", ReviewFields.HasFacet, WholeLabel: true),
        new("language", "язык", ReviewFields.LanguageFacet, WholeLabel: true),
        new("year", "год", null),
    ];

    // As the filters of the pages show them.
    private static readonly Dictionary<string, string> ShownLabels = new(StringComparer.Ordinal)
    {
        ["статья"] = "paper", ["код"] = "code", ["проект"] = "project", ["блог"] = "blog", ["blog post"] = "blog", ["видео"] = "video", ["тред"] = "tweet", ["thread"] = "tweet",
        ["русский"] = "ru", ["английский"] = "en", ["немецкий"] = "de", ["французский"] = "fr", ["испанский"] = "es", ["китайский"] = "zh", ["хинди"] = "hi",
        ["russian"] = "ru", ["english"] = "en", ["german"] = "de", ["french"] = "fr", ["spanish"] = "es", ["chinese"] = "zh", ["hindi"] = "hi",
    };

    /// <summary>A whole label as the index has it, however readers write it: «код» is <c>code</c>.</summary>
    public static string LabelOf(string written) => written.ToLowerInvariant() is var label && ShownLabels.TryGetValue(label, out var indexed) ? indexed : label;

    public static QueryField? Find(ReadOnlySpan<char> name)
    {
        foreach (var field in All)
            if (name.Equals(field.Name, StringComparison.OrdinalIgnoreCase) || name.Equals(field.Alias, StringComparison.OrdinalIgnoreCase))
                return field;
        return null;
    }
}
