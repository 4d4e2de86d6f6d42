using System.Globalization;

namespace DigestSearch.RelevanceMeasure;

/// <summary>What an engine returned for each query, best first; written and read in the TREC format, so that other tools can score it.</summary>
public sealed record Run(string Engine, IReadOnlyDictionary<string, IReadOnlyList<string>> Rankings)
{
    /// <summary>Reads <c>query Q0 review rank score engine</c>.</summary>
    public static Run Load(string path)
    {
        var lines = File.ReadLines(path).Select(line => line.Split(' ')).ToList();
        return new Run(lines.Count > 0 ? lines[0][5] : "", lines.GroupBy(line => line[0])
            .ToDictionary(group => group.Key, IReadOnlyList<string> (group) => [.. group.OrderBy(line => int.Parse(line[3], CultureInfo.InvariantCulture)).Select(line => line[2])]));
    }

    /// <summary>Writes the same; scores fall with the rank.</summary>
    public void Save(string path) => File.WriteAllLines(path,
        Rankings.SelectMany(query => query.Value.Select((review, at) => string.Create(CultureInfo.InvariantCulture, $"{query.Key} Q0 {review} {at + 1} {1.0 / (at + 1):0.#####} {Engine}"))));

    /// <summary>Measures of every query of a collection.</summary>
    public IReadOnlyDictionary<string, Measures> Score(Collection collection) => collection.Queries.ToDictionary(
        query => query.Id, query => Measures.Of(Rankings.GetValueOrDefault(query.Id, []), collection.Grades[query.Id]));
}
