using Lucene.Net.Index;
using Lucene.Net.Util;
using Lucene.Net.Util.Automaton;

namespace DigestSearch.Search.Lookup;

/// <summary>The terms of a field in one segment, found once.</summary>
internal sealed class CachedTerms(Terms terms, string field, TermCache cache) : FilterAtomicReader.FilterTerms(terms)
{
    public override TermsEnum GetEnumerator() => new Enumerator(m_input, field, cache);

    public override TermsEnum GetEnumerator(TermsEnum? reuse) => GetEnumerator();

    public override TermsEnum Intersect(CompiledAutomaton compiled, BytesRef? startTerm) => m_input.Intersect(compiled, startTerm);

    // Stands on a term that was found before, or is the segment's own, which is made when the file is needed.
    private sealed class Enumerator(Terms terms, string field, TermCache cache) : TermsEnum
    {
        private TermsEnum? own;
        private FoundTerm? at;

        public override IComparer<BytesRef> Comparer => terms.Comparer;

        public override BytesRef Term => at?.Term ?? Own.Term;

        public override long Ord => Own.Ord;

        public override int DocFreq => at?.DocumentFrequency ?? Own.DocFreq;

        public override long TotalTermFreq => at?.Frequency ?? Own.TotalTermFreq;

        private TermsEnum Own
        {
            get
            {
                own ??= terms.GetEnumerator();
                if (at is { } before)
                {
                    own.SeekExact(before.Term, before.State);
                    at = null;
                }
                return own;
            }
        }

        public override bool SeekExact(BytesRef text)
        {
            if (!cache.TryGet(field, text, out var found))
            {
                at = null;
                var term = BytesRef.DeepCopyOf(text);
                found = Own.SeekExact(term) ? new FoundTerm(term, own!.GetTermState(), own.DocFreq, own.TotalTermFreq) : null;
                cache.Add(field, term, found);
            }
            at = found;
            return found is not null;
        }

        public override void SeekExact(BytesRef term, TermState state)
        {
            at = null;
            Own.SeekExact(term, state);
        }

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

        public override DocsEnum Docs(IBits? liveDocs, DocsEnum? reuse, DocsFlags flags) => Own.Docs(liveDocs, reuse, flags);

        public override DocsAndPositionsEnum? DocsAndPositions(IBits? liveDocs, DocsAndPositionsEnum? reuse, DocsAndPositionsFlags flags) => Own.DocsAndPositions(liveDocs, reuse, flags);
    }
}
