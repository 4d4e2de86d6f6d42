using DigestSearch.Reviews.Reading.Formats;

namespace DigestSearch.Reviews.Reading.Shapes;

/// <summary>What stands behind the title of an entry in brackets, tags and short pieces: venue, year, people, institutions.</summary>
internal sealed record EntryTail(IReadOnlyList<string> Authors, Affiliation Affiliation, string? Venue, int? VenueYear, int? Year)
{
    // «Nature 521.7553».
    private static readonly char[] Volume = [.. "0123456789 .,:-–()"];

    private const int LengthLimit = 1_000;
    private const int PieceLimit = 60;

    public static EntryTail Read(EntryText entry, ShapeContext context)
    {
        var (vocabulary, common) = (context.Vocabulary, context.Common);
        var (authors, institutions) = (new List<string>(entry.Beside.Authors), new List<string>());
        var (venue, venueYear, year) = (entry.Beside.Affiliation.Venue, entry.Beside.VenueYear, entry.Beside.Affiliation.Year);
        var pieces = Pieces(entry.Rest).SelectMany(piece => Names(piece.Piece).Select(name => (Piece: name, piece.Bracketed))).ToList();
        // «Example, Ada, Bo Sample»: the first one is turned.
        for (var at = 0; at + 2 < pieces.Count; at++)
            if (PersonWords.IsSurname(pieces[at].Piece, common) && PersonWords.IsSurname(pieces[at + 1].Piece, common) && PersonWords.IsPerson(pieces[at + 2].Piece, null) && (at == 0 || !PersonWords.IsPerson(pieces[at - 1].Piece, null)))
            {
                pieces[at] = (pieces[at + 1].Piece + " " + pieces[at].Piece, pieces[at].Bracketed);
                pieces.RemoveAt(at + 1);
                break;
            }
        var unread = new List<string>();
        for (var at = 0; at < pieces.Count; at++)
        {
            var (piece, bracketed) = pieces[at];
            if (PeriodText.YearOfDate(piece) is { } alone) year ??= alone;
            else if (Reading.VenueYear.ReadKnown(piece) is { } known) (venue, venueYear) = (venue ?? known.Venue, venueYear ?? known.Year);
            else if (vocabulary.IsOneName(piece)) institutions.Add(piece);
            else if (NamesLine.HasOthers(piece) && NamesLine.ReadNames(piece, context) is [var one]) authors.Add(one);
            else if (piece.TrimEnd(Volume) is var journal && Venues.IsJournal(journal))
            {
                // Where fields are listed as well, «Machine Learning» is one of them.
                if (authors.Count > 0 || journal.Length < piece.Length || pieces.Count == 1) venue ??= journal;
            }
            else if (Reading.VenueYear.ReadLikely(piece) is { } likely) (venue, venueYear) = (venue ?? likely.Venue, venueYear ?? likely.Year);
            else if (PersonWords.IsPerson(piece, common) || bracketed && PersonWords.IsSurname(piece, common) || IsBeside(at)) authors.Add(piece);
            else unread.Add(piece);
        }
        // «— Example, Sample»: surnames are enough where the tail has nothing else.
        if (authors.Count == 0 && unread.Count > (year is null && venueYear is null ? 2 : 1) && unread.TrueForAll(piece => PersonWords.IsSurname(piece, common))) authors.AddRange(unread);
        return new EntryTail(authors, (institutions.Count == 0 ? Affiliation.None : Affiliation.None with { Institutions = institutions }).Or(entry.Beside.Affiliation with { Year = null, Venue = null }), venue, venueYear, year);

        // «Jonathan Long» beside a person is one too, though the text has the word «long».
        bool IsBeside(int at) => !pieces[at].Bracketed && PersonWords.IsPerson(pieces[at].Piece, null)
            && (at > 0 && !pieces[at - 1].Bracketed && PersonWords.IsPerson(pieces[at - 1].Piece, common) || at + 1 < pieces.Count && !pieces[at + 1].Bracketed && PersonWords.IsPerson(pieces[at + 1].Piece, common));
    }

    // «by A. Example and B. Example et al.»: what joins names, where all that it joins are names.
    private static IEnumerable<string> Names(string piece)
    {
        if (piece.StartsWith("by ", StringComparison.OrdinalIgnoreCase)) piece = piece[3..];
        var names = AuthorList.Split(piece);
        return names.Count > 0 && !NamesLine.HasOthers(piece) && names.All(name => PersonWords.IsPerson(name, null)) ? names.Select(name => name.EndsWith(" Jr", StringComparison.Ordinal) ? name + "." : name) : [piece];
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
            if (i < text.Length && !linked && !EndsSentence(text, i) && !(text[i] is '[' or ']' or '(' or ')' or ',' or ';' or '|' or '\n' or '\r' or '{' or '}' or '•' or '·') && !NamesLine.IsDash(text, i)) continue;
            var piece = text[start..i].Trim(' ', '.', ':', '*', '_', '`', '-', '–', '—', '"', '”', '»');
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
        at + 1 < text.Length && char.IsWhiteSpace(text[at + 1]) && (text[at] is ':' || text[at] is '.' && at > 1 && char.IsLower(text[at - 1]) && char.IsLetter(text[at - 2]) || text[at] is '.' && text.AsSpan(0, at).EndsWith("et al"));
}
