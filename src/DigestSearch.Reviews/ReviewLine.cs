using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace DigestSearch.Reviews;

/// <summary>A review as one line of JSON Lines: what <c>parse</c> and <c>export</c> print and a <c>.jsonl</c> source holds.</summary>
public sealed record ReviewLine
{
    /// <summary>Id of the review, null before it is archived.</summary>
    public string? Id { get; init; }

    /// <summary>Title of the digest.</summary>
    public string? Digest { get; init; }

    /// <summary>Place in the digest, from 1.</summary>
    public int? Ordinal { get; init; }

    /// <summary>Title of the paper; the only member a source must give.</summary>
    public string? Title { get; init; }

    /// <inheritdoc cref="Review.Authors"/>
    public IReadOnlyList<string>? Authors { get; init; }

    /// <inheritdoc cref="Review.Institutions"/>
    public IReadOnlyList<string>? Institutions { get; init; }

    /// <inheritdoc cref="Review.Labs"/>
    public IReadOnlyList<string>? Labs { get; init; }

    /// <inheritdoc cref="Review.Countries"/>
    public IReadOnlyList<string>? Countries { get; init; }

    /// <inheritdoc cref="Review.Year"/>
    public int? Year { get; init; }

    /// <inheritdoc cref="Review.Venue"/>
    public string? Venue { get; init; }

    /// <inheritdoc cref="Review.Topics"/>
    public IReadOnlyList<string>? Topics { get; init; }

    /// <inheritdoc cref="Review.Links"/>
    public IReadOnlyList<ReviewLink>? Links { get; init; }

    /// <inheritdoc cref="Review.Ids"/>
    public PaperIds? Ids { get; init; }

    /// <inheritdoc cref="Review.Reviewer"/>
    public string? Reviewer { get; init; }

    /// <inheritdoc cref="Review.ReviewerName"/>
    public string? ReviewerName { get; init; }

    /// <inheritdoc cref="Review.Language"/>
    public string? Language { get; init; }

    /// <inheritdoc cref="Review.Text"/>
    public string? Text { get; init; }

    /// <summary>Name of the document it was read from, relative to the folder that was given; only <c>parse</c> tells it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Document { get; init; }

    /// <summary>The review for reading; an export gives it, and what comes in is written anew from what it says, tag by tag.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Html { get; init; }

    /// <summary>Id of the digest; lines of one file with the same id, else the same title, form one digest.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? DigestId { get; init; }

    /// <summary>Address of the digest's post.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? DigestUrl { get; init; }

    /// <summary>Day of the digest, <c>2020-03-01</c>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateOnly? DigestPublished { get; init; }

    /// <summary>First month of the digest, <c>2020-01</c>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? DigestFrom { get; init; }

    /// <summary>Last month of the digest, <c>2020-02</c>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? DigestTo { get; init; }

    /// <summary>Language code of the digest.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? DigestLanguage { get; init; }

    /// <summary>The line for a review of a digest; without the digest's own facts.</summary>
    public static ReviewLine Of(Review review, Digest digest) => new()
    {
        Id = review.Id, Digest = digest.Title, Ordinal = review.Ordinal, Title = review.Title, Authors = review.Authors,
        Institutions = review.Institutions, Labs = review.Labs, Countries = review.Countries, Year = review.Year, Venue = review.Venue,
        Topics = review.Topics, Links = review.Links, Ids = review.Ids, Reviewer = review.Reviewer, ReviewerName = review.ReviewerName,
        Language = review.Language, Text = review.Text,
    };
}

/// <summary>JSON of reviews: camel case, no escapes beyond what JSON needs, so that Cyrillic stays readable.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ReviewLine))]
[JsonSerializable(typeof(Review))]
[JsonSerializable(typeof(Digest))]
public sealed partial class ReviewJson : JsonSerializerContext
{
    /// <summary>The context to use.</summary>
    public static ReviewJson Plain { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        MaxDepth = 32,
    });
}
