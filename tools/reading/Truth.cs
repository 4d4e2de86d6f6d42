using System.Text.Json;

namespace DigestSearch.ReadingMeasure;

/// <summary>What is true of the documents of one source; the form is that of the README beside this file.</summary>
/// <param name="Source">Name of the source's folder.</param>
/// <param name="Documents">Documents, each with its reviews in order.</param>
public sealed record Truth(string Source, IReadOnlyList<TrueDocument> Documents)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    /// <summary>Reads a truth file.</summary>
    public static Truth Load(string path) => JsonSerializer.Deserialize<Truth>(File.ReadAllText(path), Options)
        ?? throw new InvalidDataException($"{path} holds no truth.");
}

/// <summary>One document.</summary>
/// <param name="File">Path relative to the source.</param>
/// <param name="Reviews">Its reviews in order.</param>
/// <param name="Excerpt">Whether only a run of neighbouring reviews is listed.</param>
public sealed record TrueDocument(string File, IReadOnlyList<ReadReview> Reviews, bool Excerpt = false);

/// <summary>A review as it is true, or as it was read: a line of <c>parse</c> has these members.</summary>
public sealed record ReadReview(
    string Title, IReadOnlyList<string>? Authors, IReadOnlyList<string>? Institutions, int? Year, string? Venue, IReadOnlyList<ReadLink>? Links, string? Reviewer)
{
    /// <summary>Name of the document, in what was read.</summary>
    public string? Document { get; init; }
}

/// <summary>A link as far as it is compared.</summary>
public sealed record ReadLink(string Kind, string? Url, string? Label = null);
