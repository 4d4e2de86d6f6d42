using System.Buffers;
using System.Text.RegularExpressions;
using DigestSearch.Reviews.Reading.Formats;

namespace DigestSearch.Reviews.Reading;

/// <summary>A byline without a label: a line of nothing but people, institutions, venue and year, as in <c>A. Example, B. Example (University), NeurIPS 2020</c>.</summary>
internal static partial class NamesLine
{
    private const int LengthLimit = 2_000;
    // A second line, a quotation, a question.
    private static readonly SearchValues<char> NoNames = SearchValues.Create("\n\"“”«»?!");

    [GeneratedRegex(@"^\W*(by|от)\s+", Pattern.AnyCase)]
    private static partial Regex Opening { get; }

    [GeneratedRegex(@"\bet\s+al\b\.?|\bи\s+др\b\.?|\band\s+others\b", Pattern.AnyCase)]
    private static partial Regex Others { get; }

    [GeneratedRegex(@"^((J\.|Journal|Transactions|Trans\.|Proceedings|Proc\.|IEEE|ACM|International (Journal|Conference)|Conference|Workshop)\s.{3,80}|[A-Z]{3,10})$", Pattern.Exact)]
    private static partial Regex VenueName { get; }

    [GeneratedRegex(@"\b(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s+(\d{1,2},?\s+)?(19|20)\d\d\b", Pattern.AnyCase)]
    private static partial Regex Dated { get; }

    [GeneratedRegex(@"^(published|accepted|presented|submitted|appeared|to appear|updated)\s*(in|at|on|by|to)?\s+", Pattern.AnyCase)]
    private static partial Regex Held { get; }

    [GeneratedRegex(@"^[\d¹²³⁴⁵⁶⁷⁸⁹*†‡§¶^~]+\s*", Pattern.Exact)]
    private static partial Regex Mark { get; }

    /// <summary>Reads a line; null where it holds anything else, or too little to tell.</summary>
    public static Byline? Read(RichText line, ShapeContext context)
    {
        if (line.Text.Length is < 5 or > LengthLimit) return null;
        var key = (line.Text, line.Links.Count > 0);
        return context.NamesLines.TryGetValue(key, out var known) ? known : context.NamesLines[key] = ReadNew(line, context);
    }

    private static Byline? ReadNew(RichText line, ShapeContext context)
    {
        var text = Links.WithoutAddresses(line.Plain);
        if (text.Length is < 5 or > LengthLimit || text.AsSpan().IndexOfAny(NoNames) >= 0 || !text.Any(char.IsUpper)) return null;
        var opening = Opening.Match(text);
        // «By Ada Example, May 2020» wrote the post.
        if (opening.Success && Dated.IsMatch(text)) return null;
        return All(text[opening.Length..], context, line.Links.Count > 0) is { } found && found.IsEnough(announced: opening.Success) ? found.Byline : null;
    }

    /// <summary>Reads what stands in brackets beside a title, where a year, a venue or a lab alone is enough; null where it holds anything else.</summary>
    public static Byline? ReadTag(string text, ShapeContext context) =>
        text.Length is > 1 and <= LengthLimit && All(text, context, hasLinks: false) is { AreTold: true, Byline: var byline }
        && (byline.Affiliation is { Year: not null } or { Venue: not null } || HasOthers(text) && byline.Authors.Count > 0 || byline.Affiliation.Institutions.Any(institution => context.Vocabulary.LabOf(institution) is not null)) ? byline : null;

    /// <summary>Reads what stands between commas behind a title; null where it may belong to the title.</summary>
    /// <param name="piece">What stands there.</param>
    /// <param name="context">The document it stands in.</param>
    /// <param name="behindVenue">Whether a venue stands behind it, so that surnames tell enough.</param>
    /// <param name="behindYear">Whether a year stands behind it, so that it may be a venue.</param>
    public static Byline? ReadPiece(string piece, ShapeContext context, bool behindVenue, bool behindYear)
    {
        if (behindYear && !behindVenue && (Venues.IsJournal(piece) || VenueName.IsMatch(piece))) return new Byline([], Affiliation.None with { Venue = piece });
        if (ReadTag(piece, context) is { } tag) return tag;
        if (ReadNames(piece, context) is { } names && (behindVenue || names.All(name => name.Contains(". ", StringComparison.Ordinal)))) return new Byline(names, Affiliation.None);
        var surnames = AuthorList.Split(piece);
        return behindVenue && piece.Length <= LengthLimit && surnames.Count > 1 && surnames.All(IsLoneName) ? new Byline(surnames, Affiliation.None) : null;
    }

