using DigestSearch.Indexing.Analysis;
using DigestSearch.Reviews;

namespace DigestSearch.Search.Suggest;

/// <summary>Takes the words of names into a word index. What stands between blanks is taken apart once: names share most of their words.</summary>
/// <param name="words">Where they go.</param>
/// <param name="lastLeads">Whether the last word of a name leads as the first does.</param>
internal sealed class NameWords(WordIndex.Builder words, bool lastLeads)
{
    private const int Longest = 40;

    // From here on letters may be words of their own.
    private const char Unjoined = '\u2E80';

    private readonly Dictionary<string, Piece[]> pieces = new(StringComparer.Ordinal);
    private readonly List<ScannedWord> scanned = [];

    // A word between two blanks, or a part of one.
    private readonly record struct Piece(int Word, bool First, bool Last);

    /// <summary>Adds the words of a name.</summary>
    public void Add(string name, int entry)
    {
        var taken = name.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(Pieces).Where(piece => piece.Length > 0).ToList();
        foreach (var (at, piece) in taken.Index())
            foreach (var part in piece)
                words.Add(part.Word, entry, (at == 0 && part.First) || (lastLeads && at == taken.Count - 1 && part.Last));
    }

    private Piece[] Pieces(string text)
    {
        if (pieces.TryGetValue(text, out var known)) return known;
        return pieces[text] = Plain(text) is { } plain ? [new Piece(words.Word(plain), true, true)] : Scan(text);
    }

    // The scan stems what it finds, which is slow and of no use here: a piece of letters alone needs none.
    private static string? Plain(string text)
    {
        var word = text.AsSpan().TrimEnd(".,");
        if (word.Length is 0 or > Longest) return null;
        foreach (var letter in word)
            if (!char.IsLetter(letter) || letter >= Unjoined) return null;
        return Folding.FoldLetters(word.ToString()) is { Length: > 0 } folded ? folded : null;
    }

    private Piece[] Scan(string text)
    {
        scanned.Clear();
        WordScanner.Scan(text, scanned);
        return [.. scanned.Select(word => new Piece(words.Word(word.Forms.Exact), word.Position == 0, word.End == scanned[^1].End))];
    }
}
