using System.Globalization;
using DigestSearch.Indexing.Analysis;

namespace DigestSearch.Search;

/// <summary>
/// The reader's text to clauses: <c>"phrase"</c>, <c>-word</c>, <c>OR</c>, <c>author:</c>, <c>year:2018..2020</c>, <c>word*</c>; anything else
/// is text. Total, linear and without recursion: any text gives a query, and what was read parses to the same again.
/// </summary>
internal static class QueryText
{
    public const int MaxPrefixes = 3;

    public static ParsedQuery Parse(string text)
    {
        text = WholeText.Of(text);
        var warnings = new List<string>();
        var pieces = QueryPiece.In(text);
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
            var clause = NameAt(pieces, ref at) ?? ToClause(pieces[at++], ref prefixes);
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
    private static NameClause? NameAt(List<QueryPiece> pieces, ref int at)
    {
        var start = at;
        var surnameFirst = pieces[at].IsCapitalised && !pieces[at].IsInitials;
        if (!surnameFirst && !pieces[at].IsInitials) return null;
        var end = surnameFirst ? at + 1 : at;
        while (end < pieces.Count && pieces[end].IsInitials) end++;
        if (surnameFirst)
        {
            // In "Capsules G. Hinton" the initials go with what follows, unless that has initials of its own: "Malik J. Efros A."
            var next = end < pieces.Count && pieces[end].IsCapitalised;
            if (end == at + 1 || (next && !(end + 1 < pieces.Count && pieces[end + 1].IsInitials))) return null;
        }
        else if (end < pieces.Count && pieces[end].IsCapitalised) end++;
        else return null;
        at = end;
        return new NameClause(string.Join(' ', pieces[start..end].Select(piece => piece.Value)), pieces[start].Start, pieces[end - 1].End);
    }

    private static QueryClause ToClause(QueryPiece piece, ref int prefixes)
    {
        var clause = Inner(piece, ref prefixes);
        return piece.Negated ? new NotClause(clause, piece.Start, piece.End) : clause;
    }

    private static QueryClause Inner(QueryPiece piece, ref int prefixes)
    {
        var (start, end) = (piece.Start, piece.End);
        if (piece.Field is { Field: null } field)
        {
            if (YearRange.Parse(piece.Value) is { } years) return new YearClause(years, start, end);
            // "year:soon" names a field but no year: all of it is text.
            return new WordClause($"{field.Name}:{(piece.Quoted ? $"\"{piece.Value}\"" : piece.Value)}", start, end);
        }
        QueryClause clause =
            piece.Quoted ? new PhraseClause(piece.Value, start, end)
            : !piece.IsPrefix ? new WordClause(piece.Value, start, end)
            : ++prefixes <= MaxPrefixes ? new PrefixClause(piece.Value.TrimEnd('*'), start, end)
            : new WordClause(QueryPiece.NoOperator(piece.Value.TrimEnd('*')), start, end);
        return piece.Field is null ? clause : new FieldClause(piece.Field, clause, start, end);
    }
}
