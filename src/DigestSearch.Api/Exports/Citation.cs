using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using DigestSearch.Api.Pages;
using DigestSearch.Reviews;
using DigestSearch.Reviews.People;
using DigestSearch.Search;
using DigestSearch.Search.Ladder;

namespace DigestSearch.Api.Exports;

/// <summary>What a citation is of.</summary>
internal enum CitedKind
{
    Preprint,
    Conference,
    Journal,
    Review,
}

/// <summary>A paper or a review as bibliographies know it.</summary>
internal sealed partial record Citation
{
    private const int KeyWordLetters = 24;
    private const int KeyMarkLetters = 4;
    private const string MarkAlphabet = "abcdefghijkmnpqrstuvwxyz23456789";

    /// <summary>Names it in a bibliography: <c>vaswani2017attention-k3x9</c>; the same in every export, whatever else is in it.</summary>
    public required string Key { get; init; }

    public required CitedKind Kind { get; init; }

    public required string Title { get; init; }

    public IReadOnlyList<PersonName> Authors { get; init; } = [];

    public int? Year { get; init; }

    /// <summary>Month from 1, where that is known.</summary>
    public int? Month { get; init; }

    /// <summary>Day of the month, where that is known.</summary>
    public int? Day { get; init; }

    /// <summary>Conference, journal or digest.</summary>
    public string? Container { get; init; }

    public string? Url { get; init; }

    public PaperIds Ids { get; init; } = PaperIds.None;

    public string? Language { get; init; }

    public IReadOnlyList<string> Keywords { get; init; } = [];

    /// <summary>The paper, where this is a review of it.</summary>
    public Citation? Reviewed { get; init; }

    /// <summary>The paper of a review.</summary>
    public static Citation OfPaper(FoundReview found)
    {
        var review = found.Review;
        var authors = review.Authors.Select(PersonName.Parse).ToList();
        return new()
        {
            Key = KeyOf(review, authors), Title = OneLine(review.Title), Authors = authors, Year = review.Year, Ids = review.Ids,
            Kind = review.Venue is not { } venue ? CitedKind.Preprint : Journals().IsMatch(venue) ? CitedKind.Journal : CitedKind.Conference,
            Container = review.Venue is { } name ? OneLine(name) : null, Keywords = [.. review.Topics.Select(LabelPath.Leaf).Distinct()],
            Url = review.Links.Where(link => link.Kind == LinkKind.Paper).Select(link => PageAddress.Outside(link.Url)).FirstOrDefault(url => url is not null) ?? AddressOf(review.Ids),
        };
    }

    /// <summary>The review itself.</summary>
    /// <param name="found">The review.</param>
    /// <param name="paper">Its paper.</param>
    /// <param name="address">Whole address of its page.</param>
    public static Citation OfReview(FoundReview found, Citation paper, string address)
    {
        var (review, digest) = (found.Review, found.Digest.Digest);
        return new()
        {
            Key = $"{paper.Key}-review-{Mark(review.Id ?? address)}", Kind = CitedKind.Review, Title = $"Review of {paper.Title}", Authors = (review.ReviewerName ?? review.Reviewer) is { } name ? [PersonName.Parse(name)] : [],
            Year = digest.Date?.Year, Month = digest.Date?.Month, Day = digest.Published?.Day, Container = OneLine(digest.Title), Url = address, Language = review.Language, Reviewed = paper, Keywords = paper.Keywords,
        };
    }

    private static string? AddressOf(PaperIds ids) =>
        ids.Arxiv is { } arxiv ? $"https://arxiv.org/abs/{arxiv}" : ids.Doi is { } doi ? $"https://doi.org/{doi}"
        : ids.OpenReview is { } forum ? $"https://openreview.net/forum?id={forum}" : ids.Acl is { } acl ? $"https://aclanthology.org/{acl}" : null;

    // First author, year and first telling word, as people make them; the mark tells papers apart that would share them.
    private static string KeyOf(Review review, List<PersonName> authors)
    {
        var surname = authors.Count > 0 ? Ascii(authors[0].Surname) : "";
        var word = review.Title.Split([' ', '-', ':', '/'], StringSplitOptions.RemoveEmptyEntries).Select(Ascii).FirstOrDefault(word => word.Length > 0 && word is not ("a" or "an" or "the" or "on" or "of" or "in" or "for" or "to")) ?? "";
        var year = review.Year?.ToString(CultureInfo.InvariantCulture);
        return $"{(surname.Length + word.Length == 0 ? "paper" : Cut(surname))}{year}{Cut(word)}-{Mark(PaperKeys.Of(review)[0].ToString())}";
    }

    private static string Cut(string word) => word[..Math.Min(word.Length, KeyWordLetters)];

    private static string Mark(string of)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(of));
        return string.Create(KeyMarkLetters, hash, (mark, bytes) =>
        {
            for (var at = 0; at < mark.Length; at++) mark[at] = MarkAlphabet[bytes[at] % MarkAlphabet.Length];
        });
    }

    private static string Ascii(string text) => string.Concat(Transliteration.Latin(text).Where(char.IsAsciiLetterOrDigit));

    private static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    [GeneratedRegex(@"journal|transactions|letters|magazine|proceedings of the national|\bnature\b|\bscience\b|^(jmlr|tmlr|tacl|tpami|pami|ijcv|pnas|neural computation|cacm)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Journals();
}
