using System.Globalization;
using DigestSearch.Indexing;
using DigestSearch.Reviews;
using DigestSearch.Search;

namespace DigestSearch.Tests.Support;

/// <summary>What a naive query asks: plain words whose stems are themselves, so that matching needs no analysis.</summary>
internal sealed record NaiveText(IReadOnlyList<string> All, IReadOnlyList<string> None, IReadOnlyList<string> Either, string? Prefix, string? Phrase, string? Author)
{
    public static NaiveText Empty { get; } = new([], [], [], null, null, null);

    public string Text => string.Join(' ',
        All.Concat(None.Select(word => "-" + word)).Append(string.Join(" OR ", Either)).Append(Prefix is null ? "" : Prefix + "*")
            .Append(Phrase is null ? "" : $"\"{Phrase}\"").Append(Author is null ? "" : "author:" + Author).Where(part => part.Length > 0));

    public bool Matches(Review review)
    {
        var fields = Fields(review).ToList();
        bool Has(string word) => fields.Exists(field => field.Contains(word));
        return All.All(Has) && !None.Any(Has) && (Either.Count == 0 || Either.Any(Has))
            && (Prefix is null || fields.Exists(field => field.Any(word => word.StartsWith(Prefix, StringComparison.Ordinal))))
            && (Phrase is null || fields.Exists(field => $" {string.Join(' ', field)} ".Contains($" {Phrase} ", StringComparison.Ordinal)))
            && (Author is null || review.Authors.Any(author => Words(author).Contains(Author)));
    }

    // One list a value, so that no phrase crosses from one value to the next.
    private static IEnumerable<IReadOnlyList<string>> Fields(Review review) =>
        review.Authors.Append(review.Title).Append(review.Text).Append(review.Venue ?? "").Append(review.Reviewer ?? "")
            .Concat(review.Institutions).Concat(review.Labs.Concat(review.Topics).SelectMany(LabelPath.SelfAndAncestors).Select(LabelPath.Leaf))
            .Append(review.Year?.ToString(CultureInfo.InvariantCulture) ?? "").Select(Words);

    private static IReadOnlyList<string> Words(string text) => text.ToLowerInvariant().Split([' ', '-'], StringSplitOptions.RemoveEmptyEntries);
}

/// <summary>Search by looping over reviews in memory and counting by hand: the oracle.</summary>
internal sealed class NaiveSearch(IReadOnlyCollection<StoredReview> reviews)
{
    public IReadOnlyList<StoredReview> Matches(NaiveText text, ReviewQuery query, Dimension? without = null) =>
        [.. reviews.Where(stored => text.Matches(stored.Review) && Enum.GetValues<Dimension>().All(dimension => dimension == without || Passes(stored, dimension, query)))];

    public IReadOnlyDictionary<string, int> Counts(NaiveText text, ReviewQuery query, Dimension dimension) =>
        Matches(text, query, dimension).SelectMany(stored => Values(stored, dimension).Distinct()).GroupBy(value => value).ToDictionary(group => group.Key, group => group.Count());

    public static IReadOnlyList<string> Ordered(IEnumerable<StoredReview> matches, SortOrder order)
    {
        static int Newest(StoredReview a, StoredReview b) => (b.Review.Year ?? int.MinValue).CompareTo(a.Review.Year ?? int.MinValue) is var year and not 0 ? year
            : (b.Digest.Date?.DayNumber ?? int.MinValue).CompareTo(a.Digest.Date?.DayNumber ?? int.MinValue);
        static int Oldest(StoredReview a, StoredReview b) => (a.Review.Year ?? int.MaxValue).CompareTo(b.Review.Year ?? int.MaxValue) is var year and not 0 ? year
            : (a.Digest.Date?.DayNumber ?? int.MaxValue).CompareTo(b.Digest.Date?.DayNumber ?? int.MaxValue);
        static int Id(StoredReview a, StoredReview b) => string.CompareOrdinal(a.Review.Id, b.Review.Id);
        var sorted = matches.ToList();
        sorted.Sort((a, b) =>
        {
            var first = order switch { SortOrder.Oldest => Oldest(a, b), SortOrder.Title => string.CompareOrdinal(Folding.Fold(a.Review.Title), Folding.Fold(b.Review.Title)), _ => 0 };
            if (first == 0) first = Newest(a, b);
            return first == 0 ? Id(a, b) : first;
        });
        return [.. sorted.Select(stored => stored.Review.Id!)];
    }

    private static bool Passes(StoredReview stored, Dimension dimension, ReviewQuery query)
    {
        if (dimension is Dimension.Year)
            return query.Years.Count == 0 || (stored.Review.Year is { } year && query.Years.Any(range => (range.From ?? 0) <= year && year <= (range.To ?? 9999)));
        return !query.Selections.TryGetValue(dimension, out var selected) || selected.Count == 0 || Values(stored, dimension).Intersect(selected).Any();
    }

    private static IEnumerable<string> Values(StoredReview stored, Dimension dimension) => dimension switch
    {
        Dimension.Year => stored.Review.Year is { } year ? [year.ToString(CultureInfo.InvariantCulture)] : [],
        Dimension.Lab => stored.Review.Labs.SelectMany(LabelPath.SelfAndAncestors),
        Dimension.Topic => stored.Review.Topics.SelectMany(LabelPath.SelfAndAncestors),
        Dimension.Author => stored.Review.Authors,
        Dimension.Reviewer => One(stored.Review.Reviewer),
        Dimension.Venue => One(stored.Review.Venue),
        Dimension.Language => One(stored.Review.Language),
        Dimension.Digest => [stored.DigestId],
        Dimension.Has => stored.Review.Links.Select(link => link.Kind).Where(kind => kind != LinkKind.Other),
        _ => throw new ArgumentOutOfRangeException(nameof(dimension)),
    };

    private static IEnumerable<string> One(string? value) => string.IsNullOrEmpty(value) ? [] : [value];
}
