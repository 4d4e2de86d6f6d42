using System.Runtime.InteropServices;
using DigestSearch.Indexing;
using DigestSearch.Indexing.Analysis;
using DigestSearch.Reviews;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;

namespace DigestSearch.Search.Similar;

/// <summary>The words that tell most of what a review is about: frequent in it, rare elsewhere.</summary>
internal static class TellingTerms
{
    private const int Most = 40;
    private const int TitleTimes = 3;
    private const int ScannedLength = 20_000;

    // What stands in a tenth of all reviews tells no subject; among a few reviews chance decides what that is.
    private const int MostFrequent = 10;
    private const int FewReviews = 20;

    // What looking them up may cost together, the most telling first.
    private const int MaxPostings = 100_000;

    /// <summary>Queries for the words in the combined field, each weighing as it is said: half of the most where it is said once.</summary>
    public static IEnumerable<Query> Of(Review review, IReadOnlySet<string> stopWords, IndexReader reader)
    {
        var counts = Counts(review, stopWords);
        var told = Found([.. counts.Keys.Order(StringComparer.Ordinal)], reader).Select(word => (word.Stem, word.Places, Said: counts[word.Stem] / (counts[word.Stem] + 1f)))
            .Where(word => word.Places.DocFreq > 1 && word.Places.DocFreq <= Math.Max(FewReviews, reader.NumDocs / MostFrequent))
            .OrderByDescending(word => word.Said * Rarity.Of(word.Places.DocFreq, reader.NumDocs)).ThenBy(word => word.Stem, StringComparer.Ordinal);
        var (terms, postings) = (0, 0);
        foreach (var (stem, places, said) in told)
        {
            if (postings + places.DocFreq > MaxPostings) continue;
            postings += places.DocFreq;
            yield return ClauseQueries.Weighted(new TermQuery(new Term(ReviewFields.Combined.Name, stem), places), said);
            if (++terms == Most) break;
        }
    }

    // One walk along the terms of each segment: to look every word up by itself takes longer than the search.
    private static IEnumerable<(string Stem, TermContext Places)> Found(string[] stems, IndexReader reader)
    {
        var places = stems.Select(_ => new TermContext(reader.Context)).ToArray();
        foreach (var leaf in reader.Leaves)
        {
            if (leaf.AtomicReader.GetTerms(ReviewFields.Combined.Name)?.GetEnumerator() is not { } terms) continue;
            for (var at = 0; at < stems.Length; at++)
                if (terms.SeekExact(new BytesRef(stems[at]))) places[at].Register(terms.GetTermState(), leaf.Ord, terms.DocFreq, terms.TotalTermFreq);
        }
        return stems.Zip(places);
    }

    private static Dictionary<string, int> Counts(Review review, IReadOnlySet<string> stopWords)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        Count(review.Title, TitleTimes);
        Count(review.Text.AsSpan(0, Math.Min(review.Text.Length, ScannedLength)), 1);
        return counts;

        void Count(ReadOnlySpan<char> text, int times)
        {
            var words = new List<ScannedWord>();
            WordScanner.Scan(text, words);
            foreach (var (forms, _, _, _, _) in words)
                if (forms.Exact.Length > 1 && !char.IsDigit(forms.Exact[0]) && !stopWords.Contains(forms.Exact))
                    CollectionsMarshal.GetValueRefOrAddDefault(counts, forms.Stem, out _) += times;
        }
    }
}
