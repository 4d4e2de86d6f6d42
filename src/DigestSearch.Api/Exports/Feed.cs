using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using DigestSearch.Api.Pages;
using DigestSearch.Search;

namespace DigestSearch.Api.Exports;

/// <summary>What both forms of a feed say alike.</summary>
internal static class Feed
{
    /// <summary>Entries of a feed.</summary>
    public const int Most = 50;

    /// <summary>When a review was published: the date of its digest, else the beginning of its paper's year.</summary>
    public static DateTimeOffset Published(FoundReview found) =>
        new(found.Digest.Digest.Date?.ToDateTime(TimeOnly.MinValue) ?? new DateTime(Math.Clamp(found.Review.Year ?? 1970, 1970, 9999), 1, 1), TimeSpan.Zero);

    /// <summary>A date as both forms write it (RFC 3339).</summary>
    public static string Text(DateTimeOffset date) => date.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <summary>Names a review wherever the site is served from (a UUID of version 8, RFC 9562, made of the id).</summary>
    public static string IdOf(FoundReview found)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes("review:" + found.Review.Id)).AsSpan(0, 16);
        hash[6] = (byte)((hash[6] & 0x0F) | 0x80);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return $"urn:uuid:{new Guid(hash, bigEndian: true)}";
    }

    /// <summary>Who wrote a review, or else where it was published.</summary>
    public static string Author(FoundReview found) => found.Review.ReviewerName ?? found.Review.Reviewer ?? found.Digest.Digest.Title;

    /// <summary>The text of a review as paragraphs, below a line with the paper's authors, venue and year.</summary>
    public static string Body(FoundReview found)
    {
        string?[] facts = [found.Review.Authors.Count > 0 ? string.Join(", ", found.Review.Authors) : null, found.Review.Venue, found.Review.Year?.ToString(CultureInfo.InvariantCulture)];
        var line = string.Join(" · ", facts.OfType<string>());
        return (line.Length > 0 ? (Html)$"<p><em>{line}</em></p>{Paragraphs.Of(found.Review.Text)}" : Paragraphs.Of(found.Review.Text)).ToString();
    }
}
