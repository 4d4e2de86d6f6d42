using System.Text.RegularExpressions;
using DigestSearch.Reviews.People;

namespace DigestSearch.Reviews;

/// <summary>The keys of a review's paper: its identifiers without prefix, case and version, and its folded title with its first author.</summary>
public static partial class PaperKeys
{
    /// <summary>Raise it when a change of the rules gives another key for the same review: the archive then notes all keys anew.</summary>
    public const int Version = 1;

    private const int Longest = 300;

    /// <summary>The keys, the strongest first; never none for a review that has an id.</summary>
    public static IReadOnlyList<PaperKey> Of(Review review)
    {
        var keys = new List<PaperKey>(3);
        var doi = Doi(review.Ids.Doi);
        Add(PaperKeyKind.Arxiv, Arxiv(review.Ids.Arxiv) ?? Behind(doi, "10.48550/arxiv."));
        Add(PaperKeyKind.Doi, Behind(doi, "10.48550/arxiv.") is null && Behind(doi, "10.18653/v1/") is null ? doi : null);
        Add(PaperKeyKind.OpenReview, Plain(review.Ids.OpenReview, "openreview.net/forum?id=", "openreview:"));
        Add(PaperKeyKind.Acl, WithoutVersion(Plain(review.Ids.Acl, "aclanthology.org/", "acl:")?.TrimEnd('/')) ?? Behind(doi, "10.18653/v1/"));
        Add(PaperKeyKind.Title, Title(review));
        if (keys.Count == 0) Add(PaperKeyKind.Review, review.Id);
        return keys;

        void Add(PaperKeyKind kind, string? value)
        {
            if (!string.IsNullOrEmpty(value)) keys.Add(new(kind, value));
        }
    }

    /// <summary>Folded title and first author; null without both: «Introduction» alone is nobody's.</summary>
    private static string? Title(Review review) =>
        Folding.Fold(review.Title) is { Length: > 0 } title && review.Authors.Count > 0 && Author(review.Authors[0]) is { Length: > 0 } author
            ? title + "|" + author : null;

    /// <summary>Surname and first initial: «J. Malik» and «Jitendra Malik» agree.</summary>
    private static string Author(string written)
    {
        var name = PersonName.Parse(written.Length > Longest ? written[..Longest] : written);
        var surname = Folding.Fold(name.Surname);
        return surname.Length > 0 && name.Initials is [var initial, ..] ? surname + " " + initial : surname;
    }

    private static string? Arxiv(string? id) => WithoutVersion(Plain(id, "arxiv.org/abs/", "arxiv.org/pdf/", "arxiv:")) is not { } plain ? null
        // Old identifiers are the same with and without the class: cs.LG/0301001.
        : plain.IndexOf('/') is > 0 and var slash && plain.IndexOf('.') is > 0 and var point && point < slash ? plain[..point] + plain[slash..] : plain;

    private static string? Doi(string? id) => Plain(id, "doi.org/", "doi:") is { } plain ? DoiVersion.Replace(plain, "") : null;

    private static string? WithoutVersion(string? id) => id is null ? null : IdVersion.Replace(id, "");

    private static string? Behind(string? doi, string prefix) =>
        doi?.StartsWith(prefix, StringComparison.Ordinal) is true ? WithoutVersion(doi[prefix.Length..]) : null;

    private static string? Plain(string? id, params ReadOnlySpan<string> prefixes)
    {
        if (string.IsNullOrWhiteSpace(id) || id.Length > Longest) return null;
        var plain = id.Trim().ToLowerInvariant();
        foreach (var prefix in prefixes)
            if (plain.IndexOf(prefix, StringComparison.Ordinal) is >= 0 and var at && (at == 0 || plain[at - 1] is '/' or '.'))
                plain = plain[(at + prefix.Length)..].Trim();
        return plain.Length > 0 ? plain : null;
    }

    [GeneratedRegex(@"(?<=[0-9])v[0-9]{1,2}$", Pattern.Exact)]
    private static partial Regex IdVersion { get; }

    // A version after a slash or an underscore, and those that bioRxiv and medRxiv append to their numbers.
    [GeneratedRegex(@"(?<=/.+)[/_]v[0-9]{1,2}$|(?<=^10\.(?:1101|64898)/.*[0-9])v[0-9]{1,2}$", Pattern.Exact)]
    private static partial Regex DoiVersion { get; }
}
