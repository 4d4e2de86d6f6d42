using Lucene.Net.Codecs;
using Lucene.Net.Index;
using Lucene.Net.Util;
using Lucene.Net.Util.Automaton;

namespace DigestSearch.Search.Lookup;

/// <summary>The terms of a field in one segment, found once.</summary>
internal sealed class CachedTerms(Terms terms, string field, TermCache cache) : FilterAtomicReader.FilterTerms(terms)
{
    // One of the segment, which holds its own buffers and is needed for a moment only; who finds it taken makes another.
    private TermsEnum? idle;

    public override TermsEnum GetEnumerator() => new Enumerator(this);

    public override TermsEnum GetEnumerator(TermsEnum? reuse) => GetEnumerator();

    public override TermsEnum Intersect(CompiledAutomaton compiled, BytesRef? startTerm) => m_input.Intersect(compiled, startTerm);

    private FoundTerm? Find(BytesRef text)
    {
        if (cache.TryGet(field, text, out var found)) return found;
        var term = BytesRef.DeepCopyOf(text);
        var own = Rent();
        found = own.SeekExact(term) ? new FoundTerm(term, (BlockTermState)own.GetTermState()) : null;
        idle = own;
        cache.Add(field, term, found);
        return found;
    }

    private T At<T>(FoundTerm found, Func<TermsEnum, T> use)
    {
        var own = Rent();
        own.SeekExact(found.Term, found.State);
        var used = use(own);
        idle = own;
        return used;
    }

    private TermsEnum Rent() => Interlocked.Exchange(ref idle, null) ?? m_input.GetEnumerator();

    // Stands on a term that was found before, or is the segment's own, which is made when the file is needed.
    private sealed class Enumerator(CachedTerms terms) : TermsEnum
    {
        private TermsEnum? own;
        private FoundTerm? at;

        public override IComparer<BytesRef> Comparer => terms.Comparer;

        public override BytesRef Term => at?.Term ?? Own.Term;

        public override long Ord => Own.Ord;

        public override int DocFreq => at?.State.DocFreq ?? Own.DocFreq;

        public override long TotalTermFreq => at?.State.TotalTermFreq ?? Own.TotalTermFreq;

        private TermsEnum Own
        {
            get
            {
                own ??= terms.m_input.GetEnumerator();
                if (at is { } before)
                {
                    own.SeekExact(before.Term, before.State);
                    at = null;
                }
                return own;
            }
        }

        public override bool SeekExact(BytesRef text) => (at = terms.Find(text)) is not null;

        public override void SeekExact(BytesRef term, TermState state) => at = new FoundTerm(term, (BlockTermState)state);

        public override void SeekExact(long ord) => Own.SeekExact(ord);

        public override SeekStatus SeekCeil(BytesRef text)
        {
            at = null;
            return Own.SeekCeil(text);
        }

        public override TermState GetTermState() => at?.State ?? Own.GetTermState();

        [Obsolete("As in the library.")]
        public override BytesRef? Next() => MoveNext() ? Term : null;

        public override bool MoveNext() => Own.MoveNext();

        public override DocsEnum Docs(IBits? liveDocs, DocsEnum? reuse, DocsFlags flags) =>
            at is { } found ? terms.At(found, own => liveDocs is DocumentsAmong among ? among.Docs(own, flags) : own.Docs(liveDocs, reuse, flags)) : Own.Docs(liveDocs, reuse, flags);

        public override DocsAndPositionsEnum? DocsAndPositions(IBits? liveDocs, DocsAndPositionsEnum? reuse, DocsAndPositionsFlags flags) =>
            at is { } found ? terms.At(found, own => liveDocs is DocumentsAmong among ? among.Positions(own, flags) : own.DocsAndPositions(liveDocs, reuse, flags)) : Own.DocsAndPositions(liveDocs, reuse, flags);
    }
}
