using DigestSearch.Reviews;
using DigestSearch.Search;

namespace DigestSearch.RelevanceMeasure;

/// <summary>Russian spellings of surnames, listed by hand, and the surname that each is of.</summary>
public static class Surnames
{
    /// <summary>Reads a table of two columns under a header: the Russian spelling and the surname in Latin letters.</summary>
    public static IReadOnlyList<(string Russian, string Latin)> Load(string path) =>
        [.. File.ReadLines(path).Skip(1).Where(line => line.Length > 0).Select(line => line.Split('\t')).Select(row => (row[0], row[1]))];

    /// <summary>Those of which no author is among the ten best hits.</summary>
    public static IReadOnlyList<(string Russian, string Latin)> Missed(IReadOnlyList<(string Russian, string Latin)> surnames, ReviewSearcher searcher) =>
        [.. surnames.Where(surname => !searcher.Search(new ReviewQuery { Text = surname.Russian, Size = 10, Facets = [] }, CancellationToken.None).Hits
            .Any(hit => hit.Review.Authors.Any(author => (" " + Plain(author)).EndsWith(" " + Plain(surname.Latin), StringComparison.Ordinal))))];

    private static string Plain(string name) => Folding.Fold(name).Replace('-', ' ').Replace('\'', ' ');
}
