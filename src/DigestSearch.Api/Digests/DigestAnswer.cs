using DigestSearch.Api.Problems;
using DigestSearch.Api.Reviews;
using DigestSearch.Archive;
using DigestSearch.Reviews;

namespace DigestSearch.Api.Digests;

/// <summary>A page of digests on the wire.</summary>
internal sealed record DigestList(int Total, int Page, int Size, IReadOnlyList<DigestItem> Items);

/// <summary>A digest in a list on the wire.</summary>
internal record DigestItem
{
    public required string Id { get; init; }
    public required string Title { get; init; }
    public required string? Url { get; init; }
    public required DateOnly? Published { get; init; }
    public required PeriodFacts? Period { get; init; }
    public required string? Language { get; init; }
    public required int Reviews { get; init; }
    public required int Problems { get; init; }

    public static DigestItem Of(ArchivedDigest digest) => new()
    {
        Id = digest.Id, Title = digest.Digest.Title, Url = digest.Digest.Url, Published = digest.Digest.Published,
        Period = PeriodFacts.Of(digest.Digest.Period), Language = digest.Digest.Language, Reviews = digest.Reviews, Problems = digest.Problems,
    };
}

/// <summary>A digest with its contents on the wire.</summary>
internal sealed record DigestAnswer : DigestItem
{
    public required IReadOnlyList<string> Topics { get; init; }
    public required IReadOnlyList<ContentsItem> Items { get; init; }
    public required IReadOnlyList<ProblemAnswer> ProblemList { get; init; }

    public static DigestAnswer Of(DigestReviews found) => new()
    {
        Id = found.Digest.Id, Title = found.Digest.Digest.Title, Url = found.Digest.Digest.Url, Published = found.Digest.Digest.Published,
        Period = PeriodFacts.Of(found.Digest.Digest.Period), Language = found.Digest.Digest.Language,
        Reviews = found.Digest.Reviews, Problems = found.Digest.Problems,
        Topics = DigestTopics.Of(found.Reviews),
        Items = [.. found.Reviews.Select(ContentsItem.Of)],
        ProblemList = [.. found.Problems.Select(p => ProblemAnswer.Of(null, p))],
    };
}

/// <summary>One review in the contents of a digest.</summary>
internal sealed record ContentsItem(string Id, int Ordinal, string Title, IReadOnlyList<string> Authors, int? Year, string Url)
{
    public static ContentsItem Of(Review review) =>
        new(review.Id ?? "", review.Ordinal, review.Title, review.Authors, review.Year, ReviewAddress.Page(review.Id ?? ""));
}

/// <summary>What a posted document gave.</summary>
/// <param name="Id">Id of the digest, or of the one that the document repeats; null when nothing could be read.</param>
/// <param name="Reviews">Reviews that it holds now.</param>
/// <param name="Problems">Problems that it has.</param>
/// <param name="ProblemList">The problems.</param>
/// <param name="Searchable">Whether searches find it already; null when that was not waited for.</param>
internal sealed record PostAnswer(string? Id, int Reviews, int Problems, IReadOnlyList<ProblemAnswer> ProblemList,
    [property: System.Text.Json.Serialization.JsonIgnore(Condition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull)] bool? Searchable);
