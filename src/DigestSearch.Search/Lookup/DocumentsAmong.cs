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
    private readonly Spares<DocsEnum> frequencies = new();
    private readonly Spares<DocsAndPositionsEnum> positions = new();
    private int count;

    /// <summary>Beyond the last document.</summary>
    public int Length => count == 0 ? 0 : documents[count - 1] + 1;

    public bool Get(int index) => documents.AsSpan(0, count).BinarySearch(index) >= 0;

    /// <summary>Begins with no document and another scorer, for which what the one before had is free.</summary>
    public void Begin()
    {
        count = 0;
        frequencies.Free();
        positions.Free();
    }

    /// <summary>Adds the next document; they come in their order.</summary>
    public void Add(int document) => documents[count++] = document;

    /// <summary>The postings of a term in these documents.</summary>
    public DocsEnum Docs(TermsEnum term, DocsFlags flags) => new Frequencies(frequencies.Use(spare => term.Docs(null, spare, flags))!, this);

    /// <summary>The same with positions; null where the field has none.</summary>
    public DocsAndPositionsEnum? Positions(TermsEnum term, DocsAndPositionsFlags flags) =>
        positions.Use(spare => term.DocsAndPositions(null, spare, flags)) is { } found ? new Positioned(found, this) : null;

    /// <summary>Postings that hold buffers, for one scorer after the other.</summary>
    private sealed class Spares<T>
        where T : DocsEnum
    {
        private readonly List<T> all = [];
        private int used;

        public void Free() => used = 0;

        public T? Use(Func<T?, T?> make)
        {
            if (make(used < all.Count ? all[used] : null) is not { } made) return null;
            if (used == all.Count) all.Add(made);
            else all[used] = made;
            used++;
            return made;
        }
    }

    /// <summary>Where postings stand.</summary>
    private struct Place(DocumentsAmong among)
    {
        private int at = -1;

        public int Document { get; private set; } = -1;

        public int Next(DocsEnum postings) => Find(postings, at + 1);

        public int Advance(DocsEnum postings, int target) => Find(postings, First(target, at + 1));

        // The first document from a place on that the postings hold as well.
        private int Find(DocsEnum postings, int from)
        {
            for (at = from; at < among.count;)
            {
                var wanted = among.documents[at];
                var found = postings.DocID < wanted ? postings.Advance(wanted) : postings.DocID;
                if (found == wanted) return Document = wanted;
                at = found == DocIdSetIterator.NO_MORE_DOCS ? among.count : First(found, at + 1);
            }
            return Document = DocIdSetIterator.NO_MORE_DOCS;
        }

        private readonly int First(int document, int from)
        {
            while (from < among.count && among.documents[from] < document) from++;
            return from;
        }
    }

    private sealed class Frequencies(DocsEnum postings, DocumentsAmong among) : DocsEnum
    {
        private Place place = new(among);

        public override int DocID => place.Document;

        public override int Freq => postings.Freq;

        public override int NextDoc() => place.Next(postings);

        public override int Advance(int target) => place.Advance(postings, target);

        public override long GetCost() => among.count;
    }

    private sealed class Positioned(DocsAndPositionsEnum postings, DocumentsAmong among) : DocsAndPositionsEnum
    {
        private Place place = new(among);

        public override int DocID => place.Document;

        public override int Freq => postings.Freq;

        public override int StartOffset => postings.StartOffset;

        public override int EndOffset => postings.EndOffset;

        public override int NextDoc() => place.Next(postings);

        public override int Advance(int target) => place.Advance(postings, target);

        public override int NextPosition() => postings.NextPosition();

        public override BytesRef GetPayload() => postings.GetPayload();

        public override long GetCost() => among.count;
    }
}
