using System.Text;

namespace DigestSearch.Search.Snippets;

/// <summary>Plain text as HTML text.</summary>
internal static class HtmlText
{
    /// <summary>A whole text.</summary>
    public static string Of(string text)
    {
        var html = new StringBuilder(text.Length + 16);
        Append(html, text);
        return html.ToString();
    }

    public static void Append(StringBuilder html, ReadOnlySpan<char> text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            var c = text[at];
            _ = c switch
            {
                '&' => html.Append("&amp;"),
                '<' => html.Append("&lt;"),
                '>' => html.Append("&gt;"),
                '"' => html.Append("&quot;"),
                '\'' => html.Append("&#39;"),
                '\0' => html.Append('\uFFFD'),
                _ when char.IsHighSurrogate(c) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]) => html.Append(c).Append(text[++at]),
                _ when char.IsSurrogate(c) => html.Append('\uFFFD'), // Half a pair is no character.
                _ => html.Append(c),
            };
        }
    }
}
