using System.Text.RegularExpressions;
using DigestSearch.Reviews.Reading.Formats;

namespace DigestSearch.Reviews.Reading.Shapes;

/// <summary>The line or cell that begins an entry, cut into the title and what stands around it.</summary>
/// <param name="Title">Title of the paper.</param>
/// <param name="TitleLink">The link that is the title, if any.</param>
/// <param name="Before">What precedes the title; blank but for a link or a tag.</param>
/// <param name="Rest">What follows it.</param>
internal sealed partial record EntryText(string Title, LinkSpan? TitleLink, RichText Before, RichText Rest)
{
    /// <summary>What is told before the title, or in brackets within it.</summary>
    public Byline Beside { get; private init; } = Byline.None;

    private const int PrefixLimit = 40;
    private const int PrefixLetters = 12;
    private const int PeopleLimit = 300;
    private const int TitleWords = 5;
    private const int EndLimit = 24;
    private const int TitleLimit = 400;
    private const int SearchLimit = 1_000;

    [GeneratedRegex(@"^\s*(?:[#№]?\(?\d{1,3}\s?[.):]\s*|\[\d{1,3}\]\s+|[#№]\d{1,3}\s+)", Pattern.Exact)]
    private static partial Regex Number { get; }

    [GeneratedRegex(@"^[\[(]([^\[\]()]{3,30})[\])]\s+", Pattern.Exact)]
    private static partial Regex Tag { get; }

    [GeneratedRegex(@"^(?>\s*)([^()\[\]]{3,300}?)(?<![\s,.])[\s,.]*(?:[(\[]((?:19|20)\d\d)[a-z]?[)\]]|\s((?:19|20)\d\d)[a-z]?[.,])[.,:]?\s+", Pattern.Exact)]
    private static partial Regex Cited { get; }

    [GeneratedRegex(@"^(and|et al|und|et|и|&|van|von|de|der|den|el|al|le|la|di|da)\b", Pattern.Exact)]
    private static partial Regex Joined { get; }

    [GeneratedRegex(@"\s(and|и|&)\s", Pattern.Exact)]
    private static partial Regex And { get; }

    [GeneratedRegex(@"^\s*[\p{L}\d.+-]{2,30}:\s+", Pattern.Exact)]
    private static partial Regex ShortName { get; }

    [GeneratedRegex("“([^“”]{8,300})”|«([^«»]{8,300})»|\"([^\"]{8,300})\"", Pattern.Exact)]
    private static partial Regex Quoted { get; }

    [GeneratedRegex(@"\n|\s{2,}|\s[-–—|]\s|\.\s", Pattern.Exact)]
    private static partial Regex AfterTitle { get; }

    [GeneratedRegex(@"\n|\r|\t|\s{2,}|\s+[-–—|:]+\s+|\s*[\[(|:]|\.\s|$", Pattern.Exact)]
    private static partial Regex End { get; }

    private static readonly char[] Joints = [' ', '-', '–', '—', ':', '.', ',', ';', '|'];

    private static readonly char[] LeadingJoints = [' ', '.', ',', ':', '-', '–', '—'];

    /// <summary>What follows the title, without what joins it to the title.</summary>
    public RichText Prose => Rest.From(Rest.Text.Length - Rest.Text.AsSpan().TrimStart(Joints).Length);

    /// <summary>Reads what begins an entry; null where nothing looks like a title.</summary>
    /// <param name="text">The line or cell.</param>
    /// <param name="context">The document it stands in.</param>
    /// <param name="isWhole">Whether it is known to hold the title and nothing else but links: dashes and stops are its own.</param>
    public static EntryText? Read(RichText text, ShapeContext context, bool isWhole = false)
    {
        text = WithoutTag(WithoutNumber(text).Trim()).Trim();
        if (text.IsBlank) return null;
        // A date or authors say before the title what they say behind it.
        var people = AuthorsBefore(text, context);
        var leading = people?.Text ?? TagBefore(text);
        if (leading is not null) text = text.From(leading.Length).Trim();
        var (start, end, link) = Linked(text) ?? Bold(text) ?? InQuotes(text) ?? Plain(text, isWhole);
        var line = TitleLine.Read(text.Text[start..end], context, isPlain: link is null);
        var title = Clean(line.Title);
        if (title.Length == 0 || title.Length > TitleLimit || !title.Any(char.IsLetter) || IsLabel(title)) return null;
        var rest = text.From(end).Trim();
        var before = people is { Year: var year } ? year : leading?.Trim(LeadingJoints);
        return new EntryText(title, link, text.Slice(0, start), before is null ? rest : RichText.Join([RichText.Of(before + "."), rest])) { Beside = people is { Names: var names } ? new Byline(names, Affiliation.None).With(line.Beside) : line.Beside };
    }

