using CsCheck;
using DigestSearch.Search;
using DigestSearch.Tests.Support;

namespace DigestSearch.Tests.Search;

/// <summary>Random corpora in several segments with updates and removals: whatever is asked, the answer is the naive one.</summary>
public class OracleTests
{
    private const int Corpora = 8;
    private const int QueriesEach = 25;

    [Fact]
    public void TotalsOrdersPagesAndCountsAreThoseOfTheOracle() =>
        Gen.Int[0, int.MaxValue].Sample(seed =>
        {
            var corpus = new RandomCorpus(seed);
            using var index = new TempIndex();
            var oracle = new NaiveSearch(corpus.Fill(index));
            for (var at = 0; at < QueriesEach; at++)
            {
                var text = corpus.Text();
                var query = corpus.Query(text.Text) with { Exact = true };
                TotalAndOrder(index, oracle, text, query);
                Facets(index, oracle, text, query);
            }
        }, iter: Corpora, threads: 1);

    [Fact]
    public void EveryCountIsTheTotalAfterTheClick() =>
        Gen.Int[0, int.MaxValue].Sample(seed =>
        {
            var corpus = new RandomCorpus(seed);
            using var index = new TempIndex();
            corpus.Fill(index);
            var query = corpus.Query(corpus.Text().Text);
            foreach (var facet in index.Search(query).Facets)
                foreach (var label in Flat(facet.Labels))
                    Assert.Equal(label.Count, index.Search(Select(query, facet.Dimension, label.Value)).Total);
        }, iter: Corpora, threads: 1);

    [Fact]
    public void CountsAreExactAfterEveryStepOfTheLadder()
    {
        var taken = new Dictionary<string, int>();
        Gen.Int[0, int.MaxValue].Sample(seed =>
        {
            var corpus = new RandomCorpus(seed);
            using var index = new TempIndex();
            var oracle = new NaiveSearch(corpus.Fill(index));
            for (var at = 0; at < QueriesEach; at++)
            {
                var query = corpus.Query(corpus.Slipped());
                var results = index.Search(query);
                foreach (var step in results.Query.Steps) taken[step.Kind] = taken.GetValueOrDefault(step.Kind) + 1;
                // What was read finds the same when it is typed.
                var typed = index.Search(query with { Text = results.Query.Read });
                Assert.Equal((results.Query.Read, results.Total), (typed.Query.Read, typed.Total));
                Assert.Equal(results.Hits.Select(hit => hit.Review.Id).Order(), typed.Hits.Select(hit => hit.Review.Id).Order());
                // A repaired word alone is what the oracle finds with it.
                if (results.Query.Steps is [{ Kind: "layout" or "typo", To: var word }] && results.Query.Read == word)
                    Facets(index, oracle, new NaiveText([word], [], [], null, null, null), query);
                foreach (var facet in results.Facets)
                    foreach (var label in Flat(facet.Labels).Take(3))
                        Assert.Equal(label.Count, index.Search(Select(query, facet.Dimension, label.Value)).Total);
            }
        }, iter: Corpora, threads: 1);
        Assert.All(["layout", "translit", "typo", "phrase", "relax"], kind => Assert.True(taken.GetValueOrDefault(kind) > 0, $"No query took the step {kind}."));
    }

    [Fact]
    public void PagesJoinedAreOneLongPage() =>
        Gen.Int[0, int.MaxValue].Sample(seed =>
        {
            var corpus = new RandomCorpus(seed);
            using var index = new TempIndex();
            corpus.Fill(index);
            var query = corpus.Query(corpus.Text().Text) with { Sort = (SortOrder)corpus.Next(4) };
            var whole = index.Search(query);
            var pages = Enumerable.Range(1, (whole.Total / 7) + 1).SelectMany(page => index.Search(query with { Page = page, Size = 7 }).Hits);
            Assert.Equal(whole.Hits.Select(hit => hit.Review.Id), pages.Select(hit => hit.Review.Id).Take(whole.Hits.Count));
        }, iter: Corpora, threads: 1);

    private static void TotalAndOrder(TempIndex index, NaiveSearch oracle, NaiveText text, ReviewQuery query)
    {
        var expected = oracle.Matches(text, query);
        foreach (var order in new[] { SortOrder.Newest, SortOrder.Oldest, SortOrder.Title })
        {
            var results = index.Search(query with { Sort = order });
            Assert.True(expected.Count == results.Total, $"{text.Text} was read as {results.Query.Read}: {expected.Count} expected, {results.Total} found.");
            Assert.Equal(NaiveSearch.Ordered(expected, order), results.Hits.Select(hit => hit.Review.Id));
        }
        var best = index.Search(query with { Sort = SortOrder.Relevance }).Hits;
        Assert.Equal(expected.Select(stored => stored.Review.Id).Order(), best.Select(hit => hit.Review.Id).Order());
        foreach (var tie in best.GroupBy(hit => hit.Score))
            Assert.Equal(NaiveSearch.Ordered(tie.Select(hit => Some.Stored(hit.Review, hit.Digest.Id, hit.Digest.Digest)), SortOrder.Newest), tie.Select(hit => hit.Review.Id));
        Assert.Equal(best.Select(hit => hit.Score).OrderDescending(), best.Select(hit => hit.Score));
    }

    private static void Facets(TempIndex index, NaiveSearch oracle, NaiveText text, ReviewQuery query)
    {
        foreach (var facet in index.Search(query).Facets)
        {
            var expected = oracle.Counts(text, query, facet.Dimension);
            var labels = Flat(facet.Labels).ToList();
            Assert.Equal(expected.OrderBy(pair => pair.Key, StringComparer.Ordinal), labels.Where(label => label.Count > 0).OrderBy(label => label.Value, StringComparer.Ordinal).Select(label => KeyValuePair.Create(label.Value, label.Count)));
            if (facet.Dimension is Dimension.Year || !query.Selections.TryGetValue(facet.Dimension, out var selected)) continue;
            Assert.Equal(selected.Order(StringComparer.Ordinal), labels.Where(label => label.Selected).Select(label => label.Value).Order(StringComparer.Ordinal));
        }
    }

    private static IEnumerable<FacetLabel> Flat(IEnumerable<FacetLabel> labels) => labels.SelectMany(label => Flat(label.Children).Prepend(label));

    private static ReviewQuery Select(ReviewQuery query, Dimension dimension, string value)
    {
        if (dimension is Dimension.Year) return query with { Years = [YearRange.Parse(value)!.Value] };
        return query with { Selections = new Dictionary<Dimension, IReadOnlyList<string>>(query.Selections) { [dimension] = [value] } };
    }
}
