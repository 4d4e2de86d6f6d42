using System.Text;
using DigestSearch.Indexing;
using DigestSearch.Reviews;
using DigestSearch.Search.Facets;
using Lucene.Net.Index;
using Lucene.Net.Util;

namespace DigestSearch.Search.Suggest;

/// <summary>Entries of one word index as a snapshot sees them.</summary>
internal abstract class Entries(SuggestionType type, WordIndex words)
{
    public SuggestionType Type => type;

    public WordIndex Words => words;

    /// <summary>What an entry stands for, the same for all entries that stand for it; -1 where no review holds it now.</summary>
    public abstract int Owner(int entry);

    /// <summary>Reviews that hold what an entry stands for.</summary>
    public abstract int Count(int owner);

    /// <summary>A number for the first letters of <see cref="Text"/>, in their order.</summary>
    public abstract ulong Key(int entry);

    /// <summary>The text that orders entries of the same rank.</summary>
    public abstract string Text(int entry);

    /// <summary>Whether an entry whose first word is the first that was typed begins with the whole text.</summary>
    public abstract bool Begins(int entry, TypedText typed);
}

/// <summary>Labels as a snapshot counts them.</summary>
internal sealed class LabelEntries(SuggestionType type, LabelPart part, LabelCounts totals) : Entries(type, part.Words)
{
    public LabelPart Part => part;

    public override int Owner(int entry) => part.Label(entry) is var label && label < totals.Labels && totals[label] > 0 ? label : -1;

    public override int Count(int owner) => totals[owner];

    public override ulong Key(int entry) => part.Key(entry);

    public override string Text(int entry) => part.Name(entry);

    public override bool Begins(int entry, TypedText typed) => Type switch
    {
        SuggestionType.Author => true, // The names of a person stand in any order.
        // A lab has many other names: one of them must be typed whole.
        SuggestionType.Lab when !part.IsOwn(entry) => Folding.Fold(part.Name(entry)) == typed.Folded,
        _ => typed.Words.Count == 1 || Folding.Fold(part.Name(entry)).StartsWith(typed.Folded, StringComparison.Ordinal),
    };
}

/// <summary>The titles of a segment as a snapshot counts them.</summary>
internal sealed class TitleEntries(AtomicReaderContext leaf, SegmentState segment, SegmentTitles titles, int[] counts) : Entries(SuggestionType.Title, titles.Words)
{
    private readonly IBits? live = leaf.AtomicReader.LiveDocs;

    /// <summary>Number of the segment's first document in the whole index.</summary>
    public int Base => leaf.DocBase;

    /// <summary>The segment's place in the snapshot.</summary>
    public int Segment => leaf.Ord;

    public override int Owner(int entry) => live is null || live.Get(entry) ? titles.Numbers[entry] : -1;

    public override int Count(int owner) => counts[owner];

    public override ulong Key(int entry) => segment.TitlePrefixes[entry];

    public override string Text(int entry)
    {
        var title = new BytesRef();
        leaf.AtomicReader.GetBinaryDocValues(ReviewFields.TitleOrder.Name)?.Get(entry, title);
        return title.Utf8ToString();
    }

    public override bool Begins(int entry, TypedText typed)
    {
        if (typed.Words.Count == 1) return true;
        Span<byte> first = stackalloc byte[sizeof(ulong)];
        System.Buffers.Binary.BinaryPrimitives.WriteUInt64BigEndian(first, segment.TitlePrefixes[entry]);
        var begun = Encoding.UTF8.GetBytes(typed.Folded).AsSpan();
        // The first letters are at hand; the whole title is read where they agree.
        return first.StartsWith(begun[..Math.Min(begun.Length, first.Length)]) && (begun.Length <= first.Length || Text(entry).StartsWith(typed.Folded, StringComparison.Ordinal));
    }
}