    /// <summary>The text without the number that an entry or a heading of a list begins with; <c>2.5D</c> keeps its own.</summary>
    public static RichText WithoutNumber(RichText text) =>
        Number.Match(text.Text) is { Success: true } number && number.Length < text.Text.Length && !(text.Text[number.Length - 1] is '.' && char.IsAsciiDigit(text.Text[number.Length])) ? text.From(number.Length) : text;

    // «**[SSD]** A Title».
    private static RichText WithoutTag(RichText text) =>
        text.Bold is [var bold, ..] && bold.Start.Value == 0 && bold.End.Value < text.Text.Length && text.Text[bold].Trim() is ['[', .., ']'] and { Length: <= PrefixLimit } tag && VenueYear.ReadKnown(tag[1..^1]) is null ? text.From(bold.End.Value) : text;

    // «arxiv: …», «Slides»: what a link is called.
    private static bool IsLabel(string title) => !title.Contains(' ') && (LinkKinds.OfLabel(title) is not null || LinkKinds.IsGeneric(title)) || FieldLine.FieldOf(Folding.Fold(title)) is not null;

    // «[CVPR 2021] A Title».
    private static string? TagBefore(RichText text) =>
        Tag.Match(text.Text) is { Success: true } tag && tag.Length < text.Text.Length
        && (VenueYear.ReadKnown(tag.Groups[1].Value) is not null || VenueYear.Year(tag.Groups[1].Value) is not null) ? tag.Value : null;

    // «A. Example, B. Example. [A Title](…)», «Example, A., Sample, B. (2020). A Title.»: nothing but names before what is marked as a title, or before a year.
    private static (string Text, IReadOnlyList<string> Names, string? Year)? AuthorsBefore(RichText text, ShapeContext context)
    {
        var head = text.Text.Length > PeopleLimit ? text.Text[..PeopleLimit] : text.Text;
        if (Cited.Match(head) is { Success: true } cited && NamesLine.ReadNames(cited.Groups[1].Value, context) is { } listed && (listed.Count > 1 || listed[0].Contains('.') || NamesLine.HasOthers(cited.Groups[1].Value))) return (cited.Value, listed, cited.Groups[2].Success ? cited.Groups[2].Value : cited.Groups[3].Value);
        var link = text.Links.Where(link => link.Length > 0).Select(link => link.Start).DefaultIfEmpty(int.MaxValue).First();
        var bold = text.Bold.Select(range => range.Start.Value).DefaultIfEmpty(int.MaxValue).First();
        var start = Math.Min(Math.Min(link, bold), text.Text.AsSpan().IndexOfAny('"', '“', '«') is >= 0 and var quote ? quote : int.MaxValue);
        // «Word2Vec: Example et al., A Title».
        if (ShortName.Match(head) is { Success: true } name && Unmarked(head[name.Length..Math.Max(name.Length, Math.Min(head.Length, start))], context) is var (cut, first, _) && NamesLine.HasOthers(cut)) return (name.Value + cut, first, null);
        if (start is < 4 or > PeopleLimit || start >= text.Text.Length || NamesLine.ReadNames(text.Text[..start].Trim(LeadingJoints), context) is not { } names) return Unmarked(head[..Math.Min(head.Length, start)], context);
        // «Deep Image Prior [pdf](…)» are no names: a title must follow.
        var marked = text.From(start);
        return (Linked(marked) ?? Bold(marked) ?? InQuotes(marked)) is { Start: <= 1 } title && marked.Text[title.Start..title.End].Trim().Contains(' ') ? (text.Text[..start], names, null) : null;
    }

    // «Ada Example and Bo Sample. A Title», «A. Example, B. Sample, A Title of Some Words», «Ada Example et al.: A Title»: two names at least, since titles are written like names too.
    private static (string Text, IReadOnlyList<string> Names, string? Year)? Unmarked(string head, ShapeContext context)
    {
        var pieces = PiecesOf(head);
        for (var at = 0; at + 1 < pieces.Count; at++)
        {
            var (mark, next) = (pieces[at].Mark, pieces[at + 1].Text);
            if (mark is '|' or '[' or '(' || !char.IsUpper(pieces[at].Text[0]) && !Joined.IsMatch(pieces[at].Text)) break;
            // «Train Long, Think Short: …» is a title: a venue behind the next piece says what it is, or the names themselves do.
            var isBeforeVenue = at + 2 < pieces.Count && IsVenue(pieces[at + 2].Text);
            var before = head[..pieces[at].End];
            var (hasOthers, words) = (NamesLine.HasOthers(pieces[at].Text), next.Split(' ').Length);
            if (IsVenue(next) || mark is ':' && !hasOthers && !isBeforeVenue || words < (mark is ',' && !hasOthers && !isBeforeVenue ? 3 : 2)) continue;
            if (before.Length < 5 || NamesLine.ReadNames(before, context) is not { } names) continue;
            if (!hasOthers && !isBeforeVenue && (names.Count == 1 || names.Count == 2 && !And.IsMatch(before) && !before.Contains(". ", StringComparison.Ordinal))) continue;
            if (names.Count == 1 && !hasOthers && mark is ',') continue;
            // After a comma there may be more names.
            if (next.StartsWith("and ", StringComparison.Ordinal) && NamesLine.ReadNames(next[4..], context) is null) continue;
            if (mark is ',' && !hasOthers && words < TitleWords && !isBeforeVenue && NamesLine.ReadNames(next, context) is not null) continue;
            return (head[..pieces[at + 1].Start], names, null);
        }
        return null;
    }

