using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using DigestSearch.Search;

namespace DigestSearch.Api.Exports;

/// <summary>What both forms of a feed say alike.</summary>
internal static class Feed
{
    /// <summary>Entries of a feed.</summary>
    public const int Most = 50;

    private static readonly Guid Namespace = new("6ba7b811-9dad-11d1-80b4-00c04fd430c8"); // That of addresses, RFC 9562.

    /// <summary>When a review was published: the date of its digest, else the beginning of its paper's year.</summary>
    public static DateTimeOffset Published(FoundReview found) =>
        new(found.Digest.Digest.Date?.ToDateTime(TimeOnly.MinValue) ?? new DateTime(Math.Clamp(found.Review.Year ?? 1970, 1970, 9999), 1, 1), TimeSpan.Zero);

    /// <summary>A date as both forms write it (RFC 3339).</summary>
    public static string Text(DateTimeOffset date) => date.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <summary>Names a review wherever the site is served from (a UUID of version 5, RFC 9562).</summary>
    public static string IdOf(FoundReview found)
    {
        Span<byte> named = [.. Namespace.ToByteArray(bigEndian: true), .. Encoding.UTF8.GetBytes("review:" + found.Review.Id)];
#pragma warning disable CA5350 // The version says SHA-1; nothing is kept secret by it.
        var hash = SHA1.HashData(named).AsSpan(0, 16);
#pragma warning restore CA5350
        hash[6] = (byte)((hash[6] & 0x0F) | 0x50);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return $"urn:uuid:{new Guid(hash, bigEndian: true)}";
    }

    /// <summary>Who is behind a review: the reviewer, and the authors of the paper.</summary>
    public static IEnumerable<string> People(FoundReview found) => (found.Review.ReviewerName ?? found.Review.Reviewer) is { } reviewer ? [reviewer, .. found.Review.Authors] : found.Review.Authors;
}