    private static Found? All(string text, ShapeContext context, bool hasLinks)
    {
        var found = new Found(context, hasLinks);
        foreach (var (piece, inside) in Pieces(Others.Replace(text, "$0,")))
            if (!found.Take(piece, inside)) return null;
        found.Close(AuthorList.IsMla(text), HasOthers(text));
        return found;
    }

    /// <summary>The names of a text that is nothing else, as before a title: <c>Example et al.</c>, <c>Example, A., Sample, B.</c></summary>
    public static IReadOnlyList<string>? ReadNames(string text, ShapeContext context) =>
        AuthorList.Split(text) is { Count: > 0 } names && (ArePeople(names) || HasOthers(text) && names is [var only] && IsLoneName(only)) && names.All(name => !IsTerm(name, context)) ? names : null;

    // «Random Forests», «Los Angeles»: written like names.
    private static bool IsTerm(string name, ShapeContext context) =>
        PersonWords.HasFunctionWord(name) || context.Vocabulary.IsTopic(name) || context.Vocabulary.PlaceOf(name) is not Place.None;

    // Of several one may be written carelessly.
    private static bool ArePeople(IReadOnlyList<string> names) =>
        names.Count(name => PersonWords.IsPerson(name, null)) is var people && (people == names.Count || people > 1 && people == names.Count - 1 && names.All(name => PersonWords.IsPerson(name, null) || name.Split(' ').Length is 2 or 3 && name.All(character => char.IsLower(character) || character is ' ' or '.' or '-')));

    /// <summary>The text without its «et al.».</summary>
    public static string WithoutOthers(string text) => Others.Replace(text, "").TrimEnd(' ', ',', '.');

    // As others are left out: «Example et al.».
    private static bool IsLoneName(string name) => name.Length > 1 && char.IsUpper(name[0]) && name.All(character => char.IsLetter(character) || character is '-' or '\'' or '’');

    /// <summary>Whether a text ends its names with «et al.».</summary>
    public static bool HasOthers(string text) => Others.IsMatch(text);

    /// <summary>What commas, bars and dashes part, and what stands in parentheses.</summary>
    private static IEnumerable<(string Piece, bool Inside)> Pieces(string text)
    {
        var (start, depth) = (0, 0);
        for (var i = 0; i <= text.Length; i++)
        {
            var character = i < text.Length ? text[i] : ',';
            var opens = character is '(' or '[' && depth == 0;
            var closes = character is ')' or ']' && depth == 1;
            if (opens || closes || depth == 0 && (character is ',' or ';' or '|' or '•' or '·' or '،' or '、' || i < text.Length && IsDash(text, i)) || i == text.Length)
            {
                var piece = text[start..i].Trim(' ', '.', ',', ':', '*', '_', '`', '-', '–', '—', '"');
                if (piece.Length > 0) yield return (piece, depth > 0);
                start = i + 1;
            }
            if (character is '(' or '[') depth++;
            else if (character is ')' or ']') depth = Math.Max(0, depth - 1);
        }
    }

    /// <summary>Whether a dash between blanks stands there, which parts as a comma does.</summary>
    public static bool IsDash(string text, int at) => text[at] is '-' or '–' or '—' && at > 0 && at + 1 < text.Length && text[at - 1] is ' ' && text[at + 1] is ' ';

    private sealed class Found(ShapeContext context, bool hasLinks)
    {
        private readonly List<string> places = [], authors = [];
        private Affiliation inParentheses = Affiliation.None;
        private int? year, venueYear;
        private string? venue;
        private int likely;
        private bool others;