    /// <summary>What commas, stops, colons, bars and brackets part; the stop of an initial parts nothing.</summary>
    private static List<(int Start, int End, char Mark, string Text)> PiecesOf(string head)
    {
        var pieces = new List<(int, int, char, string)>();
        var start = 0;
        for (var i = 0; i <= head.Length && pieces.Count < EndLimit; i++)
        {
            var mark = i < head.Length ? head[i] : '\0';
            if (i < head.Length && !(mark is '|' or '[' or '(' || mark is ',' or ':' or '.' && i + 1 < head.Length && char.IsWhiteSpace(head[i + 1]) && !(mark is '.' && i > 0 && IsInitial(head, i) && !head.AsSpan(0, i).EndsWith("et al")))) continue;
            var text = head[start..i].Trim();
            if (text.Length > 0) pieces.Add((start + head[start..i].Length - head[start..i].TrimStart().Length, i, mark, text));
            start = i + 1;
        }
        return pieces;
    }

    private static bool IsVenue(string piece) => piece.TrimEnd('.', ' ') is var bare && (VenueYear.Year(bare) is not null || VenueYear.ReadKnown(bare) is not null || VenueYear.ReadLikely(bare) is not null);

    /// <summary>A title without what holds it together with its surroundings.</summary>
    public static string Clean(string title)
    {
        var plain = RichText.Of(title).Plain.Replace('\n', ' ').Trim();
        var start = 0;
        // Emoji and marks at the ends belong to the layout.
        while (start < plain.Length && !char.IsLetterOrDigit(plain[start]) && plain[start] is not ('(' or '[' or '"' or '“' or '«' or '\'' or '$' or '.' or '\\' or '{' or '<' or '@' or '#')) start++;
        plain = plain[start..].TrimEnd(' ', ',', ';', ':', '|', '-', '–', '—', '*', '_', '》', '】');
        while (plain.Length > 0 && IsDecoration(plain[^1])) plain = plain[..^1].TrimEnd();
        if (plain is ['“', .., '”'] or ['«', .., '»'] or ['"', .., '"'] && plain.Count(character => character is '"' or '“' or '«') == 1 + (plain[0] is '"' ? 1 : 0)) plain = plain[1..^1].Trim();
        return plain.EndsWith('.') && !plain.EndsWith("..", StringComparison.Ordinal) && plain.Count(character => character is '.') == 1 ? plain[..^1] : plain;
    }

    private static bool IsDecoration(char character) =>
        char.IsSurrogate(character) || character is '\uFE0F' or '\u200D' || char.GetUnicodeCategory(character) is System.Globalization.UnicodeCategory.OtherSymbol;

    // Before a title there may stand other links, tags in brackets, a date; no words of a sentence.
    private static (int Start, int End, LinkSpan? Link)? Linked(RichText text)
    {
        var (at, depth, letters) = (0, 0, 0);
        foreach (var link in text.Links.Where(link => link.Length > 0))
        {
            for (; at < link.Start; at++)
                if (text.Text[at] is '[' or '(') depth++;
                else if (text.Text[at] is ']' or ')') depth = Math.Max(0, depth - 1);
                else if (depth == 0 && char.IsLetter(text.Text[at]) && ++letters > PrefixLetters) return null;
            if (IsTitle(text.Text.Substring(link.Start, link.Length))) return (link.Start, link.End, link);
            at = Math.Max(at, link.End);
        }
        return null;
    }

    /// <summary>Whether a link's text could be a title: neither the name of a kind («PDF», «Code», «arXiv») nor an address.</summary>
    private static bool IsTitle(string label)
    {
        var plain = RichText.Of(label).Plain.Trim(' ', '[', ']', '(', ')');
        if (plain.Length < 3 || plain.Contains("://", StringComparison.Ordinal) || !plain.Any(char.IsLetter)) return false;
        var words = plain.Split(' ');
        return words.Length > 3 || LinkKinds.OfLabel(plain) is null && !LinkKinds.IsGeneric(plain);
    }

