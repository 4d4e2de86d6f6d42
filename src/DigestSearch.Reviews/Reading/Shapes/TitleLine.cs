using System.Text.RegularExpressions;
using DigestSearch.Reviews.Reading.Formats;

namespace DigestSearch.Reviews.Reading.Shapes;

/// <summary>A title with what stands in brackets or behind a dash around it: <c>[CVPR 2021] A Title</c>, <c>A Title (Example et al., 2018)</c>, <c>A Title — ICML'19</c>.</summary>
/// <param name="Title">The title alone.</param>
/// <param name="Beside">People, institutions, venue and year that stood around it.</param>
internal sealed partial record TitleLine(string Title, Byline Beside)
{
    private const int LengthLimit = 2_000;
    private const int ShortestTitle = 8;
    private const int BesideLimit = 8;
    private const int PieceLimit = 24;

    [GeneratedRegex(@"^(?>\s*)(?:[\[(]([^\[\]()]{3,40})[\])]\s*[:—–-]?\s+|([^—–|:]{3,40})(?:\s[—–|-]|:)\s+)(.+)$", Pattern.Exact)]
    private static partial Regex Before { get; }

    // What a column calls its posts.
    [GeneratedRegex(@"^\s*(?:[\[(（【](?:paper\s(?:review|reading|notes?|summary)|論文(?:紹介|メモ|読み|まとめ)|논문\s?(?:리뷰|정리)|论文(?:笔记|阅读|解读)|обзор\sстатьи|разбор\sстатьи)[\])）】]\s*[:：–—|-]?\s*|(?:paper\s(?:review|reading|notes?|summary)|論文(?:紹介|メモ|読み|まとめ)|논문\s?(?:리뷰|정리)|论文(?:笔记|阅读|解读)|обзор\sстатьи|разбор\sстатьи)\s*[:：–—|-]\s*)", Pattern.AnyCase)]
    private static partial Regex Series { get; }

    [GeneratedRegex(@"\s[—–|-]\s", Pattern.Exact)]
    private static partial Regex Dash { get; }

    /// <summary>Cuts a title.</summary>
    /// <param name="text">The title as marked.</param>
    /// <param name="context">The document it stands in.</param>
    /// <param name="isPlain">Whether nothing marks its end, so that a date or a lab may stand behind a comma.</param>
    public static TitleLine Read(string text, ShapeContext context, bool isPlain = false)
    {
        var title = (text.Length > LengthLimit ? text[..LengthLimit] : text).Trim();
        if (Series.Match(title) is { Success: true } series && title.Length - series.Length >= ShortestTitle) title = title[series.Length..];
        if (FieldLine.Read(RichText.Of(title)) is { Field: Field.Title, Value.IsBlank: false } labelled) title = labelled.Value.Text;
        var beside = Byline.None;
        if (Before.Match(title) is { Success: true } before && before.Groups[3].Length >= ShortestTitle
            && (before.Groups[1].Success ? NamesLine.ReadTag(before.Groups[1].Value, context) : Tag(before.Groups[2].Value, context)) is { } tag)
            (title, beside) = (before.Groups[3].Value.Trim(), tag);
        for (var taken = 0; taken < BesideLimit && Behind(title, context) is var (rest, more); taken++) (title, beside) = (rest, beside.With(more));
        if (BehindCommas(title, context, isPlain) is var (cut, told)) (title, beside) = (cut, beside.With(told));
        return new TitleLine(title, beside);
    }

    // «A Title, Example and Sample, ACL 2011», «A Title, dec 2015, Google», «A Title, R. Example et al.»
    private static (string Title, Byline Beside)? BehindCommas(string title, ShapeContext context, bool isPlain)
    {
        title = title.TrimEnd(' ', ',', '.', ';');
        var (end, beside) = (title.Length, Byline.None);
        var isNumbered = false;
        for (var taken = 0; taken < PieceLimit && title.LastIndexOf(',', end - 1) is >= ShortestTitle and var comma && title[(comma + 1)..end].Trim(' ', '.') is var told; taken++)
        {
            if (Links.IsNumber(told)) isNumbered = true;
            else if (NamesLine.ReadPiece(told, context, beside.Affiliation.Venue is not null, beside.Affiliation.Year is not null) is { } piece) beside = piece.With(beside);
            else break;
            end = comma;
        }
        // Where the end of the title is marked, a year or a lab behind a comma belongs to it.
        var tells = beside.VenueYear is not null || isPlain && (beside.Affiliation.Year is not null || beside.Authors.Count > 0 || isNumbered);
        return end < title.Length && tells ? (title[..end].TrimEnd(), beside) : null;
    }

    private static (string Title, Byline Beside)? Behind(string title, ShapeContext context)
    {
        var (before, inside) = Byline.SplitBrackets(title);
        if (inside is not null && before.Length > 0)
            return NamesLine.ReadTag(inside, context) is { } told && !IsAcronym(inside, before) ? (before, told)
                : title[^1] is ')' && OfAddress(inside, context.Vocabulary) is { } affiliation ? (before, new Byline([], affiliation)) : null;
        var dash = Dash.Matches(title).LastOrDefault();
        return dash is { Index: >= ShortestTitle } && Tag(title[(dash.Index + dash.Length)..], context) is { } tag ? (title[..dash.Index].TrimEnd(), tag) : null;
    }

    // «Learning Moss (LM)».
    private static bool IsAcronym(string inside, string title) =>
        inside.Length <= 8 && inside.All(char.IsUpper) && string.Concat(title.Split([' ', '-'], StringSplitOptions.RemoveEmptyEntries).Select(word => char.ToUpperInvariant(word[0]))).Contains(inside, StringComparison.Ordinal);

    // Without brackets only a venue with its year tells that this is not the title: «ACL: Access Control Lists».
    private static Byline? Tag(string text, ShapeContext context) => NamesLine.ReadTag(text, context) is { VenueYear: not null } tag ? tag : null;

    // «(BERT)» belongs to the title: only a year, a known place or a known lab makes it an affiliation.
    private static Affiliation? OfAddress(string inside, Vocabulary vocabulary)
    {
        var affiliation = Affiliation.Read(inside, vocabulary);
        return affiliation.Year is not null || affiliation.Countries.Count > 0 || affiliation.Institutions.Any(institution => vocabulary.LabOf(institution) is not null) ? affiliation : null;
    }
}
