using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace DigestSearch.Api.Pages;

/// <summary>Markup written as an interpolated string: the literal is markup, every hole is text and encoded, unless it is markup itself.</summary>
[InterpolatedStringHandler]
internal sealed class Html
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private readonly StringBuilder _markup;

    public Html(int literalLength, int formattedCount) => _markup = new(literalLength + formattedCount * 16);

    /// <summary>No markup.</summary>
    public static Html None { get; } = new(0, 0);

    /// <summary>All markup in a row, with markup between.</summary>
    public static Html Join(IEnumerable<Html> parts, string between = "")
    {
        var all = new Html(0, 0);
        foreach (var part in parts.Where(p => p._markup.Length > 0))
        {
            if (all._markup.Length > 0) all.AppendLiteral(between);
            all.AppendFormatted(part);
        }
        return all;
    }

    /// <summary>Whether there is nothing.</summary>
    public bool IsEmpty => _markup.Length == 0;

    public void AppendLiteral(string markup) => _markup.Append(markup);

    public void AppendFormatted(string? text) => _markup.Append(text is null ? "" : Encoder.Encode(text));

    public void AppendFormatted(int number) => _markup.Append(CultureInfo.InvariantCulture, $"{number}");

    public void AppendFormatted(Html? markup) => _markup.Append(markup?._markup);

    public void AppendFormatted(IEnumerable<Html> parts)
    {
        foreach (var part in parts) _markup.Append(part._markup);
    }

    /// <summary>The markup.</summary>
    public override string ToString() => _markup.ToString();
}
