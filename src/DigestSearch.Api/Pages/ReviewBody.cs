using DigestSearch.Reviews;

namespace DigestSearch.Api.Pages;

/// <summary>The review itself: its HTML, which the reader wrote tag by tag, else its text as paragraphs.</summary>
internal static class ReviewBody
{
    public static Html Of(PageSetting setting, Review review)
    {
        if (review.Html is not { } html) return Paragraphs.Of(review.Text);
        var markup = new Html(html.Length, 0);
        // Code and tables scroll inside a box of their own, which a keyboard must reach. A tag in the text is encoded and cannot be meant.
        markup.AppendLiteral(html.Replace("<pre>", "<pre tabindex=\"0\">", StringComparison.Ordinal)
            .Replace("<table>", $"<div class=\"wide\" tabindex=\"0\" role=\"region\" aria-label=\"{setting.Texts.Table}\"><table>", StringComparison.Ordinal)
            .Replace("</table>", "</table></div>", StringComparison.Ordinal));
        return markup;
    }
}