        public Byline Byline { get; private set; } = Byline.None;

        /// <summary>Whether surnames alone are no words by chance: several, and something beside them.</summary>
        public bool AreTold => others || Byline.Authors.All(name => name.Contains(' ')) || authors.Count > 1 && (Byline.Affiliation is { HasPlace: true } or { Year: not null } || venueYear is not null);

        // Two people, or one and something that stands beside people; a tag line has neither.
        public bool IsEnough(bool announced) => authors.Count > 0 && likely * 2 >= authors.Count && AreTold
            && (authors.Count > 1 || announced || others || Byline.Affiliation is { HasPlace: true } or { Venue: not null } || Byline.Affiliation.Year is not null && authors[0].Contains('.'));

        /// <summary>Puts together what was taken.</summary>
        public void Close(bool isMla, bool hasOthers)
        {
            others = hasOthers;
            var (institutions, countries) = InstitutionList.Sort(places, context.Vocabulary, oneAddress: false);
            Byline = new Byline(AuthorList.InOrder(authors, isMla),
                new Affiliation([.. institutions.Union(inParentheses.Institutions)], [.. countries.Union(inParentheses.Countries)], year ?? inParentheses.Year, venue ?? inParentheses.Venue)) { VenueYear = venueYear };
        }

        public bool Take(string piece, bool inside)
        {
            if (PeriodText.YearOfDate(piece) is { } alone)
            {
                year ??= alone;
                return true;
            }
            piece = Held.Replace(Mark.Replace(piece, ""), "");
            if (PeriodText.YearOfDate(piece) is { } dated)
            {
                year ??= dated;
                return true;
            }
            if (piece.Length == 0 || IsLinkLabel(piece) || Links.IsNumber(piece)) return true;
            if (VenueYear.ReadKnown(piece) is { } known) (venue, venueYear) = (venue ?? known.Venue, venueYear ?? known.Year);
            else if (inside) return TakeParenthesis(piece);
            else if (IsPlace(piece)) places.Add(piece);
            else if (TakePeople(piece)) return true;
            else if ((authors.Count > 0 ? VenueYear.Read(piece) : VenueYear.ReadLikely(piece)) is { } other) (venue, venueYear) = (venue ?? other.Venue, venueYear ?? other.Year);
            else return false;
            return true;
        }

        private bool IsLinkLabel(string piece) => hasLinks && (LinkKinds.OfLabel(piece) is not null || LinkKinds.IsGeneric(piece) || piece.Contains("://", StringComparison.Ordinal));

        private bool IsPlace(string piece) => context.Vocabulary.IsOneName(piece) || AffiliationWords.IsInstitution(piece) && piece.Length <= 100 || context.Vocabulary.PlaceOf(piece) is not Place.None;

        private bool TakeParenthesis(string piece)
        {
            var affiliation = Affiliation.Read(piece, context.Vocabulary);
            if (!affiliation.Institutions.All(IsPlace) || affiliation is { HasPlace: false, Year: null, Venue: null }) return false;
            inParentheses = inParentheses with
            {
                Institutions = [.. inParentheses.Institutions.Union(affiliation.Institutions)], Countries = [.. inParentheses.Countries.Union(affiliation.Countries)],
                Year = inParentheses.Year ?? affiliation.Year, Venue = inParentheses.Venue ?? affiliation.Venue,
            };
            return true;
        }

        private bool TakePeople(string piece)
        {
            // «Example et al.»: the surname is all that is given.
            var isFirst = authors.Count == 0 && HasOthers(piece);
            foreach (var name in AuthorList.Split(piece))
            {
                if (IsLoneName(name) && (isFirst || name.Skip(1).Any(char.IsLower) && !context.Common.Contains(name) && !IsTerm(name, context)))
                {
                    authors.Add(name);
                    likely++;
                    continue;
                }
                if (!PersonWords.IsPerson(name, null) || IsTerm(name, context)) return false;
                if (PersonWords.IsPerson(name, context.Common)) likely++;
                authors.Add(name);
            }
            return true;
        }
    }
}
