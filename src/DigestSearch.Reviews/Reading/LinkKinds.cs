using System.Text.RegularExpressions;

namespace DigestSearch.Reviews.Reading;

/// <summary>The kind of a link, by the words of its label, else by its address.</summary>
internal static partial class LinkKinds
{
    private static readonly (Regex Words, string Kind)[] Labels =
    [
        (Code, LinkKind.Code), (Video, LinkKind.Video), (Tweet, LinkKind.Tweet), (Blog, LinkKind.Blog), (Project, LinkKind.Project), (Paper, LinkKind.Paper),
    ];

    private static readonly (string Host, string Kind)[] Hosts =
    [
        ("arxiv.org", LinkKind.Paper), ("openreview.net", LinkKind.Paper), ("aclanthology.org", LinkKind.Paper), ("aclweb.org", LinkKind.Paper),
        ("doi.org", LinkKind.Paper), ("semanticscholar.org", LinkKind.Paper), ("papers.nips.cc", LinkKind.Paper), ("papers.neurips.cc", LinkKind.Paper),
        ("proceedings.mlr.press", LinkKind.Paper), ("ieeexplore.ieee.org", LinkKind.Paper), ("dl.acm.org", LinkKind.Paper), ("thecvf.com", LinkKind.Paper),
        ("biorxiv.org", LinkKind.Paper), ("medrxiv.org", LinkKind.Paper), ("jmlr.org", LinkKind.Paper), ("sciencedirect.com", LinkKind.Paper),
        ("link.springer.com", LinkKind.Paper), ("nature.com", LinkKind.Paper), ("science.org", LinkKind.Paper), ("github.io", LinkKind.Project),
        ("github.com", LinkKind.Code), ("gitlab.com", LinkKind.Code), ("bitbucket.org", LinkKind.Code), ("colab.research.google.com", LinkKind.Code),
        ("huggingface.co", LinkKind.Code), ("youtube.com", LinkKind.Video), ("youtu.be", LinkKind.Video), ("vimeo.com", LinkKind.Video),
        ("slideslive.com", LinkKind.Video), ("twitter.com", LinkKind.Tweet), ("x.com", LinkKind.Tweet), ("medium.com", LinkKind.Blog),
        ("habr.com", LinkKind.Blog), ("blogspot.com", LinkKind.Blog), ("towardsdatascience.com", LinkKind.Blog),
    ];

    public static string Of(string label, string? url) => OfLabel(label) ?? OfAddress(url) ?? LinkKind.Other;

    /// <summary>Whether a label says nothing of what it leads to, or names a part of a paper.</summary>
    public static bool IsGeneric(string label) => Folding.Fold(label) is "link" or "links" or "here" or "source" or "notes" or "note" or "slides" or "slide" or "appendix" or "supplement" or "data" or "dataset" or "datasets" or "read more" or "more" or "summary" or "abs" or "abstract"
        or "html" or "bib" or "bibtex" or "supp" or "supplementary" or "model" or "models" or "web" or "page" or "poster" or "reading notes" or "ссылка" or "источник" or "заметки" or "подробнее" or "здесь" or "тут" or "слайды" or "данные";

    /// <summary>By words; null for a label that says nothing, or is an address itself.</summary>
    public static string? OfLabel(string label)
    {
        if (label.Length > 200 || label.Contains("://", StringComparison.Ordinal)) return null;
        foreach (var (words, kind) in Labels)
            if (words.IsMatch(label)) return kind;
        return null;
    }

    private static string? OfAddress(string? url)
    {
        if (url is null || !Uri.TryCreate(url.StartsWith("//", StringComparison.Ordinal) ? "https:" + url : url, UriKind.Absolute, out var address)) return null;
        if (address.AbsolutePath.EndsWith(".pdf", StringComparison.OrdinalIgnoreCase)) return LinkKind.Paper;
        if (address.Host == "huggingface.co" && address.AbsolutePath.StartsWith("/papers/", StringComparison.Ordinal)) return LinkKind.Paper;
        foreach (var (host, kind) in Hosts)
            if (address.Host == host || address.Host.EndsWith("." + host, StringComparison.Ordinal)) return kind;
        if (address.Host.Contains("blog", StringComparison.Ordinal) || address.AbsolutePath.Contains("/blog", StringComparison.OrdinalIgnoreCase)) return LinkKind.Blog;
        return null;
    }

    [GeneratedRegex(@"\b(github|gitlab|bitbucket|code|sources|implementation|repo|repository|pytorch|tensorflow|colab|код|коды|реализаци\w+|репозитори\w+|исходник\w*)\b", Pattern.AnyCase)]
    private static partial Regex Code { get; }

    [GeneratedRegex(@"\b(video|videos|youtube|vimeo|talk|slideslive|видео\w*|ролик|доклад|лекция|ютуб)\b", Pattern.AnyCase)]
    private static partial Regex Video { get; }

    [GeneratedRegex(@"\b(tweet|tweets|twitter|thread|твит\w*|твиттер\w*|тред)\b", Pattern.AnyCase)]
    private static partial Regex Tweet { get; }

    [GeneratedRegex(@"\b(blog|blogpost|medium|habr|блог\w*|пост|хабр)\b", Pattern.AnyCase)]
    private static partial Regex Blog { get; }

    [GeneratedRegex(@"\b(project|website|site|homepage|demo|проект\w*|сайт\w*|демо)\b", Pattern.AnyCase)]
    private static partial Regex Project { get; }

    [GeneratedRegex(@"\b(paper|arxiv|pdf|pre-?print|original|article|publication|openreview|оригинал\w*|стать\w+|препринт\w*|публикаци\w+)\b", Pattern.AnyCase)]
    private static partial Regex Paper { get; }
}
