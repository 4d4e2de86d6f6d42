using System.Text.Json.Serialization;

namespace DigestSearch.Reviews;

/// <summary>One critique of one paper, as read from a digest.</summary>
public sealed record Review
{
    /// <summary>Opaque and stable; null until the archive has given one, or as a <c>.jsonl</c> source gives it.</summary>
    public string? Id { get; init; }

    /// <summary>Place in the digest, from 1.</summary>
    public int Ordinal { get; init; }

    /// <summary>Title of the paper.</summary>
    public required string Title { get; init; }

    /// <summary>Authors of the paper in order, as written.</summary>
    public IReadOnlyList<string> Authors { get; init; } = [];

    /// <summary>Institutions as written, split, without places.</summary>
    public IReadOnlyList<string> Institutions { get; init; } = [];

    /// <summary>Labs as paths from parent to child, joined by <see cref="LabelPath.Separator"/>.</summary>
    public IReadOnlyList<string> Labs { get; init; } = [];

    /// <summary>Countries as written.</summary>
    public IReadOnlyList<string> Countries { get; init; } = [];

    /// <summary>Year of the paper.</summary>
    public int? Year { get; init; }

    /// <summary>Where the year comes from, one of <see cref="Reviews.YearSource"/>; null without a year, or where a source gave it with the review.</summary>
    [System.Text.Json.Serialization.JsonIgnore(Condition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull)]
    public string? YearSource { get; init; }

    /// <summary>Conference or journal, without its year.</summary>
    public string? Venue { get; init; }

    /// <summary>Topics as paths from parent to child, at most four.</summary>
    public IReadOnlyList<string> Topics { get; init; } = [];

    /// <summary>Links in order, kept as written.</summary>
    public IReadOnlyList<ReviewLink> Links { get; init; } = [];

    /// <summary>Identifiers of the paper found in its links.</summary>
    public PaperIds Ids { get; init; } = PaperIds.None;

    /// <summary>Handle of the reviewer if one is given, else the name.</summary>
    public string? Reviewer { get; init; }

    /// <summary>Name of the reviewer beside a handle.</summary>
    public string? ReviewerName { get; init; }

    /// <summary>Two-letter language code (ISO 639-1) of the text; null when there is too little to tell.</summary>
    public string? Language { get; init; }

    /// <summary>Plain text of the review; paragraphs are separated by a line feed.</summary>
    public string Text { get; init; } = "";

    /// <summary>The review for reading, as HTML of a few safe tags; null where its source has only text.</summary>
    [System.Text.Json.Serialization.JsonIgnore(Condition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull)]
    public string? Html { get; init; }
}

/// <summary>Where the year of a paper was read, from the surest to the least sure.</summary>
public static class YearSource
{
    /// <summary>The review states it: its byline, a field, a tag.</summary>
    public const string Review = "review";

    /// <summary>The month in the paper's arXiv id.</summary>
    public const string Arxiv = "arxiv";

    /// <summary>The year of its venue.</summary>
    public const string Venue = "venue";

    /// <summary>The date of the digest, or of the part of it that holds the review.</summary>
    public const string Digest = "digest";
}

/// <summary>A link of a review.</summary>
/// <param name="Kind">One of <see cref="LinkKind"/>.</param>
/// <param name="Label">Text of the link as written.</param>
/// <param name="Url">Address as written; null where only the label survived.</param>
public sealed record ReviewLink(string Kind, string Label, string? Url);

/// <summary>The kinds of a link.</summary>
public static class LinkKind
{
    /// <summary>The paper itself.</summary>
    public const string Paper = "paper";

    /// <summary>Source code.</summary>
    public const string Code = "code";

    /// <summary>Project page.</summary>
    public const string Project = "project";

    /// <summary>Blog post.</summary>
    public const string Blog = "blog";

    /// <summary>Video or talk.</summary>
    public const string Video = "video";

    /// <summary>Thread on a social network.</summary>
    public const string Tweet = "tweet";

    /// <summary>Anything else.</summary>
    public const string Other = "other";

    /// <summary>All kinds, in the order in which they are shown.</summary>
    public static IReadOnlyList<string> All { get; } = [Paper, Code, Project, Blog, Video, Tweet, Other];
}

/// <summary>Identifiers of a paper, without prefix and version: <c>1912.13503</c>, <c>10.18653/v1/P19-1001</c>, <c>rJl-b3RcF7</c>, <c>P19-1001</c>.</summary>
public sealed record PaperIds(string? Arxiv = null, string? Doi = null, [property: JsonPropertyName("openreview")] string? OpenReview = null, string? Acl = null)
{
    /// <summary>No identifier is known.</summary>
    public static PaperIds None { get; } = new();
}
