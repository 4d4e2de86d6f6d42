using DigestSearch.Reviews;
using DigestSearch.Search;

namespace DigestSearch.Api.Pages;

/// <summary>Three queries to begin with, made of what the archive holds, so that each finds something.</summary>
internal static class ExampleQueries
{
    private const int WordsOfTitle = 3;

    public static IReadOnlyList<(string Text, string Meaning)> Of(Texts texts, ReviewResults all) =>
    [
        .. all.Hits.Take(1).Select(h => (FromTitle(h.Review.Title), texts.ExampleTitle)),
        .. Top(all, Dimension.Author).Select(a => (LastName(a), texts.ExampleAuthor)),
        .. Top(all, Dimension.Lab).Select(l => (LabAndYears(l, all), texts.ExampleLab)),
    ];

    private static IEnumerable<string> Top(ReviewResults all, Dimension dimension) =>
        all.Facets.Where(f => f.Dimension == dimension).SelectMany(f => f.Labels).Take(1).Select(l => l.Value);

    // As people remember a title: the short name before its colon, else its first words.
    private static string FromTitle(string title)
    {
        var name = title.Split(':', 2)[0].Trim();
        var words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return string.Join(' ', words.Take(words.Length > WordsOfTitle + 1 ? WordsOfTitle : words.Length)).ToLowerInvariant();
    }

    private static string LastName(string author) => author.Split(' ', StringSplitOptions.RemoveEmptyEntries).LastOrDefault() ?? author;

    private static string LabAndYears(string lab, ReviewResults all)
    {
        var name = LabelPath.Leaf(lab);
        var years = all.Facets.Where(f => f.Dimension is Dimension.Year).SelectMany(f => f.Labels).Select(l => l.Value).Order(StringComparer.Ordinal).ToList();
        return $"lab:{(name.Contains(' ', StringComparison.Ordinal) ? $"\"{name}\"" : name)}" + (years.Count > 1 ? $" year:{years[0]}..{years[^1]}" : "");
    }
}
