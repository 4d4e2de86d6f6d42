using System.Text.RegularExpressions;
using DigestSearch.Reviews.Reading.Formats;

namespace DigestSearch.Reviews.Reading;

/// <summary>The line <c>Paper :: GitHub project :: Video</c>, and links elsewhere.</summary>
internal static partial class Links
{
    private const int Limit = 200;
    private const int LabelWords = 8;
    private const int LabelWordsBefore = 3;
    private const int LineLimit = 8_000;

    private static readonly HashSet<string> Runnable = new(["javascript", "vbscript", "data", "file", "blob", "filesystem", "about", "view-source"], StringComparer.OrdinalIgnoreCase);

    [GeneratedRegex(@"(?:https?://|www\.)[^\s<>""«»|`，。；：）（、】【」「]+", Pattern.AnyCase)]
    private static partial Regex Address { get; }

    [GeneratedRegex(@"(?:arxiv\.org/[a-z]+/|alphaxiv\.org/[a-z]+/|huggingface\.co/papers/|^arxiv:\s*)(\d{4}\.\d{4,5}|[a-z-]+(?:\.[a-z]{2})?/\d{7})", Pattern.AnyCase)]
    private static partial Regex Arxiv { get; }

    [GeneratedRegex(@"^\[?(arxiv[:\s]*)?\d{4}\.\d{4,5}(v\d+)?\]?$", Pattern.AnyCase)]
    private static partial Regex Number { get; }

    [GeneratedRegex(@"openreview\.net/(?:forum|pdf|attachment)\?(?:[^#\s]*&)?id=([A-Za-z0-9_-]{6,})", Pattern.Exact)]
    private static partial Regex OpenReview { get; }

    [GeneratedRegex(@"(?:aclanthology\.org|aclanthology\.info/papers|aclweb\.org/anthology)/(?:papers/)?([A-Z]\d{2}-\d{4}|\d{4}\.[a-z0-9_]+-[a-z0-9_]+\.\d+)", Pattern.Exact)]
    private static partial Regex Acl { get; }

    [GeneratedRegex(@"(?:doi\.org/|^doi:\s*)(10\.\d{4,9}/[^\s?#]+)", Pattern.AnyCase)]
    private static partial Regex Doi { get; }

    /// <summary>The links of a line that holds nothing else; null for any other line.</summary>
    public static IReadOnlyList<ReviewLink>? OfLine(RichText line)
    {
        if (line.IsBlank || line.Text.Length > LineLimit || line.Links.Count > Limit) return null;
        var parts = Parts(line);
        var joined = line.Text.Contains("::", StringComparison.Ordinal);
        if (!joined && !parts.All(part => IsLink(part) || Several(part) is not null)) return null;
        if (joined && parts.Any(part => part.Plain.Split(' ').Length > LabelWords)) return null;
        return [.. parts.SelectMany(part => Several(part) ?? [Read(part)]).OfType<ReviewLink>().Take(Limit)];
    }

    /// <summary>Whether nothing stands beside the links of a line, marked or bare, but marks.</summary>
    public static bool AreAll(RichText line)
    {
        var marked = Mark(line);
        var at = 0;
        foreach (var link in marked.Links.Where(link => link.Length > 0))
        {
            if (HasWords(marked.Text.AsSpan(at, Math.Max(0, link.Start - at)))) return false;
            at = Math.Max(at, link.End);
        }
        return at > 0 && !HasWords(marked.Text.AsSpan(at));
    }

    private static bool HasWords(ReadOnlySpan<char> text)
    {
        foreach (var character in text)
            if (char.IsLetterOrDigit(character)) return true;
        return false;
    }

