using System.Text.RegularExpressions;
using DigestSearch.Reviews.Reading;

namespace DigestSearch.Reviews;

/// <summary>What names a paper or its code by itself: identifiers of arXiv, DOI, OpenReview and ACL, and owner and name of a repository.</summary>
public static partial class Identifiers
{
    private const int Longest = 300;

    /// <summary>The identifiers of a review, folded and without versions: <c>arxiv:1912.13503</c>, <c>repo:owner/name</c>.</summary>
    public static IEnumerable<string> Of(Review review) => Keys(review.Ids).Concat(review.Links.Select(link => link.Url is null ? null : Repository(link.Url)).OfType<string>()).Distinct(StringComparer.Ordinal);

    /// <summary>The identifier that a word is, however it is written: bare, with its prefix, or as an address; null where it is none.</summary>
    public static string? In(string word)
    {
        if (word.Length > Longest || !(word.Contains('.', StringComparison.Ordinal) || word.Contains('/', StringComparison.Ordinal))) return null;
        var address = Doi.IsMatch(word) ? "https://doi.org/" + word : word;
        var ids = Links.IsNumber(word) ? PaperIds.None with { Arxiv = word } : Links.Ids([new ReviewLink(LinkKind.Paper, address, address)]);
        return Keys(ids).FirstOrDefault() ?? Repository(word) ?? (OwnerAndName.IsMatch(word) ? "repo:" + word.ToLowerInvariant() : null);
    }

    private static IEnumerable<string> Keys(PaperIds ids) =>
        ids == PaperIds.None ? [] : PaperKeys.Of(new Review { Title = "", Ids = ids }).Where(key => key.Kind < PaperKeyKind.Title).Select(key => key.ToString());

    private static string? Repository(string url) =>
        url.Length <= Longest && RepositoryAddress.Match(url) is { Success: true } match ? $"repo:{match.Groups[1].Value}/{match.Groups[2].Value}".ToLowerInvariant() : null;

    [GeneratedRegex(@"^(?:https?://)?(?:www\.)?(?:github\.com|gitlab\.com|bitbucket\.org|huggingface\.co)/([\w.-]+)/([\w-]+(?:\.(?!git\b)[\w-]+)*)", Pattern.AnyCase)]
    private static partial Regex RepositoryAddress { get; }

    [GeneratedRegex(@"^10\.[0-9]{4,9}/", Pattern.Exact)]
    private static partial Regex Doi { get; }

    [GeneratedRegex(@"^[A-Za-z0-9][\w.-]*/[A-Za-z0-9][\w.-]*$", Pattern.Exact)]
    private static partial Regex OwnerAndName { get; }
}
