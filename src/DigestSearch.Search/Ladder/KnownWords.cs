using DigestSearch.Indexing;
using DigestSearch.Indexing.Analysis;
using DigestSearch.Search.Widening;
using Lucene.Net.Index;

namespace DigestSearch.Search.Ladder;

/// <summary>The words that reviews hold, and those that the glossary turns into such.</summary>
internal sealed class KnownWords(IndexReader reader, GlossaryTerms glossary)
{
    public IndexReader Reader => reader;

    /// <summary>How many reviews hold a word, in its field; of a word of several parts, those that hold the rarest of them.</summary>
    public int Frequency(RepairableWord word) =>
        QueryWord.Of(word.Written).Select(part => Math.Max(part.Joined is { } joined ? Frequency(word.Field, joined) : 0, part.Parts.Min(form => Frequency(word.Field, form)))).DefaultIfEmpty(0).Min();

    /// <summary>Whether some review holds it.</summary>
    public bool IsHeld(RepairableWord word) => Frequency(word) > 0;

    /// <summary>Whether some review holds it, or the glossary knows it.</summary>
    public bool IsKnown(RepairableWord word) => IsHeld(word) || (word.Field is null && QueryWord.Of(word.Written) is [{ Parts: var parts }] && parts.All(part => glossary.Knows(part.Stem)));

    /// <summary>How many reviews hold just this form of a word; one more where the glossary has it.</summary>
    public int ExactFrequency(RepairableWord word) => QueryWord.Of(word.Written) is [{ Parts: [var form] }]
        ? reader.DocFreq(ClauseQueries.Exact(ReviewFields.Title, form).Term) + reader.DocFreq(ClauseQueries.Exact(ReviewFields.Text, form).Term) + (glossary.Words.Contains(form.Exact) ? 1 : 0) : 0;

    /// <summary>The words of the glossary, folded.</summary>
    public IReadOnlySet<string> OfGlossary => glossary.Words;

    private int Frequency(ReviewField? field, WordForms word) => reader.DocFreq(ClauseQueries.TermOf(field ?? ReviewFields.Combined, word));
}
