namespace DigestSearch.RelevanceMeasure;

/// <summary>The measures of one query, or their means, named and defined as ir_measures does.</summary>
/// <param name="Ndcg">nDCG@10 with the gain 2^grade − 1.</param>
/// <param name="ReciprocalRank">1 / rank of the first relevant review; 0 where none was returned.</param>
/// <param name="Recall">Share of the relevant reviews among the first hundred.</param>
/// <param name="Success1">Whether the first review is relevant.</param>
/// <param name="Success5">Whether one of the first five is.</param>
public readonly record struct Measures(double Ndcg, double ReciprocalRank, double Recall, double Success1, double Success5)
{
    private const int Cut = 10;
    private const int Deep = 100;

    /// <summary>Measures the ranking of one query.</summary>
    public static Measures Of(IReadOnlyList<string> ranking, IReadOnlyDictionary<string, int> grades)
    {
        var gains = ranking.Take(Cut).Select(review => grades.GetValueOrDefault(review));
        var relevant = grades.Count(grade => grade.Value > 0);
        var first = ranking.Select((review, at) => (review, at)).Where(hit => grades.GetValueOrDefault(hit.review) > 0).Select(hit => hit.at + 1).FirstOrDefault();
        return new Measures(
            Gain(gains) / Gain(grades.Values.OrderDescending().Take(Cut)), first == 0 ? 0 : 1.0 / first,
            ranking.Take(Deep).Count(review => grades.GetValueOrDefault(review) > 0) / (double)relevant, first is 1 ? 1 : 0, first is > 0 and <= 5 ? 1 : 0);
    }

    /// <summary>The mean over queries.</summary>
    public static Measures Mean(IReadOnlyCollection<Measures> all) => new(
        all.Average(one => one.Ndcg), all.Average(one => one.ReciprocalRank), all.Average(one => one.Recall), all.Average(one => one.Success1), all.Average(one => one.Success5));

    private static double Gain(IEnumerable<int> grades) => grades.Select((grade, at) => (Math.Pow(2, Math.Max(grade, 0)) - 1) / Math.Log2(at + 2)).Sum();
}
