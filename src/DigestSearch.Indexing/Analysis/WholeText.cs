using System.Text;

namespace DigestSearch.Indexing.Analysis;

/// <summary>A text with only whole characters: half a surrogate pair or U+FFFE, which no text can be normalised with, becomes U+FFFD.</summary>
public static class WholeText
{
    /// <summary>The text, of the same length.</summary>
    public static string Of(string text)
    {
        if (text.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF') < 0 && !text.Contains('\uFFFE', StringComparison.Ordinal)) return text;
        var whole = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length; at++)
        {
            if (at + 1 < text.Length && char.IsSurrogatePair(text[at], text[at + 1])) whole.Append(text[at++]).Append(text[at]);
            else whole.Append(char.IsSurrogate(text[at]) || text[at] is '\uFFFE' ? '\uFFFD' : text[at]);
        }
        return whole.ToString();
    }
}
