using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;

namespace DigestSearch.Search;

/// <summary>Documents with one label in a facet field, from its doc values.</summary>
internal sealed class FacetLabelFilter(string field, string label) : Filter
{
    public override DocIdSet GetDocIdSet(AtomicReaderContext context, IBits acceptDocs)
    {
        if (context.AtomicReader.GetSortedSetDocValues(field) is not { } values) return null!;
        var wanted = values.LookupTerm(new BytesRef(label));
        return wanted < 0 ? null! : new Labelled(context.AtomicReader.MaxDoc, acceptDocs, values, wanted);
    }

    public override bool Equals(object? obj) => obj is FacetLabelFilter other && other.ToString() == ToString();

    public override int GetHashCode() => ToString().GetHashCode(StringComparison.Ordinal);

    public override string ToString() => $"{field}:{label}";

    private sealed class Labelled(int maxDoc, IBits acceptDocs, SortedSetDocValues values, long wanted) : FieldCacheDocIdSet(maxDoc, acceptDocs)
    {
        protected override bool MatchDoc(int doc)
        {
            values.SetDocument(doc);
            for (var ordinal = values.NextOrd(); ordinal != SortedSetDocValues.NO_MORE_ORDS; ordinal = values.NextOrd())
                if (ordinal == wanted) return true;
            return false;
        }
    }
}
