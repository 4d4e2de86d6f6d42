using System.Globalization;
using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace DigestSearch.Reviews.Reading.Formats;

/// <summary>What hinders the reading of a feed, from a line on.</summary>
internal sealed record FeedMistake(string Code, int? Line, string Message, string Hint);

/// <summary>RSS 2.0, RSS 1.0 or Atom: what the feed says of itself and its entries, read once, in bounded work; what stands before a mistake is kept.</summary>
internal sealed class FeedXml
{
    /// <summary>Further entries are left out.</summary>
    public const int EntryLimit = 10_000;

    private const int Depth = 256;
    private const int Attributes = 512;
    private const int Characters = 32 << 20;

    private static readonly XmlReaderSettings Bounded = new()
    {
        // Nothing is expanded and nothing is fetched. (Zero would mean no limit.)
        DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersFromEntities = 1_024, MaxCharactersInDocument = Characters,
        IgnoreComments = true, IgnoreProcessingInstructions = true,
    };

    private readonly List<XElement> entries = [];
    private List<XAttribute> scope = [];

    private FeedXml()
    {
    }

    /// <summary>Its entries as received, each with the line on which it begins.</summary>
    public IReadOnlyList<XElement> Entries => entries;

    /// <summary>Whether the document is an entry alone.</summary>
    public bool IsEntry { get; private set; }

    public string? Title { get; private set; }

    public string? Url { get; private set; }

    public string? Language { get; private set; }

    public FeedMistake? Mistake { get; private set; }

    public static FeedXml Read(string text)
    {
        var feed = new FeedXml();
        using var reader = XmlReader.Create(new StringReader(WithoutForbidden(text)), Bounded);
        try
        {
            feed.Read(reader);
        }
        catch (XmlException exception)
        {
            feed.Mistake = feed.Broken(exception, text);
        }
        return feed;
    }

    /// <summary>Line on which an element begins; 1 where nobody noted it.</summary>
    public static int LineOf(XElement element) => element.Annotation<LineNote>()?.Line ?? 1;

    /// <summary>An entry as a document of its own: with the names, base and language that it has from its feed.</summary>
    public XElement Alone(XElement entry, string address)
    {
        var alone = new XElement(entry);
        foreach (var declared in scope.Where(declared => alone.Attribute(declared.Name) is null && !IsDefaultOf(declared, alone))) alone.Add(new XAttribute(declared));
        if (alone.Attribute(XNamespace.Xml + "base") is null) alone.SetAttributeValue(XNamespace.Xml + "base", address);
        if (Language is not null && alone.Attribute(XNamespace.Xml + "lang") is null) alone.SetAttributeValue(XNamespace.Xml + "lang", Language);
        return alone;
    }

    private sealed record LineNote(int Line);

    private static bool IsDefaultOf(XAttribute declared, XElement element) => declared.Name.NamespaceName.Length == 0 && declared.Name.LocalName is "xmlns" && declared.Value != element.Name.NamespaceName;

    private void Read(XmlReader reader)
    {
        while (reader.Read())
        {
            if (reader.NodeType is not XmlNodeType.Element) continue;
            if (IsTooMuch(reader)) return;
            if (reader.Depth == 0 && !Begin(reader)) return;
            if (reader.LocalName is "entry" or "item")
            {
                if (entries.Count == EntryLimit)
                {
                    Mistake = new FeedMistake(ProblemCodes.FeedTooLong, LineOf(reader), string.Create(CultureInfo.InvariantCulture, $"The feed has more than {EntryLimit} entries; those from this line on were not read."),
                        "Split it into several feeds.");
                    return;
                }
                if (Take(reader) is not { } entry) return;
                entries.Add(entry);
            }
            else if (reader.Depth > 0 && reader.LocalName is not "channel")
            {
                if (Take(reader) is not { } fact) return;
                Note(fact);
            }
        }
    }

    /// <summary>Looks at the root: whether it is one of a feed.</summary>
    private bool Begin(XmlReader reader)
    {
        IsEntry = reader.LocalName is "entry" or "item";
        if (!IsEntry && reader.LocalName is not ("rss" or "feed" or "RDF"))
        {
            Mistake = new FeedMistake(ProblemCodes.FeedInvalid, LineOf(reader), $"The XML is no feed: its first element is “{Short(reader.LocalName)}”.", "Give a feed in RSS or Atom, or digests in another format.");
            return false;
        }
        if (IsEntry) return true;
        var root = Open(reader);
        scope = [.. root.Attributes().Where(attribute => attribute.IsNamespaceDeclaration)];
        Language = LanguageTag.Primary(root.Attribute(XNamespace.Xml + "lang")?.Value);
        reader.MoveToElement();
        return true;
    }

