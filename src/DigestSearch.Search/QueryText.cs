using System.Globalization;

namespace DigestSearch.Search;

/// <summary>
/// The reader's text to clauses: <c>"phrase"</c>, <c>-word</c>, <c>OR</c>, <c>author:</c>, <c>year:2018..2020</c>, <c>word*</c>; anything else
/// is text. Total, linear and without recursion: any text gives a query.
/// </summary>
internal static class QueryText
{
    public const int MaxPrefixes = 3;
    private const int ShortestPrefix = 2;
    private const string OpeningQuotes = "\"«“„”";
    private const string ClosingQuotes = "\"»”“";

    public static ParsedQuery Parse(string text)
    {
        var warnings = new List<string>();
        var pieces = Pieces(text);
        var clauses = new List<QueryClause>();
        var prefixes = 0;
        var or = false;
        for (var at = 0; at < pieces.Count;)
        {
            if (pieces[at].IsOr)
            {
                or = clauses.Count > 0;
                at++;
                continue;
            }
            var clause = NameAt(text, pieces, ref at) ?? pieces[at++].ToClause(ref prefixes);
            if (clause is null) continue;
            if (or && clauses[^1] is not NotClause && clause is not NotClause) clauses[^1] = Either(clauses[^1], clause);
            else clauses.Add(clause);
            or = false;
        }
        if (prefixes > MaxPrefixes)
            warnings.Add(string.Create(CultureInfo.InvariantCulture, $"Only the first {MaxPrefixes} words with * stand for beginnings; the others were taken as words."));
        return new ParsedQuery(text, clauses, warnings);
    }

    private static OrClause Either(QueryClause left, QueryClause right) =>
        new(left is OrClause or ? [.. or.Clauses, right] : [left, right], left.Start, right.End);

    // "G. Hinton", "Q. V. Le", "Hinton G.": initials with points beside a capitalised word are one person.
    private static NameClause? NameAt(string text, List<Piece> pieces, ref int at)
    {
        var end = at;
        var words = 0;
        var initials = 0;
        while (end < pieces.Count && pieces[end].IsBareWord)
        {
            if (pieces[end].IsInitials) initials++;
            else if (words == 0 && pieces[end].IsCapitalised) words++;
            else break;
            end++;
            if (words == 1 && initials > 0 && pieces[at].IsInitials) break;
        }
        if (words == 0 || initials == 0) return null;
        var (start, stop) = (pieces[at].Start, pieces[end - 1].End);
        at = end;
        return new NameClause(text[start..stop], start, stop);
    }

    private static List<Piece> Pieces(string text)
    {
        var pieces = new List<Piece>();
        for (var at = 0; at < text.Length;)
        {
            if (char.IsWhiteSpace(text[at])) at++;
            else
            {
                var piece = PieceAt(text, at);
                pieces.Add(piece);
                at = piece.End;
            }
        }
        return pieces;
    }

    private static Piece PieceAt(string text, int start)
    {
        var at = start;
        var negated = text[at] is '-' or '\u2212' && at + 1 < text.Length && (char.IsLetterOrDigit(text[at + 1]) || OpeningQuotes.Contains(text[at + 1], StringComparison.Ordinal));
        if (negated) at++;
        QueryField? field = null;
        var colon = at;
        while (colon < text.Length && char.IsLetter(text[colon])) colon++;
        if (colon + 1 < text.Length && text[colon] is ':' && !char.IsWhiteSpace(text[colon + 1]) && (field = QueryField.Find(text.AsSpan(at, colon - at))) is not null)
            at = colon + 1;
        if (at < text.Length && OpeningQuotes.Contains(text[at], StringComparison.Ordinal))
        {
            var close = text.AsSpan(at + 1).IndexOfAny(ClosingQuotes);
            if (close >= 0) return new Piece(text, start, at + close + 2, negated, field, text.Substring(at + 1, close), true);
            at++; // An open quote without its twin is no phrase.
        }
        var end = at;
        while (end < text.Length && !char.IsWhiteSpace(text[end]) && !OpeningQuotes.Contains(text[end], StringComparison.Ordinal)) end++;
        return new Piece(text, start, Math.Max(end, start + 1), negated, field, text[at..end], false);
    }

    private sealed record Piece(string Text, int Start, int End, bool Negated, QueryField? Field, string Value, bool Quoted)
    {
        public bool IsOr => !Quoted && !Negated && Field is null && Value is "OR" or "ИЛИ" or "|";

        public bool IsBareWord => !Quoted && !Negated && Field is null && Value.Length > 0 && !IsOr;

        public bool IsCapitalised => Value.Length > 1 && char.IsUpper(Value[0]) && char.IsLetter(Value[1]);

        public bool IsInitials
        {
            get
            {
                if (Value.Length < 2) return false;
                for (var at = 0; at < Value.Length;)
                {
                    if (!char.IsUpper(Value[at]) || at + 1 >= Value.Length || Value[at + 1] is not '.') return false;
                    at += 2;
                    if (at < Value.Length && Value[at] is '-') at++;
                }
                return Value[^1] is '.';
            }
        }

        public QueryClause? ToClause(ref int prefixes)
        {
            if (Value.Length == 0) return null;
            var clause = Field is { Field: null } && YearRange.Parse(Value) is { } years ? new YearClause(years, Start, End) : Inner(ref prefixes);
            return Negated ? new NotClause(clause, Start, End) : clause;
        }

        private QueryClause Inner(ref int prefixes)
        {
            // "year:soon" names a field but no year: all of it is text.
            if (Field is { Field: null }) return new WordClause(Text[Start..End].TrimStart('-'), Start, End);
            QueryClause clause =
                Quoted ? new PhraseClause(Value, Start, End)
                : IsPrefix() && ++prefixes <= MaxPrefixes ? new PrefixClause(Value.TrimEnd('*'), Start, End)
                : new WordClause(Value, Start, End);
            return Field is null ? clause : new FieldClause(Field, clause, Start, End);
        }

        private bool IsPrefix()
        {
            var word = Value.AsSpan().TrimEnd('*');
            return word.Length >= ShortestPrefix && word.Length < Value.Length && AllLetters(word);
        }

        private static bool AllLetters(ReadOnlySpan<char> word)
        {
            foreach (var c in word)
                if (!char.IsLetterOrDigit(c)) return false;
            return true;
        }
    }
}
