using CsCheck;
using DigestSearch.Indexing;
using DigestSearch.Reviews;
using DigestSearch.Search;
using DigestSearch.Search.Suggest;
using DigestSearch.Tests.Support;

namespace DigestSearch.Tests.Search;

/// <summary>Random corpora in several segments with updates and removals: suggestions and labels are what a look at every review gives.</summary>
public class SuggestOracleTests
{
    private static readonly string[] Typed = ["a", "b", "alf", "ke", "kedr dul", "fan iv", "go", "ор", "клен ол", "zx", "4", "mia gom", "lumo kedro nivo", "nothing", "gomka", "клне"];

    [Fact]
    public void WhatIsSuggestedAsTypedIsWhatBeginsSoAndNothingIsLeftOut() =>
        Gen.Int[0, int.MaxValue].Sample(seed =>
        {
            var corpus = new RandomCorpus(seed);
            using var index = new TempIndex();
            var live = corpus.Fill(index);
            foreach (var typed in Typed)
            {
                var expected = Names(live).Where(name => Begins(name.Label, typed)).Select(name => $"{name.Type} {name.Value}").ToHashSet();
                if (expected.Count < SuggestQuery.MaxSize / 2) continue; // With few, slips and other readings come in.
                var items = index.Suggest(new() { Text = typed, Size = SuggestQuery.MaxSize }).Items.Select(Told).ToList();
                Assert.Subset(expected, items.ToHashSet());
                Assert.Equal(Math.Min(expected.Count, SuggestQuery.MaxSize), items.Distinct().Count());
            }
        }, iter: 8, threads: 1);

    [Fact]
    public void EveryCountIsTheTotalAfterTheClick() =>
        Gen.Int[0, int.MaxValue].Sample(seed =>
        {
            var corpus = new RandomCorpus(seed);
            using var index = new TempIndex();
            var live = corpus.Fill(index);
            foreach (var item in Typed.SelectMany(typed => index.Suggest(new() { Text = typed, Size = SuggestQuery.MaxSize }).Items))
                Assert.Equal((Told(item), item.Count), (Told(item), item.Type is SuggestionType.Title ? live.Count(stored => Folding.Fold(stored.Review.Title) == Folding.Fold(item.Value)) : index.Search(Selecting(item)).Total));
        }, iter: 8, threads: 1);

    [Fact]
    public void TheSameReviewsGiveTheSameSuggestionsInHoweverManySegments() =>
        Gen.Int[0, int.MaxValue].Sample(seed =>
        {
            var corpus = new RandomCorpus(seed);
            using var several = new TempIndex();
            using var one = TempIndex.Of(corpus.Fill(several));
            foreach (var typed in Typed) Assert.Equal(one.Suggest(new() { Text = typed }).Items, several.Suggest(new() { Text = typed }).Items);
        }, iter: 8, threads: 1);

    [Fact]
    public void LabelsWithABeginningAreThoseOfTheOracle() =>
        Gen.Int[0, int.MaxValue].Sample(seed =>
        {
            var corpus = new RandomCorpus(seed);
            using var index = new TempIndex();
            var oracle = new NaiveSearch(corpus.Fill(index));
            for (var at = 0; at < 20; at++)
            {
                var text = corpus.Text();
                var query = corpus.Query(text.Text) with { Exact = true };
                foreach (var dimension in Enum.GetValues<Dimension>())
                {
                    var prefix = at % 3 == 0 ? "" : Typed[corpus.Next(Typed.Length)];
                    var answer = index.Labels(new() { Dimension = dimension, Prefix = prefix, Query = query });
                    var expected = oracle.Counts(text, query, dimension).Where(pair => Begins(Label(dimension, pair.Key), prefix)).ToList();
                    Assert.Equal(expected.OrderBy(pair => pair.Key, StringComparer.Ordinal), answer.Labels.Where(label => label.Count > 0).OrderBy(label => label.Value, StringComparer.Ordinal).Select(label => KeyValuePair.Create(label.Value, label.Count)));
                    Assert.Equal(answer.Labels.Count, answer.Total);
                    var cut = index.Labels(new() { Dimension = dimension, Prefix = prefix, Query = query with { FacetSize = 2 } });
                    Assert.Equal(answer.Total, cut.Total);
                    Assert.Equal(answer.Labels.Index().Where(label => label.Index < 2 || label.Item.Selected || dimension is Dimension.Year).Select(label => label.Item.Value), cut.Labels.Select(label => label.Value));
                }
            }
        }, iter: 8, threads: 1);

    private static string Told(Suggestion item) => $"{item.Type} {(item.Type is SuggestionType.Title ? Folding.Fold(item.Value) : item.Value)}";

    private static IEnumerable<(SuggestionType Type, string Value, string Label)> Names(IReadOnlyCollection<StoredReview> live) =>
        live.Select(stored => (SuggestionType.Title, Folding.Fold(stored.Review.Title), stored.Review.Title))
            .Concat(live.SelectMany(stored => stored.Review.Authors).Select(author => (SuggestionType.Author, author, author)))
            .Concat(live.SelectMany(stored => stored.Review.Labs.SelectMany(LabelPath.SelfAndAncestors)).Select(lab => (SuggestionType.Lab, lab, LabelPath.Leaf(lab))))
            .Concat(live.SelectMany(stored => stored.Review.Topics.SelectMany(LabelPath.SelfAndAncestors)).Select(topic => (SuggestionType.Topic, topic, LabelPath.Leaf(topic))));

    private static string Label(Dimension dimension, string value) => dimension switch
    {
        Dimension.Lab or Dimension.Topic => LabelPath.Leaf(value),
        Dimension.Digest => "Digest " + value[1..],
        _ => value,
    };

    private static bool Begins(string name, string typed) =>
        Folding.Fold(typed).Split(' ', StringSplitOptions.RemoveEmptyEntries).All(word => Folding.Fold(name).Split(' ').Any(own => own.StartsWith(word, StringComparison.Ordinal)));

    private static ReviewQuery Selecting(Suggestion item) => new()
    {
        Selections = new Dictionary<Dimension, IReadOnlyList<string>> { [Enum.Parse<Dimension>(item.Type.ToString())] = [item.Value] },
    };
}
