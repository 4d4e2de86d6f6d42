using System.Diagnostics;
using DigestSearch.Indexing;
using DigestSearch.Reviews;
using DigestSearch.Search;

namespace DigestSearch.Bench.Curves;

/// <summary>How the time of a search grows: with reviews, words, counted dimensions, listed labels and selections.</summary>
/// <param name="folders">Folders of indexes, the smallest first.</param>
/// <param name="vocabulary">As it is shipped.</param>
/// <param name="rounds">Rounds; of each query the median counts.</param>
/// <param name="told">What is being done.</param>
internal sealed class CostCurves(IReadOnlyList<string> folders, Vocabulary vocabulary, int rounds, Action<string> told)
{
    private const int Queries = 200, Titles = 2_000, Page = 10, Labels = 20, Words = 2, WarmUps = 2, Seed = 3;

    // Until then the runtime compiles what it runs, again and again.
    private const int WarmSearches = 5_000;

    private static readonly TimeSpan LongestOpening = TimeSpan.FromMinutes(2);
    private static readonly Dimension[] Dimensions = Enum.GetValues<Dimension>();
    private static readonly Dimension[] Selected = [Dimension.Year, Dimension.Venue, Dimension.Topic];
    private static readonly int[] WordCounts = [1, 2, 3, 5, 8], DimensionCounts = [0, 1, 3, 5, 9], LabelCounts = [10, 100, 1_000];

    /// <summary>All curves; of each a line for each archive.</summary>
    public IReadOnlyList<Curve> Run()
    {
        var (words, dimensions, labels, selections) = (new List<CurveLine>(), new List<CurveLine>(), new List<CurveLine>(), new List<CurveLine>());
        foreach (var folder in folders)
        {
            using var reader = new ReviewIndexReader(Path.Combine(folder, IndexDirectory.FolderName));
            if (!reader.WaitForVersionAsync(0, LongestOpening, CancellationToken.None).GetAwaiter().GetResult()) throw new InvalidOperationException(reader.Status.Reason);
            var searcher = new ReviewSearcher(reader, vocabulary);
            var titles = ReadTitles(searcher);
            CurveLine Line(IEnumerable<int> steps, Func<int, int, ReviewQuery> query) => new(reader.Status.Documents, Measure(searcher, [.. steps.Select(step => (step, (IReadOnlyList<ReviewQuery>)[.. Enumerable.Range(0, Queries).Select(at => query(at, step))]))]));
            ReviewQuery Query(int at, int count) => new() { Text = string.Join(' ', titles[at % titles.Length].Take(count)), Size = Page, FacetSize = Labels, Exact = true };
            if (folder == folders[0])
                for (var at = 0; at < WarmSearches; at++) searcher.Search(Query(at, WordCounts[at % WordCounts.Length]), CancellationToken.None);
            told($"{reader.Status.Documents} reviews");
            words.Add(Line(WordCounts, Query));
            dimensions.Add(Line(DimensionCounts, (at, step) => Query(at, Words) with { Facets = Dimensions[..step] }));
            labels.Add(Line(LabelCounts, (at, step) => Query(at, Words) with { FacetSize = step }));
            var top = searcher.Search(new ReviewQuery { Size = 0, Facets = Selected, FacetSize = Labels }, CancellationToken.None).Facets;
            selections.Add(Line(Enumerable.Range(0, Selected.Length + 1), (at, step) => Select(Query(at, Words), [.. top.Take(step)], at)));
        }
        return
        [
            Growing("reviews", "reviews in the archive", dimensions),
            new("words", "words of the query", words), new("dimensions", "dimensions that are counted", dimensions), new("labels", "labels that each dimension lists", labels), new("selections", "dimensions with a selection", selections),
        ];
    }

    // The same points the other way round: a line for each number of dimensions, from the smallest archive to the largest.
    private static Curve Growing(string name, string along, List<CurveLine> lines) => new(name, along,
        [.. DimensionCounts.Select((count, at) => new CurveLine(count, [.. lines.Select(line => new CurvePoint(line.Of, line.Points[at].Microseconds))]))]) { Logarithmic = true, Lines = "dimensions" };

    private List<CurvePoint> Measure(ReviewSearcher searcher, List<(int Step, IReadOnlyList<ReviewQuery> Queries)> steps)
    {
        var times = steps.Select(step => new List<double>[step.Queries.Count]).ToList();
        foreach (var of in times)
            for (var query = 0; query < of.Length; query++) of[query] = [];
        for (var round = -WarmUps; round < rounds; round++)
            for (var step = 0; step < steps.Count; step++)
                for (var query = 0; query < steps[step].Queries.Count; query++)
                {
                    var began = Stopwatch.GetTimestamp();
                    searcher.Search(steps[step].Queries[query], CancellationToken.None);
                    if (round >= 0) times[step][query].Add(Stopwatch.GetElapsedTime(began).TotalMicroseconds);
                }
        return [.. steps.Select((step, at) => new CurvePoint(step.Step, times[at].Average(all => all.Order().ElementAt(all.Count / 2))))];
    }

    // Words of one title, so that some review holds them all, and the same titles for every step.
    private static string[][] ReadTitles(ReviewSearcher searcher)
    {
        var titles = new List<string[]>();
        for (var page = 1; page <= Titles / ReviewQuery.MaxSize; page++)
            foreach (var hit in searcher.Search(new ReviewQuery { Sort = SortOrder.Title, Page = page, Size = ReviewQuery.MaxSize, Facets = [], Snippets = false }, CancellationToken.None).Hits)
                titles.Add([.. hit.Review.Title.Split(' ').Where(word => word.Length > 3 && word.All(char.IsLetter)).Distinct(StringComparer.OrdinalIgnoreCase)]);
        var found = titles.Where(title => title.Length >= WordCounts[^1]).ToArray();
        if (found.Length == 0) throw new InvalidOperationException("No title has words enough to ask for.");
        new Random(Seed).Shuffle(found);
        return found;
    }

    private static ReviewQuery Select(ReviewQuery query, Facet[] facets, int at)
    {
        var labels = facets.Where(facet => facet.Labels.Count > 0).ToDictionary(facet => facet.Dimension, facet => facet.Labels[at % facet.Labels.Count].Value);
        return query with
        {
            Years = labels.Remove(Dimension.Year, out var year) && YearRange.Parse(year) is { } range ? [range] : [],
            Selections = labels.ToDictionary(pair => pair.Key, IReadOnlyList<string> (pair) => [pair.Value]),
        };
    }
}

/// <summary>How time grows along something.</summary>
/// <param name="Name">Name of its picture.</param>
/// <param name="Along">What grows.</param>
/// <param name="Of">Its lines.</param>
internal sealed record Curve(string Name, string Along, IReadOnlyList<CurveLine> Of)
{
    /// <summary>Whether both axes are logarithmic.</summary>
    public bool Logarithmic { get; init; }

    /// <summary>What tells its lines apart.</summary>
    public string Lines { get; init; } = "reviews";
}

/// <summary>One line of a curve: for so many reviews, or dimensions, its points.</summary>
internal sealed record CurveLine(int Of, IReadOnlyList<CurvePoint> Points);

/// <summary>The mean time of a search at one place.</summary>
internal readonly record struct CurvePoint(int At, double Microseconds);
