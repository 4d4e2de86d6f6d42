using DigestSearch.Indexing;
using DigestSearch.Indexing.Analysis;
using Lucene.Net.Index;
using Lucene.Net.Search;

namespace DigestSearch.Search;

/// <summary>
/// Words that the best hits of a long query have in common (RM3; Abdul-Jaleel et al., TREC 2004): they lift what is about the same and
/// matches anyway.
/// </summary>
internal static class Feedback
{
    private const int Reviews = 5;
    private const int Terms = 50;
    private const float Weight = 0.2f;
    private const int ScannedLength = 20_000;
    private const double MostFrequent = 0.1;

    /// <summary>Terms of the combined field and their weights beside the words of the query.</summary>
    /// <param name="query">The query, as relaxed.</param>
    /// <param name="mass">What its words weigh together.</param>
    /// <param name="snapshot">The whole index.</param>
    /// <param name="cancellation">Looked at before it is searched.</param>
    public static IReadOnlyList<(Term Term, float Weight)> Of(Query query, float mass, Snapshot snapshot, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var collector = TopScoreDocCollector.Create(Reviews, docsScoredInOrder: true);
        snapshot.Searcher.Search(query, collector);
        var telling = Model(collector.GetTopDocs().ScoreDocs, snapshot).Where(entry => IsTelling(entry.Term, snapshot.Reader))
            .OrderByDescending(entry => entry.Probability).ThenBy(entry => entry.Term.Text, StringComparer.Ordinal).Take(Terms).ToList();
        var whole = telling.Sum(entry => entry.Probability);
        return [.. telling.Select(entry => (entry.Term, (float)(entry.Probability / whole * mass * Weight / (1 - Weight))))];
    }

    // How probable each word is in what the query is about: a review speaks for it as it scored.
    private static IEnumerable<(Term Term, double Probability)> Model(ScoreDoc[] hits, Snapshot snapshot)
    {
        var model = new Dictionary<string, double>(StringComparer.Ordinal);
        var words = new List<ScannedWord>();
        var scores = hits.Sum(hit => (double)hit.Score);
        foreach (var hit in hits)
        {
            var review = snapshot.Stored(hit.Doc).Review;
            words.Clear();
            WordScanner.Scan(review.Title, words);
            WordScanner.Scan(review.Text.AsSpan(0, Math.Min(review.Text.Length, ScannedLength)), words);
            foreach (var word in words)
                if (!word.Joined) model[word.Forms.Stem] = model.GetValueOrDefault(word.Forms.Stem) + (hit.Score / scores / words.Count);
        }
        return model.Select(entry => (new Term(ReviewFields.Combined.Name, entry.Key), entry.Value));
    }

    // What stands everywhere or only once, and numbers, say nothing of a subject.
    private static bool IsTelling(Term term, IndexReader reader) =>
        term.Text.Length > 1 && !char.IsAsciiDigit(term.Text[0]) && reader.DocFreq(term) is var frequency && frequency > 1 && frequency < reader.NumDocs * MostFrequent;
}
