using DigestSearch.RelevanceMeasure;
using DigestSearch.Reviews;
using DigestSearch.Search;
using DigestSearch.Tests.Support;

namespace DigestSearch.Tests.Search;

/// <summary>Names as readers type them among tens of thousands of authors, where the corpora are at hand.</summary>
public sealed class ManyNamesTests(ManyNamesTests.Authors authors, ITestOutputHelper output) : IClassFixture<ManyNamesTests.Authors>
{
    private const int Seed = 11;
    private const int NamesPerForm = 40;

    [Fact]
    public void ANameFindsWhomTheRuleMeansAndNobodyElse()
    {
        Assert.SkipWhen(authors.Index is null, "The corpora are not beside the repository.");
        foreach (var form in new NameForms(authors.Reviews).All(Seed, NamesPerForm))
        {
            var (right, found, meant) = (0, 0, 0);
            foreach (var query in form.Queries)
            {
                var ids = authors.Index!.Search(new ReviewQuery { Text = query.Text, Size = authors.Reviews.Count, Facets = [] }).Hits.Select(hit => hit.Review.Id!).ToList();
                (right, found, meant) = (right + ids.Count(form.Grades[query.Id].ContainsKey), found + ids.Count, meant + form.Grades[query.Id].Count);
            }
            output.WriteLine($"{form.Name}: precision {right / (double)found:0.000}, recall {right / (double)meant:0.000}");
            Assert.True(form.Queries.Count == NamesPerForm && right >= 0.98 * found && right >= 0.98 * meant, $"{form.Name}: {right} of {found} found and of {meant} meant.");
        }
    }

    [Fact]
    public void RussianSpellingsFindTheirSurnames()
    {
        Assert.SkipWhen(authors.Index is null, "The corpora are not beside the repository.");
        var known = authors.Reviews.SelectMany(review => review.Authors!).Select(name => Folding.Fold(name).Split(' ')[^1]).ToHashSet();
        var surnames = Surnames.Load(Repo.Fixture("relevance/surnames.tsv")).Where(surname => known.Contains(Folding.Fold(surname.Latin))).ToList();
        var missed = Surnames.Missed(surnames, authors.Index!.Searcher);
        output.WriteLine($"{missed.Count} of {surnames.Count} missed: {string.Join(", ", missed.Select(surname => surname.Russian))}");
        Assert.True(surnames.Count >= 200 && missed.Count <= 0.1 * surnames.Count, $"{missed.Count} of {surnames.Count} missed.");
    }

    /// <summary>Titles and authors of one file, indexed once.</summary>
    public sealed class Authors : IDisposable
    {
        public Authors()
        {
            var file = Repo.Shared is { } shared ? Path.Combine(shared, "corpora", "scale", "paperlists-1of4.jsonl.gz") : null;
            if (file is null || !File.Exists(file)) return;
            Reviews = [.. Collection.Lines<CorpusReview>(file).Where(review => review.Authors is { Count: > 0 })];
            Index = TempIndex.Of(Reviews.Select(review => Some.Stored(new Review { Id = review.Id, Title = "A paper", Authors = review.Authors! })));
        }

        internal IReadOnlyList<CorpusReview> Reviews { get; } = [];

        internal TempIndex? Index { get; }

        public void Dispose() => Index?.Dispose();
    }
}
