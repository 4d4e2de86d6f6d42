using System.Text.Json;
using System.Text.Json.Serialization;
using DigestSearch.Reviews;
using DigestSearch.Search;

namespace DigestSearch.Api.Exports;

/// <summary>A JSON Feed (jsonfeed.org, 1.1) of the reviews published last.</summary>
internal sealed class JsonFeedFormat : ExportFormat
{
    public override string Name => "JSON Feed";

    public override string Extension => ".feed.json";

    public override string MediaType => "application/feed+json";

    public override int Most => Feed.Most;

    public override bool IsFeed => true;

    public override bool IsSaved => false;

    public override IEnumerable<string> Write(Export export)
    {
        yield return $$"""
            {"version":"https://jsonfeed.org/version/1.1","title":{{Quoted(export.Title)}},"home_page_url":{{Quoted(export.Site + export.Page)}},"feed_url":{{Quoted(export.Site + export.Own)}},"items":[
            """;
        var between = "\n";
        foreach (var found in export.Reviews)
        {
            yield return between + JsonSerializer.Serialize(FeedItem.Of(export, found), ExportJson.Text.FeedItem);
            between = ",\n";
        }
        yield return "\n]}\n";
    }

    private static string Quoted(string text) => JsonSerializer.Serialize(text, ExportJson.Text.String);
}

/// <summary>An item of a JSON Feed.</summary>
internal sealed record FeedItem
{
    public required string Id { get; init; }

    public required string Url { get; init; }

    public required string Title { get; init; }

    [JsonPropertyName("content_html")]
    public required string ContentHtml { get; init; }

    [JsonPropertyName("date_published")]
    public required string DatePublished { get; init; }

    public required IReadOnlyList<FeedAuthor> Authors { get; init; }

    public IReadOnlyList<string>? Tags { get; init; }

    public string? Language { get; init; }

    public static FeedItem Of(Export export, FoundReview found) => new()
    {
        Id = Feed.IdOf(found), Url = export.AddressOf(found), Title = found.Review.Title, ContentHtml = Feed.Body(found), DatePublished = Feed.Text(Feed.Published(found)),
        Authors = [new FeedAuthor(Feed.Author(found))], Tags = found.Review.Topics.Count > 0 ? [.. found.Review.Topics.Select(LabelPath.Leaf).Distinct()] : null, Language = found.Review.Language,
    };
}

/// <summary>Somebody behind an item of a JSON Feed.</summary>
internal sealed record FeedAuthor(string Name);
