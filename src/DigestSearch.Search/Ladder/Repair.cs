using DigestSearch.Indexing;
using Lucene.Net.Index;

namespace DigestSearch.Search.Ladder;

/// <summary>Words that no review holds, taken for what was meant: typed on the other keyboard layout, spelled in the other alphabet, or with a slip.</summary>
/// <param name="Clauses">The clauses with their words repaired.</param>
/// <param name="Steps">What was repaired.</param>
internal sealed record Repair(IReadOnlyList<QueryClause> Clauses, IReadOnlyList<QueryStep> Steps)
{
    // Beyond, it is no slip but another language.
    private const int MostWords = 4;
    private const int MostChoices = 32;

    // A longer query is a text from elsewhere; a longer word is none.
    private const int LongestQuery = 20;
    private const int LongestWord = 40;

    /// <summary>Null where every word is known, or nothing is near those that are not. A word that some review holds is never touched.</summary>
    /// <param name="clauses">The clauses of a query that matches nothing.</param>
    /// <param name="matches">Whether some review matches all of the clauses.</param>
    /// <param name="reader">The whole index.</param>
    /// <param name="cancellation">Looked at between the looks at the index.</param>
    public static Repair? Of(IReadOnlyList<QueryClause> clauses, Func<IReadOnlyList<QueryClause>, bool> matches, IndexReader reader, CancellationToken cancellation)
    {
        if (clauses.Count > LongestQuery) return null;
        var unknown = clauses.OfType<WordClause>().DistinctBy(clause => clause.Word).Where(clause => clause.Word.Length <= LongestWord && !IsKnown(clause.Word, reader)).Take(MostWords + 1).ToList();
        if (unknown.Count is 0 or > MostWords) return null;
        var choices = unknown.Select(clause => Choices(clause.Word, reader, cancellation).ToList()).Where(steps => steps.Count > 0).ToList();
        if (choices.Count == 0) return null;
        // The nearest of each, unless others fit together.
        var repairs = Combined(choices).Take(MostChoices).Select(steps => new Repair(Repaired(clauses, steps), steps)).ToList();
        return repairs.Find(repair => matches(repair.Clauses)) ?? repairs[0];
    }

    private static bool IsKnown(string word, IndexReader reader) => QueryWord.Of(word).All(known =>
        (known.Joined is { } joined && Frequency(joined.Stem, reader) > 0) || known.Parts.All(part => Frequency(part.Stem, reader) > 0));

    private static int Frequency(string stem, IndexReader reader) => reader.DocFreq(new Term(ReviewFields.Combined.Name, stem));

    private static IEnumerable<QueryStep> Choices(string word, IndexReader reader, CancellationToken cancellation)
    {
        if (KeyboardLayout.Switched(word) is { } switched && IsWord(switched) && IsKnown(switched, reader)) return [new QueryStep("layout", word, QueryPiece.NoOperator(switched))];
        var spellings = Transliteration.Spellings(word).Where(spelling => IsWord(spelling) && IsKnown(spelling, reader)).ToList();
        if (spellings.Count > 0) return spellings.Select(spelling => new QueryStep("translit", word, spelling));
        return QueryWord.Of(word) is [{ Written: var written }] ? Near(written, reader, cancellation).Select(near => new QueryStep("typo", word, near)) : [];
    }

    // Of a word of several parts one may have a slip: «self-supervized».
    private static IEnumerable<string> Near(string word, IndexReader reader, CancellationToken cancellation)
    {
        var parts = word.Split('-');
        if (parts.Index().Where(part => !IsKnown(part.Item, reader)).ToList() is not [var (at, wrong)]) return [];
        return NearWords.Of(wrong, reader, cancellation).Select(near => string.Join('-', [.. parts[..at], near, .. parts[(at + 1)..]]));
    }

    // One word, so that its reading can be typed; a letter alone is found anywhere.
    private static bool IsWord(string text) => QueryWord.Of(text) is [{ Written.Length: > 1 } only] && only.Written == text;

    private static IEnumerable<List<QueryStep>> Combined(List<List<QueryStep>> choices)
    {
        IEnumerable<List<QueryStep>> combined = [[]];
        foreach (var steps in choices) combined = combined.SelectMany(begun => steps.Select(step => begun.Append(step).ToList()));
        return combined;
    }

    private static IReadOnlyList<QueryClause> Repaired(IReadOnlyList<QueryClause> clauses, List<QueryStep> steps) =>
        [.. clauses.Select(clause => clause is WordClause word && steps.Find(step => step.From == word.Word) is { } step ? word with { Word = step.To } : clause)];
}
