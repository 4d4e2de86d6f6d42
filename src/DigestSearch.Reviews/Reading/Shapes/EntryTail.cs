using System.Collections.Frozen;
using DigestSearch.Reviews.Reading.Formats;

namespace DigestSearch.Reviews.Reading.Shapes;

/// <summary>What stands behind the title of an entry in brackets, tags and short pieces: venue, year, people, institutions.</summary>
internal sealed record EntryTail(IReadOnlyList<string> Authors, Affiliation Affiliation, string? Venue, int? VenueYear, int? Year)
{
    private const int LengthLimit = 1_000;
    private const int PieceLimit = 60;

    // Of words, not of names.
    private static readonly string[] Endings = ["ing", "tion", "sion", "ment", "ness", "ity", "view", "net", "ics", "ism"];

    // What else stands alone in brackets behind a title.
    private static readonly FrozenSet<string> Remarks = FrozenSet.ToFrozenSet(
        ["oral", "spotlight", "workshop", "talk", "highlight", "award", "survey", "tutorial", "demo", "preprint", "journal", "conference", "github", "pytorch", "tensorflow", "keras", "colab", "jupyter", "official", "unofficial", "thread", "twitter", "medium"]);

    public static EntryTail Read(RichText rest, Vocabulary vocabulary, CommonWords common)
    {
        var (authors, institutions) = (new List<string>(), new List<string>());
        string? venue = null;
        int? venueYear = null, year = null;
        foreach (var (piece, bracketed) in Pieces(rest))
        {
            if (Reading.VenueYear.Year(piece) is { } alone) year ??= alone;
            else if (Reading.VenueYear.ReadKnown(piece) is { } known) (venue, venueYear) = (venue ?? known.Venue, venueYear ?? known.Year);
            else if (vocabulary.IsOneName(piece)) institutions.Add(piece);
            else if (IsPerson(piece, common) || bracketed && IsSurname(piece, common)) authors.Add(piece);
        }
        return new EntryTail(authors, institutions.Count == 0 ? Affiliation.None : Affiliation.None with { Institutions = institutions }, venue, venueYear, year);
    }

    public ReviewDraft Fill(ReviewDraft draft) => (draft with
    {
        Authors = draft.Authors.Count > 0 ? draft.Authors : Authors,
        Affiliation = draft.Affiliation.HasPlace ? draft.Affiliation : Affiliation with { Year = draft.Affiliation.Year, Venue = draft.Affiliation.Venue },
        Venue = draft.Venue ?? Venue,
        VenueYear = draft.VenueYear ?? VenueYear,
        Year = draft.Year ?? Year,
    }).By("brackets and tags behind the title", draft);

    // Links part pieces as brackets and commas do; their own text says where they lead.
    private static IEnumerable<(string Piece, bool Bracketed)> Pieces(RichText rest)
    {
        var text = rest.Text.Length > LengthLimit ? rest.Text[..LengthLimit] : rest.Text;
        var (start, depth) = (0, 0);
        for (var i = 0; i <= text.Length; i++)
        {
            var linked = i < text.Length && rest.Links.Any(link => link.Start <= i && i < link.End);
            if (i < text.Length && !linked && !(text[i] is '[' or ']' or '(' or ')' or ',' or ';' or '|' or '\n' or '\r' or '{' or '}' or '•' or '·') && !IsDash(text, i)) continue;
            var piece = text[start..i].Trim(' ', '.', ':', '*', '_', '`', '-', '–', '—');
            // What follows the title in parentheses is more often the name of a method.
            var alone = start > 1 && text[start - 1] is '(' && i < text.Length && text[i] is ')' && string.IsNullOrWhiteSpace(text[(i + 1)..]);
            if (piece.Length is > 1 and <= PieceLimit) yield return (piece, depth > 0 || alone);
            if (i < text.Length && !linked) depth = Math.Max(0, depth + (text[i] is '[' ? 1 : text[i] is ']' ? -1 : 0));
            start = i + 1;
            while (linked && start < text.Length && rest.Links.Any(link => link.Start <= start && start < link.End)) start++;
            i = Math.Max(i, start - 1);
        }
    }

    private static bool IsDash(string text, int at) => text[at] is '-' or '–' or '—' && at > 0 && at + 1 < text.Length && text[at - 1] is ' ' && text[at + 1] is ' ';

    /// <summary>Two to four words that begin like names, of which the document writes none in lower case anywhere.</summary>
    public static bool IsPerson(string piece, CommonWords common)
    {
        var words = piece.Split(' ');
        if (words.Length is < 2 or > 4) return false;
        foreach (var word in words)
        {
            var bare = word.TrimEnd('.');
            if (bare.Length == 0 || !char.IsUpper(bare[0]) || !bare.All(character => char.IsLetter(character) || character is '-' or '\'' or '’')) return false;
            // «CoT», «LLM»: letters of names are small but for the first, and after a hyphen or a prefix.
            if (bare.Length > 1 && (bare.Skip(1).All(char.IsUpper) || common.Contains(bare))) return false;
        }
        return words.Any(word => word.Length > 2);
    }

    // «[Example, latent reasoning]», «(Example)»: a surname alone, which no word of the field is.
    private static bool IsSurname(string piece, CommonWords common) =>
        piece.Length is > 3 and <= 14 && char.IsUpper(piece[0]) && piece.Skip(1).All(char.IsLower) && !common.Contains(piece)
        && !Remarks.Contains(Folding.Fold(piece)) && LinkKinds.OfLabel(piece) is null && !LinkKinds.IsGeneric(piece) && !Endings.Any(ending => piece.EndsWith(ending, StringComparison.Ordinal));
}

/// <summary>The words that a document writes in lower case somewhere: those are no names.</summary>
internal sealed class CommonWords
{
    private readonly HashSet<string> words = new(StringComparer.Ordinal);

    public CommonWords(IEnumerable<Block> blocks)
    {
        foreach (var block in blocks) Add(block.Text.Text);
    }

    public bool Contains(string word) => words.Contains(Folding.Fold(word));

    private void Add(string text)
    {
        for (var i = 0; i < text.Length;)
        {
            var start = i;
            while (i < text.Length && char.IsLetter(text[i])) i++;
            if (i - start > 2 && char.IsLower(text[start])) words.Add(text[start..i]);
            if (i == start) i++;
        }
    }
}