    // «[Paper](…), [Code](…) and [Video](…)»: more than one link, and nothing between them but what joins them.
    private static IEnumerable<ReviewLink?>? Several(RichText part)
    {
        // «Оригинал статьи, код, блог»: labels whose addresses a copy has lost.
        if (part.Links.Count == 0 && part.Text.Length <= 80 && part.Plain.Split(',') is { Length: > 1 } labels
            && labels.All(label => label.Trim() is { Length: > 0 and <= 40 } clean && clean.Split(' ').Length <= 3 && !clean.EndsWith('.') && LinkKinds.OfLabel(clean) is not null))
            return labels.Select(label => Make(label.Trim(), null));
        var marked = part.Links.Count > 0;
        var spans = marked
            ? part.Links.Select(link => (link.Start, link.Length, Url: (string?)link.Url)).ToList()
            : [.. Address.Matches(part.Text).Select(match => (Start: match.Index, match.Length, Url: (string?)Trim(match.Value)))];
        if (spans.Count < 2) return null;
        var at = 0;
        foreach (var (start, length, _) in spans)
        {
            if (start < at || !IsJoint(part.Text.AsSpan(at, start - at))) return null;
            at = start + length;
        }
        return IsJoint(part.Text.AsSpan(at)) ? spans.Select(span => Make(marked ? part.Text.Substring(span.Start, span.Length) : span.Url!, span.Url)) : null;
    }

    private static bool IsJoint(ReadOnlySpan<char> between) => between.Trim(" ,;/&+()[]\n\u2028") is var word && (word.IsEmpty || word is "and" or "и");

    /// <summary>All links in a value, as of a field: those marked, else bare addresses.</summary>
    public static IEnumerable<ReviewLink> In(RichText text, string? kind = null)
    {
        if (text.Links.Count > 0)
            return text.Links.Take(Limit).Select(link => Make(text.Text.Substring(link.Start, link.Length), link.Url, kind)).OfType<ReviewLink>();
        return text.Text.Length > LineLimit ? [] : Address.Matches(text.Text).Take(Limit).Select(match => Trim(match.Value)).Select(url => Make(url, url, kind)).OfType<ReviewLink>();
    }

    /// <summary>All links of a text in order: those marked, badges, and bare addresses between them.</summary>
    public static IEnumerable<ReviewLink> All(RichText text) =>
        Mark(text).Links.Where(link => link.Length > 0 || !IsPicture(link.Url)).Take(Limit).Select(link => OfSpan(text, link)).OfType<ReviewLink>()
            .Where(link => link.Url is not null && !IsNoPlace(link.Url));

    /// <summary>Whether a text is an arXiv identifier and nothing else.</summary>
    public static bool IsNumber(string text) => text.Length <= 30 && Number.IsMatch(text);

    /// <summary>The text without bare addresses, whose numbers are no dates.</summary>
    public static string WithoutAddresses(string text) => Address.Replace(text, " ");

    /// <summary>The text with its bare addresses marked as links.</summary>
    public static RichText Mark(RichText text)
    {
        if (!text.Text.Contains("://", StringComparison.Ordinal) && !text.Text.Contains("www.", StringComparison.OrdinalIgnoreCase)) return text;
        var marked = new List<LinkSpan>(text.Links.Count);
        var next = 0;
        foreach (var match in Address.Matches(text.Text).Take(Limit))
        {
            while (next < text.Links.Count && text.Links[next].End <= match.Index) marked.Add(text.Links[next++]);
            if (next == text.Links.Count || text.Links[next].Start > match.Index) marked.Add(new LinkSpan(match.Index, Trim(match.Value).Length, Trim(match.Value)));
        }
        marked.AddRange(text.Links.Skip(next));
        return text with { Links = marked };
    }

    /// <summary>The links of some blocks; code only names addresses.</summary>
    public static IEnumerable<ReviewLink> All(IEnumerable<Block> blocks) =>
        blocks.Where(block => block.Kind is not BlockKind.Code).SelectMany(block => block.Cells.Count > 0 ? block.Cells.SelectMany(All) : All(block.Text)).Take(Limit);

    /// <summary>A link that a reader may follow: an address that a program would run, or look up on its own machine, is none.</summary>
    public static ReviewLink Followable(ReviewLink link) => link.Url is not { } url ? link
        : url.StartsWith("//", StringComparison.Ordinal) ? link with { Url = "https:" + url }
        : IsRunnable(url) ? link with { Url = null } : link;

