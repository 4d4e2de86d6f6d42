using DigestSearch.Indexing;
using DigestSearch.Indexing.Analysis;
using DigestSearch.Reviews;
using DigestSearch.Reviews.People;
using Lucene.Net.Index;
using Lucene.Net.Util;

namespace DigestSearch.Search.Ladder;

/// <summary>A name of authors that a word of the other alphabet may render.</summary>
/// <param name="Name">Folded.</param>
/// <param name="Reviews">How many reviews have it.</param>
/// <param name="Cost">Slips between the two.</param>
internal readonly record struct NameBySound(string Name, int Reviews, float Cost)
{
    // Who is named ten times as often may be so much of a slip further away.
    private const float Frequency = 0.25f;

    /// <summary>Slips that are forgiven.</summary>
    public float Bonus { get; init; }

    /// <summary>Slips, fewer for what many reviews have.</summary>
    public float Distance => Cost - Bonus - (Frequency * MathF.Log10(Reviews));
}

/// <summary>Finds the names of authors that a word of the other alphabet may render: «Гудфеллоу» is Goodfellow.</summary>
internal static class NamesBySound
{
    private const int MostLooked = 4_000;

    // In slips; a longer name has room for more of them.
    private const float Slips = 0.4f;
    private const float SlipsPerLetter = 0.13f;

    // What is so much further away than the best is no equal of it, however many reviews have it.
    private const float Margin = 0.35f;
    private const float CostMargin = 0.2f;
    private const int Most = 6;

    /// <summary>The most likely first.</summary>
    public static IReadOnlyList<NameBySound> Of(string word, IndexReader reader, CancellationToken cancellation)
    {
        var folded = Folding.FoldLetters(word);
        var cyrillic = NameSound.IsCyrillic(folded);
        var slips = Slips + (SlipsPerLetter * folded.Length);
        return [.. Alike(folded, reader, cancellation).Where(name => NameSound.IsCyrillic(name.Key) != cyrillic)
            .Select(name => new NameBySound(name.Key, name.Value, cyrillic ? Transcription.Cost(folded, name.Key) : Transcription.Cost(name.Key, folded)))
            .Where(name => name.Cost <= slips).OrderBy(name => name.Distance).ThenBy(name => name.Name, StringComparer.Ordinal)];
    }

    /// <summary>Those that are as likely as the best, the likeliest first.</summary>
    public static List<NameBySound> Likely(IReadOnlyCollection<NameBySound> names)
    {
        if (names.Count == 0) return [];
        var least = names.Min(name => name.Cost);
        var near = names.Where(name => name.Cost <= least + CostMargin).OrderBy(name => name.Distance).ThenBy(name => name.Name, StringComparer.Ordinal).ToList();
        return [.. near.TakeWhile(name => name.Distance <= near[0].Distance + Margin).Take(Most)];
    }

    // Names that share a key, and how many reviews have them.
    private static Dictionary<string, int> Alike(string folded, IndexReader reader, CancellationToken cancellation)
    {
        var names = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var leaf in reader.Leaves)
        {
            if (leaf.AtomicReader.GetTerms(ReviewFields.Sounds.Name) is not { } terms) continue;
            // A name may have several of the keys, and counts once.
            var found = new Dictionary<string, int>(StringComparer.Ordinal);
            foreach (var key in NameSound.Keys(folded))
            {
                cancellation.ThrowIfCancellationRequested();
                Read(key + ReviewAnalyzer.SoundMark, terms, found);
            }
            foreach (var (name, reviews) in found) names[name] = names.GetValueOrDefault(name) + reviews;
        }
        return names;
    }

    private static void Read(string prefix, Terms terms, Dictionary<string, int> found)
    {
        var sounds = terms.GetEnumerator();
        if (sounds.SeekCeil(new BytesRef(prefix)) is TermsEnum.SeekStatus.END) return;
        do
        {
            var term = sounds.Term.Utf8ToString();
            if (!term.StartsWith(prefix, StringComparison.Ordinal) || found.Count >= MostLooked) return;
            found[term[prefix.Length..]] = sounds.DocFreq;
        }
        while (sounds.MoveNext());
    }
}
