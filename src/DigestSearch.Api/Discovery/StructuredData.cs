using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using DigestSearch.Api.Pages;
using DigestSearch.Api.Reviews;
using DigestSearch.Archive;
using DigestSearch.Search;

namespace DigestSearch.Api.Discovery;

/// <summary>What a page is about, for machines: JSON-LD with the words of schema.org.</summary>
internal static class StructuredData
{
    // What HTML might read is escaped all the same: no text ends the element.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>A review of an article.</summary>
    /// <param name="site">Scheme and host; without one nothing is told.</param>
    /// <param name="found">The review.</param>
    public static Html Of(string site, ArchivedReview found) => Written(site, json =>
    {
        var (review, digest) = (found.Review, found.Digest.Digest);
        json.WriteString("@type", "Review");
        json.WriteString("@id", site + ReviewAddress.Page(review.Id ?? ""));
        json.WriteString("name", review.Title);
        if (review.Language is { } language) json.WriteString("inLanguage", language);
        if ((review.ReviewerName ?? review.Reviewer) is { } reviewer) Person(json, "author", reviewer);
        if (digest.Published is { } day) json.WriteString("datePublished", day.ToString("O", System.Globalization.CultureInfo.InvariantCulture));
        json.WriteStartObject("isPartOf");
        json.WriteString("@type", "CreativeWork");
        json.WriteString("@id", site + ReviewAddress.DigestPage(found.Digest.Id));
        json.WriteString("name", digest.Title);
        json.WriteEndObject();
        json.WriteStartObject("itemReviewed");
        Article(json, found);
        json.WriteEndObject();
    });

    /// <summary>The site, and how it is searched.</summary>
    public static Html OfSite(PageSetting setting) => Written(setting.Site, json =>
    {
        json.WriteString("@type", "WebSite");
        json.WriteString("url", setting.Site + "/");
        json.WriteString("name", setting.Texts.Site);
        json.WriteString("description", setting.Texts.Footer);
        json.WriteStartObject("potentialAction");
        json.WriteString("@type", "SearchAction");
        json.WriteStartObject("target");
        json.WriteString("@type", "EntryPoint");
        json.WriteString("urlTemplate", setting.Site + "/search?q={search_term_string}");
        json.WriteEndObject();
        json.WriteString("query-input", "required name=search_term_string");
        json.WriteEndObject();
    });

    /// <summary>A page of reviews that have a label in common.</summary>
    public static Html OfLabel(PageSetting setting, Dimension dimension, string name) => Written(setting.Site, json =>
    {
        json.WriteString("@type", "CollectionPage");
        json.WriteString("url", setting.Site + PageAddress.Canonical(setting.Address));
        json.WriteStartObject("about");
        json.WriteString("@type", dimension switch { Dimension.Author => "Person", Dimension.Lab => "Organization", _ => "DefinedTerm" });
        json.WriteString("name", name);
        json.WriteEndObject();
    });

    private static void Article(Utf8JsonWriter json, ArchivedReview found)
    {
        var review = found.Review;
        json.WriteString("@type", "ScholarlyArticle");
        json.WriteString("name", review.Title);
        json.WriteString("headline", review.Title);
        if (review.Year is { } year) json.WriteString("datePublished", year.ToString("D4", System.Globalization.CultureInfo.InvariantCulture));
        if (review.Venue is { } venue)
        {
            json.WriteStartObject("isPartOf");
            json.WriteString("@type", "CreativeWorkSeries");
            json.WriteString("name", venue);
            json.WriteEndObject();
        }
        json.WriteStartArray("author");
        foreach (var author in review.Authors)
        {
            json.WriteStartObject();
            json.WriteString("@type", "Person");
            json.WriteString("name", author);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        if (review.Ids.Doi is { } doi) json.WriteString("identifier", "https://doi.org/" + doi);
        json.WriteStartArray("sameAs");
        foreach (var address in review.Links.Where(link => link.Kind == DigestSearch.Reviews.LinkKind.Paper).Select(link => PageAddress.Outside(link.Url)).OfType<string>()) json.WriteStringValue(address);
        json.WriteEndArray();
    }

    private static void Person(Utf8JsonWriter json, string property, string name)
    {
        json.WriteStartObject(property);
        json.WriteString("@type", "Person");
        json.WriteString("name", name);
        json.WriteEndObject();
    }

    private static Html Written(string site, Action<Utf8JsonWriter> write)
    {
        if (site.Length == 0) return Html.None;
        var bytes = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(bytes, Options))
        {
            json.WriteStartObject();
            json.WriteString("@context", "https://schema.org");
            write(json);
            json.WriteEndObject();
        }
        var text = new Html(0, 0);
        text.AppendLiteral(Encoding.UTF8.GetString(bytes.WrittenSpan));
        return $"<script type=\"application/ld+json\">{text}</script>";
    }
}
