using System.Text;
using System.Text.RegularExpressions;

namespace DigestSearch.ReadingMeasure;

/// <summary>Holds what was read of a source against its truth.</summary>
public sealed class Score
{
    /// <summary>The fields in the order in which they are shown; <c>reviews</c> counts reviews found.</summary>
    public static IReadOnlyList<string> Fields { get; } = ["reviews", "title", "authors", "institutions", "year", "venue", "links", "reviewer"];

    private static readonly Regex Blanks = new(@"\s+", RegexOptions.NonBacktracking);

    private readonly Dictionary<string, Tally> tallies = Fields.ToDictionary(field => field, _ => new Tally());
    private readonly List<(string File, int Errors, string Text)> differences = [];

    private Score()
    {
    }

    /// <summary>Counts of a field.</summary>
    public Tally this[string field] => tallies[field];

    /// <summary>Differences of one document each, the worst first.</summary>
    public IEnumerable<string> Worst => differences.OrderByDescending(difference => difference.Errors).Select(difference => difference.Text);

    /// <summary>Scores the reviews that were read, by the names of their documents.</summary>
    public static Score Of(Truth truth, ILookup<string, ReadReview> read)
    {
        var score = new Score();
        foreach (var document in truth.Documents) score.Add(document, [.. read[document.File]]);
        return score;
    }

    private void Add(TrueDocument document, IReadOnlyList<ReadReview> read)
    {
        var pairs = Pair(document.Reviews, read);
        if (document.Excerpt)
        {
            var matched = pairs.Where(at => at >= 0).ToList();
            var (from, to) = matched.Count == 0 ? (0, -1) : (matched.Min(), matched.Max());
            read = [.. read.Skip(from).Take(to - from + 1)];
            pairs = Pair(document.Reviews, read);
        }
        var text = new StringBuilder();
        var errors = 0;
        for (var i = 0; i < document.Reviews.Count; i++)
        {
            tallies["reviews"].Add(pairs[i] >= 0 ? ["review"] : [], ["review"]);
            var truth = document.Reviews[i];
            var found = pairs[i] >= 0 ? read[pairs[i]] : null;
            if (found is null) Tell($"missing   {truth.Title}");
            foreach (var (field, own, given) in Compare(truth, found))
                if (!tallies[field].Add(given, own) && found is not null)
                    Tell($"{field,-13}{truth.Title}\n        true: {string.Join(" | ", own.Except(given))}\n        read: {string.Join(" | ", given.Except(own))}");
        }
        foreach (var extra in read.Where((_, at) => !pairs.Contains(at)))
        {
            tallies["reviews"].Add(["review"], []);
            Tell($"too many  {extra.Title}");
        }
        if (errors > 0) differences.Add((document.File, errors, $"{document.File}\n{text}"));

        void Tell(string line)
        {
            errors++;
            text.Append("    ").Append(line).Append('\n');
        }
    }

    private static IEnumerable<(string Field, string[] True, string[] Read)> Compare(ReadReview truth, ReadReview? read)
    {
        yield return ("title", [Clean(truth.Title)], read is null ? [] : [Clean(read.Title)]);
        yield return ("authors", Values(truth.Authors), Values(read?.Authors));
        yield return ("institutions", Values(truth.Institutions), Values(read?.Institutions));
        yield return ("year", Value(truth.Year?.ToString(System.Globalization.CultureInfo.InvariantCulture)), Value(read?.Year?.ToString(System.Globalization.CultureInfo.InvariantCulture)));
        yield return ("venue", Value(truth.Venue), Value(read?.Venue));
        yield return ("links", Links(truth.Links), Links(read?.Links));
        yield return ("reviewer", Value(truth.Reviewer), Value(read?.Reviewer));
    }

    // Titles decide first; what is left is paired in order where it shares most of its words.
    private static int[] Pair(IReadOnlyList<ReadReview> truth, IReadOnlyList<ReadReview> read)
    {
        var pairs = new int[truth.Count];
        var taken = new bool[read.Count];
        Array.Fill(pairs, -1);
        for (var i = 0; i < truth.Count; i++) Take(i, at => Clean(read[at].Title) == Clean(truth[i].Title));
        for (var i = 0; i < truth.Count; i++)
            if (pairs[i] < 0) Take(i, at => Alike(read[at], truth[i]));
        return pairs;

        void Take(int i, Func<int, bool> fits)
        {
            for (var at = 0; at < read.Count; at++)
            {
                if (taken[at] || !fits(at)) continue;
                (pairs[i], taken[at]) = (at, true);
                return;
            }
        }
    }

    private static bool Alike(ReadReview read, ReadReview truth)
    {
        var own = Words(truth.Title);
        var other = Words(read.Title);
        var shared = own.Intersect(other).Count();
        return own.Count > 0 && shared * 2 >= own.Count && shared * 4 >= other.Count
            || Links(truth.Links) is [var first, ..] && Links(read.Links) is [var same, ..] && first == same;
    }

    private static HashSet<string> Words(string text) => [.. Clean(text).ToLowerInvariant().Split(' ', '-', ':', ',').Where(word => word.Length > 2)];

    private static string[] Values(IEnumerable<string>? values) => [.. (values ?? []).Select(Clean)];

    private static string[] Value(string? value) => string.IsNullOrWhiteSpace(value) ? [] : [Clean(value)];

    private static string[] Links(IEnumerable<ReadLink>? links) => [.. (links ?? []).Select(link => link.Url ?? "").Where(url => url.Length > 0).Distinct(StringComparer.Ordinal)];

    private static string Clean(string text) => Blanks.Replace(text.Normalize(NormalizationForm.FormC), " ").Trim();
}
