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

    private static readonly FrozenSet<string> Particles = FrozenSet.ToFrozenSet(["van", "der", "den", "de", "von", "zu", "la", "le", "del", "di", "da", "dos", "du", "bin", "al", "el", "ten", "ter", "y"]);

    // What else stands alone in brackets behind a title.
    private static readonly FrozenSet<string> Remarks = FrozenSet.ToFrozenSet(
        ["oral", "spotlight", "workshop", "highlight", "award", "survey", "tutorial", "demo", "preprint", "journal", "conference", "keras", "jupyter", "official", "unofficial"]);

    public static EntryTail Read(RichText rest, Vocabulary vocabulary, CommonWords common)
    {
        var (authors, institutions) = (new List<string>(), new List<string>());
        string? venue = null;
        int? venueYear = null, year = null;
        var pieces = Pieces(rest).SelectMany(piece => Names(piece.Piece).Select(name => (Piece: name, piece.Bracketed))).ToList();
        for (var at = 0; at < pieces.Count; at++)
        {
            var (piece, bracketed) = pieces[at];
            if (Reading.VenueYear.Year(piece) is { } alone) year ??= alone;
            else if (Reading.VenueYear.ReadKnown(piece) is { } known) (venue, venueYear) = (venue ?? known.Venue, venueYear ?? known.Year);
            else if (vocabulary.IsOneName(piece)) institutions.Add(piece);
            else if (IsPerson(piece, common) || bracketed && IsSurname(piece, common) || IsBeside(at)) authors.Add(piece);
        }
        return new EntryTail(authors, institutions.Count == 0 ? Affiliation.None : Affiliation.None with { Institutions = institutions }, venue, venueYear, year);

        // «Jonathan Long» beside a person is one too, though the text has the word «long».
        bool IsBeside(int at) => !pieces[at].Bracketed && IsPerson(pieces[at].Piece, null)
            && (at > 0 && !pieces[at - 1].Bracketed && IsPerson(pieces[at - 1].Piece, common) || at + 1 < pieces.Count && !pieces[at + 1].Bracketed && IsPerson(pieces[at + 1].Piece, common));
    }

    // «by A. Example and B. Example et al.»: what joins names, where all that it joins are names.
    private static IEnumerable<string> Names(string piece)
    {
        var names = AuthorList.Split(piece.StartsWith("by ", StringComparison.OrdinalIgnoreCase) ? piece[3..] : piece);
        return names.Count > 0 && names.All(name => IsPerson(name, null)) ? names.Select(name => name.EndsWith(" Jr", StringComparison.Ordinal) ? name + "." : name) : [piece];
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
            if (i < text.Length && !linked && !EndsSentence(text, i) && !(text[i] is '[' or ']' or '(' or ')' or ',' or ';' or '|' or '\n' or '\r' or '{' or '}' or '•' or '·') && !IsDash(text, i)) continue;
            var piece = text[start..i].Trim(' ', '.', ':', '*', '_', '`', '-', '–', '—');
            // What follows the title in parentheses is more often the name of a method.
            var alone = start > 1 && text[start - 1] is '(' && i < text.Length && text[i] is ')' && text.AsSpan(i + 1).IsWhiteSpace();
            if (piece.Length is > 1 and <= PieceLimit) yield return (piece, depth > 0 || alone);
            if (i < text.Length && !linked) depth = Math.Max(0, depth + (text[i] is '[' ? 1 : text[i] is ']' ? -1 : 0));
            start = i + 1;
            while (linked && start < text.Length && rest.Links.Any(link => link.Start <= start && start < link.End)) start++;
            i = Math.Max(i, start - 1);
        }
    }

    // A stop behind a word, not behind an initial; a colon before a blank.
    private static bool EndsSentence(string text, int at) =>
        at + 1 < text.Length && char.IsWhiteSpace(text[at + 1]) && (text[at] is ':' || text[at] is '.' && at > 1 && char.IsLower(text[at - 1]) && char.IsLetter(text[at - 2]) && !text.AsSpan(0, at).EndsWith("et al"));

    private static bool IsDash(string text, int at) => text[at] is '-' or '–' or '—' && at > 0 && at + 1 < text.Length && text[at - 1] is ' ' && text[at + 1] is ' ';

    /// <summary>Two to four words that begin like names, of which the document writes none in lower case anywhere; particles aside.</summary>
    /// <param name="piece">The words.</param>
    /// <param name="common">Words that are no names; null where something else tells that they are.</param>
    public static bool IsPerson(string piece, CommonWords? common)
    {
        var words = piece.Split(' ');
        if (words.Length is < 2 or > 5) return false;
        for (var at = 0; at < words.Length; at++)
        {
            if (at > 0 && at + 1 < words.Length && Particles.Contains(words[at])) continue;
            var bare = words[at].TrimEnd('.');
            if (bare.Length == 0 || !char.IsUpper(bare[0]) || !bare.All(character => char.IsLetter(character) || character is '-' or '.' or '\'' or '’')) return false;
            // «CoT», «LLM»: letters of names are small but for the first, and after a hyphen or a prefix.
            if (bare.Length > 1 && (bare.Skip(1).All(char.IsUpper) || common?.Contains(bare) is true)) return false;
        }
        return words[^1].Length > 1 && words.Any(word => word.Length > 1 && !word.EndsWith('.'));
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
