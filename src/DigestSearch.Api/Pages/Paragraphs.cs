namespace DigestSearch.Api.Pages;

/// <summary>Plain text as paragraphs; lines that begin as list items do become lists.</summary>
internal static class Paragraphs
{
    private static readonly string[] Bullets = ["- ", "* ", "• "];

    public static Html Of(string text)
    {
        var html = new Html(text.Length, 0);
        var inList = false;
        foreach (var line in text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var bullet = Array.Find(Bullets, b => line.StartsWith(b, StringComparison.Ordinal));
            if (inList != bullet is not null) html.AppendLiteral(bullet is not null ? "<ul>" : "</ul>");
            inList = bullet is not null;
            html.AppendFormatted(bullet is null ? (Html)$"<p dir=\"auto\">{line}</p>" : $"<li dir=\"auto\">{line[bullet.Length..]}</li>");
        }
        if (inList) html.AppendLiteral("</ul>");
        return html;
    }
}