    private void Note(XElement fact)
    {
        if (fact.Name.LocalName is "title" && !IsForeign(fact)) Title ??= FeedEntry.TextOf(fact);
        else if (fact.Name.LocalName is "link") Url ??= FeedEntry.AddressOf(fact);
        else if (fact.Name.LocalName is "language") Language ??= LanguageTag.Primary(fact.Value);
    }

    private static bool IsForeign(XElement fact) => fact.Name.NamespaceName.Contains("itunes", StringComparison.Ordinal) || fact.Name.NamespaceName.Contains("mrss", StringComparison.Ordinal);

    /// <summary>The element at which the reader stands, whole; null, with a mistake, where it nests too deeply.</summary>
    private XElement? Take(XmlReader reader)
    {
        var root = Open(reader);
        if (reader.IsEmptyElement) return root;
        var current = root;
        while (reader.Read())
            switch (reader.NodeType)
            {
                case XmlNodeType.Element when IsTooMuch(reader):
                    return null;
                case XmlNodeType.Element:
                    var child = Open(reader);
                    current.Add(child);
                    if (!reader.IsEmptyElement) current = child;
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace:
                    current.Add(new XText(reader.Value));
                    break;
                case XmlNodeType.EndElement:
                    if (current == root) return root;
                    current = current.Parent!;
                    break;
            }
        return root;
    }

    /// <summary>Whether an element costs more than it can be worth; that is a mistake then.</summary>
    private bool IsTooMuch(XmlReader reader)
    {
        if (reader.Depth <= Depth && reader.AttributeCount <= Attributes) return false;
        Mistake = new FeedMistake(ProblemCodes.TooDeep, LineOf(reader), $"The XML nests or repeats too deeply to be read further; {Kept()}", "Simplify the markup: fewer than 50 levels are plenty.");
        return true;
    }

    private static XElement Open(XmlReader reader)
    {
        var element = new XElement(XNamespace.Get(reader.NamespaceURI) + reader.LocalName);
        element.AddAnnotation(new LineNote(LineOf(reader)));
        while (reader.MoveToNextAttribute())
            element.Add(new XAttribute(XNamespace.Get(reader.Prefix.Length == 0 ? "" : reader.NamespaceURI) + reader.LocalName, reader.Value));
        reader.MoveToElement();
        return element;
    }

    private static int LineOf(XmlReader reader) => ((IXmlLineInfo)reader).LineNumber;

    private FeedMistake Broken(XmlException exception, string text)
    {
        int? line = exception.LineNumber > 0 ? exception.LineNumber : null;
        var start = text.AsSpan().TrimStart();
        if (start.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase) || start.StartsWith("<html", StringComparison.OrdinalIgnoreCase))
            return new FeedMistake(ProblemCodes.FeedInvalid, null, "This is a web page and no feed.", "Give the address of the page's feed, often named in its head as “alternate”.");
        if (exception.Message.Contains("DTD", StringComparison.Ordinal))
            return new FeedMistake(ProblemCodes.FeedInvalid, line, $"The XML declares a document type (DTD), which is never read; {Kept()}", "Take the declaration out: a feed needs none.");
        var reason = exception.Message.IndexOf(" Line ", StringComparison.Ordinal) is var at and > 0 ? exception.Message[..at] : exception.Message;
        return new FeedMistake(ProblemCodes.FeedInvalid, line, $"The XML of the feed is broken here ({Short(reason.TrimEnd('.'))}); {Kept()}", "Mend the XML; what stands behind this place could not be read.");
    }

    private string Kept() => entries.Count switch
    {
        0 => "nothing of it was read.",
        1 => "the entry before it was read.",
        var count => string.Create(CultureInfo.InvariantCulture, $"the {count} entries before it were read."),
    };

    private static string Short(string text) => text.Length > 200 ? text[..200] + "…" : text;

    // Control characters that XML forbids slip into many feeds; one of them must not cost all that stands behind it.
    private static string WithoutForbidden(string text)
    {
        StringBuilder? cleaned = null;
        for (var at = 0; at < text.Length; at++)
        {
            var pair = char.IsHighSurrogate(text[at]) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]);
            if (!pair && !XmlConvert.IsXmlChar(text[at])) (cleaned ??= new StringBuilder(text))[at] = '\ufffd';
            if (pair) at++;
        }
        return cleaned?.ToString() ?? text;
    }
}
