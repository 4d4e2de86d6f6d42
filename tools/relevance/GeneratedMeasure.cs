using DigestSearch.Reviews;
using DigestSearch.Search;

namespace DigestSearch.RelevanceMeasure;

/// <summary>Titles and names as readers type them, measured on an index of any corpus.</summary>
public static class GeneratedMeasure
{
    private const int OrdinaryPerForm = 10;
    private static readonly string[] RepairKinds = ["layout", "translit", "typo"];

    /// <summary>Prints a table.</summary>
    public static async Task RunAsync(string words, string spellings, string data, int seed, int count, IReadOnlyList<string> corpus)
    {
        var vocabulary = Vocabulary.Load(words);
        var reviews = corpus.SelectMany(Collection.Lines<CorpusReview>).ToList();
        using var index = await ProductEngine.OpenAsync(data).ConfigureAwait(false);
        var searcher = new ReviewSearcher(index, vocabulary);
        var forms = new GeneratedForms(reviews, vocabulary.StopWords, seed, count);
        Console.WriteLine($"{"titles",-34} {"S@1",6} {"S@5",6} {"S@10",6} {"repaired",9}");
        foreach (var form in forms.All)
        {
            var answers = form.Queries.ToDictionary(query => query.Id, query => Answer(searcher, query.Text, 10));
            double Found(int within) => form.Queries.Average(query => answers[query.Id].Hits.Take(within).Any(hit => form.Grades[query.Id].ContainsKey(hit.Review.Id!)) ? 1 : 0);
            Console.WriteLine($"  {form.Name,-32} {Found(1),6:0.000} {Found(5),6:0.000} {Found(10),6:0.000} {answers.Values.Average(answer => IsRepaired(answer) ? 1 : 0),9:0.000}");
        }
        var ordinary = forms.Ordinary(count * OrdinaryPerForm).ToList();
        var repaired = ordinary.Where(text => IsRepaired(Answer(searcher, text, 1))).ToList();
        Console.WriteLine($"ordinary queries: {ordinary.Count}, repaired all the same: {repaired.Count} {string.Join(" | ", repaired.Take(5))}");
        Console.WriteLine($"{"names",-34} {"precision",9} {"recall",6}");
        foreach (var form in new NameForms(reviews).All(seed, count))
        {
            var (right, found, meant) = (0, 0, 0);
            foreach (var query in form.Queries)
            {
                var ids = Answer(searcher, query.Text, reviews.Count).Hits.Select(hit => hit.Review.Id!).ToList();
                var hits = ids.Count(form.Grades[query.Id].ContainsKey);
                (right, found, meant) = (right + hits, found + ids.Count, meant + form.Grades[query.Id].Count);
            }
            Console.WriteLine($"  {form.Name,-32} {right / (double)found,9:0.000} {right / (double)meant,6:0.000}  {form.Queries.Count} names");
        }
        var surnames = Surnames.Load(spellings);
        var missed = Surnames.Missed(surnames, searcher);
        Console.WriteLine($"Russian spellings of {surnames.Count} surnames: {1 - (missed.Count / (double)surnames.Count):0.000} among the ten best; not {string.Join(", ", missed.Select(surname => surname.Russian))}");
    }

    private static ReviewResults Answer(ReviewSearcher searcher, string text, int size) => searcher.Search(new ReviewQuery { Text = text, Size = size, Facets = [] }, CancellationToken.None);

    private static bool IsRepaired(ReviewResults answer) => answer.Query.Steps.Any(step => RepairKinds.Contains(step.Kind));
}
