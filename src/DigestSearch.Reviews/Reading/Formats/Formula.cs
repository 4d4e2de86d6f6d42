using AngleSharp.Dom;

namespace DigestSearch.Reviews.Reading.Formats;

/// <summary>Formulas of HTML as the TeX that KaTeX, MathJax and MathML carry beside what they draw.</summary>
internal static class Formula
{
    // What is drawn for the eye repeats the formula glyph by glyph.
    private static readonly HashSet<string> Drawn = new(StringComparer.Ordinal) { "katex-html", "MathJax", "MathJax_Preview", "MathJax_Display", "MathJax_SVG", "MathJax_CHTML" };

    /// <summary>The formula of an element between dollar signs; null where it is none, or tells no TeX.</summary>
    public static string? Of(IElement element) => element.LocalName switch
    {
        "script" when element.GetAttribute("type") is { } type && type.StartsWith("math/tex", StringComparison.OrdinalIgnoreCase) =>
            type.Contains("display", StringComparison.OrdinalIgnoreCase) ? Between("$$", element.TextContent) : Between("$", element.TextContent),
        "math" when (element.QuerySelector("annotation[encoding='application/x-tex']")?.TextContent ?? element.GetAttribute("alttext")) is { } tex =>
            element.GetAttribute("display") is "block" ? Between("$$", tex) : Between("$", tex),
        _ => null,
    };

    /// <summary>Whether an element only draws a formula that is told beside it.</summary>
    public static bool IsDrawing(IElement element) => element.LocalName is "mjx-math" || element.ClassList.Any(Drawn.Contains);

    private static string? Between(string mark, string tex) => string.IsNullOrWhiteSpace(tex) ? null : mark + tex.Trim() + mark;
}
