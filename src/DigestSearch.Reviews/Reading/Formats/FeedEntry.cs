using System.Globalization;
using System.Net;
using System.Xml.Linq;

namespace DigestSearch.Reviews.Reading.Formats;

/// <summary>An entry of a feed of any kind.</summary>
/// <param name="Id">What tells it from the other entries.</param>
/// <param name="Format">How its content is written.</param>
/// <param name="Content">Its text, the fullest that it gives.</param>
/// <param name="Line">Line of the feed on which the content begins.</param>
internal sealed record FeedEntry(string? Id, Format Format, string Content, int Line)
{
    private const int TitleLimit = 500;
    private const int ListLimit = 100;

    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";
    private static readonly XNamespace Terms = "http://purl.org/dc/elements/1.1/";
    private static readonly XNamespace Module = "http://purl.org/rss/1.0/modules/content/";
    private static readonly XName About = XNamespace.Get("http://www.w3.org/1999/02/22-rdf-syntax-ns#") + "about";
    private static readonly string[] Dated = ["published", "issued", "pubDate", "updated", "modified"];
    private static readonly string[] Days = ["d MMM yyyy", "d MMM yy", "d MMMM yyyy"];

    private static readonly HashSet<string> Void = new(StringComparer.Ordinal)
    {
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr",
    };

    public string? Title { get; init; }

    public string? Url { get; init; }

    public DateOnly? Published { get; init; }

    public string? Language { get; init; }

    /// <summary>Who wrote the entry.</summary>
    public IReadOnlyList<string> Authors { get; init; } = [];

    public IReadOnlyList<string> Tags { get; init; } = [];

    public static FeedEntry Of(XElement entry)
    {
        var body = Body(entry);
        var (format, content) = body is null ? (Format.Text, "") : Written(body);
        var link = Own(entry, "link").Select(AddressOf).FirstOrDefault(address => address is not null);
        var guid = One(entry, "guid");
        var url = link ?? (guid?.Attribute("isPermaLink")?.Value is "false" ? null : Absolute(guid, guid?.Value));
        return new FeedEntry(IdOf(entry, guid) ?? url, format, content, FeedXml.LineOf(body ?? entry))
        {
            Title = One(entry, "title") is { } title ? TextOf(title) : null, Url = url, Published = DayOf(entry),
            Language = LanguageTag.Primary(entry.Attribute(XNamespace.Xml + "lang")?.Value), Authors = [.. AuthorsOf(entry).Take(ListLimit)],
            Tags = [.. Own(entry, "category").Select(tag => tag.Attribute("label")?.Value ?? tag.Attribute("term")?.Value ?? tag.Value).Concat(entry.Elements(Terms + "subject").Select(tag => tag.Value)).Take(ListLimit)],
        };
    }

    /// <summary>What a title says, in one line.</summary>
    public static string? TextOf(XElement title)
    {
        var (format, text) = Written(title);
        // Titles in RSS hold markup without saying so.
        if (format is Format.Text && text.Contains('&')) text = WebUtility.HtmlDecode(text);
        if (format is not Format.Text) text = string.Join(' ', HtmlBlocks.ReadFragment(text, 1).Select(block => block.Text.Plain));
        text = RichText.Of(text).Plain.Replace('\n', ' ');
        return text.Length == 0 ? null : text.Length > TitleLimit ? text[..TitleLimit] : text;
    }

    /// <summary>The address of a link to the entry itself; null for other links.</summary>
    public static string? AddressOf(XElement link) =>
        link.Attribute("rel")?.Value is not (null or "alternate") ? null : Absolute(link, link.Attribute("href")?.Value ?? link.Value);

    private static string? IdOf(XElement entry, XElement? guid) =>
        ((string?[])[One(entry, "id")?.Value, guid?.Value, entry.Attribute(About)?.Value]).Select(id => id?.Trim()).FirstOrDefault(id => !string.IsNullOrEmpty(id));

    // Pictures and podcasts bring titles and contents of their own, under names of their own.
    private static IEnumerable<XElement> Own(XElement entry, string name) => entry.Elements().Where(element =>
        element.Name.LocalName == name && (element.Name.Namespace == entry.Name.Namespace || element.Name.Namespace == XNamespace.None || element.Name.Namespace == Atom));

    private static XElement? One(XElement entry, string name) => Own(entry, name).FirstOrDefault();

