using System.Globalization;
using System.Text;
using System.Xml;
using DigestSearch.Reviews;
using DigestSearch.Search;

namespace DigestSearch.Api.Exports;

/// <summary>An Atom feed (RFC 4287) of the reviews published last.</summary>
internal sealed class AtomFormat : ExportFormat
{
    private const string Namespace = "http://www.w3.org/2005/Atom";

    public override string Name => "Atom";

    public override string Extension => ".atom";

    public override string MediaType => "application/atom+xml";

    public override int Most => Feed.Most;

    public override bool IsFeed => true;

    public override bool IsSaved => false;

    public override IEnumerable<string> Write(Export export)
    {
        var reviews = export.Reviews.ToList();
        var text = new StringBuilder();
        using (var xml = XmlWriter.Create(text, new XmlWriterSettings { OmitXmlDeclaration = true, CheckCharacters = false }))
        {
            xml.WriteStartElement("feed", Namespace);
            xml.WriteElementString("id", Namespace, export.Site + export.Page);
            Element(xml, "title", export.Title);
            xml.WriteElementString("updated", Namespace, Feed.Text(reviews.Count > 0 ? reviews.Max(Feed.Published) : DateTimeOffset.UnixEpoch));
            Link(xml, "self", MediaType, export.Site + export.Own);
            Link(xml, "alternate", "text/html", export.Site + export.Page);
            foreach (var found in reviews) Entry(xml, export, found);
            xml.WriteEndElement();
        }
        yield return "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n" + text + "\n";
    }

    private static void Entry(XmlWriter xml, Export export, FoundReview found)
    {
        var review = found.Review;
        xml.WriteStartElement("entry", Namespace);
        if (review.Language is { } language) xml.WriteAttributeString("xml", "lang", null, Clean(language));
        xml.WriteElementString("id", Namespace, Feed.IdOf(found));
        Element(xml, "title", review.Title);
        xml.WriteElementString("updated", Namespace, Feed.Text(Feed.Published(found)));
        xml.WriteElementString("published", Namespace, Feed.Text(Feed.Published(found)));
        Link(xml, "alternate", "text/html", export.AddressOf(found));
        xml.WriteStartElement("author", Namespace);
        Element(xml, "name", Feed.Author(found));
        xml.WriteEndElement();
        foreach (var topic in review.Topics)
        {
            xml.WriteStartElement("category", Namespace);
            xml.WriteAttributeString("term", Clean(topic));
            xml.WriteAttributeString("label", Clean(LabelPath.Leaf(topic)));
            xml.WriteEndElement();
        }
        xml.WriteStartElement("content", Namespace);
        xml.WriteAttributeString("type", "html");
        xml.WriteString(Clean(Feed.Body(found)));
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void Link(XmlWriter xml, string rel, string type, string address)
    {
        xml.WriteStartElement("link", Namespace);
        xml.WriteAttributeString("rel", rel);
        xml.WriteAttributeString("type", type);
        xml.WriteAttributeString("href", address);
        xml.WriteEndElement();
    }

    private static void Element(XmlWriter xml, string name, string text) => xml.WriteElementString(name, Namespace, Clean(text));

    // XML has no word for some characters, not even escaped.
    private static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            if (rune.Value is '\t' or '\n' or '\r' or (>= 0x20 and not 0xFFFE and not 0xFFFF)) clean.Append(CultureInfo.InvariantCulture, $"{rune}");
        return clean.ToString();
    }
}
