using System.Text;

namespace DigestSearch.Reviews.Reading.Formats;

/// <summary>A stretch of text that links somewhere; a picture that links has no length and its description as label.</summary>
internal readonly record struct LinkSpan(int Start, int Length, string Url, string? Label = null)
{
    public int End => Start + Length;
}

/// <summary>Text with its links and bold stretches; line breaks are <c>\n</c> where written on purpose and <c>\r</c> where only the source breaks.</summary>
internal sealed record RichText(string Text, IReadOnlyList<LinkSpan> Links, IReadOnlyList<Range> Bold)
{
    public const char Soft = '\r';
    public const char Hard = '\n';

    public static RichText Empty { get; } = Of("");

    public bool IsBlank => string.IsNullOrWhiteSpace(Text);

    /// <summary>Nothing to read and nothing to follow.</summary>
    public bool IsEmpty => IsBlank && Links.Count == 0;

    /// <summary>For reading on: soft breaks are blanks, runs of blanks are one.</summary>
    public string Plain
    {
        get
        {
            var plain = new StringBuilder(Text.Length);
            foreach (var character in Text)
            {
                if (character is Hard)
                {
                    while (plain.Length > 0 && plain[^1] is ' ') plain.Length--;
                    plain.Append(Hard);
                }
                else if (!char.IsWhiteSpace(character)) plain.Append(character);
                else if (plain.Length > 0 && plain[^1] is not (' ' or Hard)) plain.Append(' ');
            }
            return plain.ToString().Trim();
        }
    }

    public static RichText Of(string text) => new(text, [], []);

    /// <summary>Several texts on lines of their own.</summary>
    public static RichText Join(IEnumerable<RichText> texts)
    {
        var joined = Empty;
        foreach (var text in texts)
        {
            var at = joined.Text.Length == 0 ? 0 : joined.Text.Length + 1;
            joined = new RichText(at == 0 ? text.Text : joined.Text + Hard + text.Text,
                [.. joined.Links, .. text.Links.Select(link => link with { Start = link.Start + at })],
                [.. joined.Bold, .. text.Bold.Select(range => (range.Start.Value + at)..(range.End.Value + at))]);
        }
        return joined;
    }

    public RichText Slice(int start, int length)
    {
        var end = start + length;
        var links = Links.Where(link => link.Length > 0 ? link.Start < end && link.End > start : link.Start >= start && (link.Start < end || end == Text.Length))
            .Select(link => link with { Start = Math.Max(link.Start, start) - start, Length = Math.Min(link.End, end) - Math.Max(link.Start, start) });
        var bold = Bold.Where(range => range.Start.Value < end && range.End.Value > start)
            .Select(range => (Math.Max(range.Start.Value, start) - start)..(Math.Min(range.End.Value, end) - start));
        return new RichText(Text.Substring(start, length), [.. links], [.. bold]);
    }

    public RichText From(int start) => Slice(start, Text.Length - start);

    public RichText Trim()
    {
        var start = 0;
        var end = Text.Length;
        while (start < end && char.IsWhiteSpace(Text[start])) start++;
        while (end > start && char.IsWhiteSpace(Text[end - 1])) end--;
        if (start == 0 && end == Text.Length) return this;
        var pictures = Links.Where(link => link.Length == 0).Select(link => link with { Start = Math.Clamp(link.Start - start, 0, end - start) });
        var trimmed = Slice(start, end - start);
        return trimmed with { Links = [.. trimmed.Links.Where(link => link.Length > 0).Concat(pictures).OrderBy(link => link.Start)] };
    }

    /// <summary>The first lines, trimmed, blank ones among them so that they can be counted; what comes after the limit is the last one.</summary>
    public IReadOnlyList<(int Start, RichText Text)> Lines(int limit = 32)
    {
        var lines = new List<(int, RichText)>();
        for (var start = 0; start <= Text.Length;)
        {
            var end = lines.Count + 1 < limit && Text.AsSpan(start).IndexOfAny(Soft, Hard) is var at and >= 0 ? start + at : Text.Length;
            lines.Add((start, Slice(start, end - start).Trim()));
            start = end + 1;
        }
        return lines;
    }

    public bool IsAllBold() => Covers(Bold.Select(range => (range.Start.Value, range.End.Value)));

    public bool IsAllLinks() => Links.Count > 0 && Covers(Links.Select(link => (link.Start, link.End)));

    private bool Covers(IEnumerable<(int Start, int End)> spans)
    {
        if (IsBlank) return false;
        var at = 0;
        foreach (var (start, end) in spans)
        {
            if (start > at && !string.IsNullOrWhiteSpace(Text[at..start])) return false;
            at = Math.Max(at, end);
        }
        return at >= Text.Length || string.IsNullOrWhiteSpace(Text[at..]);
    }
}

/// <summary>Builds a <see cref="RichText"/> piece by piece.</summary>
internal sealed class RichTextBuilder
{
    private readonly StringBuilder built = new();
    private readonly List<LinkSpan> links = [];
    private readonly List<Range> bold = [];
    private (int Start, string Url)? open;

    public int Length => built.Length;

    public bool IsEmpty
    {
        get
        {
            for (var i = 0; i < built.Length; i++) if (!char.IsWhiteSpace(built[i])) return false;
            return links.Count == 0;
        }
    }

    public void Append(ReadOnlySpan<char> text)
    {
        foreach (var character in text)
            if (character is not ('\u200b' or '\ufeff' or '\u00ad')) built.Append(character is '\u00a0' ? ' ' : character);
    }

    public void Break(bool hard) => built.Append(hard ? RichText.Hard : RichText.Soft);

    public void Link(int start, string url)
    {
        if (built.Length > start && !string.IsNullOrWhiteSpace(built.ToString(start, built.Length - start)))
            links.Add(new LinkSpan(start, built.Length - start, url));
    }

    /// <summary>Begins a link that a mark of its own ends.</summary>
    public void Open(string url) => open = (built.Length, url);

    /// <summary>Ends it; without text it was a picture.</summary>
    public void CloseLink()
    {
        if (open is not var (start, url)) return;
        open = null;
        if (built.Length > start) Link(start, url);
        else Badge(url, null);
    }

    /// <summary>A picture that links, such as a badge: where it leads counts, not its address.</summary>
    public void Badge(string url, string? label)
    {
        if (url.Length > 0) links.Add(new LinkSpan(built.Length, 0, url, string.IsNullOrWhiteSpace(label) ? null : label.Trim()));
    }

    public void Bold(int start)
    {
        if (built.Length > start) bold.Add(start..built.Length);
    }

    public RichText Take()
    {
        var text = new RichText(built.ToString(), [.. links], [.. bold]).Trim();
        built.Clear();
        links.Clear();
        bold.Clear();
        open = null;
        return text;
    }
}