    private static XElement? Body(XElement entry) =>
        ((XElement?[])[entry.Element(Module + "encoded"), One(entry, "content"), One(entry, "description"), One(entry, "summary")])
            .FirstOrDefault(body => body is not null && (body.HasElements || !string.IsNullOrWhiteSpace(body.Value)));

    private static (Format Format, string Text) Written(XElement text)
    {
        var type = text.Attribute("type")?.Value.Trim().ToLowerInvariant();
        if (type is "xhtml" or "application/xhtml+xml" || (text.HasElements && type is not "text")) return (Format.Html, ToHtml(text));
        if (type is "html" or "text/html") return (Format.Html, text.Value);
        if (type is "text/markdown" or "text/x-markdown") return (Format.Markdown, text.Value);
        if (type is not null || text.Name.Namespace == Atom) return (Format.Text, text.Value);
        return HasMarkup(text.Value) ? (Format.Html, text.Value) : (Format.Text, WebUtility.HtmlDecode(text.Value));
    }

    // A tag such as «<p>» or «<br/>»; «a < b» is none.
    private static bool HasMarkup(string text)
    {
        for (var at = text.IndexOf('<'); at >= 0 && at + 1 < text.Length; at = text.IndexOf('<', at + 1))
            if ((char.IsAsciiLetter(text[at + 1]) || text[at + 1] is '/' or '!') && text.AsSpan(at).Contains('>')) return true;
        return false;
    }

    // Names without namespaces, and an end for each element that HTML wants ended.
    private static string ToHtml(XElement text)
    {
        var copy = new XElement("div");
        var open = new Stack<(XElement From, XElement To)>([(text, copy)]);
        while (open.TryPop(out var pair))
            foreach (var node in pair.From.Nodes())
                if (node is XText plain) pair.To.Add(new XText(plain.Value));
                else if (node is XElement element)
                {
                    var child = new XElement(element.Name.LocalName, element.Attributes().Where(attribute => attribute.Name.Namespace == XNamespace.None && !attribute.IsNamespaceDeclaration).Select(attribute => new XAttribute(attribute)));
                    if (!Void.Contains(child.Name.LocalName)) child.Add(new XText(""));
                    pair.To.Add(child);
                    open.Push((element, child));
                }
        return copy.ToString(SaveOptions.DisableFormatting);
    }

    private static string? Absolute(XElement? near, string? address)
    {
        if (near is null || address?.Trim() is not { Length: > 0 } text) return null;
        if (Uri.TryCreate(text, UriKind.Absolute, out var uri) && IsWeb(uri)) return text;
        var ground = near.AncestorsAndSelf().Select(element => element.Attribute(XNamespace.Xml + "base")?.Value).FirstOrDefault(value => value is not null);
        return Uri.TryCreate(ground, UriKind.Absolute, out var absolute) && Uri.TryCreate(absolute, text, out uri) && IsWeb(uri) ? uri.AbsoluteUri : null;
    }

    private static bool IsWeb(Uri uri) => uri is { IsAbsoluteUri: true, Scheme: "http" or "https" };

    // The day as it is written, whatever the hour and the zone.
    private static DateOnly? DayOf(XElement entry)
    {
        var written = Dated.Select(name => One(entry, name)?.Value)
            .Append(entry.Element(Terms + "date")?.Value).FirstOrDefault(value => !string.IsNullOrWhiteSpace(value))?.Trim();
        if (written is null || Dates.Read(written) is not null) return Dates.Read(written);
        var words = written[(written.IndexOf(',') + 1)..].Split(' ', 4, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return words.Length >= 3 && DateOnly.TryParseExact(string.Join(' ', words[..3]), Days, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
    }

    private static IEnumerable<string> AuthorsOf(XElement entry)
    {
        foreach (var author in Own(entry, "author"))
        {
            var name = One(author, "name")?.Value ?? author.Value;
            // RSS has an address of mail here, with the name in brackets behind it.
            if (name.Contains('@')) name = name.IndexOf('(') is >= 0 and var at ? name[(at + 1)..].TrimEnd(')', ' ') : "";
            if (!string.IsNullOrWhiteSpace(name)) yield return name.Trim();
        }
        foreach (var creator in entry.Elements(Terms + "creator").Where(creator => !string.IsNullOrWhiteSpace(creator.Value))) yield return creator.Value.Trim();
    }
}
