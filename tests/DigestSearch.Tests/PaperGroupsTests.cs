using DigestSearch.Reviews;

namespace DigestSearch.Tests;

public sealed class PaperGroupsTests
{
    // Reviews by name, each with its keys: «a:1 d:X t:T».
    private static readonly Dictionary<char, PaperKeyKind> Kinds = new()
    {
        ['a'] = PaperKeyKind.Arxiv, ['d'] = PaperKeyKind.Doi, ['o'] = PaperKeyKind.OpenReview, ['l'] = PaperKeyKind.Acl, ['t'] = PaperKeyKind.Title, ['r'] = PaperKeyKind.Review,
    };

    private static List<PaperKey> Keys(string review) => [.. review.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(key => new PaperKey(Kinds[key[0]], key[2..]))];

    private static string Papers(params string[] reviews) => string.Join(" | ", PaperGroups.Of([.. reviews.Select(Keys)])
        .Select(group => string.Join(',', group.Reviews.Select(at => (char)('A' + at)))).Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("A,B", "a:1 t:T", "a:1 t:U")]
    [InlineData("A,B", "a:1 t:T", "t:T")]
    [InlineData("A,B", "a:1 t:T", "d:X t:T")]
    [InlineData("A | B", "a:1 t:T", "a:2 t:T")]
    [InlineData("A | B", "t:T", "t:U")]
    [InlineData("A | B", "r:x", "r:y")]
    // Joined through one that has both identifiers.
    [InlineData("A,B,C", "a:1 t:T", "a:1 d:X t:U", "d:X t:V")]
    // A preprint and what was printed of it.
    [InlineData("A,B", "a:1 d:X", "a:1 d:Y")]
    // A wrong DOI joins nothing that arXiv keeps apart, and what has only the DOI is neither.
    [InlineData("A | B", "a:1 d:X", "a:2 d:X")]
    [InlineData("A | B | C", "a:1 d:X", "a:2 d:X", "d:X")]
    [InlineData("A | B | C,D", "a:1 t:T", "a:2 t:T", "t:T", "t:T")]
    [InlineData("A,D | B | C", "a:1 t:T", "a:2 t:T", "t:T", "a:1 t:U")]
    // A contradiction does not go round by others.
    [InlineData("A,B,C | D", "a:1 t:T", "t:T d:X", "d:X t:U", "a:2 t:U")]
    [InlineData("A | B", "o:1 t:T", "o:2 t:T")]
    [InlineData("A | B", "l:1 t:T", "l:2 t:T")]
    public void WhichReviewsAreOfOnePaper(string papers, params string[] reviews) => Assert.Equal(papers, Papers(reviews));

    [Fact]
    public void WhenReviewsComeInAnotherOrderThePapersAreTheSame()
    {
        var random = new Random(7);
        for (var round = 0; round < 2000; round++)
        {
            var reviews = Enumerable.Range(0, random.Next(2, 9)).Select(_ => Some(random)).ToList();
            var order = Enumerable.Range(0, reviews.Count).ToArray();
            random.Shuffle(order);
            var groups = PaperGroups.Of(reviews);
            var shuffled = PaperGroups.Of([.. order.Select(at => reviews[at])]);

            Assert.Equal(Told(groups.Select(group => (group.Key, group.Reviews))), Told(shuffled.Select(group => (group.Key, (IReadOnlyList<int>)[.. group.Reviews.Select(at => order[at])]))));
            // No paper has two of arXiv, and no two papers have one id.
            Assert.All(groups, group => Assert.True(group.Keys.Count(key => key.Kind is PaperKeyKind.Arxiv) <= 1));
            Assert.Equal(groups.Count, groups.Select(group => group.Key).Distinct().Count());
            Assert.Equal(Enumerable.Range(0, reviews.Count), groups.SelectMany(group => group.Reviews).Order());
        }
    }

    private static string Told(IEnumerable<(PaperKey? Key, IReadOnlyList<int> Reviews)> groups) =>
        string.Join(" | ", groups.Select(group => $"{group.Key}={string.Join(',', group.Reviews.Order())}").Order(StringComparer.Ordinal));

    private static List<PaperKey> Some(Random random)
    {
        var keys = Kinds.Values.Where(kind => kind != PaperKeyKind.Review && random.Next(3) > 0)
            .Select(kind => new PaperKey(kind, random.Next(3).ToString(System.Globalization.CultureInfo.InvariantCulture))).ToList();
        return keys.Count > 0 ? keys : [new(PaperKeyKind.Review, random.Next().ToString(System.Globalization.CultureInfo.InvariantCulture))];
    }
}