    /// <summary>A link that is the title leads to the paper, whatever words the title has, unless its address says otherwise.</summary>
    public static ReviewLink AsTitle(ReviewLink link) =>
        LinkKinds.Of("", link.Url) is var kind && kind is LinkKind.Other && link.Url?.Contains("//", StringComparison.Ordinal) is not false ? link with { Kind = LinkKind.Paper } : link with { Kind = kind };

    private static (int Start, int End, LinkSpan? Link)? Bold(RichText text)
    {
        if (text.Bold.Count == 0) return null;
        var (start, end) = (text.Bold[0].Start.Value, text.Bold[0].End.Value);
        if (start > PrefixLimit || text.Text[..start].Any(char.IsLetter) && !text.Text[..start].TrimEnd().EndsWith(']')) return null;
        // Emphasis may be broken by markup within it: what goes on at once belongs to it.
        foreach (var more in text.Bold.Skip(1))
        {
            if (text.Text[end..Math.Max(end, more.Start.Value)].Any(character => !char.IsWhiteSpace(character))) break;
            end = more.End.Value;
        }
        var link = text.Links.Select(link => (LinkSpan?)link).FirstOrDefault(link => link!.Value.Length > 0 && link.Value.Start <= start + 2 && link.Value.End >= end - 2);
        return IsTitle(text.Text[start..end]) ? (start, end, link) : null;
    }

    private static (int Start, int End, LinkSpan? Link)? InQuotes(RichText text)
    {
        if (text.Text.Length > 4_000 || Quoted.Match(text.Text) is not { Success: true } match || match.Index > 200) return null;
        var quoted = match.Groups.Cast<Group>().Skip(1).First(group => group.Success);
        // Two words at least: a single quoted word is a manner of speaking.
        return quoted.Value.Contains(' ') && (match.Index == 0 || text.Links.Count > 0) ? (quoted.Index, quoted.Index + quoted.Length, null) : null;
    }

    private static (int Start, int End, LinkSpan? Link) Plain(RichText text, bool isWhole)
    {
        var limit = text.Links.Select(link => link.Start).DefaultIfEmpty(text.Text.Length).First();
        if (limit == 0) return AfterLinks(text);
        limit = Math.Min(limit, SearchLimit);
        for (var at = 0; at < limit;)
        {
            var end = End.Match(text.Text, at);
            if (!end.Success || end.Index >= limit) break;
            // A colon, a parenthesis or a dash within a title is followed by more of it, unless a link ends the title there.
            if ((!isWhole || end.Value.AsSpan().TrimStart() is ['(' or '[', ..]) && IsEnd(text, end, limit)) return (0, end.Index, null);
            at = end.Index + Math.Max(end.Length, 1);
        }
        var before = text.Text[..limit].TrimEnd().TrimEnd('[', '(', '|', '-', '–', '—', ':').TrimEnd();
        return (0, before.Length, null);
    }

    private static bool IsEnd(RichText text, Match end, int limit)
    {
        if (end.Value.AsSpan().Trim().IsEmpty) return true;
        if (end.Value.Contains(':', StringComparison.Ordinal)) return false;
        if (end.Value is ['.', ..]) return end.Index > 20 && !IsInitial(text.Text, end.Index);
        if (end.Value.AsSpan().TrimStart() is ['(' or '[', ..])
        {
            var close = text.Text.AsSpan(end.Index, limit - end.Index).IndexOfAny(')', ']');
            // «(Read more on …)», «(CVPR 2020)»: what links or dates stands behind the title.
            return close < 0 || text.Text.AsSpan(end.Index, close).Trim().TrimStart("([").ToString() is var inside && (VenueYear.ReadKnown(inside) is not null || PeriodText.YearOfDate(inside) is not null);
        }
        return end.Value.AsSpan().Trim() is "|" or "—" or "–" or "-" or "--";
    }

    // «…, R. Example»; «A.I.» and «et al.» end nothing either.
    private static bool IsInitial(string text, int stop) => char.IsUpper(text[stop - 1]) && (stop < 2 || !char.IsLetter(text[stop - 2])) || text.AsSpan(0, stop).EndsWith("et al");

    // «[paper] [code] Title of the paper»: the links stand first.
    private static (int Start, int End, LinkSpan? Link) AfterLinks(RichText text)
    {
        var start = 0;
        foreach (var link in text.Links)
        {
            if (text.Text[start..Math.Max(start, link.Start)].Any(char.IsLetterOrDigit)) break;
            start = Math.Max(start, link.End);
        }
        while (start < text.Text.Length && !char.IsLetterOrDigit(text.Text[start]) && text.Text[start] is not ('"' or '“' or '«')) start++;
        var next = text.Links.Where(link => link.Start >= start).Select(link => link.Start).DefaultIfEmpty(text.Text.Length).First();
        var end = AfterTitle.Match(text.Text[start..next]) is { Success: true } stop ? start + stop.Index : next;
        return (start, end, null);
    }
}