    // Browsers pass over white space and control characters in a scheme.
    private static bool IsRunnable(string url) => url.IndexOf(':') is var colon and >= 0 && Runnable.Contains(string.Concat(url[..colon].Where(letter => letter > ' ')));

    /// <summary>Each address once, as it stands first, and labels without an address.</summary>
    public static List<ReviewLink> Distinct(IEnumerable<ReviewLink> links)
    {
        var known = new HashSet<string>(StringComparer.Ordinal);
        return [.. links.Where(link => link.Url is { } url ? known.Add(url) : true).DistinctBy(link => (link.Kind, link.Label, link.Url))];
    }

    private static ReviewLink? OfSpan(RichText text, LinkSpan link)
    {
        var label = link.Length > 0 ? text.Text.Substring(link.Start, link.Length) : link.Label ?? link.Url;
        return Make(label, link.Url) ?? (link.Url is [not '#', ..] ? Make(link.Url, link.Url) : null);
    }

    // A site's own menus, mail, and what a program would run are no links of a review.
    private static bool IsNoPlace(string url) =>
        url is ['/', not '/', ..] || url.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase) || IsRunnable(url);

    // A picture that links to itself only shows itself larger.
    private static bool IsPicture(string url)
    {
        var path = url.AsSpan(0, url.AsSpan().IndexOfAny('?', '#') is var end and >= 0 ? end : url.Length);
        foreach (var extension in (string[])[".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp"])
            if (path.EndsWith(extension, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }

    public static ReviewLink? Make(string label, string? url, string? kind = null)
    {
        var clean = RichText.Of(label).Plain.Replace('\n', ' ').Trim(' ', ':', ',', ';', '|', '[', ']');
        var address = string.IsNullOrWhiteSpace(url) || url[0] is '#' ? null : url.Trim();
        if (clean.Length == 0 || !clean.Any(char.IsLetterOrDigit)) return null;
        return new ReviewLink(kind is null ? LinkKinds.Of(clean, address) : kind, clean, address);
    }

    /// <summary>The first identifiers of the paper that the links hold, links to the paper before others.</summary>
    public static PaperIds Ids(IEnumerable<ReviewLink> links)
    {
        string? arxiv = null, doi = null, openReview = null, acl = null;
        foreach (var link in links.Where(link => link.Kind is LinkKind.Paper).Concat(links.Where(link => link.Kind is LinkKind.Other)))
            foreach (var text in new[] { link.Url, link.Label })
            {
                if (text is null || text.Length > LineLimit) continue;
                arxiv ??= Arxiv.Match(text) is { Success: true } found ? found.Groups[1].Value : null;
                openReview ??= OpenReview.Match(text) is { Success: true } forum ? forum.Groups[1].Value : null;
                acl ??= Acl.Match(text) is { Success: true } volume ? volume.Groups[1].Value : null;
                doi ??= Doi.Match(text) is { Success: true } match ? Uri.UnescapeDataString(match.Groups[1].Value.TrimEnd('.', ',', ')', '/')) : null;
            }
        return arxiv is null && doi is null && openReview is null && acl is null ? PaperIds.None : new PaperIds(arxiv, doi, openReview, acl);
    }

    /// <summary>The identifiers that a text links to, where it is plain which paper is meant: by its label, or since there is but one.</summary>
    public static PaperIds IdsOfText(IReadOnlyList<ReviewLink> links, string title)
    {
        var papers = links.Where(link => link.Kind is LinkKind.Paper || LinkKinds.Of("", link.Url) is LinkKind.Paper)
            .Select(link => (Link: link, Ids: Ids([link with { Kind = LinkKind.Paper }]))).DistinctBy(paper => paper.Ids == PaperIds.None ? paper.Link.Url : paper.Ids.ToString()).ToList();
        var labelled = papers.Where(paper => LinkKinds.OfLabel(paper.Link.Label) is LinkKind.Paper || IsNumber(paper.Link.Label)).Take(2).ToList();
        if (labelled is [var one]) return one.Ids;
        // «arxiv: …», «paper: …»: two places of one paper.
        if (labelled.Where(paper => paper.Ids.Arxiv is not null && (Folding.Fold(paper.Link.Label) is "arxiv" || IsNumber(paper.Link.Label))).ToList() is [var preprint]) return preprint.Ids;
        return papers is [var only] && (labelled.Count == 1 || Names(only.Link.Label, title)) ? only.Ids : PaperIds.None;
    }

    // «source», «this work», its authors, an address, or words of the title: not a paper that is only mentioned.
    private static bool Names(string label, string title)
    {
        if (label.Contains("://", StringComparison.Ordinal) || LinkKinds.IsGeneric(label) || Arxiv.IsMatch(label) || label.Contains(" et al", StringComparison.Ordinal)) return true;
        if (Folding.Fold(label) is "work" or "this work" or "study" or "article" or "статья" or "работа") return true;
        var words = Folding.Fold(title).Split(' ').Where(word => word.Length > 3).ToHashSet(StringComparer.Ordinal);
        return Folding.Fold(label).Split(' ').Any(words.Contains);
    }

    /// <summary>Year of the first version, as the identifier tells it.</summary>
    public static int? YearOf(PaperIds ids) =>
        ids.Arxiv is [var y, var ear, _, _, '.', ..] && char.IsAsciiDigit(y) && char.IsAsciiDigit(ear) ? 2000 + (y - '0') * 10 + (ear - '0') : null;

    private static List<RichText> Parts(RichText line)
    {
        var parts = new List<RichText>();
        for (var start = 0; start <= line.Text.Length;)
        {
            var (at, width) = Separator(line.Text, start);
            parts.Add(line.Slice(start, at - start).Trim());
            start = at + width;
        }
        return [.. parts.Where(part => !part.IsBlank)];
    }

    private static (int At, int Width) Separator(string text, int start)
    {
        for (var i = start; i < text.Length; i++)
        {
            if (text.AsSpan(i).StartsWith("::")) return (i, 2);
            if (text[i] is '|' or '·' or '•') return (i, 1);
        }
        return (text.Length, 1);
    }

    private static bool IsLink(RichText part)
    {
        var text = part.Plain.Trim(',', ' ', '[', ']', '(', ')');
        return part.IsAllLinks() || Address.Match(text) is { Success: true } address && (address.Length == text.Length || LinkKinds.OfLabel(text[..address.Index]) is not null && address.Index < 40)
            || part.Links.Count == 0 && text.Length <= 40 && text.Split(' ').Length <= 3 && !text.EndsWith(':') && !text.EndsWith('.') && LinkKinds.OfLabel(text) is not null
            || part.Links.Count > 0 && IsLabel(part.Text[..part.Links[0].Start]) && part.Links[^1].End >= part.Text.TrimEnd(' ', ')', '.').Length;
    }

    // «Code: », «Paper (»; a title that has such a word has more of them.
    private static bool IsLabel(string text) =>
        text.Length < 40 && LinkKinds.OfLabel(text) is not null && (text.TrimEnd() is [.., ':' or '-' or '–' or '—'] || text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length <= LabelWordsBefore);

    private static ReviewLink? Read(RichText part)
    {
        if (part.Links is [var link, ..])
        {
            var own = part.Text.Substring(link.Start, link.Length);
            // «Code: https://…»: the words before the address are its label.
            return own.Contains("://", StringComparison.Ordinal) && link.Start > 0 ? Make(part.Text[..link.Start], link.Url) : Make(own, link.Url);
        }
        var text = part.Plain;
        if (Address.Match(text) is not { Success: true } address) return Make(text, null);
        var url = Trim(address.Value);
        return Make(text[..address.Index], url) ?? Make(url, url);
    }

    private static string Trim(string url) => url.TrimEnd('.', ',', ';', ')', ']', '*', '_');
}
