using System.Buffers;
using System.Text;

namespace DigestSearch.Search;

/// <summary>A piece of a query between blanks or quotes, with what stands before it: <c>-author:"J. Malik"</c>.</summary>
internal sealed record QueryPiece(int Start, int End, bool Negated, QueryField? Field, string Value, bool Quoted)
{
    private const int ShortestPrefix = 2;
    private static readonly SearchValues<char> OpeningQuotes = SearchValues.Create("\"«“„”");

    public bool IsOr => IsBare && IsOperator(Value);

    public bool IsCapitalised => IsBare && !IsOr && Value.Length > 1 && char.IsUpper(Value[0]) && char.IsLetter(Value[1]);

    /// <summary>Whether it is initials: <c>G.</c>, <c>Q.V.</c>, <c>J.-B.</c>, «Дж.»</summary>
    public bool IsInitials
    {
        get
        {
            if (!IsBare || Value.Length < 2) return false;
            if (Value is [var first, _, '.'] && char.IsUpper(first) && InitialDigraphs.Contains(Value[..2])) return true;
            for (var at = 0; at < Value.Length; at += at + 2 < Value.Length && Value[at + 2] is '-' ? 3 : 2)
                if (!char.IsUpper(Value[at]) || at + 1 >= Value.Length || Value[at + 1] is not '.') return false;
            return Value[^1] is '.';
        }
    }

    public bool IsPrefix
    {
        get
        {
            var word = Value.AsSpan().TrimEnd('*');
            if (Field is { WholeLabel: true } || word.Length < ShortestPrefix || word.Length == Value.Length) return false;
            foreach (var c in word)
                if (!char.IsLetterOrDigit(c)) return false;
            return true;
        }
    }

    /// <summary>A word taken out of a longer piece, so that it does not turn into an OR.</summary>
    public static string NoOperator(string word) => IsOperator(word) ? word.ToLowerInvariant() : word;

    private static bool IsOperator(string word) => word is "OR" or "ИЛИ" or "|";

    private bool IsBare => !Quoted && !Negated && Field is null;

    /// <summary>The pieces of a text that hold a letter or digit, or are an OR; <c>year:..</c> is no range and so a text.</summary>
    public static List<QueryPiece> In(string text)
    {
        var pieces = new List<QueryPiece>();
        for (var at = 0; at < text.Length;)
        {
            if (char.IsWhiteSpace(text[at]))
            {
                at++;
                continue;
            }
            var piece = At(text, at);
            if (piece.IsOr || HasWord(piece.Value) || piece.Field is { Field: null }) pieces.Add(piece);
            at = piece.End;
        }
        return pieces;
    }

    private static QueryPiece At(string text, int start)
    {
        var negated = false;
        QueryField? field = null;
        var at = start;
        for (; at < text.Length && !char.IsWhiteSpace(text[at]); at++)
        {
            if (IsDash(text[at]) && field is null)
            {
                negated |= (at == start || !IsDash(text[at - 1])) && at + 1 < text.Length && !IsDash(text[at + 1]) && !char.IsWhiteSpace(text[at + 1]);
                continue;
            }
            if (field is null && FieldAt(text, at) is { } named)
            {
                field = named.Field;
                at = named.End - 1;
                continue;
            }
            if (!OpeningQuotes.Contains(text[at])) break;
            if (CloseOf(text, at) is var close and >= 0)
                return new QueryPiece(start, close + 1, negated, field, text[(at + 1)..close].Replace('"', ' '), true);
            // An open quote without its twin is no phrase: as if it were not there.
        }
        var end = at;
        while (end < text.Length && !char.IsWhiteSpace(text[end]) && !OpeningQuotes.Contains(text[end])) end++;
        return new QueryPiece(start, end, negated, field, text[at..end], false);
    }

    private static (QueryField Field, int End)? FieldAt(string text, int at)
    {
        var colon = at;
        while (colon < text.Length && char.IsLetter(text[colon])) colon++;
        if (colon + 1 >= text.Length || text[colon] is not ':' || char.IsWhiteSpace(text[colon + 1])) return null;
        return QueryField.Find(text.AsSpan(at, colon - at)) is { } field ? (field, colon + 1) : null;
    }

    private static int CloseOf(string text, int open)
    {
        var close = text[open] switch { '«' => "»", '“' => "”“", '„' => "“”", '”' => "”", _ => "\"" };
        return text.AsSpan(open + 1).IndexOfAny(close) is var length and >= 0 ? open + 1 + length : -1;
    }

    private static bool IsDash(char c) => c is '-' or '\u2212';

    private static bool HasWord(string value)
    {
        foreach (var rune in value.EnumerateRunes())
            if (Rune.IsLetterOrDigit(rune)) return true;
        return false;
    }
}
