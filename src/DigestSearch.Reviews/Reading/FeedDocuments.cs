using System.Security.Cryptography;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using DigestSearch.Reviews.Reading.Formats;

namespace DigestSearch.Reviews.Reading;

/// <summary>Cuts a feed into documents, one an entry, each of which <see cref="DigestReader"/> reads as a digest of its own. Pure and total.</summary>
public static class FeedDocuments
{
    private const int LongestName = 60;

    private static readonly XmlWriterSettings Plain = new() { Encoding = new UTF8Encoding(false), NewLineHandling = NewLineHandling.None };

    /// <summary>The entries of a feed as documents, those before a mistake too.</summary>
    /// <param name="bytes">The feed as received.</param>
    /// <param name="address">Where it is fetched from.</param>
    /// <param name="file">How problems name it.</param>
    public static FeedParts Split(ReadOnlyMemory<byte> bytes, Uri address, string file)
    {
        if (Decoding.Read(bytes.Span).Text is not { } text || string.IsNullOrWhiteSpace(text))
            return new FeedParts([], new Problem(ProblemCodes.FeedInvalid, file, null, "The feed is empty or not text.", "Look whether its address is right."));
        var feed = FeedXml.Read(text);
        var parts = feed.Entries.Select(entry => (Element: entry, Facts: FeedEntry.Of(entry))).GroupBy(entry => entry.Facts.Id ?? "", StringComparer.Ordinal)
            // Some feeds give all their entries one id, or none.
            .SelectMany(group => group.Key.Length > 0 && group.Count() == 1
                ? group.Select(entry => (entry.Element, Key: group.Key))
                : group.Select(entry => (entry.Element, Key: $"{group.Key}\n{entry.Facts.Url}\n{entry.Facts.Title}")).DistinctBy(entry => entry.Key));
        return new FeedParts(
            [.. parts.Select(part => new FeedPart(NameOf(address, part.Key), Write(feed.Alone(part.Element, address.GetLeftPart(UriPartial.Path)))))],
            feed.Mistake is { } mistake ? new Problem(mistake.Code, file, mistake.Line, mistake.Message, mistake.Hint) : null);
    }

    /// <summary>The same for the same entry of the same feed, whatever becomes of its title and text.</summary>
    private static string NameOf(Uri address, string key)
    {
        var id = key.Trim().TrimEnd('/').Split('\n')[0].TrimEnd('/');
        var last = Uri.UnescapeDataString(id[(id.LastIndexOfAny(['/', ':', '=', '?']) + 1)..]);
        var name = new StringBuilder();
        foreach (var character in last.Take(LongestName))
            if (char.IsLetterOrDigit(character) || character is '_') name.Append(character);
            else if (name.Length > 0 && name[^1] is not '-') name.Append('-');
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{address.AbsoluteUri}\0{key}")))[..16];
        return $"{(name.Length > 0 ? name.ToString().TrimEnd('-') : "entry")}-{hash}.xml";
    }

    private static byte[] Write(XElement entry)
    {
        using var bytes = new MemoryStream();
        using (var writer = XmlWriter.Create(bytes, Plain)) entry.Save(writer);
        return bytes.ToArray();
    }
}

/// <summary>What a feed holds.</summary>
/// <param name="Parts">Its entries in order.</param>
/// <param name="Mistake">What hindered reading it further.</param>
public sealed record FeedParts(IReadOnlyList<FeedPart> Parts, Problem? Mistake);

/// <summary>An entry as a document of its own.</summary>
/// <param name="Name">Stable, and another one for each entry of each feed.</param>
/// <param name="Bytes">The entry in XML, as received.</param>
public sealed record FeedPart(string Name, ReadOnlyMemory<byte> Bytes);
