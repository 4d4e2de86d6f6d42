using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;

namespace DigestSearch.Search.Lookup;

/// <summary>
/// A few documents of a segment that alone are asked for. Given to a scorer of <see cref="CachedTermsReader"/> as the documents it may accept, its postings go from
/// one of them to the next and leave out what lies between; one scorer at a time, whose postings the next one takes over.
/// </summary>
/// <param name="most">How many documents there can be.</param>
internal sealed class DocumentsAmong(int most) : IBits
{
    private readonly int[] documents = new int[most];
    private readonly List<DocsAndPositionsEnum> positions = [];
    private DocsEnum? frequencies;
    private int count, taken;

    /// <summary>Beyond the last document.</summary>
    public int Length => count == 0 ? 0 : documents[count - 1] + 1;

    public bool Get(int index) => documents.AsSpan(0, count).BinarySearch(index) >= 0;

    /// <summary>Begins with no document and another scorer, for which what the one before had is free.</summary>
    public void Begin() => (count, taken) = (0, 0);

    /// <summary>Adds the next document; they come in their order.</summary>
    public void Add(int document) => documents[count++] = document;

    /// <summary>The postings of a term in these documents.</summary>
    public DocsEnum Docs(TermsEnum term, DocsFlags flags)
    {
        frequencies = term.Docs(null, frequencies, flags);
        return new Frequencies(frequencies, this);
    }

    /// <summary>The same with positions; null where the field has none.</summary>
    public DocsAndPositionsEnum? Positions(TermsEnum term, DocsAndPositionsFlags flags)
    {
        var free = taken < positions.Count ? positions[taken] : null;
        if (term.DocsAndPositions(null, free, flags) is not { } found) return null;
        if (free is null) positions.Add(found);
        else positions[taken] = found;
        taken++;
        return new Places(found, this);
    }

    // The next document at or after a place that the postings hold as well; the place is moved there.
    private int Next(DocsEnum postings, ref int place)
    {
        while (place < count)
        {
            var wanted = documents[place];
            var found = postings.DocID < wanted ? postings.Advance(wanted) : postings.DocID;
            if (found == wanted) return wanted;
            if (found == DocIdSetIterator.NO_MORE_DOCS) break;
            place = PlaceOf(found, place);
        }
        place = count;
        return DocIdSetIterator.NO_MORE_DOCS;
    }

    private int PlaceOf(int document, int from)
    {
        while (from < count && documents[from] < document) from++;
        return from;
    }

    private sealed class Frequencies(DocsEnum postings, DocumentsAmong among) : DocsEnum
    {
        private int place = -1, document = -1;

        public override int DocID => document;

        public override int Freq => postings.Freq;

        public override int NextDoc()
        {
            place++;
            return document = among.Next(postings, ref place);
        }

        public override int Advance(int target)
        {
            place = among.PlaceOf(target, place + 1);
            return document = among.Next(postings, ref place);
        }

        public override long GetCost() => among.count;
    }

    private sealed class Places(DocsAndPositionsEnum postings, DocumentsAmong among) : DocsAndPositionsEnum
    {
        private int place = -1, document = -1;

        public override int DocID => document;

        public override int Freq => postings.Freq;

        public override int StartOffset => postings.StartOffset;

        public override int EndOffset => postings.EndOffset;

        public override int NextPosition() => postings.NextPosition();

        public override BytesRef GetPayload() => postings.GetPayload();

        public override int NextDoc()
        {
            place++;
            return document = among.Next(postings, ref place);
        }

        public override int Advance(int target)
        {
            place = among.PlaceOf(target, place + 1);
            return document = among.Next(postings, ref place);
        }

        public override long GetCost() => among.count;
    }
}
