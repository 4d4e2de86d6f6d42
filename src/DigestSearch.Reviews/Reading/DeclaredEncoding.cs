using System.Text;
using System.Text.RegularExpressions;

namespace DigestSearch.Reviews.Reading;

/// <summary>The encoding that a document or its sender names.</summary>
internal static partial class DeclaredEncoding
{
    private const int Head = 4_096;

    [GeneratedRegex("""charset\s*=\s*["']?([a-z0-9_.:-]{2,40})""", Pattern.AnyCase)]
    private static partial Regex Parameter { get; }

    [GeneratedRegex("""<meta\s[^>]{0,300}charset\s*=\s*["']?\s*([a-z0-9_.:-]{2,40})""", Pattern.AnyCase)]
    private static partial Regex InMeta { get; }

    [GeneratedRegex("""^\s*<\?xml\s[^>]{0,200}encoding\s*=\s*["']([a-z0-9_.:-]{2,40})""", Pattern.AnyCase)]
    private static partial Regex InXml { get; }

    [GeneratedRegex("^(?:cp|win|windows|x-cp|ibm|dos)?[-_]?(866|125[0-8])$", Pattern.AnyCase)]
    private static partial Regex Code { get; }

    /// <summary>What the sender says, else an XML declaration or a meta element at the beginning; null where no known encoding is named.</summary>
    public static Encoding? Find(ReadOnlySpan<byte> bytes, string? mediaType)
    {
        if (mediaType is not null && Parameter.Match(mediaType) is { Success: true } parameter && Named(parameter.Groups[1].Value) is { } sent) return sent;
        var head = Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, Head)]);
        var match = InXml.Match(head) is { Success: true } xml ? xml : InMeta.Match(head);
        return match.Success ? Named(match.Groups[1].Value) : null;
    }

    /// <summary>Whether it is only what senders say when nobody told them.</summary>
    public static bool IsDefault(Encoding? encoding) => encoding?.CodePage is 1252;

    /// <summary>An encoding by any of its names; null for an unknown one.</summary>
    internal static Encoding? Named(string name)
    {
        name = name.Trim().ToLowerInvariant();
        if (Code.Match(name) is { Success: true } code) return OfPage(code.Groups[1].Value is "866" ? 866 : int.Parse(code.Groups[1].ValueSpan, System.Globalization.CultureInfo.InvariantCulture));
        // Markup that can be read as letters is not in wide characters, whatever it says; UTF-7 hides markup.
        if (name.StartsWith("utf-16", StringComparison.Ordinal) || name.StartsWith("utf-32", StringComparison.Ordinal) || name is "utf8" or "unicode") return Encoding.UTF8;
        if (name.Contains("utf-7", StringComparison.Ordinal)) return null;
        if (name is "iso-8859-1" or "latin1" or "latin-1" or "us-ascii" or "ascii" or "iso8859-1") return OfPage(1252);
        if (name is "koi8r" or "koi8_r" or "koi8-ru") return OfPage(20866);
        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
        }
        catch (Exception unknown) when (unknown is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }

    /// <summary>An encoding that .NET ships, by its code page.</summary>
    internal static Encoding OfPage(int page) => CodePagesEncodingProvider.Instance.GetEncoding(page)!;
}
