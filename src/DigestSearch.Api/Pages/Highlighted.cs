namespace DigestSearch.Api.Pages;

/// <summary>Takes highlighted text from the index to markup, and lets nothing through but <c>mark</c> and escaped text.</summary>
internal static class Highlighted
{
    private const string Open = "<mark>";
    private const string Close = "</mark>";

    /// <summary>Markup in which every mark that opens is closed.</summary>
    public static Html Of(string highlighted)
    {
        var html = new Html(highlighted.Length, 0);
        var (at, marked) = (0, false);
        while (at < highlighted.Length)
        {
            var tag = marked ? Close : Open;
            var next = highlighted.IndexOf(tag, at, StringComparison.Ordinal);
            Text(html, highlighted[at..(next < 0 ? highlighted.Length : next)]);
            if (next < 0) break;
            html.AppendLiteral(tag);
            (at, marked) = (next + tag.Length, !marked);
        }
        if (marked) html.AppendLiteral(Close);
        return html;
    }

    // Escaped text has neither of these left; where it does, it was not escaped.
    private static void Text(Html html, string escaped) =>
        html.AppendLiteral(escaped.Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal));
}
