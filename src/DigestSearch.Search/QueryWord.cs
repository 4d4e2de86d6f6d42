using DigestSearch.Indexing.Analysis;

namespace DigestSearch.Search;

/// <summary>A word of a query as the index knows it: one part, or several that are found joined or one after the other.</summary>
/// <param name="Written">As it stands in the text.</param>
/// <param name="Parts">Its parts in order.</param>
/// <param name="Joined">All parts as one word.</param>
/// <param name="Dotted">Whether a full stop follows, as behind an initial.</param>
internal sealed record QueryWord(string Written, IReadOnlyList<WordForms> Parts, WordForms? Joined, bool Dotted)
{
    /// <summary>Names the word among others of a query.</summary>
    public string Key => string.Join(' ', Parts.Select(part => part.Exact));

    /// <summary>The words of a text; parts that a hyphen joins, or that follow without a blank as Chinese does, stay one word.</summary>
    public static IReadOnlyList<QueryWord> Of(string text)
    {
        var scanned = new List<ScannedWord>();
        WordScanner.Scan(text, scanned);
        var words = new List<QueryWord>();
        for (var at = 0; at < scanned.Count;)
        {
            var joined = scanned[at].Joined ? scanned[at] : (ScannedWord?)null;
            if (joined is not null) at++;
            var (start, parts) = (scanned[at].Start, new List<WordForms>());
            do parts.Add(scanned[at++].Forms);
            while (at < scanned.Count && !scanned[at].Joined && (joined is { End: var end } ? scanned[at].Start < end : scanned[at].Start == scanned[at - 1].End));
            var last = joined?.End ?? scanned[at - 1].End;
            words.Add(new QueryWord(text[start..last], parts, joined?.Forms, last < text.Length && text[last] == '.'));
        }
        return words;
    }
}
